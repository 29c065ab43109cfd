import { wallTime } from '../../shared/wall-time.ts';

/** When a shout-out was given, as boards and round-ups count it: by the clock on the server's wall. */
export interface Periods {
  /** The Monday of its week, "2026-11-16". */
  week: string;
  /** "2026-11". */
  month: string;
}

const DAY = 86_400_000;

/** `at`: UTC ms; `timeZone`: an IANA name. */
export function periodsOf(at: number, timeZone: string): Periods {
  const { year, month, day } = wallTime(at, timeZone);
  const today = Date.UTC(year, month - 1, day);
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const monday = new Date(today - sinceMonday * DAY).toISOString().slice(0, 10);
  return { week: monday, month: `${year}-${String(month).padStart(2, '0')}` };
}

/** The month before one, both as "2026-11". */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}
