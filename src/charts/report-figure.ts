import {
  type Box,
  bottomOf,
  type MeasureIn,
  placeFitting,
  placeText,
  rightOf,
  type TextBox,
} from './boxes.ts';
import type { TextStyle } from './text-layout.ts';
import type { ReportFigure } from './types.ts';

/** Beside a number: which way it went, and whether that is wished for. */
export type Sign = Box & Pick<ReportFigure, 'change' | 'direction'>;

/** One number with all that belongs to it. */
export interface Cell {
  sign: Sign;
  texts: TextBox[];
  bottom: number;
}

type Place = Omit<Box, 'height'>;

const SIGN = { size: 14, gap: 7 } as const;
const NAME: TextStyle = { size: 11.5, line: 15, weight: 500 };
const BESIDE: TextStyle = { size: 10.5, line: 14, weight: 400 };
const VALUE_LINE = 26;
/** What is long is written smaller before it is cut. */
const VALUES: readonly [TextStyle, ...TextStyle[]] = [
  { size: 22, line: VALUE_LINE, weight: 700 },
  { size: 18, line: VALUE_LINE, weight: 700 },
  { size: 14, line: VALUE_LINE, weight: 700 },
  { size: 12, line: VALUE_LINE, weight: 700 },
];
/** Of its size, how far above the baseline the middle of a digit is; and of a line, where the baseline is. */
const DIGIT_MIDDLE = 0.36;
const BASELINE = 0.76;

/** The name, the number with its sign, and below it what it is compared with. */
export function layOutFigure(
  figure: ReportFigure,
  { nameLines, ...place }: Place & { nameLines: number },
  measure: MeasureIn,
): Cell {
  const name = placeText(figure.name, { ...place, style: NAME, tone: 'text', lines: nameLines }, measure);
  const line = { ...place, top: bottomOf(name) };
  const { value, detail, sign } = layOutValue(figure, line, measure);
  const valueBottom = line.top + VALUE_LINE;
  const beside = placeBeside([figure.before, figure.usual], { ...place, top: valueBottom }, measure);
  return {
    sign: { ...sign, direction: figure.direction, change: figure.change },
    texts: [name, value, ...detail, ...beside],
    bottom: Math.max(valueBottom, ...beside.map(bottomOf)),
  };
}

/** The detail goes before the number gets too small to be the first thing that is read. */
function layOutValue({ value, detail }: ReportFigure, place: Place, measure: MeasureIn) {
  const aside = SIGN.gap + SIGN.size;
  const how = { style: BESIDE, tone: 'muted', ...place, lines: 1 } as const;
  const more = placeText(detail, how, measure);
  const room = place.width - aside;
  const beside = room - SIGN.gap - more.width;
  const wide = { tone: 'title', ...place, width: room, lines: 1 } as const;
  const alone = placeFitting(value, VALUES, wide, measure);
  const narrow = placeFitting(value, VALUES, { ...wide, width: Math.max(0, beside) }, measure);
  const both = more.width > 0 && beside > 0 && narrow.style.size > 12;
  const number = both ? narrow : alone;
  const baseline = place.top + VALUE_LINE * BASELINE;
  const top = baseline - number.style.size * DIGIT_MIDDLE - SIGN.size / 2;
  const sign = { left: rightOf(number) + SIGN.gap, top, width: SIGN.size, height: SIGN.size };
  const drop = baseline - BESIDE.line * BASELINE;
  const detailBox = { ...more, left: rightOf(sign) + SIGN.gap, top: drop };
  return { value: number, detail: both ? [detailBox] : [], sign };
}

/** In one line where they fit, otherwise one below the other. */
function placeBeside(texts: readonly string[], place: Place, measure: MeasureIn): TextBox[] {
  const how = { ...place, style: BESIDE, tone: 'muted', lines: 1 } as const;
  const said = texts.filter((text) => text !== '');
  const joined = placeText(said.join(' · '), { ...how, width: 4 * place.width }, measure);
  if (joined.width <= place.width) return [joined];
  const [first = '', second = ''] = said;
  const upper = placeText(first, how, measure);
  return [upper, placeText(second, { ...how, top: bottomOf(upper) }, measure)];
}
