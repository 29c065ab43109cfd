import type { Span } from './wall-time.ts';

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  ein: 1,
  eine: 1,
  einem: 1,
  einer: 1,
  einen: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
};

const UNITS: readonly [keyof Span, RegExp][] = [
  ['minutes', /^(?:m|mins?|minutes?|minuten?)$/],
  ['hours', /^(?:h|hrs?|hours?|std|stunden?)$/],
  ['days', /^(?:d|days?|t|tage?n?)$/],
  ['weeks', /^(?:w|wks?|weeks?|wochen?)$/],
  ['months', /^(?:mo|months?|monate?n?)$/],
];

/** A number or a word for one, then a unit; sticky, so a text is read from left to right exactly once. */
const PART = /\s*(?:,|and\s|und\s|&)?\s*(\d{1,5}(?:[.,]\d{1,2})?|\p{L}+)\s*(\p{L}+)\.?/uy;

const HALF_HOUR = /^(?:half an hour|(?:a |one )?half hour|eine[rn]? halben? stunde)$/;

/**
 * "3 days", "90 minutes", "2w", "1d 6h", "in two weeks", "eine Stunde", "1.5h": a span if the whole text is
 * one, otherwise undefined. English and German at once, as they do not contradict each other. `text` is lower
 * case and trimmed. Fractions only of hours.
 */
export function readSpan(text: string): Span | undefined {
  const bare = text.replace(/^in\s+/, '').replace(/\s+(?:from now|later)$/, '');
  const span: Span = { months: 0, weeks: 0, days: 0, hours: 0, minutes: 0 };
  if (HALF_HOUR.test(bare)) return { ...span, minutes: 30 };
  PART.lastIndex = 0;
  while (PART.lastIndex < bare.length) {
    const [, amount, word] = PART.exec(bare) ?? [];
    if (amount === undefined || word === undefined || !add(span, amount, word)) return undefined;
  }
  return bare === '' ? undefined : span;
}

function add(span: Span, amount: string, word: string): boolean {
  const unit = UNITS.find(([, pattern]) => pattern.test(word))?.[0];
  const number = NUMBERS[amount] ?? Number(amount.replace(',', '.'));
  if (unit === undefined || Number.isNaN(number)) return false;
  if (Number.isInteger(number)) {
    span[unit] += number;
    return true;
  }
  if (unit !== 'hours') return false;
  span.minutes += Math.round(number * 60);
  return true;
}
