import type { Box } from './boxes.ts';
import type { HeatLayout } from './heat-map-legend.ts';
import { type Brush, drawText, fillBox } from './pen.ts';

/** A heat map on ground that is painted already. */
export function paintHeatMap(brush: Brush, { cells, busiest, swatches, texts }: HeatLayout): void {
  const { context, palette } = brush;
  const colour = (step: number) => (step === 0 ? palette.heat.none : palette.heat.steps[step - 1]) ?? '';
  for (const { step, ...cell } of cells) {
    if (step !== undefined)
      fillBox(context, cell, { fill: colour(step), radius: Math.min(3, cell.width / 4) });
  }
  if (busiest) paintRing(brush, busiest);
  for (const { step, ...swatch } of swatches) {
    context.fillStyle = colour(step);
    context.fillRect(swatch.left, swatch.top, swatch.width, swatch.height);
  }
  for (const text of texts) drawText(brush, text);
}

/** The cell is drawn smaller, so that ground lies between it and its ring. */
function paintRing({ context, palette }: Brush, { left, top, width, height }: Box): void {
  const line = Math.max(1, Math.min(2, width / 10));
  context.beginPath();
  context.roundRect(left + line / 2, top + line / 2, width - line, height - line, Math.min(3, width / 4));
  context.strokeStyle = palette.ground;
  context.lineWidth = 3 * line;
  context.stroke();
  context.strokeStyle = palette.heat.ring;
  context.lineWidth = line;
  context.stroke();
}
