import type { Chart } from '../../charts/types.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Value } from './model.ts';
import { monthName } from './public-views.ts';
import type { RoundUp } from './result-types.ts';
import { plainValue } from './words-views.ts';

const MOST_BARS = 8;
const longestAlt = 900;

/** The picture of a month by value, and the same in words. */
export function roundUpChart(
  { month, byValue, shoutouts, receivers }: RoundUp,
  values: readonly Value[],
  t: Translate,
): { chart: Chart; alt: string } {
  const nameOf = (key: string | undefined) => {
    const value = values.find((each) => each.key === key);
    return value ? plainValue(value) : t('shoutouts.roundUp.noValue');
  };
  const bars = byValue.slice(0, MOST_BARS).map((part, index) => ({
    label: nameOf(part.value),
    value: part.shoutouts,
    note: String(part.shoutouts),
    highlight: index === 0,
  }));
  const name = monthName(month, t);
  const inWords = bars.map(({ label, note }) => `${label}: ${note}`).join(', ');
  return {
    chart: {
      kind: 'bars',
      title: t('shoutouts.roundUp.bars', { month: name }),
      bars,
      footer: t('shoutouts.roundUp.footer', { shoutouts, receivers }),
    },
    alt: t('shoutouts.roundUp.alt', { month: name, values: inWords }).slice(0, longestAlt),
  };
}
