import type { ModalInputs } from '../../discord/inputs.ts';
import type { Locale } from '../../i18n/translate.ts';
import { plainLine } from '../../shared/text.ts';
import { understandTime } from '../../shared/time-text.ts';
import { wallTime } from '../../shared/wall-time.ts';
import { type PerkSpec, perkLimits, rewardKinds } from './model.ts';
import { parts } from './private-custom-ids.ts';
import { refuse } from './refuse.ts';

export interface TimeContext {
  /** UTC ms. */
  now: number;
  /** IANA name of the server's zone. */
  timeZone: string;
  /** The language that the time was typed in. */
  locale: Locale;
}

type Words = Pick<PerkSpec, 'name' | 'description' | 'terms' | 'expiresAt'>;

/** The words of the form; what was not touched of the end (`before`) stays the very instant that it was. */
export function typedWords(form: ModalInputs, context: TimeContext, before?: number): Words {
  return {
    name: form.text(parts.name),
    description: form.text(parts.description),
    terms: form.text(parts.terms),
    expiresAt: understoodEnd(form.text(parts.expires), context, before),
  };
}

export function typedReward(form: ModalInputs): PerkSpec['reward'] {
  const typed = form.one(parts.reward);
  return rewardKinds.find((kind) => kind === typed) ?? 'codes';
}

/** An instant as the form shows it, and as it is understood again: `2026-12-24 18:00`. */
export function timeText(at: number, timeZone: string): string {
  const { year, month, day, hour, minute } = wallTime(at, timeZone);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`;
}

function understoodEnd(typed: string, context: TimeContext, before?: number): number | undefined {
  const text = plainLine(typed);
  if (text === '') return undefined;
  if (before !== undefined && text === timeText(before, context.timeZone)) return before;
  const read = understandTime(text, context);
  if ('at' in read) return read.at;
  switch (read.problem) {
    case 'in-the-past':
      return refuse('perks.refusals.expires-in-the-past');
    case 'half-of-day':
      return refuse('perks.refusals.expires-half-of-day', { text });
    case 'empty':
    case 'not-understood':
      return refuse('perks.refusals.expires-not-understood', { text });
    default:
      return read.problem satisfies never;
  }
}

/** A whole number from 1 to `perkLimits.count`. */
export function typedNumber(typed: string): number {
  const text = typed.trim();
  const value = /^\d{1,6}$/u.test(text) ? Number(text) : 0;
  if (value < 1 || value > perkLimits.count) {
    refuse('perks.refusals.number-bad', { typed: text, max: String(perkLimits.count) });
  }
  return value;
}
