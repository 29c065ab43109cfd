import { describe, expect, it } from 'vitest';
import type { PollInput } from '../../../src/features/polls/model.ts';
import { CHANNEL, CREATOR, DAY, HOUR, MINUTE, member, pollHarness, voter } from './harness.ts';
import { jobRunner } from './job-runner.ts';

const creator = member(CREATOR);
const lost = { kind: 'retry', reason: 'the answer was lost' } as const;
const forbidden = { kind: 'forbidden', reason: 'Send Messages is missing' } as const;
const gone = { kind: 'gone' } as const;

async function posted(input: Partial<PollInput> = {}) {
  const h = pollHarness();
  const jobs = jobRunner(h);
  const poll = h.publish(input);
  await jobs.runDue();
  return { h, jobs, poll };
}

it('what is said in a channel keeps to its lane, so that a busy one holds up no other', () => {
  const h = pollHarness();
  const pollId = h.publish({ thread: true });
  h.write(() => h.work.posted(pollId, '900', h.clock.now()));
  const lanes = h.database.sqlite.prepare('SELECT kind, lane FROM jobs ORDER BY kind').all();
  expect(lanes).toEqual(['poll.close', 'poll.post', 'poll.thread'].map((kind) => ({ kind, lane: CHANNEL })));
});

describe('posting', () => {
  it('happens once, and the message is known afterwards', async () => {
    const { h, jobs, poll } = await posted();
    expect(jobs.news()).toEqual([`post ${poll}`]);
    expect(h.state(poll).poll.messageId).toBe('901');
    expect(h.queued().map((job) => job.kind)).toEqual(['poll.close']);
  });

  it('is tried again with the same nonce when the answer was lost', async () => {
    const h = pollHarness();
    const jobs = jobRunner(h);
    const poll = h.publish();
    jobs.answers.set('post', lost);
    await jobs.runDue();
    expect(h.state(poll).poll.messageId).toBeUndefined();
    jobs.answers.clear();
    h.clock.advance(HOUR);
    await jobs.runDue();
    expect(jobs.shown.map((each) => each.mayHaveHappened)).toEqual([false, true]);
    expect(new Set(jobs.shown.map((each) => each.nonce)).size).toBe(1);
    expect(h.state(poll).poll.messageId).toBe('901');
  });

  it('waits for a missing permission and tells the creator once', async () => {
    const h = pollHarness();
    const jobs = jobRunner(h);
    const poll = h.publish({ closes: 'in 10 days' });
    jobs.answers.set('post', forbidden);
    for (let hours = 0; hours < 48; hours += 1) {
      await jobs.runDue();
      h.clock.advance(HOUR);
    }
    const news = jobs.news();
    expect(news.filter((line) => line.startsWith('notice'))).toEqual([`notice ${poll} cannot-post`]);
    expect(news.length).toBeLessThan(25);
    jobs.answers.clear();
    h.clock.advance(6 * HOUR);
    await jobs.runDue();
    expect(h.state(poll).poll.messageId).toBe('901');
  });

  it('into a deleted channel closes the poll, tells its creator once and is not tried again', async () => {
    const h = pollHarness();
    const jobs = jobRunner(h);
    const poll = h.publish();
    jobs.answers.set('post', gone);
    await jobs.runDue();
    h.clock.advance(4 * DAY);
    await jobs.runDue();
    expect(jobs.news()).toEqual([`post ${poll}`, `notice ${poll} channel-gone`]);
    expect(h.state(poll)).toMatchObject({ phase: 'closed', poll: { closeReason: 'lost' } });
    expect(h.queued()).toEqual([]);
  });

  it('opens a scheduled poll at its time', async () => {
    const { h, jobs, poll } = await posted({ opens: 'in 2 hours' });
    expect([jobs.news(), h.state(poll).phase]).toEqual([[], 'scheduled']);
    h.clock.advance(2 * HOUR);
    await jobs.runDue();
    expect([jobs.news(), h.state(poll).phase]).toEqual([[`post ${poll}`], 'open']);
    expect(h.events(poll)).toMatchObject([{ kind: 'published' }, { kind: 'opened', actorId: null }]);
  });

  it('cancels a scheduled poll whose whole window passed while the bot was away, and says so', async () => {
    const { h, jobs, poll } = await posted({ opens: 'in 2 hours', closes: 'in 1 hour' });
    h.clock.advance(4 * HOUR);
    await jobs.runDue();
    expect(jobs.news()).toEqual([`notice ${poll} missed`]);
    expect(h.state(poll).phase).toBe('cancelled');
    expect(h.queued()).toEqual([]);
  });

  it('opens the discussion thread where one was asked for', async () => {
    const { h, jobs, poll } = await posted({ thread: true });
    expect(jobs.news()).toEqual([`post ${poll}`, `thread ${poll}`]);
    expect(h.state(poll).poll.threadId).toBe('902');
  });

  it('shows the end of a poll that was cancelled while it was being posted', async () => {
    const h = pollHarness();
    const jobs = jobRunner(h);
    const poll = h.publish();
    h.write(() => h.service.cancel({ ...h.by(creator), pollId: poll }));
    await jobs.runDue();
    expect(jobs.news()).toEqual([]);
    h.write(() => h.work.posted(poll, '950', h.clock.now()));
    await jobs.runDue();
    expect(jobs.news()).toEqual([`finish ${poll}`]);
  });
});

describe('closing', () => {
  it('on time shows the result once: the last edit, then the announcement', async () => {
    const { h, jobs, poll } = await posted({ closes: 'in 1 hour' });
    h.vote(poll, voter(1), { kind: 'choose', option: 2 });
    h.clock.advance(HOUR);
    await jobs.runDue();
    const closing = jobs.shown.filter((each) => each.what === 'finish' || each.what === 'announce');
    expect(closing.map((each) => each.what)).toEqual(['finish', 'announce']);
    expect(closing[0]?.state).toMatchObject({
      phase: 'closed',
      result: { winners: [2] },
      poll: { closeReason: 'time' },
    });
    jobs.news();
    h.clock.advance(DAY);
    await jobs.runDue();
    expect(jobs.news()).toEqual([]);
    expect(h.queued()).toEqual([]);
  });

  it.each(['finish', 'announce'] as const)(
    'goes on after Discord failed at "%s", announced with one nonce',
    async (what) => {
      const { h, jobs, poll } = await posted({ closes: 'in 1 hour' });
      h.clock.advance(HOUR);
      jobs.answers.set(what, lost);
      await jobs.runDue();
      expect(h.state(poll).poll.status).toBe('closed');
      jobs.answers.clear();
      h.clock.advance(MINUTE);
      await jobs.runDue();
      const announced = jobs.shown.filter((each) => each.what === 'announce');
      expect(new Set(announced.map((each) => each.nonce)).size).toBe(1);
      expect(announced.at(-1)?.mayHaveHappened).toBe(true);
      expect(h.queued()).toEqual([]);
    },
  );

  it('killed before it was recorded announces again under the same nonce only', async () => {
    const { h, jobs, poll } = await posted({ closes: 'in 1 hour' });
    h.clock.advance(HOUR);
    jobs.answers.set('announce', lost);
    await jobs.killAfterNext();
    jobs.answers.clear();
    await jobs.runDue();
    const announced = jobs.shown.filter((each) => each.what === 'announce');
    expect(announced.map((each) => each.mayHaveHappened)).toEqual([false, true]);
    expect(announced[0]?.nonce).toBe(announced[1]?.nonce);
    jobs.news();
    expect(h.state(poll).phase).toBe('closed');
  });

  it('killed after it was shown does not show anything again', async () => {
    const { h, jobs } = await posted({ closes: 'in 1 hour' });
    h.clock.advance(HOUR);
    await jobs.killAfterNext();
    jobs.news();
    await jobs.runDue();
    expect(jobs.news()).toEqual([]);
    expect(h.queued()).toEqual([]);
  });

  it('with the message gone closes the poll, tells the creator once and stops', async () => {
    const { h, jobs, poll } = await posted({ closes: 'in 1 hour' });
    jobs.news();
    jobs.answers.set('finish', gone);
    h.clock.advance(HOUR);
    await jobs.runDue();
    h.clock.advance(DAY);
    await jobs.runDue();
    expect(jobs.news()).toEqual([`finish ${poll}`, `notice ${poll} message-gone`]);
    expect(h.state(poll)).toMatchObject({
      phase: 'closed',
      poll: { closeReason: 'time', messageId: undefined },
    });
    expect(h.queued()).toEqual([]);
  });

  it('without the permission to show it waits, and the poll is closed all the same', async () => {
    const { h, jobs, poll } = await posted({ closes: 'in 1 hour' });
    jobs.answers.set('finish', forbidden);
    h.clock.advance(HOUR);
    await jobs.runDue();
    expect(h.state(poll).poll.status).toBe('closed');
    jobs.answers.clear();
    jobs.news();
    h.clock.advance(HOUR);
    await jobs.runDue();
    expect(jobs.news()).toEqual([`finish ${poll}`, `announce ${poll}`]);
  });

  it('of a cancelled poll only takes its controls away', async () => {
    const { h, jobs, poll } = await posted();
    jobs.news();
    h.write(() => h.service.cancel({ ...h.by(creator), pollId: poll }));
    await jobs.runDue();
    expect(jobs.news()).toEqual([`finish ${poll}`]);
  });

  it('again after a reopening announces again, under another nonce', async () => {
    const { h, jobs, poll } = await posted({ closes: 'in 1 hour' });
    h.clock.advance(HOUR);
    await jobs.runDue();
    h.write(() => h.service.reopen({ ...h.by(creator), pollId: poll, text: 'in 2 hours', locale: 'en' }));
    await jobs.runDue();
    expect(jobs.shown.filter((each) => each.what === 'refresh')).toHaveLength(1);
    h.clock.advance(2 * HOUR);
    await jobs.runDue();
    const announced = jobs.shown.filter((each) => each.what === 'announce');
    expect(announced).toHaveLength(2);
    expect(announced[0]?.nonce).not.toBe(announced[1]?.nonce);
    expect(h.queued()).toEqual([]);
  });

  it('of 1,000 polls found late after a restart closes each once, at its own time', async () => {
    const h = pollHarness();
    const jobs = jobRunner(h);
    const polls = Array.from({ length: 1_000 }, (_, number) => {
      h.clock.set(Date.UTC(2026, 2, 4, 12) + number * 50);
      const poll = h.publish({ closes: 'in 1 hour' });
      h.write(() => h.work.posted(poll, String(10_000 + number), h.clock.now()));
      return poll;
    });
    const due = polls.map((poll) => h.state(poll).poll.closesAt);
    h.clock.advance(3 * HOUR);
    await jobs.runDue();
    const announced = jobs.shown.filter((each) => each.what === 'announce').map((each) => each.poll);
    expect(announced.toSorted((a, b) => a - b)).toEqual(polls);
    expect(polls.map((poll) => h.state(poll).poll.closedAt)).toEqual(due);
    expect(h.queued()).toEqual([]);
  }, 30_000);
});

describe('keeping the message up to date', () => {
  it('takes one job however many people vote, until it has been quiet', async () => {
    const { h, jobs, poll } = await posted();
    jobs.news();
    for (let number = 1; number <= 30; number += 1)
      h.vote(poll, voter(number), { kind: 'choose', option: 0 });
    expect(h.queued().filter((job) => job.kind === 'poll.refresh')).toHaveLength(1);
    h.clock.advance(2_000);
    await jobs.runDue();
    expect(jobs.news()).toEqual([`refresh ${poll}`]);
    h.vote(poll, voter(31), { kind: 'choose', option: 0 });
    h.clock.advance(15_000);
    await jobs.runDue();
    expect(jobs.news()).toEqual([`refresh ${poll}`]);
    h.clock.advance(15_000);
    await jobs.runDue();
    expect([jobs.news(), h.queued().map((job) => job.kind)]).toEqual([[], ['poll.close']]);
    h.vote(poll, voter(32), { kind: 'choose', option: 0 });
    expect(h.queued().map((job) => job.kind)).toEqual(['poll.close', 'poll.refresh']);
  });

  it('refreshes again after a restart, because the last edit may never have been made', async () => {
    const { h, jobs, poll } = await posted();
    h.vote(poll, voter(1), { kind: 'choose', option: 0 });
    h.clock.advance(2_000);
    await jobs.runDue();
    jobs.news();
    h.clock.advance(15_000);
    const afterRestart = jobRunner(h, 'second');
    await afterRestart.runDue();
    expect(afterRestart.news()).toEqual([`refresh ${poll}`]);
  });
});

describe('a repeating poll', () => {
  it('is made anew each week at the same time on the wall, through summer time', async () => {
    const { h, jobs, poll } = await posted({ recurrence: 'weekly', closes: 'in 2 days' });
    for (let day = 0; day < 28; day += 1) {
      h.clock.advance(DAY);
      await jobs.runDue();
    }
    const posts = jobs.shown.filter((each) => each.what === 'post');
    expect(posts.map((each) => each.poll)).toEqual([poll, poll + 1, poll + 2, poll + 3, poll + 4]);
    const windows = posts.slice(1).map(({ state }) => [state?.poll.opensAt, state?.poll.closesAt]);
    // 13:00 in Berlin is 12:00 UTC, and 11:00 from 29 March on.
    expect(windows).toEqual([
      [Date.UTC(2026, 2, 11, 12), Date.UTC(2026, 2, 13, 12)],
      [Date.UTC(2026, 2, 18, 12), Date.UTC(2026, 2, 20, 12)],
      [Date.UTC(2026, 2, 25, 12), Date.UTC(2026, 2, 27, 12)],
      [Date.UTC(2026, 3, 1, 11), Date.UTC(2026, 3, 3, 11)],
    ]);
  });

  it('skips what was missed instead of posting it late or twice', async () => {
    const { h, jobs, poll } = await posted({ recurrence: 'weekly', closes: 'in 2 days' });
    jobs.news();
    h.clock.advance(21 * DAY + HOUR);
    await jobs.runDue();
    const made = jobs.shown.filter((each) => each.what === 'post').map((each) => each.poll);
    expect(made).toEqual([poll + 1]);
    expect(h.state(poll + 1).poll).toMatchObject({
      opensAt: Date.UTC(2026, 2, 25, 12),
      closesAt: Date.UTC(2026, 2, 27, 12),
    });
  });

  it('that is found more than a day late waits for the next week', async () => {
    const { h, jobs } = await posted({ recurrence: 'weekly', closes: 'in 4 days' });
    jobs.news();
    h.clock.advance(7 * DAY + 25 * HOUR);
    await jobs.runDue();
    expect(jobs.news().filter((line) => line.startsWith('post'))).toEqual([]);
    expect(h.queued()).toEqual([
      expect.objectContaining({ kind: 'poll.repeat', runAt: Date.UTC(2026, 2, 18, 12) }),
    ]);
  });

  it('is made once though the process is killed before that is recorded', async () => {
    const { h, jobs, poll } = await posted({ recurrence: 'weekly', closes: 'in 2 days' });
    h.clock.advance(2 * DAY);
    await jobs.runDue();
    jobs.news();
    h.clock.advance(5 * DAY);
    await jobs.killAfterNext();
    await jobs.runDue();
    expect(jobs.news()).toEqual([`post ${poll + 1}`]);
    expect(h.queued().filter((job) => job.kind === 'poll.repeat')).toHaveLength(1);
  });

  it('ends when it is stopped, and the running one goes on', async () => {
    const { h, jobs, poll } = await posted({ recurrence: 'monthly', closes: 'in 2 days' });
    h.write(() => h.service.stopRepeating({ ...h.by(creator), pollId: poll }));
    expect(h.state(poll).phase).toBe('open');
    jobs.news();
    h.clock.advance(90 * DAY);
    await jobs.runDue();
    expect(jobs.news().filter((line) => line.startsWith('post'))).toEqual([]);
  });
});
