import { type Brush, drawText, fillBox } from './pen.ts';
import type { TrendLayout } from './trend-layout.ts';
import type { Panel } from './trend-panel.ts';

const ROUND = 4;
const COLUMN_PADDING = 4;

/** A trend on ground that is painted already. */
export function paintTrend(brush: Brush, { panels, labels }: TrendLayout): void {
  for (const panel of panels) paintPanel(brush, panel);
  for (const label of labels) drawText(brush, label);
}

function paintPanel(brush: Brush, { plot, column, band, swatch, bars, texts, second }: Panel): void {
  const { context, palette } = brush;
  if (column) {
    const behind = { ...column, top: column.top - COLUMN_PADDING, height: column.height + COLUMN_PADDING };
    fillBox(context, behind, { fill: palette.panel, radius: [6, 6, 0, 0] });
  }
  if (band) fillBox(context, band, { fill: palette.band, radius: 0 });
  if (swatch) fillBox(context, swatch, { fill: palette.band, radius: 2 });
  const colours = palette.bars[second ? 1 : 0] ?? {
    past: palette.rule,
    latest: [palette.rule, palette.rule],
  };
  for (const { latest, ...bar } of bars) {
    const glow = context.createLinearGradient(0, bar.top, 0, bar.top + bar.height);
    glow.addColorStop(0, colours.latest[0]);
    glow.addColorStop(1, colours.latest[1]);
    const round = Math.min(ROUND, bar.height / 2, bar.width / 3);
    fillBox(context, bar, { fill: latest ? glow : colours.past, radius: [round, round, 0, 0] });
  }
  context.fillStyle = palette.rule;
  context.fillRect(plot.left, plot.top + plot.height, plot.width, 1);
  for (const text of texts) drawText(brush, text);
}
