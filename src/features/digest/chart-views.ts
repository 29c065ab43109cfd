import { heatScale } from '../../charts/heat-map-scale.ts';
import type { HeatMap, TrendChart, TrendSeries } from '../../charts/types.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { DigestContent } from './model.ts';
import { hoursAlt, trendAlt } from './picture-views.ts';
import { count, shortDayText, shortMonthText, weekdayText } from './words-views.ts';

const WEEKDAYS = 7;
/** A label at every third hour is what fits. */
const LABELLED_HOURS = [0, 3, 6, 9, 12, 15, 18, 21];

/** The pictures of a digest, with what they say to people who do not see them. */
export function digestCharts(content: DigestContent, t: Translate) {
  return {
    trend: { chart: trendChart(content, t), alt: trendAlt(content, t) },
    hours: { chart: heatMap(content, t), alt: hoursAlt(content, t) },
  };
}

export function trendChart({ trend, cadence }: DigestContent, t: Translate): TrendChart {
  const { starts, active, conversations, usualActive } = trend;
  const usual = usualActive && {
    ...usualActive,
    text: t('digest.charts.usual', { low: count(usualActive.low, t), high: count(usualActive.high, t) }),
  };
  return {
    kind: 'trend',
    title: t(`digest.charts.trend.${cadence}`, { count: starts.length }),
    labels: starts.map((day) => (cadence === 'monthly' ? shortMonthText : shortDayText)(day, t)),
    series: [
      series(t('digest.numbers.active'), active, usual, t),
      series(t('digest.numbers.conversations'), conversations, undefined, t),
    ],
    footer: active.includes(undefined) ? t('digest.charts.gaps') : '',
  };
}

const series = (
  name: string,
  values: TrendSeries['values'],
  usual: TrendSeries['usual'],
  t: Translate,
): TrendSeries => ({
  name,
  values,
  texts: values.map((value) => (value === undefined ? t('digest.figure.none') : count(value, t))),
  usual,
});

export function heatMap({ hours, timeZone }: DigestContent, t: Translate): HeatMap {
  const [none, middle, most] = heatScale(hours);
  return {
    kind: 'heat-map',
    title: t('digest.charts.hours'),
    messages: hours,
    weekdays: Array.from({ length: WEEKDAYS }, (_, day) => weekdayText(day, t, 'short')),
    hours: LABELLED_HOURS.map((hour) => t('digest.charts.hour', { hour })),
    scale: {
      title: t('digest.charts.scale'),
      labels: [count(none, t), count(middle, t), count(most, t)],
    },
    empty: t('digest.charts.empty'),
    footer: t('digest.charts.zone', { zone: timeZone }),
  };
}
