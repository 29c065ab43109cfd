import type { ParsedResult } from 'chrono-node';

type Check = (result: ParsedResult, locale: 'en' | 'de') => string | undefined;

/** chrono takes a few for three and one and a half weeks for eleven days. */
const VAGUE_AMOUNT =
  /\b(?:few|several|couple|half|einige|paar|halbe?[rnsm]?)\b|(?<![\d.])\d+[.,]\d+ ?(?:d|w|mo|y|t|j)[a-z]*/;
const WEEKEND = /\b(?:weekend|wochenende)\b/;
const VAGUE_DAY = /\b(?:week|month|quarter|year|wochen?|monate?|jahre?)\b/;
const NUMBERED = /\d|\b(?:in|a|an|one|two|three|four|ein\w*|zwei|drei|vier)\b/;
const PART_OF_DAY =
  /\b(?:in the )?(?:morning|afternoon|evening|night)\b|(?<!heute )\b(?:abend|nacht|vormittag|nachmittag)\b|\bheute (?:vor|nach)mittag\b/;
const EXACT_TIME = /\d:\d\d|\d ?[ap]\.?m|noon|mid/;

const CHECKS: readonly Check[] = [
  ({ end, text }) => (end ? text : undefined),
  ({ text }) => VAGUE_AMOUNT.exec(text)?.[0],
  function monthOrDayFirst({ text }) {
    const [slashed, first, second] = /(?<!\d)(\d{1,2})\/(\d{1,2})(?!\d)/.exec(text) ?? [];
    return first !== second && Number(first) <= 12 && Number(second) <= 12 ? slashed : undefined;
  },
  ({ start, text }) => (start.isCertain('month') && !start.isCertain('day') ? text : undefined),
  function someDayOfAWeek({ start, text }) {
    const vague = VAGUE_DAY.test(text) && !start.isCertain('weekday') && !NUMBERED.test(text);
    return vague || WEEKEND.test(text) ? text : undefined;
  },
  ({ start, text }) => (start.isCertain('hour') ? undefined : PART_OF_DAY.exec(text)?.[0]),
  function whichMidnight({ start, text }) {
    const hasDay = start.isCertain('day') || start.isCertain('weekday');
    return hasDay && /\b(?:midnight|mitternacht)\b/.test(text) ? text : undefined;
  },
  (result, locale) => (isHalfOfDayOpen(result, locale) ? result.text : undefined),
];

/** Whether nothing but am or pm is missing: "at 5". */
export function isHalfOfDayOpen({ start, text }: ParsedResult, locale: 'en' | 'de'): boolean {
  if (locale === 'de' || !start.isCertain('hour') || start.isCertain('timezoneOffset')) return false;
  return (start.get('hour') ?? 0) <= 12 && !EXACT_TIME.test(text);
}

/** The words of a match that leave open what is meant, or undefined if nothing is left open. */
export function whatIsUnclear(result: ParsedResult, locale: 'en' | 'de'): string | undefined {
  for (const check of CHECKS) {
    const unclear = check(result, locale);
    if (unclear !== undefined) return unclear;
  }
  return undefined;
}
