import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cadence, cadences } from '../../../src/features/digest/model.ts';
import {
  earlier,
  occurrenceAfter,
  occurrenceAt,
  occurrencesBetween,
} from '../../../src/features/digest/schedule.ts';

const DAY = 86_400_000;
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Auckland',
  'America/Sao_Paulo',
];
const timing = (cadence: Cadence, weekday = 7, hour = 2, minute = 30) => ({ cadence, weekday, hour, minute });
const start = Date.UTC(2024, 0, 1);
const tenYears = start + 3_653 * DAY;

/** An independent calendar: what the platform's own formatter says. */
function localDate(at: number, timeZone: string): { date: string; weekday: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: part('weekday'),
    time: `${part('hour')}:${part('minute')}`,
  };
}

const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

function all(cadence: Cadence, zone: string) {
  const found = [];
  let next = occurrenceAfter(timing(cadence), zone, start);
  while (next.at < tenYears) {
    found.push(next);
    next = occurrenceAfter(timing(cadence), zone, next.at);
  }
  return found;
}

describe.each(ZONES)('ten years in %s', (zone) => {
  it('one digest in each local week, at its time, and its periods leave no day out and have none twice', () => {
    const found = all('weekly', zone);
    expect(found.length).toBeGreaterThan(520);
    expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
    for (const [index, { at, period }] of found.entries()) {
      const local = localDate(at, zone);
      expect(local.weekday).toBe('Sun');
      // Where the clocks skip 02:30 it is the first minute that exists.
      expect(local.time >= '02:30' && local.time <= '03:00').toBe(true);
      expect(dateOf(period.end)).toBe(local.date);
      expect(period.end - period.start).toBe(7);
      const next = found[index + 1];
      if (next) expect(next.period.start).toBe(period.end);
    }
  });

  it('every second week, without a gap over the turn of a year with 53 weeks', () => {
    const found = all('two-weekly', zone);
    for (const [index, { period }] of found.entries()) {
      expect(period.end - period.start).toBe(14);
      const next = found[index + 1];
      if (next) expect(next.period.start).toBe(period.end);
    }
  });

  it('every month, about the whole month before', () => {
    const found = all('monthly', zone);
    expect(found.length).toBeGreaterThanOrEqual(119);
    for (const [index, { at, period }] of found.entries()) {
      expect(localDate(at, zone).date.slice(8)).toBe('01');
      expect(dateOf(period.start).slice(8)).toBe('01');
      expect(dateOf(period.end)).toBe(localDate(at, zone).date);
      const next = found[index + 1];
      if (next) expect(next.period.start).toBe(period.end);
    }
  });
});

describe('what was missed', () => {
  it('three weeks away: three are due, the latest last', () => {
    const at = Date.UTC(2026, 5, 1, 7);
    const due = occurrencesBetween(timing('weekly', 1, 9, 0), 'Europe/Berlin', at, at + 21 * DAY);
    expect(due.map((each) => each.at)).toEqual([7, 14, 21].map((days) => at + days * DAY));
  });

  it('nothing between an instant and itself', () => {
    const at = Date.UTC(2026, 5, 1, 7);
    expect(occurrencesBetween(timing('weekly', 1, 9, 0), 'Europe/Berlin', at, at)).toEqual([]);
  });

  it('of years away only the latest are told', () => {
    const at = Date.UTC(2026, 5, 1, 7);
    const due = occurrencesBetween(timing('weekly', 1, 9, 0), 'Europe/Berlin', at, at + 3_000 * DAY);
    expect(due).toHaveLength(60);
    expect(due.at(-1)!.at).toBeGreaterThan(at + 2_990 * DAY);
  });
});

it('the day moved within a week: it has one key, so that one digest is posted in it', () => {
  const monday = occurrenceAt('weekly', 'UTC', Date.UTC(2026, 10, 23, 9));
  const friday = occurrenceAt('weekly', 'UTC', Date.UTC(2026, 10, 27, 9));
  expect(friday.key).toBe(monday.key);
  expect(occurrenceAt('weekly', 'UTC', Date.UTC(2026, 10, 30, 9)).key).not.toBe(monday.key);
});

it('earlier periods touch each other, whatever the cadence', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...cadences),
      fc.constantFrom(...ZONES),
      fc.integer({ min: start, max: tenYears }),
      (cadence, zone, at) => {
        const { period } = occurrenceAfter(timing(cadence, 3, 23, 59), zone, at);
        let later = period;
        for (let back = 1; back < 30; back += 1) {
          const each = earlier(period, cadence, back);
          expect(each.end).toBe(later.start);
          expect(each.start).toBeLessThan(each.end);
          if (cadence === 'monthly') expect(dateOf(each.start).slice(8)).toBe('01');
          later = each;
        }
      },
    ),
  );
});
