/** Words that may stand before a time without changing it. */
const LEAD_IN = /^(?:(?:until|till|by|on|at|closes?|closing|ends?|bis|spätestens|am|um|zum|ab)\s+)+/;

export const withoutLeadIn = (text: string): string => text.replace(LEAD_IN, '');

/** What stands around a match, without lead-in and punctuation. */
export function leftover(text: string, index: number, length: number): string {
  const before = withoutLeadIn(`${text.slice(0, index)} `);
  const after = text.slice(index + length);
  return `${before} ${after}`.replace(/[\s.,;:!()-]+/g, ' ').trim();
}

const MONTHS = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
};

const DAY_AND_MONTH = /(?<![\d.:])(\d{1,2})\.(\d{1,2})(?:(\.)(?!\d)|(?![\d.:]))(\s*(?=\d))?/g;

/**
 * Puts `text` (lower case) into words that chrono knows: it reads "24.12.2026" but neither "24.12." nor
 * "24.12 18:00", takes a number after a month's name for a year, and does not know "kommenden" and
 * "17 Uhr 30". A lone "9.10" stays as it is: it may be a day or a time.
 */
export function spell(text: string, locale: 'en' | 'de'): string {
  const timed = locale === 'de' ? spellGermanWords(text) : text;
  return timed.replace(DAY_AND_MONTH, (all, ...[day, month, dot, more]: (string | undefined)[]) => {
    const name = MONTHS[locale][Number(month) - 1];
    const mayBeTime = dot === undefined && more === undefined && Number(day) < 24;
    if (name === undefined || mayBeTime) return all;
    const date = locale === 'de' ? `${day}. ${name}` : `${day} ${name}`;
    if (more === undefined) return date;
    return locale === 'de' ? `${date} um ` : `${date} at `;
  });
}

const spellGermanWords = (text: string): string =>
  text
    .replace(/\bkommende(?=[nrs]?\b)/g, 'nächste')
    .replace(/(\d) uhr (\d\d)\b/g, '$1:$2 uhr')
    .replace(/\b(\d{1,2})\.(\d\d) uhr/g, '$1:$2 uhr');
