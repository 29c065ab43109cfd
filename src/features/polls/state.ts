import type { PollResult } from './model.ts';
import type { PollRepository } from './poll-repository.ts';
import type { StoredPoll } from './poll-row.ts';
import type { PollState } from './ports.ts';
import { hiddenBecause, phaseOf, refuse } from './rules.ts';
import { countRunoff } from './runoff.ts';
import { resultOf } from './tally.ts';
import type { VoteRepository } from './vote-repository.ts';

/** The poll of this server, or the refusal that there is none. */
export function loadPoll(polls: PollRepository, guildId: string, pollId: number): StoredPoll {
  const stored = Number.isSafeInteger(pollId) ? polls.find(pollId) : undefined;
  if (stored?.poll.guildId !== guildId) refuse('polls.refusals.not-found');
  return stored;
}

/** What everybody may see. Counts a ranked poll only once it is closed; that costs its number of rankings. */
export function stateOfPoll(votes: VoteRepository, stored: StoredPoll, now: number): PollState {
  const { poll, tally } = stored;
  const phase = phaseOf(poll, now);
  const hidden = hiddenBecause(poll, phase, tally.voters);
  return {
    poll,
    phase,
    voters: tally.voters,
    shown: hidden === undefined ? tally : undefined,
    hidden,
    result: phase === 'closed' ? resultOfPoll(votes, stored) : undefined,
  };
}

function resultOfPoll(votes: VoteRepository, { poll, tally }: StoredPoll): PollResult {
  return resultOf(poll, tally, () => countRunoff(poll.options.length, votes.rankings(poll.id)));
}
