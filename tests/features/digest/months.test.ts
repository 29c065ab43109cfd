import { expect, test } from 'vitest';
import {
  monthIn,
  monthKey,
  monthsLike,
  thisMonth,
  wholeMonths,
} from '../../../src/features/digest/months.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';

const [en, de] = [translatorFor('en'), translatorFor('de')];
const november = Date.UTC(2026, 10, 23, 9);
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

test('twelve whole months, the latest first, each from its first day to the first of the next', () => {
  const months = wholeMonths('Europe/Berlin', november);
  expect(months).toHaveLength(12);
  expect(months.map(monthKey).slice(0, 3)).toEqual(['2026-10', '2026-09', '2026-08']);
  expect(monthKey(months.at(-1)!)).toBe('2025-11');
  expect(months.map(({ start, end }) => [dateOf(start), dateOf(end)])[8]).toEqual([
    '2026-02-01',
    '2026-03-01',
  ]);
});

test('a month is over when it is over where the server is', () => {
  const midnight = Date.UTC(2026, 10, 1, 0);
  expect(monthKey(wholeMonths('America/New_York', midnight)[0]!)).toBe('2026-09');
  expect(monthKey(wholeMonths('UTC', midnight)[0]!)).toBe('2026-10');
  expect(monthKey(wholeMonths('Pacific/Auckland', midnight - 12 * 3_600_000)[0]!)).toBe('2026-10');
  expect(dateOf(thisMonth('UTC', midnight).end)).toBe('2026-12-01');
});

test('a month is found by what was picked, and by its name as people type it', () => {
  const months = wholeMonths('UTC', november);
  const found = (typed: string, t = en) => {
    const month = monthIn(months, typed, t);
    return month && monthKey(month);
  };
  expect(found('2026-10')).toBe('2026-10');
  expect(found(' october 2026 ')).toBe('2026-10');
  expect(found('März 2026', de)).toBe('2026-03');
  expect(found('maerz', de)).toBeUndefined();
  // Not over yet, too long ago, and no month at all.
  expect(['2026-11', '2025-10', '2026-13', '', 'next year'].map((typed) => found(typed))).toEqual(
    Array.from({ length: 5 }, () => undefined),
  );
});

test('while somebody types, months are offered by a part of their name or number', () => {
  const months = wholeMonths('UTC', november);
  expect(monthsLike(months, '', en)).toHaveLength(12);
  expect(monthsLike(months, 'okt', de).map(monthKey)).toEqual(['2026-10']);
  expect(monthsLike(months, 'ber', en).map(monthKey)).toEqual(['2026-10', '2026-09', '2025-12', '2025-11']);
  expect(monthsLike(months, '2025', en).map(monthKey)).toEqual(['2025-12', '2025-11']);
  expect(monthsLike(months, 'x', en)).toEqual([]);
});
