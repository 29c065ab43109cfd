import { cutGraphemes, escapeMarkdown, plainLine } from '../../shared/text.ts';
import { UserError } from '../../shared/user-error.ts';

/** How far numbers of the settings may go. */
export const paceLimits = {
  budget: { min: 1, max: 20 },
  pair: { min: 0, max: 60 },
  back: { min: 0, max: 168 },
} as const;

/** A whole number, perhaps with a word after it ("7 days"). Throws a refusal that names the range. */
export function parseNumber(typed: string, { min, max }: { min: number; max: number }): number {
  const line = plainLine(typed);
  const number = Number(/^(\d{1,5})(?: [\p{L} ]{1,30})?$/u.exec(line)?.[1] ?? Number.NaN);
  if (number >= min && number <= max) return number;
  throw new UserError('shoutoutsSetup.refusals.number', {
    typed: escapeMarkdown(cutGraphemes(line, 60)),
    min: String(min),
    max: String(max),
  });
}
