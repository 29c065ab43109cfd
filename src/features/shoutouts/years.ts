import { instantOf, wallTime } from '../../shared/wall-time.ts';

/**
 * The last whole year with us before `now`, and when it was reached (UTC ms), by the calendar of the server's zone.
 * Undefined in the first year. Whoever joined on 29 February is celebrated on the 28th where there is no 29th.
 */
export function latestYear(
  joinedAt: number,
  now: number,
  timeZone: string,
): { years: number; at: number } | undefined {
  const joined = wallTime(joinedAt, timeZone);
  const { year: thisYear } = wallTime(now, timeZone);
  for (const year of [thisYear, thisYear - 1]) {
    const years = year - joined.year;
    if (years < 1) return undefined;
    const wall = { ...joined, year, hour: 0, minute: 0 };
    const at = instantOf(wall, timeZone) ?? instantOf({ ...wall, day: 28 }, timeZone);
    if (at !== undefined && at <= now) return { years, at };
  }
  return undefined;
}
