import type { Prng } from './prng.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 1970-01-01 was a Thursday. */
const FIRST_MONDAY = 4 * DAY;

/** How much is written in each hour of a day (UTC): little in the morning, most in the evening, nothing at night. */
const HOURS = [0, 0, 0, 0, 0, 0, 1, 3, 3, 2, 2, 2, 4, 3, 2, 3, 4, 6, 9, 11, 10, 7, 3, 0];
const EVERY_HOUR = HOURS.flatMap((weight, hour) => Array.from({ length: weight }, () => hour));

/** The Monday (UTC, 0:00) on or before an instant; all in UTC ms. */
const mondayOf = (at: number): number => at - ((((at - FIRST_MONDAY) % (7 * DAY)) + 7 * DAY) % (7 * DAY));

/** When the day (UTC) of an instant began. */
export const dayStart = (at: number): number => Math.floor(at / DAY) * DAY;

export const isWeekend = (at: number): boolean => at - mondayOf(at) >= 5 * DAY;

/** An instant of the same day (UTC) at which people talk. */
export function talkTime(at: number, random: Prng): number {
  const day = Math.floor(at / DAY) * DAY;
  return day + random.pick(EVERY_HOUR) * HOUR + random.between(0, HOUR - 1);
}

/** When somebody says their first word: 0 is the first of the seven whole days before `now`. */
export function arrivalTime({ day, hour }: { day: number; hour: number }, now: number): number {
  return dayStart(now) - 7 * DAY + day * DAY + hour * HOUR;
}
