import { type Box, bottomOf, type MeasureIn, overlap, placeText, rightOf, type TextBox } from './boxes.ts';
import type { Slot, TrendStyles } from './trend-numbers.ts';
import { layOutPanel, type Panel } from './trend-panel.ts';
import type { Trend, TrendSeries } from './types.ts';

export interface TrendLayout {
  panels: Panel[];
  labels: TextBox[];
}

const MOST_PERIODS = 12;
const MOST_SERIES = 2;
/** A young server's first weeks stand at the right, where the latest one will always be. */
const LEAST_SLOTS = 8;
/** Of the height that is left for bars. */
const SHARES = [[1], [0.58, 0.42]] as const;
const BELOW_NAME = 5;
const ABOVE_LABELS = 5;
const BETWEEN_LABELS = 10;

/** Where everything of a trend goes within its frame, whatever it holds. */
export function layOutTrend(trend: Trend, frame: Box, styles: TrendStyles, measure: MeasureIn): TrendLayout {
  const series = trend.series.slice(0, MOST_SERIES).map(tellable);
  const periods = Math.min(MOST_PERIODS, Math.max(0, ...series.map(({ values }) => values.length)));
  const slots = slotsIn(frame, periods);
  const head = Math.max(styles.name.line, styles.usual.line) + BELOW_NAME;
  const foot = ABOVE_LABELS + styles.label.line;
  const gaps = styles.gap * Math.max(0, series.length - 1);
  const forBars = Math.max(0, frame.height - series.length * head - gaps - foot);
  let top = frame.top;
  const panels = series.map((each, index) => {
    const height = forBars * (SHARES[series.length - 1]?.[index] ?? 0);
    const place = { ...frame, top, height: head + height };
    top += place.height + styles.gap;
    return layOutPanel(each, { place, head, slots, second: index > 0 }, styles, measure);
  });
  const labelTop = bottomOf(frame) - styles.label.line;
  return {
    panels,
    labels: placeLabels(trend.labels, { slots, frame, top: labelTop }, styles, measure),
  };
}

/** What cannot be counted is not known. */
const tellable = (series: TrendSeries): TrendSeries => ({
  ...series,
  values: series.values.map((value) =>
    value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined,
  ),
});

function slotsIn(frame: Box, periods: number): Slot[] {
  const width = frame.width / Math.max(periods, LEAST_SLOTS);
  const left = rightOf(frame) - periods * width;
  return Array.from({ length: periods }, (_, index) => ({ left: left + index * width, width }));
}

/** Every one, or every second, third …, counted from the last, which always has its label. */
function placeLabels(
  labels: readonly string[],
  { slots, frame, top }: { slots: readonly Slot[]; frame: Box; top: number },
  { label: style, latest }: TrendStyles,
  measure: MeasureIn,
): TextBox[] {
  const shown = labels.slice(-slots.length);
  const missing = slots.length - shown.length;
  const boxes = shown.map((text, index) => {
    const last = index === shown.length - 1;
    const { left, width } = slots[missing + index] ?? frame;
    const room = Math.min(frame.width / 3, 4 * width);
    const tone = last ? 'title' : 'muted';
    const weight = last ? latest.weight : style.weight;
    const place = { style: { ...style, weight }, tone, top, left: 0, width: room, lines: 1 } as const;
    const box = placeText(text, place, measure);
    const wished = left + (width - box.width) / 2;
    return { ...box, left: clamp(wished, frame.left, rightOf(frame) - box.width) };
  });
  const [slot] = slots;
  const widest = Math.max(0, ...boxes.map(({ width }) => width)) + BETWEEN_LABELS;
  const step = slot ? Math.max(1, Math.ceil(widest / slot.width)) : 1;
  const placed: TextBox[] = [];
  for (const box of boxes.toReversed().filter((_, index) => index % step === 0)) {
    const roomy = { ...box, width: box.width + BETWEEN_LABELS };
    if (box.lines.length > 0 && !placed.some((other) => overlap(roomy, other))) placed.push(box);
  }
  return placed.toReversed();
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
