import type { JobQueue } from '../../jobs/define-job.ts';
import type { CreatePoll } from './create-poll.ts';
import type { DraftRepository } from './draft-repository.ts';
import type { Endings } from './endings.ts';
import { channelJob, POLL_CLOSE, POLL_THREAD } from './job-kinds.ts';
import type { PollRepository } from './poll-repository.ts';
import type { PollState } from './ports.ts';
import { DAY, phaseOf, SHORTEST } from './rules.ts';
import { windowAfter } from './schedule.ts';
import type { Series, SeriesRepository } from './series-repository.ts';
import { stateOfPoll } from './state.ts';
import type { VoteRepository } from './vote-repository.ts';

/** What is left of a timed task after the truth has been read again. */
export type Due = { kind: 'nothing' } | { kind: 'later'; at: number } | { kind: 'now'; state: PollState };

export type PollWork = ReturnType<typeof createWorkService>;

export interface WorkServiceParts {
  polls: PollRepository;
  votes: VoteRepository;
  series: SeriesRepository;
  drafts: DraftRepository;
  jobs: JobQueue;
  endings: Endings;
  createPoll: CreatePoll;
}

/** A repeating poll that is found later than this is skipped: nobody waits for it any more. */
const LATEST_REPEAT = DAY;
const DRAFTS_KEPT = DAY;

/** The use cases behind the jobs. All are writes, but `find`. */
export function createWorkService(parts: WorkServiceParts) {
  const { polls, votes, series, drafts, jobs, endings, createPoll } = parts;

  const find = (pollId: number, now: number): PollState | undefined => {
    const stored = polls.find(pollId);
    return stored && stateOfPoll(votes, stored, now);
  };

  const asDue = (pollId: number, now: number): Due => {
    const state = find(pollId, now);
    return state ? { kind: 'now', state } : { kind: 'nothing' };
  };

  return {
    find,

    /** Opens a scheduled poll whose time has come. One whose whole window has passed unseen is cancelled. */
    openDue(pollId: number, now: number): Due {
      const poll = polls.find(pollId)?.poll;
      if (!poll || poll.messageId !== undefined) return { kind: 'nothing' };
      if (poll.status === 'scheduled') {
        const opensAt = poll.opensAt ?? now;
        if (now < opensAt) return { kind: 'later', at: opensAt };
        if (poll.closesAt < now + SHORTEST) {
          if (endings.cancel(poll, 'missed', now)) endings.tell(poll.id, 'missed', now);
          return { kind: 'nothing' };
        }
        if (polls.open(poll.id)) polls.record({ pollId, at: now, kind: 'opened' });
      } else if (phaseOf(poll, now) !== 'open') return { kind: 'nothing' };
      return asDue(pollId, now);
    },

    /** The message stands. A poll that ended while it was being posted is shown as ended next. */
    posted(pollId: number, messageId: string, now: number): void {
      const poll = polls.find(pollId)?.poll;
      if (!poll) return;
      polls.setMessage(pollId, messageId);
      if (phaseOf(poll, now) !== 'open') {
        polls.oweEnd(pollId);
        jobs.enqueue(channelJob(POLL_CLOSE, poll, now));
      } else if (poll.thread) jobs.enqueue(channelJob(POLL_THREAD, poll, now));
    },

    /** Closes a poll whose time has come; tells whether its end is still to be shown. */
    closeDue(pollId: number, now: number): Due {
      const poll = polls.find(pollId)?.poll;
      if (!poll) return { kind: 'nothing' };
      if (poll.status === 'scheduled') return { kind: 'later', at: poll.closesAt };
      if (poll.status === 'open') {
        if (now < poll.closesAt) return { kind: 'later', at: poll.closesAt };
        endings.endQuietly(poll, 'time', now);
      }
      return asDue(pollId, now);
    },

    /** True if the end of the poll has been shown already. */
    isFinished: (pollId: number): boolean => polls.find(pollId)?.finished ?? true,

    /** False if it was reopened meanwhile. */
    finished: (pollId: number, now: number): boolean => polls.setFinished(pollId, now),

    /** The poll's message or channel turned out to be gone. */
    lost(pollId: number, notice: 'message-gone' | 'channel-gone', now: number): void {
      const poll = polls.find(pollId)?.poll;
      if (!poll) return;
      const running = poll.status === 'open' || poll.status === 'scheduled';
      endings.lose(poll, notice, now);
      if (!running) endings.tell(pollId, notice, now);
    },

    cannotPost: (pollId: number, reason: string, now: number): void =>
      endings.tell(pollId, 'cannot-post', now, reason),

    threadOpened(pollId: number, threadId: string): void {
      polls.setThread(pollId, threadId);
    },

    /** The counters' version, and whether people still vote. */
    progress(pollId: number, now: number): { version: number; open: boolean } | undefined {
      const stored = polls.find(pollId);
      return stored && { version: stored.version, open: phaseOf(stored.poll, now) === 'open' };
    },

    /** True if nothing changed since `version`; the next vote queues a refresh again. */
    settleRefresh: (pollId: number, version: number): boolean => polls.settleRefresh(pollId, version),

    /**
     * Makes the poll of a series that is due, once, and tells when the next one is. After a long absence only
     * the newest is made, and that only while it is at most a day late and still has a minute to run.
     */
    repeat(seriesId: number, occurrence: number, dueAt: number, now: number): RepeatOutcome {
      const found = series.find(seriesId);
      if (!found?.active) return { next: undefined, pollId: undefined, skipped: 0 };
      const { window, passed, nextAt } = newestDue(found, dueAt, now);
      if (occurrence <= found.occurrence) {
        // Made before; only the record of this run was lost.
        return { next: { at: nextAt, occurrence: found.occurrence + 1 }, pollId: undefined, skipped: 0 };
      }
      const tooLate = now - window.opensAt > LATEST_REPEAT || window.closesAt < now + SHORTEST;
      if (tooLate) return { next: { at: nextAt, occurrence }, pollId: undefined, skipped: passed + 1 };
      series.advance(seriesId, occurrence);
      const { guildId, channelId, parentId, creatorId, timeZone } = found;
      const order = {
        guildId,
        channelId,
        parentId,
        creatorId,
        timeZone,
        now,
        spec: { ...found.spec, ...window },
      };
      const pollId = createPoll({ ...order, series: { id: seriesId, occurrence } });
      return { next: { at: nextAt, occurrence: occurrence + 1 }, pollId, skipped: passed };
    },

    /** Deletes drafts that nobody has touched for a day; tells how many. */
    purgeDrafts: (now: number): number => drafts.purge(now - DRAFTS_KEPT),
  };
}

export interface RepeatOutcome {
  /** Undefined: the series has ended. */
  next: { at: number; occurrence: number } | undefined;
  /** Undefined: nothing was made. */
  pollId: number | undefined;
  /** Occurrences that passed while nobody was there to make them. */
  skipped: number;
}

/** The newest window that has begun by `now`, counted from the one that begins at `dueAt`. */
function newestDue(found: Series, dueAt: number, now: number) {
  const series = { ...found, recurrence: found.spec.recurrence };
  let window = windowAfter(series, dueAt - 1);
  let next = windowAfter(series, window.opensAt);
  let passed = 0;
  for (; next.opensAt <= now; passed += 1) {
    window = next;
    next = windowAfter(series, window.opensAt);
  }
  return { window, passed, nextAt: next.opensAt };
}
