import { bottomOf, type MeasureIn, placeBalanced, placeText, type TextBox } from './boxes.ts';
import { layOutHeatMap } from './heat-map-layout.ts';
import type { HeatLayout, HeatStyles } from './heat-map-legend.ts';
import { type BlocksLayout, layOutBlocks } from './report-blocks.ts';
import { type ListsLayout, layOutLists } from './report-lists.ts';
import type { TextStyle } from './text-layout.ts';
import { layOutTrend, type TrendLayout } from './trend-layout.ts';
import type { TrendStyles } from './trend-numbers.ts';
import type { ReportPage } from './types.ts';

/** CSS pixels: A4 upright. Printed, one is a third of a millimetre. */
export const PAGE = { width: 620, height: 877 } as const;
const MARGIN = { side: 38, top: 30, bottom: 24 } as const;
const INNER = PAGE.width - 2 * MARGIN.side;
const COLUMN_GAP = 22;
const COLUMN = (INNER - COLUMN_GAP) / 2;
const GAP = { headline: 8, blocks: 16, charts: 18, chart: 6, lists: 18, print: 10 } as const;
const CHARTS = { least: 150, most: 216 } as const;
/** What is left over beyond that is spread over the gaps, but no gap grows by more. */
const SPREAD = 22;

const SERVER: TextStyle = { size: 15, line: 20, weight: 700 };
const MONTH: TextStyle = { size: 15, line: 20, weight: 400 };
const HEADLINE: TextStyle = { size: 25, line: 31, weight: 700 };
const SECTION: TextStyle = { size: 13, line: 17, weight: 700 };
const PRINT: TextStyle = { size: 9.5, line: 13, weight: 400 };
const TREND: TrendStyles = {
  name: { size: 11, line: 15, weight: 700 },
  usual: { size: 10, line: 14, weight: 400 },
  value: { size: 9.5, line: 12, weight: 500 },
  latest: { size: 12.5, line: 15, weight: 700 },
  label: { size: 10, line: 14, weight: 400 },
  gap: 9,
};
const HEAT: HeatStyles = {
  label: { size: 10, line: 13, weight: 400 },
  scale: { size: 10, line: 13, weight: 400 },
  empty: { size: 11.5, line: 15, weight: 600 },
  swatch: { width: 19, height: 8 },
  gap: 1.5,
};

/** Most lines of what may be long, from generous to what fits in any case. */
const TRIES = [
  { headline: 3, names: 2, items: 3 },
  { headline: 3, names: 2, items: 2 },
  { headline: 2, names: 2, items: 2 },
  { headline: 2, names: 1, items: 2 },
] as const;

export interface ReportLayout {
  texts: TextBox[];
  blocks: BlocksLayout;
  lists: ListsLayout;
  trend: TrendLayout;
  heatMap: HeatLayout;
  /** Where a line stands above the small print. */
  rule: number;
}

/** Where everything of a report goes. It is one page, whatever it holds. */
export function layOutReport(report: ReportPage, measure: MeasureIn): ReportLayout {
  const full = { left: MARGIN.side, width: INNER };
  const print = placeBalanced(
    report.smallPrint,
    { ...full, style: PRINT, tone: 'muted', top: 0, lines: 2 },
    measure,
  );
  const rule = PAGE.height - MARGIN.bottom - print.height - 8;
  const small = { ...print, top: PAGE.height - MARGIN.bottom - print.height };
  for (const lines of TRIES) {
    const head = layOutHead(report, lines.headline, measure);
    const lists = (top: number) =>
      layOutLists(
        [
          { list: report.highlights, urgent: false },
          { list: report.overdue, urgent: true },
        ],
        { frame: { ...full, top }, gap: COLUMN_GAP, itemLines: lines.items },
        measure,
      );
    const blocks = (top: number) =>
      layOutBlocks(report, { frame: { ...full, top }, nameLines: lines.names }, measure);
    const titles = (top: number) => layOutTitles(report, top, measure);
    const bottom = Math.max(...head.map(bottomOf));
    const taken = blocks(0).bottom + Math.max(0, ...titles(0).map(bottomOf)) + lists(0).bottom;
    const gaps = GAP.blocks + GAP.charts + GAP.chart + GAP.lists + GAP.print;
    const room = rule - bottom - taken - gaps;
    if (room < CHARTS.least && lines !== TRIES.at(-1)) continue;
    const height = Math.min(CHARTS.most, Math.max(CHARTS.least, room));
    const spread = Math.min(SPREAD, Math.max(0, room - height) / 3);
    const upper = blocks(bottom + GAP.blocks + spread / 2);
    const names = titles(upper.bottom + GAP.charts + spread);
    const frame = {
      left: MARGIN.side,
      width: COLUMN,
      top: Math.max(...names.map(bottomOf)) + GAP.chart,
      height,
    };
    return {
      texts: [...head, ...names, small],
      blocks: upper,
      trend: layOutTrend(report.trend, frame, TREND, measure),
      heatMap: layOutHeatMap(
        report.hours,
        { ...frame, left: MARGIN.side + COLUMN + COLUMN_GAP },
        HEAT,
        measure,
      ),
      lists: lists(bottomOf(frame) + GAP.lists + spread),
      rule,
    };
  }
  throw new Error('unreachable');
}

/** Whose page, of when, and what there is to say. */
function layOutHead({ server, month, headline }: ReportPage, lines: number, measure: MeasureIn): TextBox[] {
  const at = { left: MARGIN.side, top: MARGIN.top };
  const date = placeText(
    month,
    {
      ...at,
      style: MONTH,
      tone: 'muted',
      left: MARGIN.side + INNER * 0.6,
      width: INNER * 0.4,
      lines: 1,
      align: 'right',
    },
    measure,
  );
  const name = placeText(
    server,
    { ...at, style: SERVER, tone: 'accent', width: INNER - date.width - GAP.headline, lines: 1 },
    measure,
  );
  const top = MARGIN.top + SERVER.line + GAP.headline;
  const said = placeBalanced(
    headline,
    { ...at, style: HEADLINE, tone: 'title', top, width: INNER, lines },
    measure,
  );
  return [name, date, said];
}

function layOutTitles({ trend, hours }: ReportPage, top: number, measure: MeasureIn): TextBox[] {
  return [trend.title, hours.title].map((title, index) =>
    placeText(
      title,
      {
        style: SECTION,
        tone: 'accent',
        left: MARGIN.side + index * (COLUMN + COLUMN_GAP),
        top,
        width: COLUMN,
        lines: 1,
      },
      measure,
    ),
  );
}
