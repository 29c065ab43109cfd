import type { Ballot, PollKind, PollResult, PollSpec, RunoffRound, Tally } from './model.ts';

/** Below this many voters a poll that is not open shows no counts: they would tell who chose what. */
export const FEWEST_FOR_BREAKDOWN = 5;

/** One stored vote, as the counters see it. */
export interface CountedVote {
  ballot: Ballot;
  weight: number;
}

export function emptyTally(options: number): Tally {
  return { voters: 0, weight: 0, counts: zeros(options), weights: zeros(options) };
}

/**
 * The tally after one voter's vote went from `before` to `after` (undefined: no vote). Costs the number of
 * options, whatever the number of voters.
 */
export function moveTally(
  kind: PollKind,
  tally: Tally,
  before: CountedVote | undefined,
  after: CountedVote | undefined,
): Tally {
  const counts = [...tally.counts];
  const weights = [...tally.weights];
  const add = (vote: CountedVote, sign: 1 | -1) => {
    for (const option of countedOptions(kind, vote.ballot)) {
      counts[option] = (counts[option] ?? 0) + sign;
      weights[option] = (weights[option] ?? 0) + sign * vote.weight;
    }
  };
  if (before) add(before, -1);
  if (after) add(after, 1);
  return {
    voters: tally.voters + (after ? 1 : 0) - (before ? 1 : 0),
    weight: tally.weight + (after?.weight ?? 0) - (before?.weight ?? 0),
    counts,
    weights,
  };
}

/** A ranking counts for its first preference, every other ballot for all its options. */
function countedOptions(kind: PollKind, ballot: Ballot): Ballot {
  return kind === 'ranked' ? ballot.slice(0, 1) : ballot;
}

/** Options with the largest weight: none without votes, several when they tie. */
export function leaders(tally: Tally): number[] {
  const most = Math.max(0, ...tally.weights);
  if (most === 0) return [];
  return [...tally.weights.keys()].filter((option) => tally.weights[option] === most);
}

/** The weighted mean of a rating, 1 to 5; undefined without votes. */
export function meanRating(tally: Tally): number | undefined {
  const weight = sum(tally.weights);
  if (weight === 0) return undefined;
  return sum(tally.weights.map((each, option) => each * (option + 1))) / weight;
}

export function isTooFew(spec: Pick<PollSpec, 'privacy'>, voters: number): boolean {
  return spec.privacy !== 'open' && voters > 0 && voters < FEWEST_FOR_BREAKDOWN;
}

/**
 * The result of a closed poll. With too few votes to be broken down it holds the number of voters and nothing
 * else, so that no view can tell more than it may. `runoff` is only asked for ranked polls.
 */
export function resultOf(
  spec: Pick<PollSpec, 'kind' | 'privacy' | 'quorum'>,
  tally: Tally,
  runoff: () => { winners: readonly number[]; rounds: readonly RunoffRound[] },
): PollResult {
  const quorumMet = tally.voters >= (spec.quorum ?? 0);
  if (isTooFew(spec, tally.voters)) {
    const withheld = { voters: tally.voters, weight: tally.voters, counts: [], weights: [] };
    return {
      voters: tally.voters,
      weight: tally.voters,
      winners: [],
      tooFew: true,
      quorumMet,
      mean: undefined,
      rounds: [],
      tally: withheld,
    };
  }
  const counted =
    spec.kind === 'ranked' ? runoff() : { winners: spec.kind === 'rating' ? [] : leaders(tally), rounds: [] };
  return {
    voters: tally.voters,
    weight: tally.weight,
    winners: counted.winners,
    tooFew: false,
    quorumMet,
    mean: spec.kind === 'rating' ? meanRating(tally) : undefined,
    rounds: counted.rounds,
    tally,
  };
}

/**
 * Whether a poll may close early. `eligible` is how many people may vote, or undefined where nobody knows:
 * then nothing is ever settled. Settled is
 * - for every kind: everybody who may vote has voted (and the quorum is met);
 * - for single and multiple choice also: the quorum is met, and the leader is further ahead of the next than
 *   all who have not voted could add together, each with the largest weight that the poll gives.
 * Ranked and rating polls have no such lead: any further ballot can change the order or the mean.
 * Those who voted could still have changed their minds; with early closing switched on they no longer can.
 */
export function isSettled(
  spec: Pick<PollSpec, 'kind' | 'quorum' | 'weights'>,
  tally: Tally,
  eligible: number | undefined,
): boolean {
  if (eligible === undefined || !(eligible > 0) || tally.voters === 0) return false;
  if (tally.voters < (spec.quorum ?? 0)) return false;
  const remaining = eligible - tally.voters;
  if (remaining <= 0) return true;
  if (spec.kind === 'ranked' || spec.kind === 'rating') return false;
  const [first = 0, second = 0] = tally.weights.toSorted((a, b) => b - a);
  const heaviest = Math.max(1, ...spec.weights.map((each) => each.weight));
  return first - second > remaining * heaviest;
}

function zeros(size: number): number[] {
  return Array.from({ length: size }, () => 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
