import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { nextOccurrence, type Schedule } from '../../src/jobs/recurrence.ts';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
];
const local = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

function tenYears(schedule: Schedule): number[] {
  const occurrences: number[] = [];
  let at = Date.UTC(2026, 0, 1);
  while (at < Date.UTC(2036, 0, 1)) occurrences.push((at = nextOccurrence(schedule, at)));
  return occurrences;
}

describe.each(zones)('in %s over ten years', (timeZone) => {
  it('a weekly schedule in the night of the clock change happens once in each local week', () => {
    const schedule: Schedule = { every: 'week', weekday: 7, hour: 2, minute: 30, timeZone };
    const weeks = tenYears(schedule).map((at) => {
      const { yearOfWeek, weekOfYear, dayOfWeek } = local(at, timeZone);
      expect(dayOfWeek).toBe(7);
      return `${yearOfWeek}-${weekOfYear}`;
    });
    expect(new Set(weeks).size).toBe(weeks.length);
    const days = tenYears(schedule).map((at) => local(at, timeZone).toPlainDate());
    const gaps = days.slice(1).map((day, index) => day.since(days[index] ?? day).days);
    expect(new Set(gaps)).toEqual(new Set([7]));
  });

  it('keeps its wall time except where that does not exist', () => {
    const schedule: Schedule = { every: 'week', weekday: 7, hour: 2, minute: 30, timeZone };
    const moved = tenYears(schedule).filter((at) => {
      const { hour, minute } = local(at, timeZone);
      return hour !== 2 || minute !== 30;
    });
    for (const at of moved) {
      const before = local(at - 1, timeZone);
      const now = local(at, timeZone);
      expect(now.offsetNanoseconds - before.offsetNanoseconds).toBeGreaterThan(0);
      expect(before.toPlainTime().toString() < '02:30:00').toBe(true);
    }
    const skipping = ['Europe/Berlin', 'America/New_York', 'Africa/Casablanca'].includes(timeZone);
    expect(moved.length > 0).toBe(skipping);
  });

  it('a monthly schedule on the 31st happens on the last day of each month', () => {
    const days = tenYears({ every: 'month', day: 31, hour: 9, minute: 0, timeZone }).map((at) =>
      local(at, timeZone),
    );
    expect(days.map((day) => day.day)).toEqual(days.map((day) => day.daysInMonth));
    expect(new Set(days.map((day) => day.toPlainDate().toPlainYearMonth().toString())).size).toBe(
      days.length,
    );
    expect(days.length).toBe(121);
  });
});

describe('the clock change in Berlin', () => {
  const schedule: Schedule = { every: 'week', weekday: 7, hour: 2, minute: 30, timeZone: 'Europe/Berlin' };

  it('moves a skipped time in spring to the first minute that exists', () => {
    const at = nextOccurrence(schedule, Date.UTC(2026, 2, 28));
    expect(local(at, 'Europe/Berlin').toString()).toBe('2026-03-29T03:00:00+02:00[Europe/Berlin]');
  });

  it('takes the first of a repeated time in autumn, once', () => {
    const at = nextOccurrence(schedule, Date.UTC(2026, 9, 24));
    expect(local(at, 'Europe/Berlin').toString()).toBe('2026-10-25T02:30:00+02:00[Europe/Berlin]');
    expect(local(nextOccurrence(schedule, at), 'Europe/Berlin').toString()).toBe(
      '2026-11-01T02:30:00+01:00[Europe/Berlin]',
    );
  });
});

describe('the next occurrence', () => {
  const schedule: Schedule = { every: 'week', weekday: 3, hour: 18, minute: 0, timeZone: 'UTC' };
  const wednesday = Date.UTC(2026, 2, 4, 18);

  it('is strictly after the instant that was asked about', () => {
    expect(nextOccurrence(schedule, wednesday - 1)).toBe(wednesday);
    expect(nextOccurrence(schedule, wednesday)).toBe(wednesday + 7 * 86_400_000);
  });

  it('refuses an unknown zone and a time that no clock shows', () => {
    expect(() => nextOccurrence({ ...schedule, timeZone: 'Mars/Olympus' }, 0)).toThrow(RangeError);
    expect(() => nextOccurrence({ ...schedule, hour: 24 }, 0)).toThrow(RangeError);
  });
});

it.each([1, 2, 3, 4, 5, 6, 7])('weekday %i comes within a week, whatever day it is today', (weekday) => {
  for (let day = 0; day < 14; day += 1) {
    const after = Date.UTC(2026, 10, 16 + day, 12);
    const at = nextOccurrence({ every: 'week', weekday, hour: 18, minute: 0, timeZone: 'UTC' }, after);
    expect((new Date(at).getUTCDay() + 6) % 7).toBe(weekday - 1);
    expect(at).toBeGreaterThan(after);
    expect(at - after).toBeLessThanOrEqual(7 * 86_400_000);
  }
});
