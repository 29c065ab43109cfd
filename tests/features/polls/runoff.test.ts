import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRunoff, type RankedBallots } from '../../../src/features/polls/runoff.ts';

/** "5: A B C" is five ballots that put A before B before C; options are counted from A. */
function election(...lines: string[]): RankedBallots[] {
  return lines.map((line) => {
    const [weight = '', ranking = ''] = line.split(': ');
    const letters = ranking.split(' ').filter((letter) => letter !== '');
    return { weight: Number(weight), ranking: letters.map((letter) => letter.charCodeAt(0) - 65) };
  });
}

function count(options: number, ...lines: string[]) {
  const { winners, rounds } = countRunoff(options, election(...lines));
  const letters = (list: readonly number[]) =>
    list.map((option) => String.fromCharCode(65 + option)).join('');
  return {
    winners: letters(winners),
    rounds: rounds.map(({ totals, eliminated, exhausted, undecided }) => {
      const line = totals.map(({ option, weight }) => `${letters([option])}${weight}`).join(' ');
      const dropped = eliminated.length > 0 ? ` -${letters(eliminated)}` : '';
      const tied = undecided.length > 0 ? ` ?${letters(undecided)}` : '';
      return `${line}${exhausted > 0 ? ` (${exhausted})` : ''}${dropped}${tied}`;
    }),
  };
}

describe('instant-runoff, against counts by hand', () => {
  it('ends in the first round with more than half', () => {
    expect(count(3, '6: A', '3: B A', '2: C B')).toEqual({ winners: 'A', rounds: ['A6 B3 C2'] });
  });

  it('does not take exactly half for a majority', () => {
    expect(count(3, '4: A', '3: B', '1: C B')).toEqual({ winners: 'AB', rounds: ['A4 B3 C1 -C', 'A4 B4'] });
  });

  it('lets the second preferences of the last decide (Tennessee)', () => {
    const tennessee = ['42: A B C D', '26: B C D A', '15: C D B A', '17: D C B A'];
    expect(count(4, ...tennessee)).toEqual({
      winners: 'D',
      rounds: ['A42 B26 C15 D17 -C', 'A42 B26 D32 -B', 'A42 D58'],
    });
  });

  it('drops tied options together when together they cannot overtake the next', () => {
    expect(count(4, '5: A', '4: B', '1: C B', '1: D B')).toEqual({
      winners: 'B',
      rounds: ['A5 B4 C1 D1 -CD', 'A5 B6'],
    });
  });

  it('drops options that nobody put first together', () => {
    expect(count(5, '3: A', '2: B', '2: C B').rounds[0]).toBe('A3 B2 C2 D0 E0 -DE');
  });

  it('breaks a tie at the bottom by who had fewer first preferences', () => {
    // In round 2 B and C have 4 each; C had only 3 in round 1.
    const result = count(4, '6: A', '4: B A', '3: C B', '1: D C');
    expect(result.rounds).toEqual(['A6 B4 C3 D1 -D', 'A6 B4 C4 -C', 'A6 B7 (1)']);
    expect(result.winners).toBe('B');
  });

  it('looks forwards: the earliest round that differs decides', () => {
    // F, then E and D go. When B and C tie in round 4, C was behind in round 1 although B was behind in round 2.
    const result = count(6, '20: A', '8: B A', '7: C B', '2: F C', '4: E B', '3: D C');
    const last = result.rounds.find((round) => round.endsWith('-C'));
    expect(result.rounds[0]).toBe('A20 B8 C7 D3 E4 F2 -F');
    expect(result.rounds[1]).toBe('A20 B8 C9 D3 E4 (0)'.replace(' (0)', '') + ' -D');
    expect(last).toBe('A20 B12 C12 -C');
  });

  it('draws no lot: a bottom tie that nothing decides names everybody who can win', () => {
    expect(count(3, '4: A', '3: B C', '3: C B')).toEqual({ winners: 'BC', rounds: ['A4 B3 C3 ?BC'] });
  });

  it('names one winner after an undecided bottom tie when every order leads to the same', () => {
    expect(count(3, '4: A', '3: B A', '3: C A')).toEqual({ winners: 'A', rounds: ['A4 B3 C3 ?BC'] });
  });

  it('names a tie of all when nothing speaks for anybody', () => {
    expect(count(3, '2: A', '2: B', '2: C')).toEqual({ winners: 'ABC', rounds: ['A2 B2 C2 ?ABC'] });
  });

  it('leaves out of a tie who could win in no order', () => {
    expect(count(3, '2: A B', '2: B A', '2: C B').winners).toBe('AB');
  });

  it('counts ballots that run out as exhausted, and the majority without them', () => {
    expect(count(3, '4: A', '3: B', '2: C')).toEqual({
      winners: 'A',
      rounds: ['A4 B3 C2 -C', 'A4 B3 (2)'],
    });
  });

  it('has no winner and no rounds without ballots', () => {
    expect(count(3)).toEqual({ winners: '', rounds: [] });
  });

  it('ends within a moment in a contrived election with many undecided ties', () => {
    const everyOrder = Array.from({ length: 600 }, (_, seed) => ({
      weight: 1,
      ranking: Array.from({ length: 25 }, (_, place) => (place * 7 + seed) % 25),
    }));
    const favourite = { weight: 30, ranking: [0] };
    expect(countRunoff(25, [...everyOrder, favourite]).winners.length).toBeGreaterThan(0);
  });
});

const OPTIONS = 5;
const ballots = fc.array(
  fc.record({
    weight: fc.integer({ min: 1, max: 4 }),
    ranking: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }),
  }),
  { minLength: 1, maxLength: 14 },
);
const totalWeight = (all: readonly RankedBallots[]) => all.reduce((sum, each) => sum + each.weight, 0);

describe('instant-runoff, for any ballots,', () => {
  it('lets whoever has a majority of first preferences win in one round', () => {
    fc.assert(
      fc.property(ballots, fc.integer({ min: 0, max: 4 }), (all, favourite) => {
        const majority = { weight: totalWeight(all) + 1, ranking: [favourite] };
        const { winners, rounds } = countRunoff(OPTIONS, [...all, majority]);
        expect([winners, rounds.length]).toEqual([[favourite], 1]);
      }),
    );
  });

  it('conserves the weight in every round and never counts who has dropped out', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const gone = new Set<number>();
        for (const round of countRunoff(OPTIONS, all).rounds) {
          const counted = round.totals.reduce((sum, each) => sum + each.weight, round.exhausted);
          expect(counted).toBe(totalWeight(all));
          expect(round.totals.some((each) => gone.has(each.option))).toBe(false);
          for (const option of round.eliminated) gone.add(option);
        }
      }),
    );
  });

  it('does not care in which order options or ballots stand', () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: OPTIONS });
    fc.assert(
      fc.property(ballots, orders, (all, order) => {
        const renamed = all
          .map((each) => ({ ...each, ranking: each.ranking.map((option) => order[option] ?? -1) }))
          .toReversed();
        const { winners } = countRunoff(OPTIONS, all);
        const expected = winners.map((option) => order[option] ?? -1).toSorted((a, b) => a - b);
        expect(countRunoff(OPTIONS, renamed).winners).toEqual(expected);
      }),
    );
  });

  it('takes a weight for as many ballots', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const single = all.flatMap((each) =>
          Array.from({ length: each.weight }, () => ({ ranking: each.ranking, weight: 1 })),
        );
        expect(countRunoff(OPTIONS, single)).toEqual(countRunoff(OPTIONS, all));
      }),
    );
  });

  it('never elects alone whoever loses against every other', () => {
    fc.assert(
      fc.property(ballots, (all) => {
        const { winners } = countRunoff(OPTIONS, all);
        const [winner] = winners;
        if (winner === undefined || winners.length > 1) return;
        const others = [0, 1, 2, 3, 4].filter((option) => option !== winner);
        expect(others.every((other) => losesAgainst(all, winner, other))).toBe(false);
      }),
    );
  });

  it('elects one of the clones if it elected the original alone', () => {
    fc.assert(
      fc.property(ballots, fc.integer({ min: 0, max: 4 }), (all, original) => {
        const clone = OPTIONS;
        const cloned = all.flatMap(({ ranking, weight }) => {
          const place = ranking.indexOf(original);
          if (place < 0) return [{ ranking, weight: weight * 2 }];
          const withClones = (pair: number[]) => ranking.toSpliced(place, 1, ...pair);
          return [
            { ranking: withClones([original, clone]), weight },
            { ranking: withClones([clone, original]), weight },
          ];
        });
        const before = countRunoff(OPTIONS, all);
        const decided = before.winners.length === 1 && before.rounds.every((round) => !tiesMatter(round));
        fc.pre(decided);
        const { winners } = countRunoff(OPTIONS + 1, cloned);
        const folded = new Set(winners.map((option) => (option === clone ? original : option)));
        expect([...folded]).toEqual(before.winners);
      }),
      { numRuns: 300 },
    );
  });
});

function losesAgainst(all: readonly RankedBallots[], one: number, other: number): boolean {
  let balance = 0;
  for (const { ranking, weight } of all) {
    const places = [ranking.indexOf(one), ranking.indexOf(other)].map((place) => (place < 0 ? 99 : place));
    balance += weight * Math.sign((places[1] ?? 0) - (places[0] ?? 0));
  }
  return balance < 0;
}

/** Tie-breaking looks at earlier rounds, which clones change; the criterion is about counts without ties. */
function tiesMatter(round: { totals: readonly { weight: number }[]; undecided: readonly number[] }): boolean {
  const weights = round.totals.map((each) => each.weight);
  return new Set(weights).size < weights.length || round.undecided.length > 0;
}
