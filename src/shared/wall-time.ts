import { Temporal } from 'temporal-polyfill';

/** A date and time as a clock on the wall shows it, without a zone. Month 1 to 12, seconds are always 0. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

/** What the clocks in `timeZone` (IANA name) show at `at` (UTC ms). Throws RangeError for an unknown zone. */
export function wallTime(at: number, timeZone: string): WallTime {
  const { year, month, day, hour, minute } = zoned(at, timeZone);
  return { year, month, day, hour, minute };
}

/**
 * The instant (UTC ms) at which the clocks in `timeZone` show `wall`: where they are put forward over it, the
 * first minute that exists after the gap; where they show it twice, the first time. Undefined if there is no
 * such day or minute in any calendar (30 February, 24:61). Throws RangeError for an unknown zone.
 */
export function instantOf(wall: WallTime, timeZone: string): number | undefined {
  const plain = plainDateTime(wall);
  if (!plain) return undefined;
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(plain)) return earlier.epochMilliseconds;
  const afterGap = earlier.getTimeZoneTransition('next') ?? earlier;
  return afterGap.epochMilliseconds;
}

/** The instants (UTC ms) at which the clocks in `timeZone` show `wall`: as `instantOf`, and the second of two. */
export function instantsOf(wall: WallTime, timeZone: string): number[] {
  const first = instantOf(wall, timeZone);
  if (first === undefined) return [];
  const later = plainDateTime(wall)?.toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds;
  // Where there is a gap, the later one is no time at all that the clocks show.
  const twice = later !== undefined && later > first && isShown(wall, later, timeZone);
  return twice ? [first, later] : [first];
}

const isShown = (wall: WallTime, at: number, timeZone: string): boolean => {
  const shown = wallTime(at, timeZone);
  return shown.hour === wall.hour && shown.minute === wall.minute;
};

/** The first instant (UTC ms) of a local day, counted since 1970-01-01; midnight is left out in some places on some days. */
export const startOfDay = (day: number, timeZone: string): number =>
  Temporal.PlainDate.from('1970-01-01').add({ days: day }).toZonedDateTime(timeZone).epochMilliseconds;

/** The same time of day some days later, in the zone's calendar. */
export function addDays(wall: WallTime, days: number): WallTime {
  const date = Temporal.PlainDate.from(wall).add({ days });
  return { ...wall, year: date.year, month: date.month, day: date.day };
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (wall: WallTime): number => Temporal.PlainDate.from(wall).dayOfWeek;

/** Calendar steps (months, weeks, days) keep the time of day; hours and minutes are elapsed time. */
export interface Span {
  months: number;
  weeks: number;
  days: number;
  hours: number;
  minutes: number;
}

/** `at` (UTC ms) moved on by a span in a zone, or undefined beyond what a calendar can say. */
export function addSpan(at: number, span: Span, timeZone: string): number | undefined {
  const start = zoned(at, timeZone);
  try {
    const { months, weeks, days, hours, minutes } = span;
    const day = start.toPlainDateTime().add({ months, weeks, days });
    const moved = months + weeks + days === 0 ? at : instantOf(day, timeZone);
    return moved === undefined ? undefined : moved + (hours * 60 + minutes) * 60_000;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const zoned = (at: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

function plainDateTime(wall: WallTime): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from({ ...fields(wall) }, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const fields = ({ year, month, day, hour, minute }: WallTime): WallTime => ({
  year,
  month,
  day,
  hour,
  minute,
});
