import { type Box, type MeasureIn, overlap, placeText, rightOf, type TextBox } from './boxes.ts';
import { HEAT_STEPS, MIDDLE_STEP } from './heat-map-scale.ts';
import type { TextStyle } from './text-layout.ts';
import type { Hours } from './types.ts';

export interface HeatStyles {
  label: TextStyle;
  scale: TextStyle;
  empty: TextStyle;
  /** Of one colour of the scale. */
  swatch: { width: number; height: number };
  /** Between cells. */
  gap: number;
}

export interface HeatLayout {
  /** `step` of none is 0; undefined: cannot be known. */
  cells: (Box & { step: number | undefined })[];
  /** The one hour with the most messages; undefined where several have as many. */
  busiest: Box | undefined;
  swatches: (Box & { step: number })[];
  texts: TextBox[];
}

const SCALE_GAP = 14;
export const BELOW_SWATCH = 3;

type Below = Pick<HeatLayout, 'swatches' | 'texts'>;

/** What is counted at the left, the colours with their numbers at the right. */
export function scaleIn(
  { title, labels }: Hours['scale'],
  below: Box,
  { scale, swatch }: HeatStyles,
  measure: MeasureIn,
): Below {
  const width = (HEAT_STEPS + 1) * swatch.width;
  const left = rightOf(below) - width;
  const swatches = Array.from({ length: HEAT_STEPS + 1 }, (_, step) => ({
    left: left + step * swatch.width,
    top: below.top,
    width: swatch.width,
    height: swatch.height,
    step,
  }));
  const top = below.top + swatch.height + BELOW_SWATCH;
  const place = { style: scale, tone: 'muted', top, width: width / 3 - 4, lines: 1 } as const;
  const [none, middle, most] = labels;
  const centre = left + (MIDDLE_STEP + 0.5) * swatch.width;
  const ends = [
    placeText(none, { ...place, left, align: 'left' }, measure),
    placeText(most, { ...place, left: rightOf(below) - place.width, align: 'right' }, measure),
  ];
  const between = placeText(middle, { ...place, left: centre - place.width / 2, align: 'center' }, measure);
  const said = middle === most || middle === none || ends.some((end) => overlap(end, between));
  const name = placeText(
    title,
    { ...place, left: below.left, top: below.top - 2, width: left - below.left - SCALE_GAP, lines: 2 },
    measure,
  );
  return { swatches, texts: [name, ...ends, ...(said ? [] : [between])] };
}

export function emptyIn(empty: string, below: Box, { empty: style }: HeatStyles, measure: MeasureIn): Below {
  const lines = Math.max(1, Math.floor(below.height / style.line));
  const place = { style, tone: 'text', left: below.left, top: below.top, width: below.width, lines } as const;
  return { swatches: [], texts: [placeText(empty, { ...place, align: 'center' }, measure)] };
}
