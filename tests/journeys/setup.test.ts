import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { startHearth, type TestHearth } from '../support/hearth.ts';
import { buttonsOf, selectsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';
import {
  closeByHand,
  draftPoll,
  ending,
  everyVote,
  makePoll,
  publishDraft,
  steer,
} from '../support/polls.ts';

let hearth: TestHearth;
let admin: PersonaDriver;
let member: PersonaDriver;
let german: PersonaDriver;
beforeAll(async () => {
  hearth = await startHearth();
  const { sandbox } = hearth;
  [admin, member, german] = [sandbox.persona('admin'), sandbox.persona('member'), sandbox.persona('german')];
}, 60_000);
afterAll(() => hearth?.close());

const panel = async (person = admin) => (await person.slash('setup')).reply!;

test('before anybody ran /setup polls work where they are made, and only Manage Server opens it', async () => {
  expect(textOf(await makePoll(hearth, member))).toContain('Which roast next?');
  await expect(member.slash('setup')).rejects.toThrow();
  await expect(hearth.sandbox.persona('moderator').slash('setup')).rejects.toThrow();
  expect(textOf(await panel())).toContain('Everything works without this.');
});

test('a member who kept an old panel, or lost Manage Server since, changes nothing', async () => {
  const owner = hearth.sandbox.persona('owner');
  const role = `/guilds/${SMALL.guild}/members/${member.id}/roles/${SMALL.roles.admin}`;
  await owner.api('PUT', role);
  const own = await panel(member);
  await owner.api('DELETE', role);
  const { text } = await member.choose(own, 'Pick who may create polls', ['Staff only']);
  expect(text).toContain('For this you need the permission **Manage Server**');
  expect((await member.slash('poll create')).modal).toBeDefined();
});

test('the time zone comes from the menu or is typed, and a wrong one meets suggestions', async () => {
  const shown = await panel();
  expect(textOf(shown)).toContain('Now **UTC**');
  const picked = await admin.choose(shown, 'Pick a time zone', ['Europe/Berlin']);
  expect(picked.text).toMatch(/✅ Saved. It is \d+:\d\d.?[AP]M in Europe\/Berlin now\./u);
  const typed = async (zone: string) => {
    const { modal } = await admin.press(shown, 'Another time zone');
    return admin.submitModal(modal, { 'City or time zone': zone });
  };
  expect((await typed('new york')).text).toContain('in America/New_York now.');
  expect((await typed('Argentina')).text).toContain('Did you mean America/Argentina/');
  expect((await typed('Atlantis')).text).toContain(
    'I do not know the time zone “Atlantis”. Try a big city nearby, such as Berlin or New York.',
  );
  expect(textOf(await panel())).toContain('Now **America/New_York**');
  await typed('Tokyo');
  // 9 in the morning of Tokyo is midnight of the machine.
  const poll = await draftPoll(member, { closes: 'tomorrow 9am' });
  const at = Number(/Closes <t:(\d+):F>/.exec(poll.text)?.[1]) * 1000;
  expect(new Date(at).toISOString()).toContain('T00:00:00');
});

test('a channel is saved only where Hearth can work there; what is missing is named, and where to grant it', async () => {
  const shown = await panel();
  const { staff, polls } = SMALL.channels;
  const refused = await admin.choose(shown, 'Where they were made', [staff]);
  expect(refused.text).toContain(`⚠️ Not saved: in <#${staff}> I am missing **View Channel**`);
  expect(refused.text).toContain('Allow it in the channel settings under Permissions');
  expect((await draftPoll(member)).text).toContain(`Appears in <#${SMALL.channels.general}>`);
  expect((await admin.choose(shown, 'No notices', [staff])).text).toContain('**View Channel**');

  const bits = (1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 16n) | (1n << 35n);
  await admin.api('PUT', `/channels/${staff}/permissions/${SMALL.roles.bot}`, {
    type: 0,
    allow: String(bits),
    deny: '0',
  });
  expect((await admin.choose(shown, 'No notices', [staff])).text).toContain('✅ Saved.');
  expect((await admin.choose(shown, 'Where they were made', [polls])).text).toContain('✅ Saved.');
  expect((await draftPoll(member)).text).toContain(`Appears in <#${polls}>`);
});

test('the staff role steers everybody’s polls', async () => {
  const moderator = hearth.sandbox.persona('moderator');
  const message = await publishDraft(hearth, member, await draftPoll(member), { channel: 'polls' });
  const labels = async () =>
    buttonsOf((await moderator.press(message, 'Details')).reply).map((one) => one.label);
  expect(await labels()).not.toContain('Close now');
  await admin.choose(await panel(), 'Nobody but Manage Server', [SMALL.roles.staff]);
  expect(await labels()).toContain('Close now');
  expect((await closeByHand(hearth, moderator, message)).text).toContain('✅ Closed.');
});

test('settings outlive a restart, and each can be taken back', async () => {
  await hearth.restart();
  const shown = await panel();
  expect(textOf(shown)).toContain('Asia/Tokyo');
  expect(JSON.stringify(shown.components)).toContain(`{"id":"${SMALL.channels.polls}","type":"channel"}`);
  expect(JSON.stringify(shown.components)).toContain(`{"id":"${SMALL.roles.staff}","type":"role"}`);
  expect((await admin.choose(shown, 'Where they were made', [])).text).toContain('✅ Saved.');
  expect((await draftPoll(member)).text).toContain(`Appears in <#${SMALL.channels.general}>`);
});

test('in a German server the channel reads German, and everybody privately their own language', async () => {
  const shown = await panel();
  await admin.choose(shown, 'Pick a language', ['Deutsch']);
  const draft = await draftPoll(member);
  // The card is shown as the channel will see it; what is said to its maker is in theirs.
  expect(draft.text).toContain('Preview, only for you.');
  expect(draft.text).toContain('👀 Offen: Alle können sehen, wer was gewählt hat.');
  const message = await publishDraft(hearth, member, draft);
  expect(textOf(message)).toContain('Noch keine Stimmen');
  expect((await member.press(message, 'Kenya')).text).toContain('Your vote: **Kenya AA**');
  expect((await german.press(message, 'Brazil')).text).toContain('Deine Stimme: **Brazil Santos**');
  await everyVote(hearth, message, { german: 'Kenya' });
  await steer(german, message);
  const asked = await closeByHand(hearth, member, message);
  expect(asked.text).toContain('✅ Closed.');
  const closed = await ending(hearth, german, message);
  expect(textOf(closed)).toContain('🏆 **Kenya AA** gewinnt mit 2 von 2 Stimmen (100 %).');
  expect(closed.attachments[0]?.description).toMatch(/^Balkendiagramm zu „Which roast next\?“/);
  expect(selectsOf(closed)).toEqual([]);
});

test('somebody with a German client makes a poll in German', async () => {
  const { modal } = await german.slash('poll create');
  expect(modal?.title).toBe('Umfrage erstellen');
  const preview = await german.submitModal(modal, {
    Frage: 'Wohin im Mai?',
    Optionen: 'Berge\nMeer',
    Ende: 'übermorgen um 18 Uhr',
  });
  expect(preview.text).toContain('Du hast „übermorgen um 18 Uhr“ geschrieben.');
  await publishDraft(hearth, german, preview, { button: 'Veröffentlichen' });
  const { text } = await german.slash('poll quick', {
    question: 'Kurz?',
    options: 'Ja',
    closes: 'irgendwann',
  });
  expect(text).toContain('2 Dinge stimmen noch nicht');
  expect(text).toContain('Das Ende „irgendwann“ habe ich nicht verstanden.');
});
