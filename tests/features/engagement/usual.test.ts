import { describe, expect, test } from 'vitest';
import { usualOf } from '../../../src/features/engagement/usual.ts';

describe('what is usual', () => {
  test('cannot be said of fewer than three earlier values', () => {
    expect([usualOf([]), usualOf([3]), usualOf([3, 4])]).toEqual([undefined, undefined, undefined]);
  });

  test('is what there was, of three to five', () => {
    expect(usualOf([5, 1, 3])).toEqual({ low: 1, high: 5 });
  });

  test('is around the middle, of six or more, and one wild week moves nothing', () => {
    const calm = usualOf([10, 11, 12, 13, 14, 12, 11]);
    expect(calm).toEqual({ low: 10, high: 14 });
    expect(usualOf([10, 11, 12, 13, 14, 12, 9_000])).toEqual({ low: 10, high: 14 });
  });

  test('is never below nothing, and no whole number for shares', () => {
    expect(usualOf([0, 0, 1, 9, 0, 8])?.low).toBe(0);
    expect(usualOf([0.5, 0.6, 0.4, 0.5, 0.7, 0.5])).toEqual({
      low: expect.closeTo(0.426, 2),
      high: expect.closeTo(0.574, 2),
    });
  });
});
