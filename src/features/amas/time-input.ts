import type { Locale } from '../../i18n/translate.ts';
import { plainLine } from '../../shared/text.ts';
import { understandTime } from '../../shared/time-text.ts';
import { UserError } from '../../shared/user-error.ts';
import { wallTime } from '../../shared/wall-time.ts';
import type { AmaSpec } from './model.ts';
import { refuse } from './rules.ts';

export interface TimeContext {
  /** UTC ms. */
  now: number;
  /** IANA name of the server's zone. */
  timeZone: string;
  /** The language that the times were typed in. */
  locale: Locale;
}

type Times = Pick<AmaSpec, 'startAt' | 'endAt'>;
const longest = 100;

/**
 * Start and end as they were typed: "1 hour", "in 2 hours" and "19:30" as an end count from the start. What was
 * not touched in the form (`before`) stays the very instant that it was. Throws a refusal that says what was unclear.
 */
export function understoodTimes(
  typed: { starts: string; ends: string },
  context: TimeContext,
  before?: Times,
): Times {
  const { timeZone } = context;
  const starts = plainLine(typed.starts);
  const ends = plainLine(typed.ends);
  const keptStart = before !== undefined && starts === timeText(before.startAt, timeZone);
  const startAt = keptStart ? before.startAt : understood('start', starts, context);
  if (before !== undefined && ends === timeText(before.endAt, timeZone)) {
    return { startAt, endAt: before.endAt };
  }
  return { startAt, endAt: understood('end', ends, { ...context, now: startAt }) };
}

/** An instant as the form shows it, and as it is understood again: `2026-12-24 18:00`. */
export function timeText(at: number, timeZone: string): string {
  const { year, month, day, hour, minute } = wallTime(at, timeZone);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

function understood(which: 'start' | 'end', typed: string, context: TimeContext): number {
  const text = typed.slice(0, longest);
  const read = understandTime(typed, context);
  if ('at' in read) return read.at;
  switch (read.problem) {
    case 'in-the-past':
      return refuse(
        which === 'start' ? 'amas.refusals.starts-in-the-past' : 'amas.refusals.ends-before-start',
      );
    case 'half-of-day':
      throw new UserError(`amas.refusals.${which}-half-of-day`, { text });
    case 'empty':
      throw new UserError(`amas.refusals.${which}-not-understood`, { text: '–' });
    case 'not-understood': {
      const { rest = '' } = read;
      const whole = rest === '' || typed.length > longest || rest.toLowerCase() === typed.toLowerCase();
      if (whole) throw new UserError(`amas.refusals.${which}-not-understood`, { text });
      throw new UserError(`amas.refusals.${which}-unclear`, { text, rest });
    }
    default:
      return read.problem satisfies never;
  }
}
