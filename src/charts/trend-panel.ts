import { type Box, bottomOf, type MeasureIn, placeText, type TextBox } from './boxes.ts';
import { ABOVE_BAR, placeNumbers, type Slot, type TrendStyles } from './trend-numbers.ts';
import type { TrendSeries } from './types.ts';

export interface Panel {
  /** Which colours it has. */
  second: boolean;
  plot: Box;
  /** Behind the period that is told of; undefined: no period is known. */
  column: Box | undefined;
  bars: (Box & { latest: boolean })[];
  band: Box | undefined;
  /** The same as the band, beside the words for it. */
  swatch: Box | undefined;
  texts: TextBox[];
}

interface PanelPlace {
  place: Box;
  /** Height of the line with the name. */
  head: number;
  slots: readonly Slot[];
  second: boolean;
}

const SWATCH = { width: 16, gap: 6 } as const;
const BAR = { share: 0.66, widest: 34, least: 2 } as const;

/** One series: its name, its bars, the numbers on them and what is usual. */
export function layOutPanel(
  series: TrendSeries,
  { place, head, slots, second }: PanelPlace,
  styles: TrendStyles,
  measure: MeasureIn,
): Panel {
  const plot = { ...place, top: place.top + head, height: place.height - head };
  const shown = slots.map((slot, index) => {
    const at = series.values.length - slots.length + index;
    return {
      slot,
      value: series.values[at],
      text: series.texts[at] ?? '',
      latest: index === slots.length - 1,
    };
  });
  const most = Math.max(1, series.usual?.high ?? 0, ...shown.map(({ value }) => value ?? 0));
  const perUnit = Math.max(0, plot.height - styles.latest.line - ABOVE_BAR) / most;
  const columns = shown.map((each) => ({ ...each, bar: barOf(each, plot, perUnit) }));
  const numbers = placeNumbers(columns, { plot, second }, styles, measure);
  const heading = layOutHeading(series, { place, second }, styles, measure);
  return {
    second,
    plot,
    column: columns.some(({ bar }) => bar) ? columnOf(slots, plot) : undefined,
    bars: columns.flatMap(({ bar, latest }) => (bar ? [{ ...bar, latest }] : [])),
    band: bandOf(series.usual, plot, perUnit),
    swatch: heading.swatch,
    texts: [...heading.texts, ...numbers],
  };
}

function columnOf(slots: readonly Slot[], plot: Box): Box | undefined {
  const slot = slots.at(-1);
  return slot && { ...plot, ...slot };
}

/** Zero is a line on the ground; unknown is nothing. */
function barOf({ slot, value }: { slot: Slot; value: number | undefined }, plot: Box, perUnit: number) {
  if (value === undefined) return undefined;
  const height = Math.max(BAR.least, value * perUnit);
  const width = Math.min(slot.width * BAR.share, BAR.widest);
  return { left: slot.left + (slot.width - width) / 2, top: bottomOf(plot) - height, width, height };
}

function bandOf(usual: TrendSeries['usual'], plot: Box, perUnit: number): Box | undefined {
  if (!usual || !Number.isFinite(usual.low) || !Number.isFinite(usual.high)) return undefined;
  const low = Math.max(0, Math.min(usual.low, usual.high)) * perUnit;
  const height = Math.max(BAR.least, Math.max(0, usual.high) * perUnit - low);
  return { ...plot, top: bottomOf(plot) - low - height, height };
}

function layOutHeading(
  { name, usual }: TrendSeries,
  { place, second }: Pick<PanelPlace, 'place' | 'second'>,
  styles: TrendStyles,
  measure: MeasureIn,
): { texts: TextBox[]; swatch: Box | undefined } {
  const drop = Math.max(0, styles.name.line - styles.usual.line) * 0.6;
  const words = placeText(
    usual?.text ?? '',
    {
      style: styles.usual,
      tone: 'muted',
      left: place.left + place.width / 2,
      top: place.top + drop,
      width: place.width / 2,
      lines: 1,
      align: 'right',
    },
    measure,
  );
  const beside = words.width > 0 ? words.width + SWATCH.width + 3 * SWATCH.gap : 0;
  const tone = second ? 'second' : 'accent';
  const where = { left: place.left, top: place.top, width: place.width - beside, lines: 1 };
  const title = placeText(name, { style: styles.name, tone, ...where }, measure);
  const height = styles.usual.size * 0.8;
  const middle = words.top + words.style.line * 0.5;
  const left = words.left - SWATCH.gap - SWATCH.width;
  const swatch = { left, top: middle - height / 2, width: SWATCH.width, height };
  return { texts: [title, words], swatch: words.width > 0 ? swatch : undefined };
}
