import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthBefore, periodsOf } from '../../../src/features/shoutouts/periods.ts';
import { calendarOf } from '../../../src/features/shoutouts/settings-service.ts';
import { latestYear } from '../../../src/features/shoutouts/years.ts';
import { wallTime } from '../../../src/shared/wall-time.ts';
import { DAY, GUILD, HOUR, seen, shoutoutHarness } from './harness.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Chatham',
];

describe('weeks and months', () => {
  it('turn with the clock on the wall, at the ends of years and where clocks are put forward or back', () => {
    // 00:30 on Thursday, 1 January 2026 in Berlin.
    const newYear = Date.UTC(2025, 11, 31, 23, 30);
    expect(periodsOf(newYear, 'Europe/Berlin')).toEqual({ week: '2025-12-29', month: '2026-01' });
    expect(periodsOf(newYear, 'America/New_York')).toEqual({ week: '2025-12-29', month: '2025-12' });
    // Sunday, 29 March and 25 October 2026: a day of 23 and one of 25 hours.
    expect(periodsOf(Date.UTC(2026, 2, 29, 21, 59), 'Europe/Berlin').week).toBe('2026-03-23');
    expect(periodsOf(Date.UTC(2026, 2, 29, 22), 'Europe/Berlin').week).toBe('2026-03-30');
    expect(periodsOf(Date.UTC(2026, 9, 25, 22, 59), 'Europe/Berlin').week).toBe('2026-10-19');
    expect(periodsOf(Date.UTC(2026, 9, 25, 23), 'Europe/Berlin').week).toBe('2026-10-26');
    expect(monthBefore('2026-01')).toBe('2025-12');
    expect(monthBefore('2026-10')).toBe('2026-09');
  });

  it('hold seven days from a Monday, in any zone at any time', () => {
    const instant = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
        const { week, month } = periodsOf(at, zone);
        const monday = Date.parse(`${week}T00:00:00Z`);
        expect(new Date(monday).getUTCDay()).toBe(1);
        const wall = wallTime(at, zone);
        const today = Date.UTC(wall.year, wall.month - 1, wall.day);
        expect((today - monday) / DAY).toBeGreaterThanOrEqual(0);
        expect((today - monday) / DAY).toBeLessThan(7);
        expect(month).toBe(new Date(today).toISOString().slice(0, 7));
      }),
    );
  });

  it('bring the round-up on the first at ten, and years every day at nine, by the clock on the wall', () => {
    const instant = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (now, zone) => {
        const { years, roundUp } = calendarOf(now, zone);
        expect(years).toBeGreaterThan(now);
        // Where a day was left out altogether, as in Apia once, or lasts 25 hours.
        expect(years - now).toBeLessThanOrEqual(DAY + HOUR);
        expect(wallTime(years, zone)).toMatchObject({ hour: 9, minute: 0 });
        expect(roundUp).toBeGreaterThan(now);
        expect(wallTime(roundUp, zone)).toMatchObject({ day: 1, hour: 10, minute: 0 });
        expect(roundUp - now).toBeLessThanOrEqual(31 * DAY + HOUR);
      }),
    );
  });
});

describe('a year with us', () => {
  it('is reached as the day begins where the server is', () => {
    const joined = Date.UTC(2025, 4, 10, 23, 30);
    // In Tokyo that is the 11th already.
    const tokyo = Date.UTC(2026, 4, 10, 15);
    expect(latestYear(joined, tokyo - 1, 'Asia/Tokyo')).toBeUndefined();
    expect(latestYear(joined, tokyo, 'Asia/Tokyo')).toEqual({ years: 1, at: tokyo });
    expect(latestYear(joined, Date.UTC(2028, 4, 9), 'UTC')).toEqual({ years: 2, at: Date.UTC(2027, 4, 10) });
  });

  it('of who joined on 29 February is celebrated on the 28th where there is no 29th', () => {
    const joined = Date.UTC(2024, 1, 29, 12);
    expect(latestYear(joined, Date.UTC(2025, 1, 27, 23), 'UTC')).toBeUndefined();
    expect(latestYear(joined, Date.UTC(2025, 1, 28), 'UTC')).toEqual({ years: 1, at: Date.UTC(2025, 1, 28) });
    expect(latestYear(joined, Date.UTC(2028, 2, 1), 'UTC')).toEqual({ years: 4, at: Date.UTC(2028, 1, 29) });
  });

  it('is celebrated up to seven days late, once, and not after', () => {
    for (const [late, times] of [
      [7 * DAY, 1],
      [7 * DAY + 1, 0],
    ] as const) {
      const h = shoutoutHarness({ settings: { budget: 20 } });
      const joinedAt = Date.UTC(2025, 4, 10, 12);
      h.clock.set(Date.UTC(2026, 4, 1));
      h.thank(1, [seen(2, { joinedAt })]);
      h.clock.set(Date.UTC(2026, 4, 10) + late);
      expect(h.work.yearsDue(GUILD, h.clock.now())).toHaveLength(times);
      expect(h.work.yearsDue(GUILD, h.clock.now())).toEqual([]);
      const again = shoutoutHarness({ database: h.database, clock: h.clock });
      expect(again.work.yearsDue(GUILD, h.clock.now())).toEqual([]);
    }
  });
});
