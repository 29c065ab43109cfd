import { createCanvas } from '@napi-rs/canvas';
import type { FontBook } from './fonts.ts';
import { paintHeatMap } from './paint-heat-map.ts';
import { paintSign } from './paint-sign.ts';
import { paintTrend } from './paint-trend.ts';
import { paper } from './palette.ts';
import { type Brush, drawText, fillBox, measurer } from './pen.ts';
import { layOutReport, PAGE, type ReportLayout } from './report-layout.ts';
import { textsOf } from './texts-of.ts';
import type { ReportPage } from './types.ts';

const SCALE = 2;
/** Across the top of the page. */
const STRIPE = 8;
const CARD_RADIUS = 10;

/** A report as PNG, 1,240 by 1,754 pixels: a page of A4 that can be read on a screen and printed. */
export function drawReport(report: ReportPage, fonts: FontBook): Uint8Array {
  const families = fonts.familiesFor(`${textsOf(report)}–…·`);
  const layout = layOutReport(report, measurer(families));
  const canvas = createCanvas(PAGE.width * SCALE, PAGE.height * SCALE);
  const context = canvas.getContext('2d');
  context.scale(SCALE, SCALE);
  context.textBaseline = 'alphabetic';
  paint({ context, families, palette: paper }, layout);
  return canvas.encodeSync('png');
}

function paint(brush: Brush, { texts, blocks, lists, trend, heatMap, rule }: ReportLayout): void {
  const { context, palette } = brush;
  const [accent] = palette.bars;
  const stripe = { left: 0, top: 0, width: PAGE.width, height: STRIPE };
  fillBox(context, { ...stripe, height: PAGE.height }, { fill: palette.ground, radius: 0 });
  fillBox(context, stripe, { fill: accent?.latest[1] ?? palette.edge, radius: 0 });
  for (const card of blocks.cards) fillBox(context, card, { fill: palette.panel, radius: CARD_RADIUS });
  for (const sign of blocks.signs) paintSign(brush, sign);
  paintTrend(brush, trend);
  paintHeatMap(brush, heatMap);
  for (const { urgent, ...dot } of lists.dots)
    fillBox(context, dot, {
      fill: urgent ? palette.worse : palette.better,
      radius: urgent ? 1 : dot.width / 2,
    });
  const left = Math.min(...texts.map((text) => text.left));
  fillBox(
    context,
    { left, top: rule, width: PAGE.width - 2 * left, height: 1 },
    { fill: palette.edge, radius: 0 },
  );
  for (const text of [...texts, ...blocks.texts, ...lists.texts]) drawText(brush, text);
}
