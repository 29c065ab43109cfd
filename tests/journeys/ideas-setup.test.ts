import { ChannelType } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSmallSeed, SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { startHearth, type TestHearth } from '../support/hearth.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';

const FORUM = '1191000000000000031';
const FRIENDS = '1191000000000000041';
const HIGH = '1191000000000000042';

/** The small guild with a forum, a role below the bot's and one above it. */
function seed() {
  const small = buildSmallSeed();
  const [guild] = small.guilds;
  const [general] = guild!.channels;
  guild!.channels.push({
    ...general!,
    id: FORUM,
    name: 'ideas',
    type: ChannelType.GuildForum,
    position: 3,
    available_tags: [],
  });
  const [everyone, bot] = guild!.roles;
  const role = (id: string, name: string, position: number) => ({
    ...everyone!,
    id,
    name,
    position,
    permissions: '0',
  });
  bot!.position = 5;
  guild!.roles.push(role(FRIENDS, 'Friends', 4), role(HIGH, 'Founders', 6));
  return small;
}

let hearth: TestHearth;
let admin: PersonaDriver;
let member: PersonaDriver;
let owner: PersonaDriver;
beforeAll(async () => {
  hearth = await startHearth({ seed: seed() });
  const { sandbox } = hearth;
  [admin, member, owner] = [sandbox.persona('admin'), sandbox.persona('member'), sandbox.persona('owner')];
}, 60_000);
afterAll(() => hearth?.close());

const panel = async (person = owner) => (await person.slash('setup', { section: 'ideas' })).reply!;
const page = async (label: string, person = owner) => {
  const shown = await panel(person);
  await person.press(shown, label);
  return person.look(shown)!;
};
const fill = async (title: string, button: string, values: Record<string, string>, person = owner) => {
  const { modal } = await person.press(await page(title, person), button);
  return person.submitModal(modal, values);
};
const grant = (channel: string, id: string, allow: bigint) =>
  owner.api('PUT', `/channels/${channel}/permissions/${id}`, { type: 0, allow: String(allow), deny: '0' });

test('the section is offered in the command, and only Manage Server opens it', async () => {
  await expect(member.slash('setup', { section: 'ideas' })).rejects.toThrow();
  const shown = await panel();
  expect(textOf(shown)).toContain('Ideas are off. Pick a channel for them');
  expect(textOf((await owner.slash('setup', { section: 'general' })).reply)).toContain('Set up Hearth');
  expect(textOf((await owner.slash('setup')).reply)).toContain('/setup section:Ideas');
  expect(buttonsOf(shown).map(({ label }) => label)).toEqual(['Places', 'Goals', 'Rules']);
});

test('a forum becomes the place for ideas; what Hearth can do without is said', async () => {
  const { text } = await owner.choose(await panel(), 'idea-setup-channel:v1:ideas', [FORUM]);
  expect(text).toContain(`✅ Saved. In <#${FORUM}> I am missing **Manage Channels**`);
  expect(textOf(await panel())).toContain(`they appear in <#${FORUM}>`);
});

test('a channel where Hearth cannot work is not taken, and the words say what to allow', async () => {
  const { staff } = SMALL.channels;
  const choose = async () => owner.choose(await panel(), 'idea-setup-channel:v1:staff', [staff]);
  const refused = await choose();
  expect(refused.text).toContain(`⚠️ Not saved: in <#${staff}> I am missing **View Channel**`);
  expect(JSON.stringify((await panel()).components)).not.toContain(staff);
  await grant(staff, SMALL.roles.bot, (1n << 10n) | (1n << 11n) | (1n << 16n));
  expect((await choose()).text).toContain('✅ Saved.');
  expect(JSON.stringify((await panel()).components)).toContain(`{"id":"${staff}","type":"channel"}`);

  // What waits for the team and how it is scored is not for everybody.
  const { general } = SMALL.channels;
  const open = await owner.choose(await panel(), 'idea-setup-channel:v1:staff', [general]);
  expect(open.text).toContain(`⚠️ Not saved: everybody can read <#${general}>`);
  expect(JSON.stringify((await panel()).components)).toContain(`{"id":"${staff}","type":"channel"}`);
});

test('a board appears as soon as it has a channel, and goes when it has none', async () => {
  const { general } = SMALL.channels;
  await grant(general, SMALL.roles.bot, 1n << 51n);
  const { text } = await owner.choose(await panel(), 'idea-setup-channel:v1:board', [general]);
  expect(text).toContain('✅ Saved.');
  const board = () =>
    owner
      .messages('general')
      .find(({ author, flags, type }) => author.bot && type === 0 && ((flags ?? 0) & 64) === 0);
  const shown = await hearth.sandbox.until(board);
  await hearth.sandbox.until(() => hearth.sandbox.channel('general').pins.has(shown.id));

  // Without a channel nobody would keep it up to date.
  await owner.choose(await panel(), 'idea-setup-channel:v1:board', []);
  await hearth.sandbox.until(() => board() === undefined);
});

test('a role is taken only if Hearth may give it, and nobody can lend themselves a rank', async () => {
  const choose = async (role: string, person = owner) =>
    (await person.choose(await panel(person), 'No role', [role])).text;
  expect(await choose(FRIENDS)).toContain('or any other role. Allow **Manage Roles**');
  const { bot, staff } = SMALL.roles;
  const path = `/guilds/${SMALL.guild}/roles/${bot}`;
  const { permissions } = hearth.sandbox.world.guilds.get(SMALL.guild)!.roles.get(bot)!;
  await owner.api('PATCH', path, { permissions: String(BigInt(permissions) | (1n << 28n)) });
  expect(await choose(HIGH)).toContain('stands above my own role');
  expect(await choose(staff)).toContain('comes with power over others');
  expect(await choose(bot)).toContain('belongs to an app');
  expect(await choose(HIGH, admin)).toContain('you could not give');
  expect(await choose(FRIENDS)).toContain('✅ Saved.');
  expect(JSON.stringify((await panel()).components)).toContain(`{"id":"${FRIENDS}","type":"role"}`);
});

test('goals are typed as one says them, can be tried first, and what is not understood changes nothing', async () => {
  const refused = await fill('Goals', 'Change goals', { Steps: 'rather soon' });
  expect(refused.text).toContain('I did not understand “rather soon”.');
  expect(textOf(await page('Goals'))).toContain('15 % in 45 days');

  const tried = await fill('Goals', 'Change goals', { Steps: '10% in 3 weeks', what: 'try' });
  expect(tried.text).toContain('**10 % in 21 days**, at least 3. Nothing is saved.');
  expect(textOf(await page('Goals'))).toContain('15 % in 45 days');
  const again = await page('Goals');
  const { modal } = await owner.press(again, 'Change goals');
  await owner.submitModal(modal, { Steps: '10% in 3 weeks', what: 'try' });
  expect((await owner.press(again, 'Use these goals')).text).toContain('✅ Saved. Ideas that are posted');
  expect(textOf(await page('Goals'))).toContain('1. **10 % in 21 days**, that is 3 supporters now');

  const saved = await fill('Goals', 'Change goals', {
    Steps: '5% in 2 weeks\n20% in 2 months',
    'At least so many supporters': '1',
  });
  expect(saved.text).toContain('✅ Saved.');
  expect((await owner.press(await page('Goals'), 'Try it')).text).toContain('No past idea is old enough');
});

test('members who used Hearth are counted, however often they did', async () => {
  const shown = async () => textOf(await page('Goals'));
  const count = (text: string) => Number(/(\d+) (?:person|people) used Hearth/u.exec(text)?.[1]);
  const before = count(await shown());
  for (let time = 0; time < 3; time += 1) await member.slash('poll list');
  expect(count(await shown())).toBe(before + 1);
  await hearth.restart();
  expect(count(await shown())).toBe(before + 1);
  await hearth.later(29 * 86_400_000);
  expect(count(await shown())).toBe(1);
});

test('review, pace, queue and anonymity are set and read back', async () => {
  const review = await fill('Goals', 'idea-setup-edit:v1:review', {
    'Answer within': '3 weeks',
    'Scores needed before deciding': '1',
  });
  expect(review.text).toContain('an answer within **21 days**');
  const pace = await fill('Rules', 'idea-setup-edit:v1:pace', {
    'Hours between two ideas': 'none',
    'Open ideas of one member at a time': '5',
  });
  expect(pace.text).toContain('At most **5** open at a time, with no wait in between.');
  const rules = await page('Rules');
  expect((await owner.press(rules, 'idea-setup-switch:v1:queue:on')).text).toContain(
    '**On**: a new idea waits',
  );
  await owner.press(rules, 'idea-setup-switch:v1:anonymity:on');
  await hearth.restart();
  const text = textOf(await page('Rules'));
  expect(text).toContain('**On**: a new idea waits');
  expect(text).toContain('**On**: members may hide their name');
});

test('categories are lines of a form; one that is renamed says that its ideas come along', async () => {
  const edit = (categories: string) =>
    fill('Rules', 'idea-setup-edit:v1:categories', { 'One a line, up to 12': categories });
  expect((await edit('☕ Coffee\n🎪 Events\nShop')).text).toContain('☕\u00A0Coffee · 🎪\u00A0Events · Shop');
  const changed = await edit('☕ Coffee & tea\n🎪 Events');
  expect(changed.text).toContain(
    '**☕\u00A0Coffee** is now **☕\u00A0Coffee & tea**, and its ideas come along.',
  );
  expect(changed.text).toContain('**Shop** is gone; its ideas stay, without a category.');
  expect((await edit('Events\nevents')).text).toContain('is there twice. Nothing was changed.');
});

test('a member with a panel of before, or a forged press, changes nothing', async () => {
  const role = `/guilds/${SMALL.guild}/members/${member.id}/roles/${SMALL.roles.admin}`;
  await owner.api('PUT', role);
  const own = await page('Rules', member);
  await owner.api('DELETE', role);
  const { text } = await member.press(own, 'idea-setup-switch:v1:queue:off');
  expect(text).toContain('For this you need the permission **Manage Server**');
  expect(textOf(await page('Rules'))).toContain('**On**: a new idea waits');
});

test('in German the panel reads German', async () => {
  const german = hearth.sandbox.persona('german');
  await owner.api('PUT', `/guilds/${SMALL.guild}/members/${german.id}/roles/${SMALL.roles.admin}`);
  const shown = await panel(german);
  expect(textOf(shown)).toContain('Ideen einrichten');
  await german.press(shown, 'Ziele');
  const { modal } = await german.press(shown, 'Ziele ändern');
  const { text } = await german.submitModal(modal, { Stufen: '2,5 % in zwei Wochen' });
  expect(text).toContain('**2,5 % in 14 Tagen**');
  expect(hearth.complaints).toEqual([]);
});
