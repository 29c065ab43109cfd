import * as fc from 'fast-check';
import { type Goals, ideaSettingsLimits as limits } from '../../../src/features/ideas/settings-rules.ts';

/** Goals that can be set. */
export const anyGoals: fc.Arbitrary<Goals> = fc
  .record({
    floor: fc.integer(limits.floor),
    shares: fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: limits.steps }),
    days: fc.array(fc.integer(limits.days), { minLength: limits.steps, maxLength: limits.steps }),
  })
  .map(({ floor, shares, days }) => ({
    floor,
    ladder: shares
      .toSorted((a, b) => a - b)
      .map((share, place) => ({ percent: share / 100, days: days[place]! })),
  }));
