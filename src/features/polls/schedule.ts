import { Temporal } from 'temporal-polyfill';
import { nextOccurrence, type Schedule } from '../../jobs/recurrence.ts';
import type { Recurrence } from './model.ts';

const DAY = 24 * 60 * 60_000;

export interface RepeatingWindow {
  recurrence: Recurrence;
  timeZone: string;
  /** When the first poll opened and closed, UTC ms. */
  firstOpensAt: number;
  firstClosesAt: number;
}

/**
 * The window (UTC ms) of the first poll of a series that opens after `after`: the same weekday or day of the
 * month and the same times on the wall as the first one, through summer time and back.
 */
export function windowAfter(series: RepeatingWindow, after: number): { opensAt: number; closesAt: number } {
  const opensAt = nextOccurrence(scheduleOf(series), after);
  const opening = onWall(opensAt, series.timeZone);
  const duration = onWall(series.firstOpensAt, series.timeZone)
    .round({ smallestUnit: 'minute', roundingMode: 'floor' })
    .until(onWall(series.firstClosesAt, series.timeZone), { largestUnit: 'day' });
  const closesAt = opening.add(duration).toZonedDateTime(series.timeZone).epochMilliseconds;
  return { opensAt, closesAt };
}

/** True if a poll is over before the next of its series begins, whatever the month and the season. */
export function fitsPeriod(window: RepeatingWindow): boolean {
  if (window.recurrence === 'never') return true;
  const { timeZone, firstOpensAt, firstClosesAt } = window;
  const wall = onWall(firstOpensAt, timeZone).until(onWall(firstClosesAt, timeZone), { largestUnit: 'hour' });
  const shorter = Math.min(firstClosesAt - firstOpensAt, wall.total('millisecond'));
  return shorter <= shortestPeriod(window.recurrence) * DAY;
}

/** Days. */
export function shortestPeriod(recurrence: Exclude<Recurrence, 'never'>): number {
  return recurrence === 'weekly' ? 7 : 28;
}

function scheduleOf({ recurrence, timeZone, firstOpensAt }: RepeatingWindow): Schedule {
  const { hour, minute, dayOfWeek, day } = onWall(firstOpensAt, timeZone);
  if (recurrence === 'monthly') return { every: 'month', day, hour, minute, timeZone };
  return { every: 'week', weekday: dayOfWeek, hour, minute, timeZone };
}

function onWall(at: number, timeZone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
}
