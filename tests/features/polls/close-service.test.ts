import { describe, expect, it } from 'vitest';
import type { BallotChange } from '../../../src/features/polls/ports.ts';
import {
  CHANNEL,
  CREATOR,
  DAY,
  HOUR,
  MINUTE,
  member,
  pollHarness,
  refusalOf,
  STAFF_ROLE,
  voter,
} from './harness.ts';

const creator = member(CREATOR);
const staff = member('77', [STAFF_ROLE]);
const choose = (option: number): BallotChange => ({ kind: 'choose', option });

function opened() {
  const h = pollHarness();
  const poll = h.publish();
  h.write(() => h.work.posted(poll, '900', h.clock.now()));
  const call = (actor = creator) => ({ ...h.by(actor), pollId: poll });
  const until = (text: string, actor = creator) => ({ ...call(actor), text, locale: 'en' as const });
  return { h, poll, call, until };
}

describe('closing by hand', () => {
  it('ends the poll at once, is recorded, and doing it again changes nothing', () => {
    const { h, poll, call } = opened();
    h.vote(poll, voter(1), choose(1));
    h.clock.advance(MINUTE);
    const now = h.clock.now();
    expect(h.write(() => h.service.close(call(staff))).changed).toBe(true);
    expect(h.state(poll)).toMatchObject({
      phase: 'closed',
      poll: { status: 'closed', closedAt: now, closeReason: 'hand' },
      result: { winners: [1], voters: 1 },
    });
    expect(h.events(poll).at(-1)).toEqual({ kind: 'closed', actorId: staff.userId, at: now });
    expect(h.queued()).toContainEqual({ kind: 'poll.close', key: String(poll), runAt: now });
    const before = h.events(poll);
    expect(h.write(() => h.service.close(call())).changed).toBe(false);
    expect(h.events(poll)).toEqual(before);
  });

  it('after the closing time counts as closed on time', () => {
    const { h, poll, call } = opened();
    const { closesAt } = h.state(poll).poll;
    h.clock.advance(4 * DAY);
    expect(h.write(() => h.service.close(call())).changed).toBe(false);
    expect(h.state(poll).poll).toMatchObject({ closeReason: 'time', closedAt: closesAt });
  });

  it.each(['close', 'cancel', 'stopRepeating'] as const)('is for the creator and staff: %s', (act) => {
    const { h, poll, call } = opened();
    const before = h.state(poll);
    expect(refusalOf(() => h.write(() => h.service[act](call(voter(1))))).code).toBe('may-not-manage');
    expect(refusalOf(() => h.write(() => h.service[act]({ ...call(), guildId: '1' }))).code).toBe(
      'not-found',
    );
    expect(h.state(poll)).toEqual(before);
    expect([call(), call(staff), call(voter(1))].map((each) => h.service.maySteer(each))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('extending', () => {
  it('moves the closing time later and the job with it', () => {
    const { h, poll, until } = opened();
    const before = h.state(poll).poll.closesAt;
    h.write(() => h.service.extend(until('in 5 days')));
    const closesAt = h.clock.now() + 5 * DAY;
    expect([before < closesAt, h.state(poll).poll.closesAt]).toEqual([true, closesAt]);
    expect(h.queued()).toContainEqual({ kind: 'poll.close', key: String(poll), runAt: closesAt });
    expect(h.queued()).toContainEqual({ kind: 'poll.refresh', key: String(poll), runAt: h.clock.now() });
  });

  const refusals: [string, string][] = [
    ['in 1 day', 'not-extended'],
    ['in 900 days', 'close-too-far'],
    ['when we feel like it', 'time-not-understood'],
    ['', 'time-not-understood'],
    ['friday at 5', 'time-half-of-day'],
  ];
  it.each(refusals)('to "%s" is refused: %s', (text, code) => {
    const { h, poll, until } = opened();
    const before = h.state(poll);
    expect(refusalOf(() => h.write(() => h.service.extend(until(text)))).code).toBe(code);
    expect(h.state(poll)).toEqual(before);
  });

  it('that is not understood is repeated as it was typed, so that it can play no tricks', () => {
    const { h, until } = opened();
    const { params } = refusalOf(() => h.write(() => h.service.extend(until('**now** <@&1>'))));
    expect(params).toMatchObject({ text: String.raw`\*\*now\*\* \<@&1\>` });
  });

  it('is refused once the closing time has come', () => {
    const { h, until } = opened();
    h.clock.advance(3 * DAY);
    expect(refusalOf(() => h.write(() => h.service.extend(until('in 5 days')))).code).toBe('closed');
  });
});

describe('reopening', () => {
  it('keeps the votes, takes new ones, and no longer closes early', () => {
    const h = pollHarness();
    const poll = h.publish({ closeEarly: true });
    h.write(() => h.work.posted(poll, '900', h.clock.now()));
    h.vote(poll, voter(1), choose(0), { eligible: 1 });
    expect(h.state(poll).poll.closeReason).toBe('settled');
    const call = { ...h.by(creator), pollId: poll, text: 'in 2 days', locale: 'en' as const };
    h.write(() => h.service.reopen(call));
    expect(h.state(poll)).toMatchObject({
      phase: 'open',
      voters: 1,
      poll: {
        status: 'open',
        closedAt: undefined,
        closeReason: undefined,
        closesAt: h.clock.now() + 2 * DAY,
      },
    });
    const outcome = h.vote(poll, voter(1), choose(2), { eligible: 1 });
    expect(outcome).toMatchObject({ settled: false, ballot: [2] });
    expect(h.events(poll)).toMatchObject([
      { kind: 'published' },
      { kind: 'closed' },
      { kind: 'reopened', actorId: CREATOR },
    ]);
  });

  it('works between the closing time and the job, and the job then leaves the poll alone', () => {
    const { h, poll, until } = opened();
    h.clock.advance(3 * DAY);
    h.write(() => h.service.reopen(until('in 1 day')));
    expect(h.write(() => h.work.closeDue(poll, h.clock.now()))).toEqual({
      kind: 'later',
      at: h.clock.now() + DAY,
    });
    expect(h.state(poll).phase).toBe('open');
  });

  it('is refused for a running poll, a cancelled one, and one whose message is gone', () => {
    const running = opened();
    const { h } = running;
    expect(refusalOf(() => h.write(() => h.service.reopen(running.until('in 9 days')))).code).toBe(
      'not-closed',
    );
    h.write(() => h.service.cancel(running.call()));
    expect(refusalOf(() => h.write(() => h.service.reopen(running.until('in 9 days')))).code).toBe(
      'cancelled',
    );
    const lost = opened();
    lost.h.write(() => lost.h.service.forgetMessage({ messageId: '900', now: lost.h.clock.now() }));
    const reopen = () => lost.h.write(() => lost.h.service.reopen(lost.until('in 9 days')));
    expect(refusalOf(reopen).code).toBe('message-gone');
  });
});

describe('cancelling', () => {
  it('ends a poll without a result, also before it opened', () => {
    const { h, poll, call } = opened();
    h.write(() => h.service.cancel(call()));
    expect(h.state(poll)).toMatchObject({ phase: 'cancelled', result: undefined });
    const scheduled = h.publish({ opens: 'in 1 hour' });
    h.write(() => h.service.cancel({ ...h.by(creator), pollId: scheduled }));
    expect(h.queued().filter((job) => job.kind === 'poll.post' && job.key === String(scheduled))).toEqual([]);
  });

  it('is refused for a closed poll', () => {
    const { h, call } = opened();
    h.write(() => h.service.close(call()));
    expect(refusalOf(() => h.write(() => h.service.cancel(call()))).code).toBe('closed');
  });
});

describe('when Discord loses the place of a poll', () => {
  it('closes it in the store and tells its creator once', () => {
    const { h, poll } = opened();
    h.vote(poll, voter(1), choose(0));
    expect(h.state(poll).phase).toBe('open');
    for (let times = 0; times < 2; times += 1) {
      h.write(() => h.service.forgetMessage({ messageId: '900', now: h.clock.now() }));
    }
    expect(h.state(poll)).toMatchObject({
      phase: 'closed',
      poll: { closeReason: 'lost', messageId: undefined },
      result: { winners: [0] },
    });
    const notices = h.queued().filter((job) => job.kind === 'poll.notice');
    expect(notices.map((job) => job.key)).toEqual([`${poll}:message-gone`]);
  });

  it('closes every poll of a deleted channel, and ends the series there', () => {
    const { h, poll } = opened();
    const weekly = h.publish({ recurrence: 'weekly' });
    const scheduled = h.publish({ opens: 'in 1 hour' });
    h.write(() => h.service.forgetChannel({ channelId: CHANNEL, now: h.clock.now() }));
    expect([poll, weekly, scheduled].map((id) => h.state(id).phase)).toEqual([
      'closed',
      'closed',
      'cancelled',
    ]);
    expect(h.queued().filter((job) => job.kind === 'poll.repeat')).toEqual([]);
  });

  it('says no longer that it repeats once somebody has stopped that', () => {
    const { h } = opened();
    const weekly = h.publish({ recurrence: 'weekly' });
    expect(h.state(weekly).poll.recurrence).toBe('weekly');
    h.write(() => h.service.stopRepeating({ ...h.by(creator), pollId: weekly }));
    expect(h.state(weekly).poll.recurrence).toBe('never');
  });

  it('only forgets a deleted discussion thread', () => {
    const { h, poll } = opened();
    h.write(() => h.work.threadOpened(poll, '950'));
    h.write(() => h.service.forgetChannel({ channelId: '950', now: h.clock.now() }));
    expect(h.state(poll)).toMatchObject({ phase: 'open', poll: { threadId: undefined } });
  });

  it('does not mind a message that is no poll', () => {
    const { h, poll } = opened();
    const before = h.state(poll);
    h.write(() => h.service.forgetMessage({ messageId: '1', now: h.clock.now() }));
    expect(h.state(poll)).toEqual(before);
  });
});

it('a poll of 90 days is open the day before and closed on the day', () => {
  const h = pollHarness();
  const poll = h.publish({ closes: 'in 90 days' });
  h.clock.set(h.state(poll).poll.closesAt - HOUR);
  expect(h.state(poll).phase).toBe('open');
  h.clock.advance(HOUR);
  expect(h.state(poll).phase).toBe('closed');
});
