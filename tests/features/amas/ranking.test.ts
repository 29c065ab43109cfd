import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, ranked, weightOf } from '../../../src/features/amas/ranking.ts';

const count = fc.nat({ max: 50 });
const anyCandidate = fc.record({
  askerId: fc.constantFrom('a', 'b', 'c', 'd'),
  supports: count,
  alsoAsked: count,
  skips: fc.nat({ max: 5 }),
  firstTimer: fc.boolean(),
});
const anyCandidates = fc
  .array(anyCandidate, { maxLength: 40 })
  .map((all) => all.map((each, index): Candidate => ({ ...each, id: 100 + index, number: index + 1 })));
const anyAnswered = fc.subarray(['a', 'b', 'c', 'd']).map((ids) => new Set(ids));
const plain = { askerId: 'a', supports: 3, alsoAsked: 0, skips: 0, firstTimer: false };

describe('the weight of a question', () => {
  it.each([
    ['by its asker alone', { supports: 0 }, new Set(['a']), 1],
    ['by everybody who wants to know', { supports: 3, alsoAsked: 2 }, new Set(['a']), 6],
    ['doubled for whoever has no answer yet', {}, new Set<string>(), 8],
    ['half as much again for a first-timer', { firstTimer: true }, new Set<string>(), 12],
    ['shared by how often it was passed over', { skips: 1 }, new Set<string>(), 4],
  ])('counts %s', (_, given, answered, weight) => {
    expect(weightOf({ ...plain, ...given }, answered)).toBe(weight);
  });

  it('grows with support and falls with each skip', () => {
    fc.assert(
      fc.property(anyCandidate, anyAnswered, (one, answered) => {
        const weight = weightOf(one, answered);
        expect(weightOf({ ...one, supports: one.supports + 1 }, answered)).toBeGreaterThan(weight);
        expect(weightOf({ ...one, skips: one.skips + 1 }, answered)).toBeLessThan(weight);
      }),
    );
  });
});

describe('the order', () => {
  it('has each question once, best first, of equals the older one, whatever order they came in', () => {
    fc.assert(
      fc.property(anyCandidates, anyAnswered, (all, answered) => {
        const order = ranked(all, answered);
        expect(order.toSorted((a, b) => a.id - b.id)).toEqual(all);
        expect(ranked(all.toReversed(), answered)).toEqual(order);
        for (const [index, next] of order.slice(1).entries()) {
          const better = order[index]!;
          const difference = weightOf(better, answered) - weightOf(next, answered);
          expect(difference > 0 || (difference === 0 && better.number < next.number)).toBe(true);
        }
      }),
    );
  });

  it('of 5,000 questions is found between two refreshes of the panel (measured, not asserted)', () => {
    const all = Array.from(
      { length: 5_000 },
      (_, index): Candidate => ({
        id: index + 1,
        number: index + 1,
        askerId: String(index % 700),
        supports: (index * 7919) % 211,
        alsoAsked: index % 5,
        skips: index % 3,
        firstTimer: index % 4 === 0,
      }),
    );
    const answered = new Set(Array.from({ length: 200 }, (_, index) => String(index)));
    const times = Array.from({ length: 100 }, () => {
      const from = performance.now();
      ranked(all, answered);
      return performance.now() - from;
    }).sort((a, b) => a - b);
    process.stdout.write(
      `ranking 5,000 questions: median ${times[50]!.toFixed(2)} ms, slowest ${times[99]!.toFixed(2)} ms\n`,
    );
    expect(ranked(all, answered)).toHaveLength(5_000);
  });
});
