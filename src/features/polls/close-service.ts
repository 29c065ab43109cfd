import type { Locale } from '../../i18n/translate.ts';
import type { JobQueue } from '../../jobs/define-job.ts';
import { plainLine } from '../../shared/text.ts';
import { understandTime } from '../../shared/time-text.ts';
import type { Endings } from './endings.ts';
import { unclearPart } from './input.ts';
import { channelJob, POLL_CLOSE, POLL_REFRESH } from './job-kinds.ts';
import type { Poll } from './model.ts';
import type { PollRepository } from './poll-repository.ts';
import type { StoredPoll } from './poll-row.ts';
import type { Call, PollPolicy, PollService } from './ports.ts';
import { asTyped, checkClosingTime, phaseOf, refuse, seconds } from './rules.ts';
import { loadPoll, stateOfPoll } from './state.ts';
import type { VoteRepository } from './vote-repository.ts';

export interface CloseServiceParts {
  polls: PollRepository;
  votes: VoteRepository;
  jobs: JobQueue;
  policy: PollPolicy;
  endings: Endings;
}

type Steering = 'close' | 'extend' | 'reopen' | 'cancel' | 'stopRepeating' | 'maySteer';

/** What the creator and staff may do with a poll, and what happens to it when Discord loses its place. */
export function createCloseService(
  parts: CloseServiceParts,
): Pick<PollService, Steering | 'forgetMessage' | 'forgetChannel'> {
  const { polls, votes, jobs, policy, endings } = parts;

  const maySteer = (poll: Poll, { guildId, actor }: Call): boolean =>
    poll.creatorId === actor.userId || policy.mayManage(guildId, actor);

  const loadToSteer = (call: Call & { pollId: number }): StoredPoll => {
    const stored = loadPoll(polls, call.guildId, call.pollId);
    if (!maySteer(stored.poll, call)) refuse('polls.refusals.may-not-manage');
    return stored;
  };

  const stateNow = ({ guildId, pollId, now }: { guildId: string; pollId: number; now: number }) =>
    stateOfPoll(votes, loadPoll(polls, guildId, pollId), now);

  const readTime = (call: Call & { text: string; locale: Locale }, poll: Poll): number => {
    const { text, locale, now } = call;
    const read = understandTime(text, { now, timeZone: poll.timeZone, locale });
    if ('at' in read) return read.at;
    const line = plainLine(text);
    const typed = asTyped(line);
    const rest = unclearPart(line, read.rest);
    if (read.problem === 'not-understood' && rest !== undefined)
      refuse('polls.refusals.time-unclear', { text: typed, rest: asTyped(rest) });
    return refuse(timeRefusals[read.problem], { text: typed });
  };

  const refresh = (pollId: number, now: number) =>
    jobs.enqueue({ kind: POLL_REFRESH, key: String(pollId), runAt: now, payload: { pollId } });

  return {
    maySteer: (call) => maySteer(loadPoll(polls, call.guildId, call.pollId).poll, call),

    close(call) {
      const { poll } = loadToSteer(call);
      const phase = phaseOf(poll, call.now);
      if (phase === 'scheduled')
        refuse('polls.refusals.not-open-yet', { opensAt: seconds(poll.opensAt ?? 0) });
      if (phase === 'cancelled') refuse('polls.refusals.cancelled');
      const late = poll.closesAt <= call.now;
      const actorId = late ? undefined : call.actor.userId;
      const ended = endings.end(poll, late ? 'time' : 'hand', call.now, actorId);
      return { state: stateNow(call), changed: ended && !late };
    },

    extend(call) {
      const { poll } = loadToSteer(call);
      const closesAt = readTime(call, poll);
      const phase = phaseOf(poll, call.now);
      if (phase === 'cancelled') refuse('polls.refusals.cancelled');
      if (phase === 'closed')
        refuse('polls.refusals.closed', { closedAt: seconds(poll.closedAt ?? poll.closesAt) });
      if (phase === 'scheduled')
        refuse('polls.refusals.not-open-yet', { opensAt: seconds(poll.opensAt ?? 0) });
      if (closesAt <= poll.closesAt) refuse('polls.refusals.not-extended');
      checkClosingTime(poll, closesAt, call.now);
      polls.extend(poll.id, closesAt, call.now);
      const { userId: actorId } = call.actor;
      const detail = { from: poll.closesAt, to: closesAt };
      polls.record({ pollId: poll.id, at: call.now, kind: 'extended', actorId, detail });
      jobs.enqueue(channelJob(POLL_CLOSE, poll, closesAt));
      refresh(poll.id, call.now);
      return stateNow(call);
    },

    reopen(call) {
      const { poll } = loadToSteer(call);
      const phase = phaseOf(poll, call.now);
      if (phase === 'cancelled') refuse('polls.refusals.cancelled');
      if (phase !== 'closed') refuse('polls.refusals.not-closed');
      if (poll.privacy === 'sealed') refuse('polls.refusals.sealed-stays-closed');
      if (poll.messageId === undefined) refuse('polls.refusals.message-gone');
      const closesAt = readTime(call, poll);
      checkClosingTime(poll, closesAt, call.now);
      polls.reopen(poll.id, closesAt, call.now);
      const { userId: actorId } = call.actor;
      polls.record({ pollId: poll.id, at: call.now, kind: 'reopened', actorId, detail: { to: closesAt } });
      jobs.enqueue(channelJob(POLL_CLOSE, poll, closesAt));
      refresh(poll.id, call.now);
      return stateNow(call);
    },

    cancel(call) {
      const { poll, seriesId } = loadToSteer(call);
      const phase = phaseOf(poll, call.now);
      if (phase === 'closed')
        refuse('polls.refusals.closed', { closedAt: seconds(poll.closedAt ?? poll.closesAt) });
      if (phase !== 'cancelled') endings.cancel(poll, 'cancelled', call.now, call.actor.userId);
      endings.endSeries(seriesId);
      return stateNow(call);
    },

    stopRepeating(call) {
      const { poll, seriesId } = loadToSteer(call);
      if (!endings.endSeries(seriesId)) refuse('polls.refusals.not-repeating');
      polls.record({ pollId: poll.id, at: call.now, kind: 'repeat-stopped', actorId: call.actor.userId });
      return stateNow(call);
    },

    forgetMessage({ messageId, now }) {
      const stored = polls.findByMessage(messageId);
      if (stored) endings.lose(stored.poll, 'message-gone', now);
    },

    forgetChannel({ channelId, now }) {
      for (const stored of polls.runningIn(channelId)) {
        // A poll outlives the thread that discusses it.
        if (stored.poll.channelId === channelId) endings.lose(stored.poll, 'channel-gone', now);
        else polls.setThread(stored.poll.id, undefined);
      }
    },
  };
}

const timeRefusals = {
  empty: 'polls.refusals.time-not-understood',
  'not-understood': 'polls.refusals.time-not-understood',
  'in-the-past': 'polls.refusals.time-in-the-past',
  'half-of-day': 'polls.refusals.time-half-of-day',
} as const;
