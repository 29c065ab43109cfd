import { nextOccurrence, type Schedule } from '../../jobs/recurrence.ts';
import { addDays, type WallTime, wallTime } from '../../shared/wall-time.ts';
import type { Cadence, DigestSettings, Period } from './model.ts';

/** When a digest is due, and what it looks back on. */
export interface Occurrence {
  /** UTC ms. */
  at: number;
  period: Period;
  /** The local week or month in which it is due: there is one digest in each. */
  key: string;
}

type Timing = Pick<DigestSettings, 'cadence' | 'weekday' | 'hour' | 'minute'>;

const DAY = 86_400_000;
const WEEK = 7;
/** Weeks are counted from this Monday on: 1970-01-05. */
const FIRST_MONDAY = 4;

/** Days since 1970-01-01 of the local date. */
export const dayOf = ({ year, month, day }: Pick<WallTime, 'year' | 'month' | 'day'>): number =>
  Math.round(Date.UTC(year, month - 1, day) / DAY);

const weekOf = (day: number): number => Math.floor((day - FIRST_MONDAY) / WEEK);

/** The first occurrence after an instant (UTC ms). Two-weekly ones come in even weeks. */
export function occurrenceAfter(timing: Timing, timeZone: string, after: number): Occurrence {
  const { cadence, weekday, hour, minute } = timing;
  const when =
    cadence === 'monthly' ? ({ every: 'month', day: 1 } as const) : ({ every: 'week', weekday } as const);
  const schedule: Schedule = { ...when, hour, minute, timeZone };
  let at = nextOccurrence(schedule, after);
  if (cadence === 'two-weekly' && weekOf(dayOf(wallTime(at, timeZone))) % 2 !== 0)
    at = nextOccurrence(schedule, at);
  return occurrenceAt(cadence, timeZone, at);
}

/** What a digest looks back on that is due at an instant (UTC ms): the whole days before that one. */
export function occurrenceAt(cadence: Cadence, timeZone: string, at: number): Occurrence {
  const local = wallTime(at, timeZone);
  const today = dayOf(local);
  if (cadence === 'monthly') {
    const end = dayOf({ ...local, day: 1 });
    const start = dayOf({ ...addDays({ ...local, day: 1 }, -1), day: 1 });
    return { at, period: { start, end }, key: `month:${local.year}-${local.month}` };
  }
  const days = cadence === 'weekly' ? WEEK : 2 * WEEK;
  return { at, period: { start: today - days, end: today }, key: `week:${weekOf(today)}` };
}

/** Those after an instant up to and with another, the oldest first; of very many only the latest 60. */
export function occurrencesBetween(
  timing: Timing,
  timeZone: string,
  after: number,
  upTo: number,
): Occurrence[] {
  const due: Occurrence[] = [];
  for (let next = occurrenceAfter(timing, timeZone, after); next.at <= upTo; ) {
    due.push(next);
    if (due.length > 60) due.shift();
    next = occurrenceAfter(timing, timeZone, next.at);
  }
  return due;
}

/** The same length of time, `back` times before. */
export function earlier({ start, end }: Period, cadence: Cadence, back: number): Period {
  if (cadence === 'monthly') {
    const first = dayFields(start);
    const month = (offset: number) => dayOf({ ...monthFrom(first, offset), day: 1 });
    return { start: month(-back), end: month(1 - back) };
  }
  const days = end - start;
  return { start: start - back * days, end: end - back * days };
}

const dayFields = (day: number): WallTime => {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: 0, minute: 0 };
};

const monthFrom = ({ year, month }: WallTime, offset: number): { year: number; month: number } => {
  const months = year * 12 + (month - 1) + offset;
  return { year: Math.floor(months / 12), month: (months % 12) + 1 };
};
