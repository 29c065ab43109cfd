import { type Box, bottomOf, type MeasureIn, placeText, rightOf, type TextBox } from './boxes.ts';
import { type Cell, layOutFigure, type Sign } from './report-figure.ts';
import type { TextStyle } from './text-layout.ts';
import type { ReportPage } from './types.ts';

export interface BlocksLayout {
  cards: Box[];
  signs: Sign[];
  texts: TextBox[];
  bottom: number;
}

const MOST_BLOCKS = 3;
const MOST_IN_BLOCK = 3;
const MOST_FIGURES = 8;
const PADDING = 12;
const COLUMN_GAP = 10;
const ROW_GAP = 9;
const BELOW_TITLE = 7;
const KEY = { above: 9, gap: 18, sign: 11, beside: 5 } as const;

const TITLES: readonly TextStyle[] = [
  { size: 13, line: 17, weight: 700 },
  { size: 12, line: 17, weight: 700 },
];
const MEANING: TextStyle = { size: 10.5, line: 14, weight: 400 };

/** Three cards beside each other; the rows of numbers stand at the same height in all of them. */
export function layOutBlocks(
  { blocks, key }: Pick<ReportPage, 'blocks' | 'key'>,
  place: { frame: Omit<Box, 'height'>; nameLines: number },
  measure: MeasureIn,
): BlocksLayout {
  const { frame, nameLines } = place;
  const shown = atMost(blocks.slice(0, MOST_BLOCKS));
  const width = (frame.width - COLUMN_GAP * (shown.length - 1)) / Math.max(1, shown.length);
  const lefts = shown.map((_, index) => frame.left + index * (width + COLUMN_GAP));
  const inner = width - 2 * PADDING;
  const titles = layOutTitles(shown, { lefts, top: frame.top + PADDING, width: inner }, measure);
  let top = Math.max(frame.top + PADDING, ...titles.map(bottomOf)) + BELOW_TITLE;
  const rows: Cell[] = [];
  for (let row = 0; row < Math.max(0, ...shown.map(({ figures }) => figures.length)); row += 1) {
    const cells = shown.flatMap(({ figures }, index) => {
      const figure = figures[row];
      const at = { left: (lefts[index] ?? 0) + PADDING, top, width: inner };
      return figure ? [layOutFigure(figure, { ...at, nameLines }, measure)] : [];
    });
    rows.push(...cells);
    top = Math.max(...cells.map(({ bottom }) => bottom)) + ROW_GAP;
  }
  const height = top - ROW_GAP + PADDING - frame.top;
  const cards = lefts.map((left) => ({ left, top: frame.top, width, height }));
  const legend = layOutKey(
    key,
    { ...frame, top: frame.top + (shown.length > 0 ? height : 0) + KEY.above },
    measure,
  );
  return {
    cards,
    signs: [...rows.map(({ sign }) => sign), ...legend.signs],
    texts: [...titles, ...rows.flatMap(({ texts }) => texts), ...legend.texts],
    bottom: Math.max(frame.top, ...legend.texts.map(bottomOf)),
  };
}

/** In one size, the first in which no title has to wrap. */
function layOutTitles(
  blocks: ReportPage['blocks'],
  { lefts, top, width }: { lefts: readonly number[]; top: number; width: number },
  measure: MeasureIn,
): TextBox[] {
  const tries = TITLES.map((style) =>
    blocks.map(({ title }, index) => {
      const left = (lefts[index] ?? 0) + PADDING;
      return placeText(title, { style, tone: 'accent', left, top, width, lines: 2 }, measure);
    }),
  );
  return tries.find((boxes) => boxes.every(({ lines }) => lines.length <= 1)) ?? tries[0] ?? [];
}

/** What is beyond the eighth number has no room. */
function atMost(blocks: ReportPage['blocks']) {
  let left = MOST_FIGURES;
  return blocks.map(({ title, figures }) => {
    const shown = figures.slice(0, Math.min(MOST_IN_BLOCK, left));
    left -= shown.length;
    return { title, figures: shown };
  });
}

/** Beside each other; where all three have no room for that, each has a third. */
function layOutKey(key: ReportPage['key'], frame: Omit<Box, 'height'>, measure: MeasureIn) {
  const signs: Sign[] = [];
  const texts: TextBox[] = [];
  let { left } = frame;
  const around = KEY.sign + KEY.beside + KEY.gap;
  const style = {
    style: MEANING,
    tone: 'muted',
    left,
    top: frame.top,
    width: frame.width,
    lines: 1,
  } as const;
  const natural = Object.values(key).map((text) => placeText(text, style, measure).width + around);
  const roomy = natural.reduce((sum, each) => sum + each, 0) <= frame.width;
  const width = roomy ? frame.width : frame.width / 3 - around;
  for (const change of ['better', 'worse', 'steady'] as const) {
    const sign = { left, top: frame.top + (MEANING.line - KEY.sign) / 2, width: KEY.sign, height: KEY.sign };
    const known = change === 'steady' ? undefined : change;
    signs.push({ ...sign, change: known, direction: known && (known === 'better' ? 'up' : 'down') });
    const text = placeText(key[change], { ...style, left: rightOf(sign) + KEY.beside, width }, measure);
    texts.push(text);
    left = rightOf(text) + KEY.gap;
  }
  return { signs, texts };
}
