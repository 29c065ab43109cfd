import { afterEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/features/amas/model.ts';
import { amaJobs } from '../../../src/features/amas/ports.ts';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { as, closeAll } from '../../discord/sandbox-bot.ts';
import { checkBodies } from '../../support/conformance.ts';
import { AUDIENCE, type OnDiscord, onDiscord, STAFF } from './on-discord.ts';

afterEach(closeAll);

const { member, moderator } = SMALL.users;
const written: Answer = {
  kind: 'written',
  text: 'Black is too dark.',
  by: moderator,
  at: 0,
  messageId: undefined,
};
const done = { kind: 'done' };

async function live(over: Parameters<OnDiscord['ama']>[0] = {}) {
  const h = await onDiscord();
  h.ama({ status: 'live', ...over });
  await h.run(amaJobs.places, { amaId: 1 });
  return h;
}
const threadOf = (h: OnDiscord) => h.held.amas.get(1)!.threadId!;

describe('an answer', () => {
  test('stands in the thread with its question and mentions its asker; then they are told where', async () => {
    const h = await live();
    h.question({ status: 'answered', answer: written });
    expect(await h.own(threadOf(h), 'ama-')).toEqual([]);
    expect(await h.run(amaJobs.notify, { questionId: 9, what: 'answered' })).toMatchObject({ kind: 'retry' });
    expect(await h.run(amaJobs.answer, { amaId: 1, questionId: 9 })).toEqual(done);
    const [post] = await h.own(threadOf(h), 'Black is too dark.');
    expect(JSON.stringify(post?.components)).toContain('> How dark is too dark?');
    expect(post?.mentions.map(({ id }) => id)).toEqual([member]);
    expect(h.held.questions.get(9)?.answer?.messageId).toBe(post?.id);
    expect(await h.run(amaJobs.notify, { questionId: 9, what: 'answered' })).toEqual(done);
    const [told] = await h.direct(member);
    expect(JSON.stringify(told?.components)).toContain(`/${threadOf(h)}/${post?.id}`);
    checkBodies(h.discord.requests.since());
  });

  test('is posted once, though the process died between the post and its note', async () => {
    const h = await live();
    h.question({ status: 'answered', answer: written });
    await h.run(amaJobs.answer, { amaId: 1, questionId: 9 });
    const [before] = await h.own(threadOf(h), 'Black is too dark.');
    h.question({ status: 'answered', answer: written });
    // Long after the nonce's window.
    h.discord.clock.advance(3_600_000);
    const outcome = await h.run(
      amaJobs.answer,
      { amaId: 1, questionId: 9 },
      { attempt: 2, mayHaveHappened: true },
    );
    expect(outcome).toEqual(done);
    const after = await h.own(threadOf(h), 'Black is too dark.');
    expect(after.map(({ id }) => id)).toEqual([before?.id]);
    expect(h.held.questions.get(9)?.answer?.messageId).toBe(before?.id);
  });

  test('to somebody anonymous mentions nobody, and they still hear of it alone', async () => {
    const h = await live();
    h.question({ status: 'answered', anonymous: true, answer: written });
    await h.run(amaJobs.answer, { amaId: 1, questionId: 9 });
    const [post] = await h.own(threadOf(h), 'Black is too dark.');
    expect(post?.mentions).toEqual([]);
    expect(JSON.stringify(post)).not.toContain(member);
    await h.run(amaJobs.notify, { questionId: 9, what: 'answered' });
    expect(await h.direct(member)).toHaveLength(1);
  });

  test('stands under the announcement where the thread is gone', async () => {
    const h = await live();
    await h.admins('DELETE', `/channels/${threadOf(h)}`);
    h.question({ status: 'answered', answer: written });
    expect(await h.run(amaJobs.answer, { amaId: 1, questionId: 9 })).toEqual(done);
    expect(await h.own(AUDIENCE, 'Black is too dark.')).toHaveLength(1);
  });

  test('brings the pictures of its question', async () => {
    const h = await live();
    const data = Buffer.from('89504e470d0a1a0a', 'hex');
    h.held.images.set(9, [{ name: 'x.png', contentType: 'image/png', data }]);
    h.question({ status: 'answered', answer: written, images: 1 });
    await h.run(amaJobs.answer, { amaId: 1, questionId: 9 });
    const [post] = await h.own(threadOf(h), 'Black is too dark.');
    expect(post?.attachments).toMatchObject([{ filename: 'picture-1.png' }]);
  });

  test('waits and staff hears of it once, where the channel is gone', async () => {
    const h = await live();
    await h.admins('DELETE', `/channels/${AUDIENCE}`);
    h.question({ status: 'answered', answer: written });
    const payload = { amaId: 1, questionId: 9 };
    expect(await h.run(amaJobs.answer, payload)).toMatchObject({ kind: 'parked' });
    expect(await h.run(amaJobs.answer, payload, { mayHaveHappened: true })).toMatchObject({ kind: 'parked' });
    expect(await h.own(STAFF, 'cannot post')).toHaveLength(1);
  });
});

describe('an asker', () => {
  test('hears why a question was declined, but not after it was taken in again', async () => {
    const h = await live();
    h.question({ status: 'declined', declined: { reason: 'off-topic', words: 'Ask the tea shop.' } });
    await h.run(amaJobs.notify, { questionId: 9, what: 'declined' });
    const [told] = await h.direct(member);
    expect(JSON.stringify(told)).toContain('off topic');
    expect(JSON.stringify(told)).toContain('Ask the tea shop.');
    h.question({ status: 'approved' });
    await h.run(amaJobs.notify, { questionId: 9, what: 'parked' });
    expect(await h.direct(member)).toHaveLength(1);
  });

  test('who wants no messages gets none', async () => {
    const h = await live();
    h.question({ status: 'parked', notify: false });
    expect(await h.run(amaJobs.notify, { questionId: 9, what: 'parked' })).toEqual(done);
    expect(await h.direct(member)).toEqual([]);
  });

  test('whose question was merged hears of the answer to the other one', async () => {
    const h = await live();
    h.question({
      id: 10,
      number: 8,
      askerId: moderator,
      status: 'answered',
      answer: { ...written, messageId: '5' },
    });
    h.question({ status: 'merged', mergedInto: 10 });
    await h.run(amaJobs.notify, { questionId: 9, what: 'answered' });
    expect(JSON.stringify(await h.direct(member))).toContain('A question like yours');
  });
});

describe('after the end', () => {
  test('the transcript comes by topic with its file and the receipt, once', async () => {
    const h = await live();
    h.question({ status: 'answered', answer: written });
    h.question({ id: 10, number: 8, tag: undefined, text: 'Why beans?', status: 'parked' });
    h.change({ status: 'closed' });
    expect(await h.own(threadOf(h), 'ama-')).toEqual([]);
    expect(await h.run(amaJobs.transcript, { amaId: 1 })).toEqual(done);
    const [post] = await h.own(threadOf(h), 'the transcript');
    expect(post?.attachments).toMatchObject([{ filename: 'ama-1-transcript.md' }]);
    expect(JSON.stringify(post?.components)).toContain('Topic: Roasting');
    expect(JSON.stringify(post?.components)).toContain('Why beans?');
    expect(await h.own(threadOf(h), 'How fair was it?')).toHaveLength(1);
    expect(h.held.amas.get(1)?.transcriptMessageId).toBe(post?.id);
    h.change({ transcriptMessageId: undefined });
    h.discord.clock.advance(3_600_000);
    await h.run(amaJobs.transcript, { amaId: 1 }, { attempt: 2, mayHaveHappened: true });
    expect(await h.own(threadOf(h), 'ama-')).toHaveLength(2);
  });

  test('a long transcript comes in several posts', async () => {
    const h = await live();
    for (let each = 1; each <= 12; each += 1) {
      const answer = { ...written, text: 'because '.repeat(200) };
      h.question({ id: each, number: each, text: 'why '.repeat(200), status: 'answered', answer });
    }
    h.change({ status: 'closed' });
    await h.run(amaJobs.transcript, { amaId: 1 });
    const parts = await h.own(threadOf(h), 'ama-show:v1:1:transcript');
    expect(parts.length).toBeGreaterThan(2);
    expect(JSON.stringify(parts[1])).toContain(`part 2 of ${parts.length}`);
    checkBodies(h.discord.requests.since());
  });

  test('a later answer is written into the same posts, and into the receipt', async () => {
    const h = await live();
    h.question({ status: 'parked' });
    h.change({ status: 'closed' });
    await h.run(amaJobs.transcript, { amaId: 1 });
    h.change({ transcriptMessageId: (await h.own(threadOf(h), 'ama-show:v1:1:transcript'))[0]!.id });
    const before = await h.own(threadOf(h), 'ama-');
    expect(JSON.stringify(before)).toContain('Answered later');
    expect(JSON.stringify(before)).not.toContain('Black is too dark.');
    h.question({ status: 'answered', answer: { ...written, messageId: '1' } });
    expect(await h.run(amaJobs.transcriptAgain, { amaId: 1 }, { nonce: 'again' })).toEqual(done);
    const after = await h.own(threadOf(h), 'ama-');
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(JSON.stringify(after)).toContain('Black is too dark.');
    expect(JSON.stringify(after)).not.toContain('Answered later');
    expect(after[0]?.attachments).toHaveLength(1);
    const url = after[0]?.attachments[0]?.url ?? '';
    expect(await (await fetch(url)).text()).toContain('Black is too dark.');
    checkBodies(h.discord.requests.since());
  });

  test('a transcript that somebody deleted is not posted again for a later answer', async () => {
    const h = await live();
    h.question({ status: 'parked' });
    h.change({ status: 'closed' });
    await h.run(amaJobs.transcript, { amaId: 1 });
    const [first] = await h.own(threadOf(h), 'ama-show:v1:1:transcript');
    h.change({ transcriptMessageId: first!.id });
    await h.admins('DELETE', `/channels/${threadOf(h)}/messages/${first!.id}`);
    const before = await h.own(threadOf(h), 'ama-');
    h.question({ status: 'answered', answer: { ...written, messageId: '1' } });
    expect(await h.run(amaJobs.transcriptAgain, { amaId: 1 }, { nonce: 'again' })).toEqual(done);
    expect((await h.own(threadOf(h), 'ama-')).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  test('what is owed stands in the staff channel until it is answered, and then it says so', async () => {
    const h = await live();
    h.change({ status: 'closed' });
    expect(await h.run(amaJobs.parked, { amaId: 1 })).toEqual(done);
    expect(await h.own(STAFF, 'Still owed')).toEqual([]);
    h.question({ status: 'parked' });
    await h.run(amaJobs.parked, { amaId: 1 });
    expect(await h.own(STAFF, 'One question should have an answer')).toHaveLength(1);
    expect(await h.run(amaJobs.overdue, { amaId: 1 }, { nonce: 'overdue' })).toMatchObject({
      kind: 'again',
    });
    expect(await h.own(STAFF, 'promised an answer')).toHaveLength(1);
    h.question({ status: 'answered', answer: written });
    await h.run(amaJobs.parked, { amaId: 1 });
    expect(await h.own(STAFF, 'Nothing is owed any more')).toHaveLength(1);
    expect(await h.own(STAFF, 'Still owed')).toHaveLength(1);
    expect(await h.run(amaJobs.overdue, { amaId: 1 })).toEqual(done);
  });
});

test('those who asked to be reminded are, once; who takes no messages is called in the thread with all others', async () => {
  const h = await live({ status: 'scheduled' });
  h.held.toRemind.push(member, moderator);
  // A moderator who has blocked direct messages.
  h.discord.faults.add({
    match: { method: 'POST', route: '/users/@me/channels' },
    action: { kind: 'forbid', code: 50_001 } as never,
    times: 1,
  });
  let outcome = await h.run(amaJobs.remind, { amaId: 1 });
  for (let round = 0; outcome.kind === 'again' && round < 5; round += 1) {
    outcome = await h.run(amaJobs.remind, outcome.payload as object, { nonce: `round-${round}` });
  }
  expect(outcome).toEqual(done);
  expect(await h.direct(member)).toHaveLength(0);
  expect(await h.direct(moderator)).toHaveLength(1);
  const [called] = await h.own(threadOf(h), 'You asked to be reminded');
  expect(called?.mentions.map(({ id }) => id)).toEqual([member]);
});

test('a reminder that was sent just before the process died, or whose answer was lost, is not sent again', async () => {
  const h = await live({ status: 'scheduled' });
  h.held.toRemind.push(member, moderator);
  await h.run(amaJobs.remind, { amaId: 1 });
  expect(await h.direct(member)).toHaveLength(1);
  // As if it had died before that was written down.
  h.held.toRemind.push(member);
  await h.run(amaJobs.remind, { amaId: 1 }, { attempt: 2, mayHaveHappened: true, nonce: 'another' });
  expect(await h.direct(member)).toHaveLength(1);
  expect(h.held.toRemind).toEqual([]);

  h.change({ startAt: h.held.amas.get(1)!.startAt + 60_000 });
  h.held.toRemind.push(member);
  h.discord.faults.add({
    match: { method: 'POST', route: '/channels/:id/messages' },
    action: { kind: 'drop-after', how: 'reset' },
    times: 1,
  });
  let outcome = await h.run(amaJobs.remind, { amaId: 1 }, { nonce: 'third' });
  for (let round = 0; outcome.kind === 'again' && round < 5; round += 1) {
    outcome = await h.run(amaJobs.remind, outcome.payload as object, { nonce: `again-${round}` });
  }
  expect(outcome).toEqual(done);
  // It starts at another time: that is news, and told once.
  expect(await h.direct(member)).toHaveLength(2);
});

describe('where something is in the way', () => {
  test('without Create Events the AMA stands all the same, and staff hears of it once', async () => {
    const h = await onDiscord({ permissions: 0n });
    h.ama();
    expect(await h.run(amaJobs.places, { amaId: 1 })).toEqual(done);
    expect(await h.run(amaJobs.event, { amaId: 1 })).toMatchObject({ kind: 'parked' });
    expect(await h.run(amaJobs.event, { amaId: 1 }, { mayHaveHappened: true })).toMatchObject({
      kind: 'parked',
    });
    expect(await h.own(STAFF, 'cannot make Discord’s event')).toHaveLength(1);
    expect(await h.own(AUDIENCE, 'Ask our roaster')).toHaveLength(1);
  });

  test('a panel that was deleted in the middle of the show is back with the next refresh', async () => {
    const h = await live();
    const { panelMessageId } = h.held.amas.get(1)!;
    await as(h.discord, SMALL.users.owner, 'DELETE', `/channels/${STAFF}/messages/${panelMessageId}`);
    expect(await h.own(STAFF, 'Running')).toEqual([]);
    h.change({ panelMessageId: undefined });
    expect(await h.run(amaJobs.refresh, { amaId: 1 }, { nonce: 'refresh' })).toMatchObject({ kind: 'again' });
    expect(await h.own(STAFF, 'Running')).toHaveLength(1);
  });

  test('what has nothing left to be shown comes to rest', async () => {
    const h = await live();
    h.held.open = false;
    h.change({ status: 'closed' });
    expect(await h.run(amaJobs.refresh, { amaId: 1 }, { nonce: 'refresh' })).toEqual(done);
    expect(await h.own(STAFF, 'Over. What is still owed')).toHaveLength(1);
  });

  test('staff hears that the event was deleted by hand, and of nothing that is no news', async () => {
    const h = await live();
    const event = { id: 1, amaId: 1, questionId: undefined, at: 0, actorId: undefined, detail: {} };
    h.held.events.set(1, { ...event, kind: 'event-lost' });
    h.held.events.set(2, { ...event, id: 2, kind: 'approved' });
    await h.run(amaJobs.staffNote, { amaId: 1, eventId: 2 });
    await h.run(amaJobs.staffNote, { amaId: 1, eventId: 1 });
    expect(await h.own(STAFF, 'was deleted. The AMA goes on')).toHaveLength(1);
    expect(await h.own(STAFF, 'ama-show:v1:1:note')).toHaveLength(1);
  });
});
