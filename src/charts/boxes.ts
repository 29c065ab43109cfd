import { type Measure, type TextStyle, tidy, wrap } from './text-layout.ts';

/** CSS pixels from the top left corner of the picture. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What a text is there for; a palette gives each its colour. */
export type Tone = 'title' | 'text' | 'muted' | 'accent' | 'second';

/** Lines of text and the room that they take; `width` is that of the longest. */
export interface TextBox extends Box {
  lines: readonly string[];
  style: TextStyle;
  tone: Tone;
  align: 'left' | 'right' | 'center';
}

export interface TextPlace {
  style: TextStyle;
  tone: Tone;
  left: number;
  top: number;
  /** No line is wider. */
  width: number;
  /** No more lines; what does not fit ends with an ellipsis. */
  lines: number;
  /** Within the width; left where nothing is said. */
  align?: TextBox['align'];
}

export type MeasureIn = (style: TextStyle) => Measure;

/** Characters that are looked at; no text of a picture has room for more. */
const LONGEST = 400;

/** Any text, put into its place. One without anything to see takes no room. */
export function placeText(text: string, place: TextPlace, measureIn: MeasureIn): TextBox {
  const { style, tone, top, align = 'left' } = place;
  const measure = measureIn(style);
  const clean = tidy(text, LONGEST);
  const lines = clean === '' || place.lines < 1 ? [] : wrap(clean, place.width, place.lines, measure);
  const width = Math.min(place.width, Math.max(0, ...lines.map(measure)));
  const share = { left: 0, center: 0.5, right: 1 }[align];
  const left = place.left + (place.width - width) * share;
  return { left, top, width, height: lines.length * style.line, lines, style, tone, align };
}

/** The same in the first style in which it fits into one line; in the last, if it fits in none. */
export function placeFitting(
  text: string,
  styles: readonly [TextStyle, ...TextStyle[]],
  place: Omit<TextPlace, 'style'>,
  measureIn: MeasureIn,
): TextBox {
  const clean = tidy(text, LONGEST);
  const last = styles.at(-1) ?? styles[0];
  const style = styles.find((each) => measureIn(each)(clean) <= place.width) ?? last;
  return placeText(clean, { ...place, style }, measureIn);
}

/** The same in as many lines, of which the last is no single word where that can be helped. */
export function placeBalanced(text: string, place: TextPlace, measureIn: MeasureIn): TextBox {
  let best = placeText(text, place, measureIn);
  const count = best.lines.length;
  if (count < 2 || best.lines.at(-1)?.endsWith('…')) return best;
  for (let width = place.width * 0.95; width > place.width / 2; width -= place.width * 0.05) {
    const narrower = placeText(text, { ...place, width, lines: count + 1 }, measureIn);
    if (narrower.lines.length > count) break;
    best = narrower;
  }
  return best;
}

export const bottomOf = ({ top, height }: Box): number => top + height;
export const rightOf = ({ left, width }: Box): number => left + width;

/** True if the two share more than an edge. */
export function overlap(one: Box, other: Box): boolean {
  return (
    Math.min(rightOf(one), rightOf(other)) - Math.max(one.left, other.left) > 0.01 &&
    Math.min(bottomOf(one), bottomOf(other)) - Math.max(one.top, other.top) > 0.01
  );
}
