import type { Translate } from '../../i18n/translate.ts';
import { folded } from '../../shared/text.ts';
import type { Period } from './model.ts';
import { earlier, occurrenceAt } from './schedule.ts';
import { monthText } from './words-views.ts';

/** Months that a report can be asked for. */
export const MOST_MONTHS = 12;
const DAY = 86_400_000;

/** The last whole local months before an instant (UTC ms), the latest first. */
export function wholeMonths(timeZone: string, now: number): Period[] {
  const { period } = occurrenceAt('monthly', timeZone, now);
  return [period, ...Array.from({ length: MOST_MONTHS - 1 }, (_, at) => earlier(period, 'monthly', at + 1))];
}

/** The local month that is not over yet. */
export const thisMonth = (timeZone: string, now: number): Period =>
  earlier(occurrenceAt('monthly', timeZone, now).period, 'monthly', -1);

/** A month as it is sent and stored: `2026-10`. */
export const monthKey = ({ start }: Period): string => new Date(start * DAY).toISOString().slice(0, 7);

/** Of these months the one that was picked (`2026-10`), or typed by its name; undefined: it is none of them. */
export function monthIn(months: readonly Period[], typed: string, t: Translate): Period | undefined {
  const wanted = folded(typed);
  return months.find((month) => monthKey(month) === wanted || folded(monthText(month, t)) === wanted);
}

/** Of these months those in whose name or number there is what is typed so far. */
export function monthsLike(months: readonly Period[], typed: string, t: Translate): Period[] {
  const part = folded(typed);
  return months.filter(
    (month) => monthKey(month).includes(part) || folded(monthText(month, t)).includes(part),
  );
}
