import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeText, understoodTimes } from '../../../src/features/amas/time-input.ts';
import { UserError } from '../../../src/shared/user-error.ts';

const HOUR = 3_600_000;
const context = { now: Date.UTC(2026, 10, 23, 12), timeZone: 'Europe/Berlin', locale: 'en' as const };
const read = (starts: string, ends: string) => understoodTimes({ starts, ends }, context);

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof UserError ? error.code : String(error);
  }
  return 'understood';
}

describe('start and end as people type them', () => {
  test('an end that is a length or a time of day counts from the start', () => {
    const startAt = Date.UTC(2026, 11, 24, 17);
    expect(read('24 December 18:00', '90 minutes')).toEqual({ startAt, endAt: startAt + 1.5 * HOUR });
    expect(read('24 December 18:00', '19:30')).toEqual({ startAt, endAt: startAt + 1.5 * HOUR });
    expect(read('24 December 23:00', '0:30')).toEqual({
      startAt: startAt + 5 * HOUR,
      endAt: startAt + 6.5 * HOUR,
    });
  });

  test('across the change of clocks an hour stays an hour, and the wall clock stays the wall clock', () => {
    // In Berlin 28 March 2027 has no 02:30.
    const { startAt, endAt } = read('28 March 2027 01:30', '1 hour');
    expect([startAt, endAt - startAt]).toEqual([Date.UTC(2027, 2, 28, 0, 30), HOUR]);
    expect(timeText(endAt, 'Europe/Berlin')).toBe('2027-03-28 03:30');
  });

  test.each([
    ['soonish', '1 hour', 'amas.refusals.start-not-understood'],
    ['', '1 hour', 'amas.refusals.start-not-understood'],
    ['friday at 6', '1 hour', 'amas.refusals.start-half-of-day'],
    ['friday 6pm or so', '1 hour', 'amas.refusals.start-unclear'],
    ['1 January 2026 18:00', '1 hour', 'amas.refusals.starts-in-the-past'],
    ['friday 6pm', 'whenever', 'amas.refusals.end-not-understood'],
    ['friday 6pm', '1 January 2026 18:00', 'amas.refusals.ends-before-start'],
  ])('“%s” until “%s” is refused with what was unclear', (starts, ends, code) => {
    expect(codeOf(() => read(starts, ends))).toBe(code);
  });

  test('what was not touched in the form stays the very instant, and reads back as the same minute', () => {
    const minute = fc.integer({ min: 1, max: 300_000 }).map((minutes) => context.now + minutes * 60_000);
    const zone = fc.constantFrom('Europe/Berlin', 'UTC', 'America/New_York', 'Asia/Kolkata');
    fc.assert(
      fc.property(minute, zone, (startAt, timeZone) => {
        const before = { startAt, endAt: startAt + HOUR };
        const typed = { starts: timeText(startAt, timeZone), ends: timeText(before.endAt, timeZone) };
        for (const locale of ['en', 'de'] as const) {
          expect(understoodTimes(typed, { ...context, timeZone, locale }, before)).toEqual(before);
        }
      }),
    );
  });

  test('a start that has passed may stay when only something else is changed', () => {
    const before = { startAt: context.now - HOUR, endAt: context.now + HOUR };
    const typed = { starts: timeText(before.startAt, 'Europe/Berlin'), ends: '4 hours' };
    expect(understoodTimes(typed, context, before)).toEqual({ ...before, endAt: before.startAt + 4 * HOUR });
  });
});
