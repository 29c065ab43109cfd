const DAY = 86_400_000;

/** Whoever used Hearth within so many days, today included, counts as active. */
export const activeDays = 28;
/** Days are kept for so long, then forgotten. */
export const keptDays = 60;

/** Somebody used Hearth on a day (whole UTC days since 1970). */
export interface Sighting {
  day: number;
  guildId: string;
  userId: string;
}

/** How active a server is, and what that counted. */
export interface Activity {
  active: number;
  days: number;
  counted: 'used-hearth';
}

/** The UTC day of an instant (UTC ms), counted from 1970. */
export function dayOf(now: number): number {
  return Math.floor(now / DAY);
}

/** The days that count at `now`, oldest first. */
export function countedDays(now: number): number[] {
  const today = dayOf(now);
  return Array.from({ length: activeDays }, (_, index) => today - activeDays + 1 + index);
}
