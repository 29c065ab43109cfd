import { expect, test } from 'vitest';
import { paceLimits, parseNumber } from '../../../src/features/shoutouts/settings-input.ts';
import { UserError } from '../../../src/shared/user-error.ts';

test.each([
  ['7', 7],
  [' 0 ', 0],
  ['60 days', 60],
  ['14 Tage', 14],
])('%j is %s days', (typed, days) => {
  expect(parseNumber(typed, paceLimits.pair)).toBe(days);
});

test.each(['', '61', '-1', '1.5', 'seven', '1e1', '7 days 3', '0x10', '*'.repeat(500)])(
  '%j is refused, with the range',
  (typed) => {
    const refusal = () => parseNumber(typed, paceLimits.pair);
    expect(refusal).toThrow(UserError);
    expect(refusal).toThrow(
      expect.objectContaining({ params: expect.objectContaining({ min: '0', max: '60' }) }),
    );
  },
);
