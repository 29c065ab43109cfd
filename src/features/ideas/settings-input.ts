import { cutGraphemes, escapeMarkdown, plainLine } from '../../shared/text.ts';
import { readSpan } from '../../shared/time-span.ts';
import { UserError } from '../../shared/user-error.ts';
import type { IdeaSettings } from './model.ts';
import { ideaSettingsLimits as limits } from './settings-rules.ts';

/** What people type into the forms, in English or German. Everything that is not understood is refused in words. */

type Step = IdeaSettings['ladder'][number];

const share = /(\d{1,5}(?:[.,]\d{1,2})?) ?(?:%|percent\b|per cent\b|prozent\b)/gu;
/** Between the share and the time: "of the active members within". */
const lead =
  /^ ?(?:(?:of|der|von) (?:the |den )?(?:active |aktiven )?(?:members|people|mitgliedern?|leuten?),? )?(?:in\b|within\b|binnen\b|innerhalb(?: von)?\b|[:=/–-])? ?/u;
/** As the panel shows the steps, or as people number lines. */
const bullets = /^\s*(?:\d{1,2}[.)]|[-*•])\s+/gmu;
const tail = /(?:[,;.→>–-]|\b(?:and|then|und|dann|danach)\b| )+$/u;

/**
 * "5% in 14 days, 15% in 45 days" as steps, from one to five, each share higher than the one before. Days may be
 * weeks or months (30 days). Throws a refusal that names the part that was not understood.
 */
export function parseLadder(typed: string): Step[] {
  const text = plainLine(typed.replace(bullets, ' ')).toLowerCase().slice(0, limits.typed);
  const found = [...text.matchAll(share)];
  const first = found[0];
  if (!first || first.index > 0) throw refused('ladder', text.slice(0, found[1]?.index).replace(tail, ''));
  if (found.length > limits.steps)
    throw new UserError('ideasSetup.refusals.ladderTooLong', { max: limits.steps });
  const steps = found.map((match, place) => {
    const part = text.slice(match.index, found[place + 1]?.index);
    return readStep(match[1]!, part.slice(match[0].length), part.replace(tail, ''));
  });
  for (const [place, { percent }] of steps.entries()) {
    const before = steps[place - 1];
    if (before && percent <= before.percent)
      throw new UserError('ideasSetup.refusals.ladderNotRising', { before: before.percent, percent });
  }
  return steps;
}

function readStep(share: string, rest: string, part: string): Step {
  const percent = Number(share.replace(',', '.'));
  const days = readDays(rest.replace(lead, '').replace(tail, ''));
  if (days === undefined) throw refused('ladder', part);
  if (percent <= 0 || percent > 100) throw refused('percent', part);
  const { min, max } = limits.days;
  if (days < min || days > max) throw new UserError('ideasSetup.refusals.days', { part: quote(part), max });
  return { percent, days };
}

/** "14", "14 days", "2 weeks" in days; undefined for anything else, also for a part of a day. */
function readDays(text: string): number | undefined {
  if (/^\d{1,5}$/u.test(text)) return Number(text);
  const hours = spanHours(text);
  return hours === undefined || hours % 24 !== 0 ? undefined : hours / 24;
}

function spanHours(text: string): number | undefined {
  const span = readSpan(text);
  if (!span || span.minutes > 0) return undefined;
  return (span.months * 30 + span.weeks * 7 + span.days) * 24 + span.hours;
}

/** A whole number, perhaps with a word after it ("3 supporters"). Throws a refusal that names the range. */
export function parseNumber(typed: string, range: { min: number; max: number }): number {
  const text = plainLine(typed);
  return within(/^(\d{1,5})(?: [\p{L} ]{1,30})?$/u.exec(text)?.[1], text, range, 'number');
}

/** Days: "14", "14 days", "2 weeks". Throws a refusal that names the range. */
export function parseDays(typed: string, range: { min: number; max: number }): number {
  const text = plainLine(typed).toLowerCase();
  return within(readDays(text), text, range, 'daysAlone');
}

const none = /^(?:0|none|no|off|keine|kein|nein|aus)$/u;

/** Hours: "24", "24 h", "1 day", "none". Throws a refusal that names the range. */
export function parseHours(typed: string, range: { min: number; max: number }): number {
  const text = plainLine(typed).toLowerCase();
  if (none.test(text) && range.min === 0) return 0;
  const hours = /^\d{1,5}$/u.test(text) ? Number(text) : spanHours(text);
  return within(hours, text, range, 'hours');
}

function within(
  value: number | string | undefined,
  typed: string,
  { min, max }: { min: number; max: number },
  code: 'number' | 'daysAlone' | 'hours',
): number {
  const number = Number(value ?? Number.NaN);
  if (number >= min && number <= max) return number;
  throw new UserError(`ideasSetup.refusals.${code}`, { typed: quote(typed), min, max });
}

function refused(code: 'ladder' | 'percent', part: string): UserError {
  return new UserError(`ideasSetup.refusals.${code}`, { part: quote(part) });
}

/** What somebody typed, as it may stand in a sentence. */
export function quote(typed: string): string {
  return escapeMarkdown(cutGraphemes(plainLine(typed), 60));
}
