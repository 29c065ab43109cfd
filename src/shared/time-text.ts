import type { ParsedComponents, ParsedResult } from 'chrono-node';
// Two of its languages, because all of them take 0.2 s to load.
import * as de from 'chrono-node/de';
import * as en from 'chrono-node/en';
import { cutGraphemes, plainLine } from './text.ts';
import { isHalfOfDayOpen, whatIsUnclear } from './time-clarity.ts';
import { readSpan } from './time-span.ts';
import { leftover, spell, withoutLeadIn } from './time-spelling.ts';
import { addDays, addSpan, instantsOf, type WallTime, wallTime, weekdayOf } from './wall-time.ts';

/**
 * `in-the-past`: understood, but not after now. `not-understood`: `rest` is what could not be read (all of it,
 * or what was left over), cut to 100 characters. `half-of-day`: only am or pm is missing.
 */
export type UnderstoodTime =
  | { at: number }
  | { problem: 'empty' | 'not-understood' | 'in-the-past' | 'half-of-day'; rest?: string };

export interface TimeTextOptions {
  /** UTC ms. */
  now: number;
  /** IANA name; whoever writes "18:00" means this zone's clocks. */
  timeZone: string;
  locale: 'en' | 'de';
}

const LONGEST = 100;
const LAST_MINUTE = { hour: 23, minute: 59 };
/** chrono gets the wall clock under an offset no real zone has, so a zone in the text can be told apart. */
const NO_ZONE = 7;

/**
 * Reads a moment in the future as people write it: "friday 5pm", "in 3 days", "1d 6h", "18:00", "24.12. 18:00",
 * "übermorgen um 9". The caller must show what was understood before anything depends on it.
 *
 * - Never guesses: leftover words, an hour without am or pm in English ("at 5"), 3/4 (which is the month?), 9.10 (a day or a time?),
 *   "next week", "in the evening" and ranges are refused with what was not clear.
 * - A day without a time means its last minute, 23:59. A time without a day means the next time the clocks show
 *   it; a weekday without "next" the next time it comes, today included; a date without a year the next one.
 * - Days, weeks and months keep the time of day; hours and minutes are elapsed time. Where clocks are put forward
 *   over a time, the first minute after the gap counts; where a time comes twice, the first that is still to come.
 * - German also understands English. A zone in the text ("17:00 UTC") wins over `timeZone`.
 *
 * More than 100 characters are not read at all. Throws RangeError for an unknown zone.
 */
export function understandTime(text: string, options: TimeTextOptions): UnderstoodTime {
  const raw = plainLine(text);
  if (raw === '') return { problem: 'empty' };
  if (raw.length > LONGEST) return notUnderstood(raw);
  const tidy = plainLine(raw.normalize('NFKC').toLowerCase());
  const span = readSpan(withoutLeadIn(tidy));
  if (span) {
    const at = addSpan(options.now, span, options.timeZone);
    return at === undefined ? notUnderstood(raw) : inTheFuture(at, options.now);
  }
  const first = readWords(tidy, options, options.locale);
  if (options.locale === 'en' || !('problem' in first) || first.problem !== 'not-understood') return first;
  const english = readWords(tidy, options, 'en');
  return 'at' in english ? english : first;
}

function readWords(text: string, options: TimeTextOptions, locale: 'en' | 'de'): UnderstoodTime {
  const here = wallTime(options.now, options.timeZone);
  const reference = { instant: new Date(asUtc(here) - NO_ZONE * 60_000), timezone: NO_ZONE };
  const language = locale === 'de' ? de : en;
  const spelled = spell(text, locale);
  const [found, ...more] = language.parse(spelled, reference, { forwardDate: !BACKWARD.test(spelled) });
  if (!found) return notUnderstood(text);
  const rest = leftover(spelled, found.index, found.text.length);
  if (rest !== '' || more.length > 0) return notUnderstood(rest);
  const unclear = whatIsUnclear(found, locale);
  if (unclear !== undefined) {
    const refused = notUnderstood(unclear);
    return isHalfOfDayOpen(found, locale) ? { ...refused, problem: 'half-of-day' } : refused;
  }
  const at = resolve(found, here, options);
  return at === undefined ? notUnderstood(text) : inTheFuture(at, options.now);
}

const BACKWARD = /\b(?:last|past|letzte|vergangene)/;

const asUtc = (wall: WallTime): number =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute);

const inTheFuture = (at: number, now: number): UnderstoodTime =>
  at > now ? { at } : { problem: 'in-the-past' };

const notUnderstood = (rest: string): UnderstoodTime => ({
  problem: 'not-understood',
  rest: cutGraphemes(plainLine(rest), LONGEST),
});

function resolve(found: ParsedResult, here: WallTime, options: TimeTextOptions): number | undefined {
  const { start, text } = found;
  const wall = { ...dateOf(start), ...timeOf(found) };
  const zoneOffset = start.get('timezoneOffset');
  if (start.isCertain('timezoneOffset') && zoneOffset === NO_ZONE) {
    return options.now + asUtc(wall) - asUtc(here);
  }
  const hasZone = start.isCertain('timezoneOffset') && zoneOffset !== null;
  const toInstants = (moment: WallTime): number[] =>
    hasZone ? [asUtc(moment) - zoneOffset * 60_000] : instantsOf(moment, options.timeZone);
  const candidates = /\b(?:next|last|past|this|nächste|letzte|vergangene|diese)/.test(text)
    ? [wall]
    : repeats(start, wall, here);
  const instants = candidates.flatMap(toInstants);
  return instants.find((at) => at > options.now) ?? instants.at(-1);
}

const dateOf = (start: ParsedComponents) => ({
  year: start.get('year') ?? 0,
  month: start.get('month') ?? 0,
  day: start.get('day') ?? 0,
});

function timeOf({ start, text }: ParsedResult): { hour: number; minute: number } {
  const named = /\b(?:noon|midday|midnight|mittags?|mitternacht)\b/.test(text);
  if (!start.isCertain('hour') && !named) return LAST_MINUTE;
  return { hour: start.get('hour') ?? 0, minute: start.get('minute') ?? 0 };
}

const inYear = (wall: WallTime, year: number): WallTime => ({ ...wall, year });

/** The days a text can mean, in order; the first that lies ahead is taken. */
function repeats(start: ParsedComponents, wall: WallTime, here: WallTime): WallTime[] {
  const today = { ...here, hour: wall.hour, minute: wall.minute };
  if (start.isCertain('day')) {
    if (start.isCertain('year')) return [wall];
    return [0, 1, 2, 3, 4].map((years) => inYear(wall, here.year + years));
  }
  if (start.isCertain('weekday')) {
    const wanted = (start.get('weekday') ?? 0) || 7;
    const ahead = (wanted - weekdayOf(here) + 7) % 7;
    return [ahead, ahead + 7].map((days) => addDays(today, days));
  }
  return [-1, 0, 1, 2].map((days) => addDays(today, days));
}
