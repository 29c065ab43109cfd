import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buttonsOf, textOf } from '../support/messages.ts';
import {
  addCodes,
  addCondition,
  cardOf,
  claim,
  codesFile,
  createPerk,
  manyCodes,
  noticed,
  openPerk,
  type PerkTown,
  perkIdOf,
  postCard,
  startPerks,
} from '../support/perks.ts';
import { BADGE, thank } from '../support/shoutouts.ts';

const DAY = 86_400_000;
let town: PerkTown;
beforeAll(async () => {
  town = await startPerks();
}, 60_000);
afterAll(() => town?.close());

test('an admin makes a perk, loads codes and opens it; a draft is nobody else’s', async () => {
  const { admin, member } = town;
  const panel = await createPerk(admin, { name: 'A draft' });
  expect(textOf(panel)).toContain('Draft');
  expect(textOf(panel)).toContain('Next: **Add codes**');
  const perkId = perkIdOf(panel);
  expect((await member.slash('perk mine')).text).not.toContain('A draft');
  expect((await member.slash('perk show', { perk: String(perkId) })).text).toContain('do not know');
  expect((await member.slash('perk edit', { perk: String(perkId) })).text).not.toContain('A draft');
  expect((await member.slash('perk create')).text).toContain('manages the server');
  expect((await admin.slash('perk open', { perk: String(perkId) })).text).toContain('nothing to hand out');

  const added = await addCodes(
    admin,
    perkId,
    codesFile(['code', 'AAA-1', 'AAA-2', '', 'AAA-1', '=SUM(A1)', 'AAA-3']),
  );
  expect(added.text).toContain('3 codes');
  expect(added.text).toContain('formula');
  expect(added.text).not.toContain('AAA-1');
  expect((await addCodes(admin, perkId, codesFile(['AAA-3', 'AAA-4']))).text).toContain('there already');
  expect((await admin.slash('perk open', { perk: String(perkId) })).text).toContain('Open');
  expect((await member.slash('perk mine')).text).toContain('A draft');
  await admin.slash('perk pause', { perk: String(perkId) });
});

test('a member claims exactly one code, sees it again, and it stands nowhere else', async () => {
  const { admin, member, other, newcomer, sandbox } = town;
  const codes = manyCodes(2, 'ONLYHERE');
  const perkId = await openPerk(admin, codes, { name: 'Two mugs' });
  const card = await postCard(town, perkId);
  expect(textOf(card)).toContain('2 of 2 left');

  const first = await claim(member, card, perkId);
  const again = await claim(member, card, perkId);
  const mine = codes.find((code) => first.text.includes(code));
  expect(mine).toBeDefined();
  expect(again.text).toContain(mine);
  const second = await claim(other, card, perkId);
  const theirs = codes.find((code) => second.text.includes(code));
  expect([mine, theirs].toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(codes);
  expect((await claim(newcomer, card, perkId)).text).toContain('all gone');
  await sandbox.until(() => textOf(cardOf(town, perkId)).includes('All are claimed'));

  expect((await member.slash('perk mine')).text).not.toContain(mine);
  const shown = await member.slash('perk mine');
  expect((await member.press(shown.reply!, `perk-claim:v1:${perkId}:mine`)).text).toContain(mine);

  expect(town.log()).not.toContain('ONLYHERE');
  for (const suffix of ['', '-wal']) {
    expect(readFileSync(`${town.config.databasePath}${suffix}`).includes('ONLYHERE')).toBe(false);
  }
  expect(textOf(cardOf(town, perkId))).not.toContain('ONLYHERE');
  await sandbox.until(() => noticed(town, 'All of **Two mugs** are claimed').length === 1);
});

test('what it takes is said in words, and how far along one is', async () => {
  const { admin, german, member } = town;
  const perkId = await openPerk(admin, manyCodes(3, 'THANKED'), { name: 'For the thanked' });
  await addCondition(admin, perkId, 'shoutouts-received', 1);
  const card = await postCard(town, perkId);
  const before = await claim(german, card, perkId);
  expect(before.text).toContain('noch 1 Dankeschön');
  expect(before.text).not.toContain('THANKED');
  expect((await thank(member, german, 'Fixed the grinder for all of us')).text).toContain('Said!');
  expect((await claim(german, card, perkId)).text).toContain('THANKED');
});

test('by hand, with a reason, also for somebody who has not earned it; unclaimed it comes back', async () => {
  const { admin, newcomer, other, sandbox } = town;
  const perkId = await openPerk(admin, manyCodes(2, 'BYHAND'), { name: 'One of a kind' });
  await addCondition(admin, perkId, 'ideas-shipped', 2);
  const granted = await admin.slash('perk grant', {
    perk: String(perkId),
    member: newcomer.id,
    reason: 'Won the contest',
  });
  expect(granted.text).toContain('kept for');
  expect((await newcomer.slash('perk mine')).text).toContain('Won the contest');
  expect((await other.slash('perk mine')).text).toContain('2 more shipped ideas');
  const bot = [...sandbox.world.users.values()].find((user) => user.bot);
  expect(
    (await admin.slash('perk grant', { perk: String(perkId), member: bot!.id, reason: 'Nice bot' })).text,
  ).toContain('bot');
  await town.later(15 * DAY);
  await sandbox.until(async () => !(await newcomer.slash('perk mine')).text.includes('Won the contest'));
  const ledger = await admin.slash('perk ledger', { perk: String(perkId) });
  const csv = await (await fetch(ledger.reply!.attachments[0]!.url)).text();
  expect(csv).toContain('Won the contest');
  expect(csv).toContain('back in stock');
  expect(csv).not.toContain('BYHAND');
});

test('a role comes with the claim and goes with its condition', async () => {
  const { owner, admin, german, sandbox } = town;
  const theirs = await createPerk(admin, { name: 'Too high', reward: 'A role' });
  const refused = await admin.choose(theirs, `perk-role:v1:${perkIdOf(theirs)}`, [BADGE]);
  expect(refused.text).toContain('stands above your own roles');
  const panel = await createPerk(owner, { name: 'Friend of the house', reward: 'A role' });
  const perkId = perkIdOf(panel);
  const picked = await owner.choose(panel, `perk-role:v1:${perkId}`, [BADGE]);
  expect(picked.text).toContain('✅');
  await addCondition(admin, perkId, 'shoutouts-received', 1);
  expect((await admin.slash('perk open', { perk: String(perkId) })).text).toContain('✅');
  const guild = [...sandbox.world.guilds.values()][0]!;
  const has = () => guild.members.get(german.id)!.roles.includes(BADGE);
  expect(has()).toBe(false);
  const mine = await german.slash('perk mine');
  await german.press(mine.reply!, `perk-claim:v1:${perkId}:mine`);
  await sandbox.until(has);

  // Taken back by staff: what it takes is not given any more.
  const [choice] = await admin.autocomplete('shoutout void', 'shoutout', 'grinder');
  const { modal } = await admin.slash('shoutout void', { shoutout: String(choice!.value) });
  await admin.submitModal(modal, { reason: 'A mistake of mine' });
  await town.later(DAY + 60_000);
  await sandbox.until(() => !has());
});

test('one link for all, and an end that is for good', async () => {
  const { admin, member, sandbox } = town;
  const panel = await createPerk(admin, { name: 'The fan page', reward: 'One link for everybody' });
  const perkId = perkIdOf(panel);
  const bad = await admin.slash('perk link', { perk: String(perkId) });
  expect((await admin.submitModal(bad.modal, { link: 'http://shop.example' })).text).toContain('https://');
  const { modal } = await admin.slash('perk link', { perk: String(perkId) });
  await admin.submitModal(modal, { link: 'https://shop.example/secret-fans' });
  await admin.slash('perk open', { perk: String(perkId) });
  const card = await postCard(town, perkId);
  const claimed = await claim(member, card, perkId);
  expect(claimed.text).toContain('secret-fans');
  expect(buttonsOf(claimed.reply).some(({ url }) => url?.includes('secret-fans'))).toBe(true);
  const asked = await admin.slash('perk end', { perk: String(perkId) });
  await admin.press(asked.reply!, 'End it for good');
  await sandbox.until(() => textOf(cardOf(town, perkId)).includes('has ended'));
  expect((await claim(member, card, perkId)).text).toContain('secret-fans');
  expect(town.log()).not.toContain('secret-fans');
});

test('the card that is deleted is forgotten, and can be posted anew, in another place', async () => {
  const { admin, sandbox } = town;
  const perkId = await openPerk(admin, manyCodes(2, 'MOVING'), { name: 'Moving' });
  const card = await postCard(town, perkId);
  await admin.api('DELETE', `/channels/${card.channel_id}/messages/${card.id}`);
  await sandbox.until(async () =>
    (await admin.slash('perk edit', { perk: String(perkId) })).text.includes('nowhere yet'),
  );
  const anew = await postCard(town, perkId);
  expect(anew.id).not.toBe(card.id);
});
