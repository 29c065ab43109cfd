import { createCanvas } from '@napi-rs/canvas';
import { layOutCard, WIDTH } from './card-layout.ts';
import type { FontBook } from './fonts.ts';
import { paintHeatMap } from './paint-heat-map.ts';
import { paintTrend } from './paint-trend.ts';
import { night } from './palette.ts';
import { type Brush, drawText, fillBox, measurer } from './pen.ts';
import { textsOf } from './texts-of.ts';
import type { HeatMap, TrendChart } from './types.ts';

const SCALE = 2.5;
const RADIUS = 14;

/** A trend or a heat map as PNG, 1,120 pixels wide, on a card that reads the same on dark and on light. */
export function drawDigestCard(chart: TrendChart | HeatMap, fonts: FontBook): Uint8Array {
  const families = fonts.familiesFor(`${textsOf(chart)}–…`);
  const layout = layOutCard(chart, measurer(families));
  const canvas = createCanvas(WIDTH * SCALE, Math.ceil(layout.height * SCALE));
  const context = canvas.getContext('2d');
  context.scale(SCALE, SCALE);
  context.textBaseline = 'alphabetic';
  const brush: Brush = { context, families, palette: night };
  const card = { left: 0, top: 0, width: WIDTH, height: layout.height };
  fillBox(context, card, { fill: night.edge, radius: RADIUS });
  const inside = { left: 1, top: 1, width: WIDTH - 2, height: layout.height - 2 };
  fillBox(context, inside, { fill: night.ground, radius: RADIUS - 1 });
  if (layout.trend) paintTrend(brush, layout.trend);
  if (layout.heatMap) paintHeatMap(brush, layout.heatMap);
  for (const text of layout.texts) drawText(brush, text);
  return canvas.encodeSync('png');
}
