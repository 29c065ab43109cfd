import { type Box, bottomOf, type MeasureIn, placeText, type TextBox } from './boxes.ts';
import { BELOW_SWATCH, emptyIn, type HeatLayout, type HeatStyles, scaleIn } from './heat-map-legend.ts';
import { heatStep, mostOf } from './heat-map-scale.ts';
import type { Hours } from './types.ts';

const DAYS = 7;
const HOURS = 24;
const HOURS_TOGETHER = 3;
const AFTER_DAY = 8;
const ABOVE_SCALE = 14;
const BELOW_GRID = 4;

/** Where everything of a heat map goes within its frame. */
export function layOutHeatMap(hours: Hours, frame: Box, styles: HeatStyles, measure: MeasureIn): HeatLayout {
  const grid = gridIn(hours, frame, styles, measure);
  const most = mostOf(hours.messages);
  const cells = cellsOf(hours, grid, most);
  const peaks = cells.filter(({ value }) => most > 0 && value === most);
  const top = bottomOf(grid) + BELOW_GRID + styles.label.line + ABOVE_SCALE;
  const below = { ...frame, top, height: bottomOf(frame) - top };
  const { swatches, texts } =
    most > 0 ? scaleIn(hours.scale, below, styles, measure) : emptyIn(hours.empty, below, styles, measure);
  return {
    cells,
    busiest: peaks.length === 1 ? peaks[0] : undefined,
    swatches,
    texts: [
      ...dayLabels(hours, grid, frame, styles, measure),
      ...hourLabels(hours, grid, styles, measure),
      ...texts,
    ],
  };
}

type Grid = Box & { pitch: { x: number; y: number }; gap: number };

function gridIn(
  { weekdays }: Hours,
  frame: Box,
  { label, swatch, scale, gap }: HeatStyles,
  measure: MeasureIn,
): Grid {
  const place = { style: label, tone: 'muted', left: 0, top: 0, width: frame.width * 0.2, lines: 1 } as const;
  const days = weekdays.slice(0, DAYS).map((day) => placeText(day, place, measure).width);
  const beside = Math.max(0, ...days) + AFTER_DAY;
  const left = frame.left + beside;
  const width = frame.width - beside;
  const below = BELOW_GRID + label.line + ABOVE_SCALE + swatch.height + BELOW_SWATCH + scale.line;
  const height = Math.max(0, frame.height - below);
  return {
    left,
    top: frame.top,
    width,
    height,
    gap,
    pitch: { x: (width + gap) / HOURS, y: (height + gap) / DAYS },
  };
}

function cellsOf({ messages }: Hours, { left, top, pitch, gap }: Grid, most: number) {
  return Array.from({ length: DAYS * HOURS }, (_, index) => {
    const day = Math.floor(index / HOURS);
    const hour = index % HOURS;
    const value = messages[day]?.[hour];
    const known = value !== undefined && Number.isFinite(value);
    return {
      left: left + hour * pitch.x,
      top: top + day * pitch.y,
      width: pitch.x - gap,
      height: pitch.y - gap,
      step: known ? heatStep(value, most) : undefined,
      value,
    };
  });
}

function dayLabels(
  { weekdays }: Hours,
  { top, left, pitch, gap }: Grid,
  frame: Box,
  { label }: HeatStyles,
  measure: MeasureIn,
): TextBox[] {
  return weekdays.slice(0, DAYS).map((day, index) =>
    placeText(
      day,
      {
        style: { ...label, line: Math.min(label.line, pitch.y) },
        tone: 'muted',
        left: frame.left,
        top: top + index * pitch.y + Math.max(0, pitch.y - gap - label.line) / 2,
        width: left - frame.left - AFTER_DAY,
        lines: 1,
      },
      measure,
    ),
  );
}

function hourLabels({ hours }: Hours, grid: Grid, { label }: HeatStyles, measure: MeasureIn): TextBox[] {
  const room = HOURS_TOGETHER * grid.pitch.x;
  return hours.slice(0, HOURS / HOURS_TOGETHER).map((hour, index) =>
    placeText(
      hour,
      {
        style: label,
        tone: 'muted',
        left: grid.left + index * room,
        top: bottomOf(grid) + BELOW_GRID,
        width: room - 4,
        lines: 1,
      },
      measure,
    ),
  );
}
