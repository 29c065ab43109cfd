import { shown } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Period } from './model.ts';

/** The bar at the side of what the digest says. */
export const digestColour = 0xe0_7a_3f;
const DAY = 86_400_000;
/** The first Monday that days are counted from. */
const MONDAY = 4;
/** Addresses of Discord are shorter; a longer one would eat the room of the others. */
const LONGEST_URL = 120;

// Days before months, as the rest of the world writes them.
const region = (t: Translate): string => (t.locale === 'en' ? 'en-GB' : t.locale);

export const count = (value: number, t: Translate): string =>
  new Intl.NumberFormat(region(t), { maximumFractionDigits: 1 }).format(value);

/** A local day, counted since 1970-01-01. */
export const dayText = (day: number, t: Translate): string =>
  new Intl.DateTimeFormat(region(t), { dateStyle: 'long', timeZone: 'UTC' }).format(day * DAY);

/** The same where there is little room, without the year. */
export const shortDayText = (day: number, t: Translate): string =>
  new Intl.DateTimeFormat(region(t), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(day * DAY);

/** The month in which a period begins, with its year. */
export const monthText = ({ start }: Pick<Period, 'start'>, t: Translate): string =>
  new Intl.DateTimeFormat(region(t), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(start * DAY);

/** The month of a day where there is little room, without the year. */
export const shortMonthText = (day: number, t: Translate): string =>
  new Intl.DateTimeFormat(region(t), { month: 'short', timeZone: 'UTC' }).format(day * DAY);

/** The first day up to and with the last. */
export const periodText = ({ start, end }: Period, t: Translate): string =>
  new Intl.DateTimeFormat(region(t), { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
    start * DAY,
    Math.max(start, end - 1) * DAY,
  );

/** `weekday`: 0 is Monday. */
export const weekdayText = (weekday: number, t: Translate, style: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(region(t), { weekday: style, timeZone: 'UTC' }).format((MONDAY + weekday) * DAY);

/** A title of members, with its address where that can be trusted to be one. */
export function titleText(title: string, url: string | undefined, max: number, t: Translate): string {
  const words = shown(title, max) || t('digest.post.untitled');
  return url !== undefined && url.length <= LONGEST_URL && /^https:\/\/[^\s()<>]+$/u.test(url)
    ? `[${words}](${url})`
    : words;
}
