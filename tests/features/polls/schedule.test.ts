import { describe, expect, it } from 'vitest';
import { fitsPeriod, windowAfter } from '../../../src/features/polls/schedule.ts';

const at = (text: string) => Date.parse(text);
const window = (
  opens: string,
  closes: string,
  recurrence: 'weekly' | 'monthly',
  timeZone = 'Europe/Berlin',
) => ({
  recurrence,
  timeZone,
  firstOpensAt: at(opens),
  firstClosesAt: at(closes),
});
const after = (series: ReturnType<typeof window>, count: number) => {
  const windows: string[] = [];
  for (let opensAt = series.firstOpensAt; windows.length < count; ) {
    const next = windowAfter(series, opensAt);
    opensAt = next.opensAt;
    windows.push(`${new Date(next.opensAt).toISOString()} ${new Date(next.closesAt).toISOString()}`);
  }
  return windows;
};

describe('the windows of a repeating poll', () => {
  it('keep their times on the wall through summer time', () => {
    const series = window('2026-03-20T17:00:20Z', '2026-03-21T09:30:20Z', 'weekly');
    expect(after(series, 2)).toEqual([
      '2026-03-27T17:00:00.000Z 2026-03-28T09:30:20.000Z',
      '2026-04-03T16:00:00.000Z 2026-04-04T08:30:20.000Z',
    ]);
  });

  it('close at the time on the wall when the clocks change between opening and closing', () => {
    const series = window('2026-03-21T12:00:00Z', '2026-03-22T12:00:00Z', 'weekly');
    expect(after(series, 1)).toEqual(['2026-03-28T12:00:00.000Z 2026-03-29T11:00:00.000Z']);
    const autumn = window('2026-10-17T12:00:00Z', '2026-10-18T12:00:00Z', 'weekly', 'America/New_York');
    expect(after(autumn, 2)[1]).toBe('2026-10-31T12:00:00.000Z 2026-11-01T13:00:00.000Z');
  });

  it('take the last day of a shorter month', () => {
    const series = window('2026-01-31T12:00:00Z', '2026-02-02T12:00:00Z', 'monthly', 'UTC');
    expect(after(series, 3)).toEqual([
      '2026-02-28T12:00:00.000Z 2026-03-02T12:00:00.000Z',
      '2026-03-31T12:00:00.000Z 2026-04-02T12:00:00.000Z',
      '2026-04-30T12:00:00.000Z 2026-05-02T12:00:00.000Z',
    ]);
  });

  it.each([
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Kathmandu',
  ])('come once a week and never overlap over five years in %s, at half past two at night', (timeZone) => {
    const series = { ...window('2026-01-03T02:30:00Z', '2026-01-09T02:30:00Z', 'weekly', timeZone) };
    let { opensAt: before, closesAt: end } = windowAfter(series, series.firstOpensAt);
    for (let week = 0; week < 260; week += 1) {
      const next = windowAfter(series, before);
      const days = (next.opensAt - before) / 86_400_000;
      expect(Math.round(days)).toBe(7);
      expect(next.opensAt).toBeGreaterThanOrEqual(end);
      [before, end] = [next.opensAt, next.closesAt];
    }
  });

  it('have to be over before the next begins', () => {
    expect(fitsPeriod(window('2026-03-01T12:00:00Z', '2026-03-08T12:00:00Z', 'weekly'))).toBe(true);
    expect(fitsPeriod(window('2026-03-01T12:00:00Z', '2026-03-08T14:00:00Z', 'weekly'))).toBe(false);
    expect(fitsPeriod(window('2026-03-01T12:00:00Z', '2026-03-29T12:00:00Z', 'monthly'))).toBe(true);
    expect(fitsPeriod(window('2026-03-01T12:00:00Z', '2026-03-31T12:00:00Z', 'monthly'))).toBe(false);
  });
});
