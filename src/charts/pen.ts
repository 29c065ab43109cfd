import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Box, MeasureIn, TextBox } from './boxes.ts';
import type { Palette } from './palette.ts';
import { runsRightToLeft, type TextStyle } from './text-layout.ts';

/** What is drawn with: where to, in which fonts and in which colours. */
export interface Brush {
  context: SKRSContext2D;
  families: string;
  palette: Palette;
}

/** Of a line's height, where its letters stand. */
const BASELINE = 0.76;
/** What letters may reach beyond their box; boxes keep more than that from each other. */
const BLEED = 2;

/** The weight goes to the variable fonts themselves: asked for in `font`, bold would be smeared. */
export function setFont(context: SKRSContext2D, style: TextStyle, families: string): void {
  context.font = `${style.size}px ${families}`;
  context.fontVariationSettings = `"wght" ${style.weight}`;
}

/** How wide a text will be in these fonts. The same pieces are asked for again and again, so answers are kept. */
export function measurer(families: string): MeasureIn {
  const pen = createCanvas(1, 1).getContext('2d');
  const known = new Map<string, number>();
  return (style) => (text) => {
    const key = `${style.size} ${style.weight} ${text}`;
    const width = known.get(key) ?? measure(style, text);
    known.set(key, width);
    return width;
  };

  function measure(style: TextStyle, text: string): number {
    setFont(pen, style, families);
    return pen.measureText(text).width;
  }
}

/** Lines below each other, the first with its top at `top`. */
export function drawLines(
  context: SKRSContext2D,
  lines: readonly string[],
  how: { style: TextStyle; families: string; top: number; left: number; colour: string },
): void {
  setFont(context, how.style, how.families);
  context.fillStyle = how.colour;
  context.textAlign = 'left';
  context.direction = runsRightToLeft(lines.join('')) ? 'rtl' : 'ltr';
  lines.forEach((line, index) => {
    context.fillText(line, how.left, how.top + index * how.style.line + how.style.line * BASELINE);
  });
}

/** A text in its box, which marks piled upon each other do not leave either. */
export function drawText({ context, families, palette }: Brush, box: TextBox): void {
  if (box.lines.length === 0) return;
  context.save();
  context.beginPath();
  context.rect(box.left - BLEED, box.top - BLEED, box.width + 2 * BLEED, box.height + 2 * BLEED);
  context.clip();
  setFont(context, box.style, families);
  context.fillStyle = palette.ink[box.tone];
  context.textAlign = box.align;
  context.direction = runsRightToLeft(box.lines.join('')) ? 'rtl' : 'ltr';
  const x = box.left + box.width * { left: 0, center: 0.5, right: 1 }[box.align];
  box.lines.forEach((line, index) => {
    context.fillText(line, x, box.top + (index + BASELINE) * box.style.line);
  });
  context.restore();
}

/** A filled box with round corners: one radius, or one for each from the top left on. */
export function fillBox(
  context: SKRSContext2D,
  { left, top, width, height }: Box,
  how: { fill: SKRSContext2D['fillStyle']; radius: number | number[] },
): void {
  context.beginPath();
  context.roundRect(left, top, width, height, how.radius);
  context.fillStyle = how.fill;
  context.fill();
}
