/** Width of a text in the font in use, in pixels. */
export type Measure = (text: string) => number;

/** CSS pixels; `weight` as in CSS. */
export interface TextStyle {
  size: number;
  /** From one line to the next. */
  line: number;
  weight: number;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * One line of at most `longest` characters: nothing invisible, nothing that turns text over, custom emoji by
 * their name. Cutting first bounds the work, whatever comes in.
 */
export function tidy(text: string, longest: number): string {
  const clean = text
    .slice(0, longest * 2)
    .replace(/<a?:(\w+):\d+>/g, ':$1:')
    .replace(/[\p{Bidi_Control}\p{Surrogate}]/gu, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const end = graphemes.segment(clean).containing(longest)?.index ?? clean.length;
  return clean.slice(0, end);
}

/** True if the first letter is of a script that runs from right to left. */
export function runsRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}

/** Breaks between words into at most `lines` lines of at most `width`; what does not fit ends with an ellipsis. */
export function wrap(text: string, width: number, lines: number, measure: Measure): string[] {
  const wrapped: string[] = [];
  let line = '';
  const pieces = piecesOf(text).flatMap((piece) => breakUp(piece, width, measure));
  for (const [index, piece] of pieces.entries()) {
    if (measure((line + piece).trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (wrapped.length === lines - 1) {
      return [...wrapped, cut(line + pieces.slice(index).join(''), width, measure)];
    }
    wrapped.push(line.trimEnd());
    line = piece.trimStart();
  }
  return line === '' && wrapped.length > 0 ? wrapped : [...wrapped, line.trimEnd()];
}

/** Words and what is between them; marks that open or close something stay with what they belong to. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let opened = false;
  for (const { segment } of words.segment(text)) {
    const previous = pieces.length - 1;
    const afterSpace = /^$|\s$/.test(pieces[previous] ?? '');
    // The same quotation mark opens in one language and closes in another: what is before it tells.
    const quotes = /^[\p{Pi}"']/u.test(segment);
    const closes = /^[\p{Pe}\p{Pf}.,;:!?…、。]/u.test(segment) || (quotes && !afterSpace);
    if (previous >= 0 && (closes || opened)) pieces[previous] += segment;
    else pieces.push(segment);
    opened = /^\p{Ps}/u.test(segment) || (quotes && afterSpace);
  }
  return pieces;
}

/** Whoever writes without spaces is broken between characters. */
function breakUp(piece: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let rest = piece;
  while (measure(rest) > width) {
    const start = longestStart(rest, width, measure);
    if (start === '') return [...parts, '…'];
    parts.push(start);
    rest = rest.slice(start.length);
  }
  return [...parts, rest];
}

/** The text, or as much of it as fits with an ellipsis. Never splits what people see as one character. */
export function cut(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text;
  return `${longestStart(text, width - measure('…'), measure).replace(/[\s…]+$/u, '')}…`;
}

/** As many characters as fit. What joins hundreds of signs to one character may not fit at all. */
function longestStart(text: string, width: number, measure: Measure): string {
  const ends = Array.from(graphemes.segment(text), ({ index, segment }) => index + segment.length);
  let fits = -1;
  let tooLong = ends.length;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(text.slice(0, ends[middle])) <= width) fits = middle;
    else tooLong = middle;
  }
  return text.slice(0, ends[fits] ?? 0);
}
