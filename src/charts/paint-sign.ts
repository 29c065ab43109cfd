import type { Brush } from './pen.ts';
import type { Sign } from './report-figure.ts';

/**
 * Which way a number went, and whether that is wished for: round is better, square is worse, a ring is neither, so
 * that the colour only repeats it.
 */
export function paintSign({ context, palette }: Brush, { left, top, width, change, direction }: Sign): void {
  const middle = { x: left + width / 2, y: top + width / 2 };
  const colour = change ? palette[change] : palette.ink.muted;
  context.beginPath();
  if (change === 'worse') context.roundRect(left, top, width, width, width * 0.2);
  else context.arc(middle.x, middle.y, change ? width / 2 : width / 2 - 0.5, 0, 2 * Math.PI);
  if (change) {
    context.fillStyle = colour;
    context.fill();
  } else {
    context.strokeStyle = palette.rule;
    context.lineWidth = 1;
    context.stroke();
  }
  context.fillStyle = change ? palette.onSign : colour;
  context.beginPath();
  if (direction) {
    const reach = width * 0.26 * (direction === 'up' ? -1 : 1);
    context.moveTo(middle.x, middle.y + reach);
    context.lineTo(middle.x + width * 0.28, middle.y - reach * 0.75);
    context.lineTo(middle.x - width * 0.28, middle.y - reach * 0.75);
  } else {
    context.rect(middle.x - width * 0.2, middle.y - 0.75, width * 0.4, 1.5);
  }
  context.closePath();
  context.fill();
}
