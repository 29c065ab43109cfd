import { type Box, bottomOf, type MeasureIn, overlap, placeText, rightOf, type TextBox } from './boxes.ts';
import type { TextStyle } from './text-layout.ts';

export interface TrendStyles {
  name: TextStyle;
  usual: TextStyle;
  value: TextStyle;
  latest: TextStyle;
  label: TextStyle;
  /** Between the two panels. */
  gap: number;
}

/** The room of one period. */
export type Slot = Pick<Box, 'left' | 'width'>;

/** Between a bar and its number. */
export const ABOVE_BAR = 2;
/** What stands for a period that nothing is known of. */
const UNKNOWN = '–';

type Column = { slot: Slot; bar: Box | undefined; text: string; latest: boolean };

/** On every bar, or, where they are too wide for that, on the last and the highest. */
export function placeNumbers(
  columns: readonly Column[],
  { plot, second }: { plot: Box; second: boolean },
  styles: TrendStyles,
  measure: MeasureIn,
): TextBox[] {
  const boxes = columns.map(({ slot, bar, text, latest }) => {
    const tone = latest ? (second ? 'second' : 'accent') : 'muted';
    const style = latest ? styles.latest : styles.value;
    const where = { left: plot.left, top: bottomOf(plot) - style.line, width: plot.width / 2, lines: 1 };
    const box = placeText(bar ? text : UNKNOWN, { style, tone, ...where }, measure);
    const wished = slot.left + (slot.width - box.width) / 2;
    const left = Math.max(plot.left, Math.min(rightOf(plot) - box.width, wished));
    return { box: { ...box, left }, slot, bar, latest };
  });
  const narrow = boxes.every(({ box, slot }) => box.width <= slot.width - 4);
  const highest = Math.min(...boxes.map(({ bar }) => bar?.top ?? Infinity));
  const wanted = boxes.filter(
    ({ bar, latest }) => narrow || latest || bar === undefined || bar.top === highest,
  );
  const placed: TextBox[] = [];
  for (const { box, bar } of wanted.toReversed()) {
    const above = bar ? liftedOver(box, boxes, bar) : box;
    if (!placed.some((other) => overlap(above, other))) placed.push(above);
  }
  return placed;
}

/** A number that is wider than its bar must not lie on the bars beside it. */
function liftedOver(
  box: TextBox,
  others: readonly { bar: Box | undefined; box: TextBox }[],
  own: Box,
): TextBox {
  const below = others
    .flatMap(({ bar }) => bar ?? [])
    .filter((bar) => overlap({ ...bar, top: 0, height: 1 }, { ...box, top: 0, height: 1 }));
  const top = Math.min(own.top, ...below.map((bar) => bar.top)) - ABOVE_BAR - box.height;
  return { ...box, top };
}
