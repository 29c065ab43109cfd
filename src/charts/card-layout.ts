import { type Box, bottomOf, type MeasureIn, placeText, type TextBox } from './boxes.ts';
import { layOutHeatMap } from './heat-map-layout.ts';
import type { HeatLayout, HeatStyles } from './heat-map-legend.ts';
import type { TextStyle } from './text-layout.ts';
import { layOutTrend, type TrendLayout } from './trend-layout.ts';
import type { TrendStyles } from './trend-numbers.ts';
import type { HeatMap, TrendChart } from './types.ts';

/** CSS pixels. On a phone Discord shows a picture about 340 wide: there 16 are 12, so no text is smaller. */
export const WIDTH = 448;
const PADDING = 20;
const INNER = WIDTH - 2 * PADDING;
const BELOW_TITLE = 14;
const ABOVE_FOOTER = 14;
/** Discord puts a badge on the lower left corner of a picture with alt text; nothing to read stands there. */
const BADGE = { width: 64, height: 34 };

const TITLE: TextStyle = { size: 22, line: 29, weight: 700 };
const FOOTER: TextStyle = { size: 16, line: 22, weight: 400 };

const TREND: TrendStyles = {
  name: { size: 18, line: 25, weight: 700 },
  usual: { size: 16, line: 22, weight: 400 },
  value: { size: 16, line: 21, weight: 500 },
  latest: { size: 19, line: 24, weight: 700 },
  label: { size: 16, line: 22, weight: 400 },
  gap: 20,
};
const HEAT: HeatStyles = {
  label: { size: 16, line: 22, weight: 400 },
  scale: { size: 16, line: 21, weight: 400 },
  empty: { size: 17, line: 23, weight: 600 },
  swatch: { width: 30, height: 12 },
  gap: 2.5,
};
/** Of what stands between title and footer. */
const HEIGHTS = { none: 40, one: 210, two: 284, 'heat-map': 248 } as const;

export interface CardLayout {
  height: number;
  texts: TextBox[];
  trend: TrendLayout | undefined;
  heatMap: HeatLayout | undefined;
}

/** A picture of its own: title, chart, a line or two below. */
export function layOutCard(chart: TrendChart | HeatMap, measure: MeasureIn): CardLayout {
  const place = { left: PADDING, width: INNER } as const;
  const title = placeText(
    chart.title,
    { ...place, style: TITLE, tone: 'title', top: PADDING, lines: 2 },
    measure,
  );
  const top = bottomOf(title) + BELOW_TITLE;
  const frame: Box = { ...place, top, height: heightOf(chart) };
  const footer = placeText(
    chart.footer,
    {
      left: PADDING + BADGE.width,
      width: INNER - BADGE.width,
      style: FOOTER,
      tone: 'muted',
      top: bottomOf(frame) + ABOVE_FOOTER,
      lines: 2,
    },
    measure,
  );
  const bottom = Math.max(bottomOf(footer), bottomOf(frame) + BADGE.height);
  return {
    height: Math.ceil(bottom + PADDING - 4),
    texts: [title, footer],
    trend: chart.kind === 'trend' ? layOutTrend(chart, frame, TREND, measure) : undefined,
    heatMap: chart.kind === 'heat-map' ? layOutHeatMap(chart, frame, HEAT, measure) : undefined,
  };
}

function heightOf(chart: TrendChart | HeatMap): number {
  if (chart.kind === 'heat-map') return HEIGHTS['heat-map'];
  return chart.series.length === 0 ? HEIGHTS.none : chart.series.length === 1 ? HEIGHTS.one : HEIGHTS.two;
}
