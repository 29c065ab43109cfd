import { type Box, bottomOf, type MeasureIn, placeText, type TextBox } from './boxes.ts';
import type { TextStyle } from './text-layout.ts';
import type { ReportList } from './types.ts';

export interface ListsLayout {
  dots: (Box & { urgent: boolean })[];
  texts: TextBox[];
  bottom: number;
}

const MOST_ITEMS = 3;
const BELOW_TITLE = 5;
const BETWEEN = 5;
const DOT = { size: 6, indent: 15 } as const;
const TITLE: TextStyle = { size: 13, line: 17, weight: 700 };
const ITEM: TextStyle = { size: 11, line: 15, weight: 400 };

/** Lists beside each other: what stood out, and what somebody waits for. */
export function layOutLists(
  lists: readonly { list: ReportList; urgent: boolean }[],
  { frame, gap, itemLines }: { frame: Omit<Box, 'height'>; gap: number; itemLines: number },
  measure: MeasureIn,
): ListsLayout {
  const width = (frame.width - gap * (lists.length - 1)) / Math.max(1, lists.length);
  const laid = lists.map(({ list, urgent }, index) =>
    layOutList(
      { list, urgent },
      { left: frame.left + index * (width + gap), top: frame.top, width },
      itemLines,
      measure,
    ),
  );
  return {
    dots: laid.flatMap(({ dots }) => dots),
    texts: laid.flatMap(({ texts }) => texts),
    bottom: Math.max(frame.top, ...laid.map(({ bottom }) => bottom)),
  };
}

function layOutList(
  { list: { title, items, none }, urgent }: { list: ReportList; urgent: boolean },
  place: Omit<Box, 'height'>,
  itemLines: number,
  measure: MeasureIn,
): ListsLayout {
  const heading = placeText(title, { ...place, style: TITLE, tone: 'accent', lines: 1 }, measure);
  const texts = [heading];
  const dots: ListsLayout['dots'] = [];
  let top = bottomOf(heading) + BELOW_TITLE;
  for (const item of items.slice(0, MOST_ITEMS)) {
    const where = { left: place.left + DOT.indent, top, width: place.width - DOT.indent, lines: itemLines };
    const text = placeText(item, { ...where, style: ITEM, tone: 'text' }, measure);
    if (text.height === 0) continue;
    const dotTop = top + (ITEM.line - DOT.size) / 2 + 1;
    dots.push({ left: place.left + 1, top: dotTop, width: DOT.size, height: DOT.size, urgent });
    texts.push(text);
    top = bottomOf(text) + BETWEEN;
  }
  if (dots.length === 0)
    texts.push(placeText(none, { ...place, top, style: ITEM, tone: 'muted', lines: itemLines }, measure));
  return { dots, texts, bottom: Math.max(...texts.map(bottomOf)) };
}
