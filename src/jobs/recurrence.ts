import { Temporal } from 'temporal-polyfill';

/** A time on the wall, in an IANA zone: what people mean by "every Sunday at 18:00". */
export type Schedule = {
  /** 0 to 23 and 0 to 59. */
  hour: number;
  minute: number;
  /** IANA name, as `Europe/Berlin`. */
  timeZone: string;
} & (
  | {
      every: 'week';
      /** 1 is Monday, 7 is Sunday. */
      weekday: number;
    }
  | {
      every: 'month';
      /** 1 to 31; a shorter month takes its last day. */
      day: number;
    }
);

/**
 * The first occurrence after an instant (UTC ms), in UTC ms. There is exactly one in each local week or month:
 * a wall time that the clocks skip in spring becomes the first minute that exists, of one that they repeat in
 * autumn the first counts. Throws RangeError for an unknown zone or a field out of range.
 */
export function nextOccurrence(schedule: Schedule, after: number): number {
  const local = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(schedule.timeZone);
  for (let period = 0; ; period += 1) {
    const at = onDay(dayInPeriod(schedule, local.toPlainDate(), period), schedule);
    if (at > after) return at;
  }
}

/** The schedule's day in the week or month that is `period` after the one that holds `today`. */
function dayInPeriod(schedule: Schedule, today: Temporal.PlainDate, period: number): Temporal.PlainDate {
  if (schedule.every === 'week') {
    return today.add({ days: 7 * period + schedule.weekday - today.dayOfWeek });
  }
  // `constrain`, the default, turns the 31st of a shorter month into its last day.
  return today.with({ day: 1 }).add({ months: period }).with({ day: schedule.day });
}

function onDay(day: Temporal.PlainDate, { hour, minute, timeZone }: Schedule): number {
  const wall = day.toPlainDateTime(Temporal.PlainTime.from({ hour, minute }, { overflow: 'reject' }));
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(timeZone, { disambiguation: 'later' });
  const skipped = !earlier.toPlainDateTime().equals(wall);
  if (!skipped) return earlier.epochMilliseconds;
  const change = earlier.getTimeZoneTransition('next');
  return Math.min(change?.epochMilliseconds ?? later.epochMilliseconds, later.epochMilliseconds);
}
