import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHearth, type TestHearth } from '../support/hearth.ts';
import { textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';
import {
  announcementsOf,
  closeByHand,
  ending,
  everyVote,
  hasControls,
  makePoll,
  numberOf,
  steer,
} from '../support/polls.ts';

const day = 86_400_000;

let hearth: TestHearth;
let member: PersonaDriver;
let admin: PersonaDriver;
beforeAll(async () => {
  hearth = await startHearth();
  member = hearth.sandbox.persona('member');
  admin = hearth.sandbox.persona('admin');
}, 60_000);
afterAll(() => hearth?.close());

const announcements = (poll: APIMessage) => announcementsOf(admin, poll);

test('the end has words, a picture with a text for those who cannot see it, a table, the turnout; once', async () => {
  const message = await makePoll(hearth, member);
  await everyVote(hearth, message, { member: 'Kenya', other: 'Kenya', admin: 'Brazil' });
  await hearth.later(2 * day + 60_000);
  const closed = await ending(hearth, member, message);
  expect(textOf(closed)).toContain('🏆 **Kenya AA** wins with 2 of 3 votes (67%).');
  expect(textOf(closed)).toContain(
    'Kenya AA: **2** (67%)\nBrazil Santos: **1** (33%)\nEthiopia Guji: **0** (0%)',
  );
  expect(textOf(closed)).toMatch(/👥 3 of about \d members voted · closed <t:\d+:f>/);
  const [picture] = closed.attachments;
  expect(picture?.description).toBe(
    'Bar chart of “Which roast next?”: Kenya AA 2 · 67%, Brazil Santos 1 · 33%, Ethiopia Guji 0 · 0%.',
  );
  const bytes = Buffer.from(await (await fetch(picture!.url)).arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(300);
  await hearth.sandbox.until(() => announcements(message).length > 0);
  await hearth.later(day);
  expect(announcements(message).map((one) => textOf(one))).toEqual([
    expect.stringContaining('The poll **Which roast next?** is closed.\n🏆 **Kenya AA** wins'),
  ]);
  // Late presses meet a reason, not silence.
  const mine = await member.press(closed, 'Details');
  expect(mine.text).toContain('3 votes');
});

test('closed by hand, extended and reopened: the same controls, the votes are kept', async () => {
  const message = await makePoll(hearth, member);
  await everyVote(hearth, message, { other: 'Kenya' });
  const refused = await steer(hearth.sandbox.persona('other'), message);
  expect(textOf(refused.reply)).not.toContain('Close now');

  const later = await steer(member, message, 'Extend');
  expect(later.modal?.title).toBe(`Extend poll ${numberOf(message)}`);
  expect((await member.submitModal(later.modal, { 'New closing time': 'in 1 day' })).text).toContain(
    'That is not later than the present closing time.',
  );
  const again = await steer(member, message, 'Extend');
  const moved = await member.submitModal(again.modal, { 'New closing time': 'in 5 days' });
  expect(moved.text).toMatch(/✅ It now closes <t:\d+:F>/);
  await hearth.later(3 * day);
  expect(hasControls(member.look(message))).toBe(true);

  await closeByHand(hearth, member, message);
  const closed = await ending(hearth, member, message);
  expect(textOf(closed)).toContain('closed by hand');
  await hearth.sandbox.until(() => announcements(message).length === 1);
  // Old messages are edited every ten seconds only.
  hearth.sandbox.advance(11_000);
  const { text } = await member.slash('poll reopen', { poll: numberOf(message), until: 'in 2 days' });
  expect(text).toMatch(/✅ People can vote again until/);
  await hearth.sandbox.until(() => hasControls(member.look(message)));
  await everyVote(hearth, message, { admin: 'Kenya' });
  await closeByHand(hearth, member, message);
  expect(textOf(await ending(hearth, member, message))).toContain('**Kenya AA** wins with 2 of 2 votes');
});

test('a cancelled poll has no result and no announcement', async () => {
  const message = await makePoll(hearth, member);
  await everyVote(hearth, message, { other: 'Kenya' });
  await steer(member, message, 'Cancel poll', 'Cancel it');
  const over = await ending(hearth, member, message);
  expect(textOf(over)).toContain('🚫 This poll was cancelled. There is no result.');
  expect(announcements(message)).toEqual([]);
});

test('a tie is named as a tie, and no votes at all as that', async () => {
  const tied = await makePoll(hearth, member);
  await everyVote(hearth, tied, { other: 'Kenya', admin: 'Brazil' });
  await closeByHand(hearth, member, tied);
  expect(textOf(await ending(hearth, member, tied))).toContain(
    '🤝 A tie: **Kenya AA** and **Brazil Santos** share first place with 1 of 2 votes each (50%).',
  );
  const empty = await makePoll(hearth, member);
  await closeByHand(hearth, member, empty);
  const over = await ending(hearth, member, empty);
  expect(textOf(over)).toContain('Nobody voted.');
  expect(over.attachments).toEqual([]);
});

test('a missed quorum is said before the numbers', async () => {
  const message = await makePoll(hearth, member, { options: { quorum: 5 } });
  await everyVote(hearth, message, { other: 'Kenya' });
  await closeByHand(hearth, member, message);
  expect(textOf(await ending(hearth, member, message))).toContain(
    '📏 Too few took part: 1 of the 5 voters needed. So this result does **not count**.\nFor what it is worth: 🏆 **Kenya AA**',
  );
});

test('where pictures are not allowed, the words still go out', async () => {
  const message = await makePoll(hearth, member);
  await everyVote(hearth, message, { other: 'Kenya' });
  await hearth.sandbox.until(() => textOf(member.look(message)).includes('1 vote'));
  hearth.sandbox.faults.add({
    match: { method: 'PATCH', route: `/channels/${message.channel_id}/messages/${message.id}` },
    action: { kind: 'forbid' },
  });
  await closeByHand(hearth, member, message);
  const closed = await ending(hearth, member, message);
  expect(textOf(closed)).toContain('**Kenya AA** wins');
  expect(textOf(closed)).toMatch(/Kenya AA\*\*\n\S+ 100% · 1/);
  expect(closed.attachments).toEqual([]);
  await hearth.sandbox.until(() => announcements(message).length === 1);
});

test('/poll cancel asks first, then takes the poll back without a result', async () => {
  const message = await makePoll(hearth, member, { form: { question: 'Really?' } });
  const [choice] = await member.autocomplete('poll cancel', 'poll', 'really');
  const refused = await hearth.sandbox.persona('other').slash('poll cancel', { poll: String(choice?.value) });
  expect(refused.text).toContain('Only whoever made the poll');
  const asked = await member.slash('poll cancel', { poll: String(choice?.value) });
  expect(asked.text).toMatch(/Cancel.*Really\?/s);
  expect(hasControls(admin.look(message))).toBe(true);
  const done = await member.press(asked.reply!, 'Cancel it');
  expect(done.text).toContain('The poll is cancelled.');
  await hearth.sandbox.until(() => textOf(admin.look(message)).includes('This poll was cancelled.'));
});

test('a poll that has ended can be made again: its form opens with all that it had', async () => {
  const message = await makePoll(hearth, member, {
    form: { question: 'Once more?', kind: 'Several choices' },
    options: { 'max-choices': 2, quorum: 7 },
  });
  await closeByHand(hearth, member, message);
  const closed = await ending(hearth, member, message);
  const { modal } = await steer(member, closed, 'Make again');
  const shown = await member.submitModal(modal, {});
  expect(shown.text).toContain('Once more?');
  expect(shown.text).toContain('You wrote “2d”');
  expect(shown.text).toContain('choose up to 2');
  expect(shown.text).toContain('Needs 7 voters to count.');
  await member.press(shown.updated!, 'Publish');
  await hearth.sandbox.until(() =>
    admin
      .messages()
      .some((one) => one.id > closed.id && textOf(one).includes('Once more?') && hasControls(one)),
  );
  expect(hasControls(admin.look(closed))).toBe(false);
});
