import { afterAll, beforeAll, expect, test } from 'vitest';
import { buttonsOf, textOf } from '../support/messages.ts';
import { standing, standsSoon, startThanks, type ThanksTown, thank } from '../support/shoutouts.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let town: ThanksTown;
beforeAll(async () => {
  town = await startThanks();
}, 60_000);
afterAll(() => town?.close());

test('somebody is thanked where everybody can read it, and is told of it', async () => {
  const { member, other } = town;
  const given = await thank(member, other, 'Fixed my grinder on a Sunday evening');
  expect(given.text).toContain('Said!');
  const card = await standsSoon(town, 'Fixed my grinder');
  expect(textOf(card)).toContain(`<@${other.id}>`);
  expect(textOf(card)).toContain(`from <@${member.id}>`);
  expect(card.mentions.map(({ id }) => id)).toEqual([other.id]);
  expect(textOf(card)).toContain('The first thanks for');
  const mine = await other.slash('shoutout me');
  expect(mine.text).toContain('Fixed my grinder');
  const board = await member.slash('shoutout board');
  expect(board.text).toContain(`<@${other.id}>`);
});

test('from a message the link stays with it, and it goes with the message', async () => {
  const { newcomer, german, sandbox } = town;
  const helpful = await german.say('Descale it with citric acid, 20 g a litre.');
  const opened = await newcomer.contextMenu('Shout out this message', helpful);
  expect(opened.modal).toBeDefined();
  const given = await newcomer.submitModal(opened.modal, { reason: 'Saved my machine with one sentence' });
  expect(given.text).toContain('Said!');
  const card = await standsSoon(town, 'Saved my machine');
  const link = buttonsOf(card).find(({ url }) => url !== undefined);
  expect(link?.url).toContain(helpful.id);

  expect((await german.api('DELETE', `/channels/${helpful.channel_id}/messages/${helpful.id}`)).status).toBe(
    204,
  );
  await sandbox.until(() => standing(town, 'Saved my machine').length === 0);
  expect((await german.slash('shoutout me')).text).not.toContain('Saved my machine');
});

test('what was given is taken back within ten minutes, and can be given again', async () => {
  const { member, german, sandbox } = town;
  const given = await thank(member, german, 'Brought cake to the tasting');
  await standsSoon(town, 'Brought cake');
  expect(buttonsOf(given.reply).some(({ label }) => label === 'Take it back')).toBe(true);
  expect((await member.press(given.reply!, 'Take it back')).text).toContain('Taken back');
  await sandbox.until(() => standing(town, 'Brought cake').length === 0);
  // A second press changes nothing.
  const again = await thank(member, german, 'Brought cake to the tasting again');
  expect(again.text).toContain('Said!');
  await standsSoon(town, 'cake to the tasting again');
});

test('nobody thanks themselves, a bot, too often the same, or more than they have', async () => {
  const { member, other, admin, moderator, newcomer, owner } = town;
  expect((await thank(member, member, 'For being so good')).text).toContain('Nice that you like');
  expect((await thank(member, other, 'Once more for the grinder')).text).toContain('<t:');
  expect((await thank(other, member, 'Thanks back for thanking')).text).toContain('<t:');
  expect((await thank(member, admin, 'no reason')).text).toMatch(/words/iu);
  for (const each of [admin, moderator, newcomer]) {
    expect((await thank(member, each, `Helped with the stand, ${each.id}`)).text).toContain('Said!');
  }
  const last = await thank(member, owner, 'Lent me the keys to the shop');
  expect(last.text).not.toContain('Said!');
  expect(last.text).toContain('<t:');
});

test('the same words ask first', async () => {
  const { admin, other, newcomer } = town;
  expect((await thank(admin, other, 'You are simply the best')).text).toContain('Said!');
  const second = await thank(admin, newcomer, 'you are SIMPLY the best!');
  expect(second.text).toContain('the same words');
  expect(standing(town, 'SIMPLY')).toEqual([]);
  expect((await admin.press(second.reply!, 'Give it all the same')).text).toContain('Said!');
  await standsSoon(town, 'SIMPLY');
  expect(standing(town, 'SIMPLY')).toHaveLength(1);
});

test('on the first of the month there is a round-up with a picture, once', async () => {
  const { sandbox } = town;
  const before = new Date(sandbox.clock.now());
  const next = Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 1, 1, 12);
  await town.later(next - sandbox.clock.now() + 2 * 60 * MINUTE);
  const roundUp = await standsSoon(town, 'Thanked in');
  expect(textOf(roundUp)).toContain('Thanked for the first time');
  expect(roundUp.mentions).toEqual([]);
  expect(roundUp.attachments).toHaveLength(1);
  expect(roundUp.attachments[0]?.description).toContain('chart');
  await town.later(DAY);
  expect(standing(town, 'Thanked in')).toHaveLength(1);
});

test('where admins want it, a card is drawn, and its alt text says what stands on it', async () => {
  const { admin, owner, german } = town;
  const { reply } = await admin.slash('setup', { section: 'shoutouts' });
  await admin.press(reply!, 'shoutout-setup-switch:v1:pictures:on');
  await thank(owner, german, 'Carried the big machine up four floors');
  const card = await town.sandbox.until(() =>
    standing(town, `Thank you, <@${german.id}>`).find(({ attachments }) => attachments.length > 0),
  );
  const alt = card.attachments[0]?.description;
  expect(alt).toContain('Carried the big machine up four floors');
  expect(alt).toContain('Greta');
});
