import type { SKRSContext2D } from '@napi-rs/canvas';
import { runsRightToLeft } from './text-layout.ts';

/** CSS pixels; `weight` as in CSS. */
export interface TextStyle {
  size: number;
  /** From one line to the next. */
  line: number;
  weight: number;
}

/** The weight goes to the variable fonts themselves: asked for in `font`, bold would be smeared. */
export function setFont(context: SKRSContext2D, style: TextStyle, families: string): void {
  context.font = `${style.size}px ${families}`;
  context.fontVariationSettings = `"wght" ${style.weight}`;
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
    context.fillText(line, how.left, how.top + index * how.style.line + how.style.line * 0.76);
  });
}
