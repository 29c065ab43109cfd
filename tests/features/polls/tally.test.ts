import { describe, expect, it } from 'vitest';
import type { PollKind, Tally } from '../../../src/features/polls/model.ts';
import {
  emptyTally,
  isSettled,
  leaders,
  meanRating,
  moveTally,
  resultOf,
} from '../../../src/features/polls/tally.ts';

const tallyOf = (weights: number[], voters = weights.reduce((sum, each) => sum + each, 0)): Tally => ({
  voters,
  weight: weights.reduce((sum, each) => sum + each, 0),
  counts: weights,
  weights,
});
const noRunoff = () => ({ winners: [], rounds: [] });

describe('a result', () => {
  it('names all leaders as tied, by weight', () => {
    expect(leaders(tallyOf([2, 5, 5]))).toEqual([1, 2]);
    expect(leaders(emptyTally(3))).toEqual([]);
  });

  it('holds the weighted mean of a rating, and no winner', () => {
    const spec = { kind: 'rating', privacy: 'open', quorum: undefined } as const;
    const result = resultOf(spec, tallyOf([1, 0, 0, 0, 3]), noRunoff);
    expect(result).toMatchObject({ mean: 4, winners: [] });
    expect(meanRating(emptyTally(5))).toBeUndefined();
  });

  it('tells nothing but the number of voters under five votes in a poll that is not open', () => {
    const spec = { kind: 'single', privacy: 'sealed', quorum: 3 } as const;
    const weighted = { voters: 4, weight: 31, counts: [3, 1], weights: [30, 1] };
    expect(resultOf(spec, weighted, noRunoff)).toEqual({
      voters: 4,
      weight: 4,
      winners: [],
      tooFew: true,
      quorumMet: true,
      mean: undefined,
      rounds: [],
      tally: { voters: 4, weight: 4, counts: [], weights: [] },
    });
    expect(resultOf({ ...spec, privacy: 'open' }, weighted, noRunoff).winners).toEqual([0]);
    expect(resultOf(spec, { ...weighted, voters: 5 }, noRunoff).tooFew).toBe(false);
  });

  it('counts people, not weights, for the quorum', () => {
    const spec = { kind: 'single', privacy: 'open', quorum: 5 } as const;
    expect(resultOf(spec, tallyOf([10, 0], 4), noRunoff).quorumMet).toBe(false);
    expect(resultOf(spec, tallyOf([10, 0], 5), noRunoff).quorumMet).toBe(true);
  });

  it('moves every option of a multiple choice, and only the first of a ranking', () => {
    const vote = { ballot: [2, 0], weight: 3 };
    expect(moveTally('multiple', emptyTally(3), undefined, vote).weights).toEqual([3, 0, 3]);
    expect(moveTally('ranked', emptyTally(3), undefined, vote).weights).toEqual([0, 0, 3]);
    const there = moveTally('multiple', emptyTally(3), undefined, vote);
    expect(moveTally('multiple', there, vote, undefined)).toEqual(emptyTally(3));
  });
});

describe('a poll is settled', () => {
  const cases: [string, boolean, PollKind, Tally, number | undefined, number | undefined, number?][] = [
    ['when everybody has voted', true, 'ranked', tallyOf([1, 1, 1]), 3, undefined],
    ['not while one ranking is missing', false, 'ranked', tallyOf([9, 0, 0]), 10, undefined],
    ['not while one rating is missing', false, 'rating', tallyOf([9, 0, 0]), 10, undefined],
    ['when the lead is larger than all who are missing', true, 'single', tallyOf([4, 1]), 7, undefined],
    ['not when the missing could make it a tie', false, 'single', tallyOf([4, 1]), 8, undefined],
    ['not while the quorum is not met', false, 'single', tallyOf([4, 1]), 7, 6],
    ['not when the missing could have large weights', false, 'single', tallyOf([4, 1]), 7, undefined, 3],
    ['not when nobody knows how many may vote', false, 'single', tallyOf([99, 0]), undefined, undefined],
    ['not when nobody seems to be allowed to vote', false, 'single', tallyOf([99, 0]), 0, undefined],
    ['not without a vote', false, 'single', emptyTally(2), 1, undefined],
    ['even as a tie, when everybody has voted', true, 'single', tallyOf([2, 2]), 4, undefined],
  ];
  it.each(cases)('%s', (_, settled, kind, tally, eligible, quorum, heaviest) => {
    const weights = heaviest === undefined ? [] : [{ roleId: 'r', weight: heaviest }];
    expect(isSettled({ kind, quorum, weights }, tally, eligible)).toBe(settled);
  });
});
