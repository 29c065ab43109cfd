import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import {
  FOOTER,
  LABEL,
  type Layout,
  layOut,
  NOTE,
  PADDING,
  PANEL,
  type Row,
  SCALE,
  STAR,
  TITLE,
  WIDTH,
  WINNER_LABEL,
} from './bar-chart-layout.ts';
import type { FontBook } from './fonts.ts';
import { drawLines, measurer, setFont } from './pen.ts';
import type { BarChart } from './types.ts';

/** The chart brings its own card, so it reads the same on Discord's dark and light backgrounds. */
const COLOUR = {
  card: '#25201c',
  edge: '#4a4038',
  title: '#fff4e8',
  label: '#ece2d8',
  muted: '#b8aa9c',
  bar: '#8b8078',
  panel: '#362c25',
  winner: '#ffb066',
  winnerBar: ['#f0803c', '#ffb35c'],
} as const;
const RADIUS = 16;
const MOST_BARS = 25;

/**
 * A horizontal bar chart as PNG, 1,120 pixels wide. Winners are told by a star, a panel and bold type, not by
 * colour alone. At most 25 bars are drawn.
 */
export function drawBarChart(chart: BarChart, fonts: FontBook): Uint8Array {
  const bars = chart.bars.slice(0, MOST_BARS);
  const families = fonts.familiesFor(
    [chart.title, chart.footer, ...bars.flatMap(({ label, note }) => [label, note])]
      .map((text) => text.slice(0, 600))
      .join(''),
  );
  const layout = layOut({ ...chart, bars }, measurer(families));
  const canvas = createCanvas(WIDTH * SCALE, layout.height * SCALE);
  const context = canvas.getContext('2d');
  context.scale(SCALE, SCALE);
  context.textBaseline = 'alphabetic';
  drawAll(context, layout, families);
  return canvas.encodeSync('png');
}

function drawAll(context: SKRSContext2D, layout: Layout, families: string): void {
  drawCard(context, layout.height);
  drawLines(context, layout.title, {
    style: TITLE,
    families,
    top: layout.titleTop,
    left: PADDING,
    colour: COLOUR.title,
  });
  for (const row of layout.rows) drawRow(context, row, families);
  drawLines(context, layout.footer, {
    style: FOOTER,
    families,
    top: layout.footerTop,
    left: PADDING,
    colour: COLOUR.muted,
  });
}

function drawCard(context: SKRSContext2D, height: number): void {
  context.beginPath();
  context.roundRect(0.5, 0.5, WIDTH - 1, height - 1, RADIUS);
  context.fillStyle = COLOUR.card;
  context.fill();
  context.strokeStyle = COLOUR.edge;
  context.lineWidth = 1;
  context.stroke();
}

function drawRow(context: SKRSContext2D, row: Row, families: string): void {
  if (row.highlight) drawPanel(context, row);
  const style = row.highlight ? WINNER_LABEL : LABEL;
  const left = row.highlight ? PADDING + STAR : PADDING;
  const colour = row.highlight ? COLOUR.title : COLOUR.label;
  if (row.highlight) drawStar(context, PADDING + 7, row.top + 10.5);
  drawLines(context, row.label, { style, families, top: row.top, left, colour });
  context.textAlign = 'right';
  context.direction = 'ltr';
  setFont(context, NOTE, families);
  context.fillStyle = row.highlight ? COLOUR.winner : COLOUR.muted;
  context.fillText(row.note, WIDTH - PADDING, row.top + 15);
  drawBar(context, row);
}

function drawPanel(context: SKRSContext2D, row: Row): void {
  context.beginPath();
  const height = row.bottom - row.top + 2 * PANEL - 2;
  context.roundRect(PADDING - PANEL - 4, row.top - PANEL + 1, WIDTH - 2 * (PADDING - PANEL - 4), height, 8);
  context.fillStyle = COLOUR.panel;
  context.fill();
}

function drawBar(context: SKRSContext2D, row: Row): void {
  const { top, width, height } = row.bar;
  context.beginPath();
  context.roundRect(PADDING, top, width, height, height / 2);
  context.fillStyle = COLOUR.bar;
  if (row.highlight) {
    const glow = context.createLinearGradient(PADDING, 0, PADDING + width, 0);
    glow.addColorStop(0, COLOUR.winnerBar[0]);
    glow.addColorStop(1, COLOUR.winnerBar[1]);
    context.fillStyle = glow;
  }
  context.fill();
}

function drawStar(context: SKRSContext2D, x: number, y: number): void {
  context.beginPath();
  for (let point = 0; point < 10; point += 1) {
    const radius = point % 2 === 0 ? 7.2 : 3.1;
    const angle = (Math.PI / 5) * point - Math.PI / 2;
    context.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  context.closePath();
  context.fillStyle = COLOUR.winner;
  context.fill();
}
