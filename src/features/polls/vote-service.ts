import type { JobQueue } from '../../jobs/define-job.ts';
import { type OnAct, unheard } from '../../shared/act.ts';
import { isReplay } from '../../shared/replay.ts';
import type { Endings } from './endings.ts';
import { POLL_REFRESH } from './job-kinds.ts';
import type { Ballot } from './model.ts';
import type { PollRepository } from './poll-repository.ts';
import type { StoredPoll } from './poll-row.ts';
import type { PollService, VoteOutcome } from './ports.ts';
import { changeBallot, checkMayVote, phaseOf, refuse, tallyFor, weightOf } from './rules.ts';
import { sealedVoter } from './seal.ts';
import { loadPoll, stateOfPoll } from './state.ts';
import { isSettled, moveTally } from './tally.ts';
import type { StoredVote, VoteRepository } from './vote-repository.ts';

export interface VoteServiceParts {
  polls: PollRepository;
  votes: VoteRepository;
  jobs: JobQueue;
  endings: Endings;
  onAct?: OnAct;
}

const VOTERS_PER_PAGE = 50;
/** After a vote the message is refreshed at once by whoever took it; the job is for what a crash swallows. */
const REFRESH_AFTER = 2_000;

/**
 * Votes. `castVote` runs four statements (poll with counters and key, own vote, upsert, counters), whatever the
 * size of the poll, and a fifth with the first vote after a quiet time.
 */
export function createVoteService(
  parts: VoteServiceParts,
): Pick<PollService, 'castVote' | 'ownVote' | 'whoVoted'> {
  const { polls, votes, jobs, endings, onAct = unheard } = parts;

  const outcome = (stored: StoredPoll, vote: StoredVote | undefined, now: number): VoteOutcome => {
    const state = stateOfPoll(votes, stored, now);
    return {
      state,
      ballot: vote?.ballot ?? [],
      tally: tallyFor(state, stored.tally, vote !== undefined),
      changed: false,
      weight: vote?.weight ?? 1,
      settled: false,
    };
  };

  /** Undefined for a sealed poll whose key is gone: nobody can find the vote any more. */
  const voterKey = ({ poll, sealKey }: StoredPoll, userId: string): string | undefined => {
    if (poll.privacy !== 'sealed') return userId;
    return sealKey && sealedVoter(sealKey, userId);
  };

  return {
    castVote({ guildId, channelId, pollId, actor, interactionId, change, eligible, now }) {
      const stored = loadPoll(polls, guildId, pollId);
      checkMayVote(stored.poll, actor, channelId, now);
      const voter = voterKey(stored, actor.userId);
      if (voter === undefined) throw new Error(`sealed poll ${pollId} is open without its key`);
      const before = votes.find(pollId, voter);
      if (before && isReplay(interactionId, before.interactionId)) return outcome(stored, before, now);

      const ballot = changeBallot(stored.poll, before?.ballot ?? [], change);
      const weight = weightOf(stored.poll.weights, actor);
      const after = ballot.length > 0 ? { voter, ballot, weight, interactionId, castAt: now } : undefined;
      if (isSameVote(before, after)) return outcome(stored, before, now);

      if (after) votes.save(pollId, after);
      else votes.remove(pollId, voter);
      // Of a sealed poll nobody can tell later who voted.
      if (after && !before && stored.poll.privacy !== 'sealed') {
        onAct({ guildId, userId: actor.userId, kind: 'votes', at: now });
      }
      const tally = moveTally(stored.poll.kind, stored.tally, before, after);
      polls.saveTally(pollId, tally);
      if (!stored.refreshing) {
        jobs.enqueue({
          kind: POLL_REFRESH,
          key: String(pollId),
          runAt: now + REFRESH_AFTER,
          payload: { pollId },
        });
      }
      const settled = stored.poll.closeEarly && !stored.reopened && isSettled(stored.poll, tally, eligible);
      if (!settled) return { ...outcome({ ...stored, tally }, after, now), changed: true };
      endings.end(stored.poll, 'settled', now);
      return { ...outcome(loadPoll(polls, guildId, pollId), after, now), changed: true, settled: true };
    },

    ownVote({ guildId, pollId, actor, now }) {
      const stored = loadPoll(polls, guildId, pollId);
      const forgotten = stored.poll.privacy === 'sealed' && phaseOf(stored.poll, now) !== 'open';
      const voter = forgotten ? undefined : voterKey(stored, actor.userId);
      const vote = voter === undefined ? undefined : votes.find(pollId, voter);
      return outcome(stored, vote, now);
    },

    whoVoted({ guildId, pollId, actor, page, now }) {
      const stored = loadPoll(polls, guildId, pollId);
      if (stored.poll.privacy !== 'open') refuse('polls.refusals.names-hidden');
      const state = stateOfPoll(votes, stored, now);
      const own = state.hidden === 'after-voting' ? votes.find(pollId, actor.userId) : undefined;
      if (tallyFor(state, stored.tally, own !== undefined) === undefined)
        refuse('polls.refusals.results-hidden');
      const total = stored.tally.voters;
      const pages = Math.max(1, Math.ceil(total / VOTERS_PER_PAGE));
      const given = Math.min(Math.max(0, Math.trunc(page) || 0), pages - 1);
      const rows = votes.page(pollId, VOTERS_PER_PAGE, given * VOTERS_PER_PAGE);
      return {
        rows: rows.map(({ voter, ballot, weight, castAt }) => ({ userId: voter, ballot, weight, castAt })),
        page: given,
        pages,
        total,
      };
    },
  };
}

function isSameVote(before: StoredVote | undefined, after: StoredVote | undefined): boolean {
  if (!before || !after) return before === after;
  return before.weight === after.weight && sameBallot(before.ballot, after.ballot);
}

function sameBallot(a: Ballot, b: Ballot): boolean {
  return a.length === b.length && a.every((option, place) => option === b[place]);
}
