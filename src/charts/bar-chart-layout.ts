import { cut, type Measure, tidy, wrap } from './text-layout.ts';
import type { BarChart } from './types.ts';

/** CSS pixels; drawn at SCALE. Discord shows pictures up to about 550 wide, so this is crisp on any screen. */
export const WIDTH = 560;
export const SCALE = 2;
export const PADDING = 28;
const INNER = WIDTH - 2 * PADDING;

export const TITLE = { size: 22, line: 29, weight: 700 } as const;
export const LABEL = { size: 15, line: 20, weight: 400 } as const;
export const WINNER_LABEL = { size: 15, line: 20, weight: 700 } as const;
export const NOTE = { size: 14, line: 20, weight: 600 } as const;
export const FOOTER = { size: 13, line: 18, weight: 400 } as const;
export type Style = typeof TITLE | typeof LABEL | typeof WINNER_LABEL | typeof NOTE | typeof FOOTER;

/** Room for the star before a winner's label, and for the panel around its row. */
export const STAR = 20;
export const PANEL = 8;
const GAP = { label: 5, note: 16, title: 18, footer: 16 } as const;

export interface Row {
  top: number;
  label: string[];
  note: string;
  highlight: boolean;
  bar: { top: number; width: number; height: number };
  bottom: number;
}

export interface Layout {
  height: number;
  title: string[];
  titleTop: number;
  rows: Row[];
  footer: string[];
  footerTop: number;
}

/** Where everything goes. Texts are tidied, wrapped and cut; the longest bar fills the width. */
export function layOut(chart: BarChart, measure: (style: Style) => Measure): Layout {
  const title = wrap(tidy(chart.title, 300), INNER, 3, measure(TITLE));
  const footer = wrap(tidy(chart.footer, 300), INNER, 2, measure(FOOTER)).filter((line) => line !== '');
  const dense = chart.bars.length > 12;
  const largest = Math.max(...chart.bars.map(({ value }) => finite(value)), 0);
  let top = PADDING + title.length * TITLE.line + GAP.title;
  const rows = chart.bars.map((bar, index) => {
    const share = largest > 0 ? finite(bar.value) / largest : 0;
    const row = layOutRow(bar, { top, share, dense }, measure);
    const nearWinner = bar.highlight || chart.bars[index + 1]?.highlight === true;
    top = row.bottom + (dense ? 8 : 14) + (nearWinner ? 6 : 0);
    return row;
  });
  const footerTop = (rows.at(-1)?.bottom ?? top) + GAP.footer;
  const footerHeight = footer.length === 0 ? -GAP.footer : footer.length * FOOTER.line;
  return {
    height: Math.ceil(footerTop + footerHeight + PADDING - 4),
    title,
    titleTop: PADDING,
    rows,
    footer,
    footerTop,
  };
}

function layOutRow(
  bar: BarChart['bars'][number],
  place: { top: number; share: number; dense: boolean },
  measure: (style: Style) => Measure,
): Row {
  const note = cut(tidy(bar.note, 60), INNER * 0.45, measure(NOTE));
  const style = bar.highlight ? WINNER_LABEL : LABEL;
  const room = INNER - (bar.highlight ? STAR : 0) - measure(NOTE)(note) - GAP.note;
  const label = wrap(tidy(bar.label, 200), room, 2, measure(style));
  const barTop = place.top + label.length * style.line + GAP.label;
  const height = place.dense ? 8 : 11;
  return {
    top: place.top,
    label,
    note,
    highlight: bar.highlight,
    bar: { top: barTop, width: Math.max(place.share * INNER, 4), height },
    bottom: barTop + height,
  };
}

/** Charts show counts and means: anything else counts as nothing. */
const finite = (value: number): number => (Number.isFinite(value) && value > 0 ? value : 0);
