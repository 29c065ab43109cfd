import { describe, expect, it } from 'vitest';
import { bar } from '../../../src/features/polls/tally-views.ts';

describe('bars', () => {
  it('are filled by the share, and full or empty only where the share is', () => {
    expect([0, 0.5, 1].map((share) => bar(share, 6))).toEqual(['▱▱▱▱▱▱', '▰▰▰▱▱▱', '▰▰▰▰▰▰']);
  });
  it('show a single vote among many', () => {
    expect(bar(0.001, 6)).toBe('▰▱▱▱▱▱');
    expect(bar(1 / 12_000)).toBe('▰▱▱▱▱▱▱▱▱▱▱▱');
  });
});
