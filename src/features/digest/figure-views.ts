import type { Translate } from '../../i18n/translate.ts';
import { type BlockName } from './custom-ids.ts';
import { blocks, type Figure, type Headline } from './model.ts';
import { count } from './words-views.ts';

/** Below so many a percentage says more than is known. */
export const ENOUGH = 30;

/** A block with its question and one line for each number. */
export function blockText(block: BlockName, figures: readonly Figure[], t: Translate): string {
  const names: readonly string[] = blocks[block];
  const lines = figures.filter(({ number }) => names.includes(number)).map((each) => figureLine(each, t));
  return [t(`digest.blocks.${block}`), ...lines].join('\n');
}

function figureLine(figure: Figure, t: Translate): string {
  return t('digest.figure.line', {
    sign: signOf(figure, t),
    number: t(`digest.numbers.${figure.number}`),
    value: valueText(figure.value, t),
    before: valueText(figure.before, t),
    usual: usualText(figure, t),
  });
}

/** Never the colour alone: the arrow says which way. */
function signOf({ change, direction }: Figure, t: Translate): string {
  const colour = change === 'better' ? '🟢' : change === 'worse' ? '🔴' : '⚪';
  return direction ? `${colour}${t(`digest.figure.${direction}`)}` : colour;
}

export function valueText(value: Figure['value'], t: Translate): string {
  if (value === undefined) return t('digest.figure.none');
  if (typeof value === 'number') return count(value, t);
  const words = { part: count(value.part, t), whole: count(value.of, t) };
  if (value.of === 0) return t('digest.figure.none');
  if (value.of < ENOUGH) return t('digest.figure.part', words);
  return t('digest.figure.share', { ...words, percent: percent(value.part / value.of, t) });
}

/** A range of shares is written as the value is: of few as so many of so many. */
export function usualText({ value, usual, number }: Figure, t: Translate): string {
  if (!usual) return t('digest.figure.none');
  const { low, high } = usual;
  if (number !== 'answered') return rangeText(count(Math.round(low), t), count(Math.round(high), t), t);
  if (typeof value !== 'object' || value.of === 0) return t('digest.figure.none');
  if (value.of >= ENOUGH)
    return t('digest.figure.percents', { low: percent(low, t), high: percent(high, t) });
  const some = (share: number) => count(Math.round(share * value.of), t);
  return rangeText(some(low), some(high), t);
}

const rangeText = (low: string, high: string, t: Translate): string =>
  low === high ? low : t('digest.figure.range', { low, high });

/** A share (0 to 1) as whole percents, without the sign. */
export const percent = (share: number, t: Translate): string => count(Math.round(share * 100), t);

/** The one sentence that somebody in a hurry reads. */
export function headlineText(headline: Headline, figures: readonly Figure[], t: Translate): string {
  switch (headline.what) {
    case 'first':
      return t('digest.headline.first');
    case 'quiet':
      return t('digest.headline.quiet');
    case 'one-message':
      return t('digest.headline.oneMessage');
    case 'newcomers-unanswered':
      return t('digest.headline.newcomers', { count: headline.count });
    case 'better':
    case 'worse': {
      const name = t(`digest.numbers.${headline.number}`);
      const direction = figures.find(({ number }) => number === headline.number)?.direction;
      const number = direction ? t(`digest.changed.${direction}`, { number: name }) : name;
      return t(`digest.headline.${headline.what}`, { number });
    }
    case 'steady':
      return t('digest.headline.steady');
    default:
      return headline satisfies never;
  }
}
