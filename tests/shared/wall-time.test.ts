import { describe, expect, test } from 'vitest';
import { addSpan, instantOf, type Span, wallTime } from '../../src/shared/wall-time.ts';

const wall = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number);
  return { year, month, day, hour, minute };
};
const instant = (text: string, zone: string) => {
  const at = instantOf(wall(text), zone);
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
};
const none: Span = { months: 0, weeks: 0, days: 0, hours: 0, minutes: 0 };

describe('a time on the wall', () => {
  test.each([
    ['Europe/Berlin', '2026-03-29 02:30', '2026-03-29T01:00'],
    ['America/New_York', '2026-03-08 02:30', '2026-03-08T07:00'],
    ['Australia/Lord_Howe', '2026-10-04 02:15', '2026-10-03T15:30'],
    ['America/Sao_Paulo', '2018-11-04 00:30', '2018-11-04T03:00'],
    ['Africa/Casablanca', '2026-03-22 02:30', '2026-03-22T02:00'],
  ])('that the spring skips in %s is the first minute after the gap', (zone, text, expected) => {
    expect(instant(text, zone)).toBe(expected);
  });

  test.each([
    ['Europe/Berlin', '2026-10-25 02:30', '2026-10-25T00:30'],
    ['America/New_York', '2026-11-01 01:30', '2026-11-01T05:30'],
    ['Australia/Lord_Howe', '2026-04-05 01:45', '2026-04-04T14:45'],
    ['America/Sao_Paulo', '2018-02-17 23:30', '2018-02-18T01:30'],
    ['Africa/Casablanca', '2026-02-15 02:30', '2026-02-15T01:30'],
  ])('that comes twice in autumn in %s is the first of the two', (zone, text, expected) => {
    expect(instant(text, zone)).toBe(expected);
  });

  test.each([
    ['Europe/Berlin', '2026-07-01 18:00', '2026-07-01T16:00'],
    ['Asia/Kathmandu', '2026-07-01 18:00', '2026-07-01T12:15'],
    ['Pacific/Apia', '2026-07-01 18:00', '2026-07-01T05:00'],
  ])('is read in its zone (%s)', (zone, text, expected) => {
    expect(instant(text, zone)).toBe(expected);
    expect(wallTime(Date.parse(`${expected}Z`), zone)).toEqual(wall(text));
  });

  test.each([
    '2026-02-30 10:00',
    '2026-13-01 10:00',
    '2026-04-31 10:00',
    '2026-01-01 24:00',
    '2026-01-01 10:60',
  ])('that no calendar has is none: %s', (text) => {
    expect(instant(text, 'Europe/Berlin')).toBeUndefined();
  });

  test('a day that Samoa left out is the first minute of the next', () => {
    expect(instant('2011-12-30 12:00', 'Pacific/Apia')).toBe('2011-12-30T10:00');
  });

  test('needs a zone that exists', () => {
    expect(() => wallTime(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('a span', () => {
  const before = Date.parse('2026-03-28T17:00:00Z'); // 18:00 in Berlin, the evening before clocks go forward

  test('of a day keeps the time of day over a change of clocks', () => {
    expect(addSpan(before, { ...none, days: 1 }, 'Europe/Berlin')).toBe(Date.parse('2026-03-29T16:00:00Z'));
  });

  test('of 24 hours is 24 hours', () => {
    expect(addSpan(before, { ...none, hours: 24 }, 'Europe/Berlin')).toBe(Date.parse('2026-03-29T17:00:00Z'));
  });

  test('of a month ends on the last day where the month is shorter', () => {
    const at = Date.parse('2026-01-31T12:00:00Z');
    expect(addSpan(at, { ...none, months: 1 }, 'UTC')).toBe(Date.parse('2026-02-28T12:00:00Z'));
  });

  test('beyond every calendar is none', () => {
    expect(addSpan(before, { ...none, months: 9_999_999_999 }, 'UTC')).toBeUndefined();
  });
});
