const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * What takes no room on the screen: direction marks, embeddings, overrides and isolates (they turn over what
 * stands around them), zero-width spaces, fillers. Joiners and variation selectors stay: emoji and Persian or
 * Indic words need them.
 */
const invisible =
  /(?![\u200C\u200D\p{Variation_Selector}\u{E0020}-\u{E007F}])[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
/** Tag characters spell the flags of England, Scotland and Wales after a black flag; elsewhere they hide text. */
const looseTags = /(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]{0,8})[\u{E0000}-\u{E007F}]/gu;
const controls = /(?![\n\t])\p{Control}/gu;
/** Enough for stacked diacritics of real languages (Vietnamese 2, pointed Hebrew 3, Tibetan 4). */
const marksKept = 4;
const piledMarks = new RegExp(`(\\p{M}{${marksKept}})\\p{M}+`, 'gu');
const looseJoiners =
  /(?<![\p{L}\p{M}\p{Emoji}\uFE0F])[\u200C\u200D]+|[\u200C\u200D]{2,}|[\u200C\u200D]+(?![\p{L}\p{M}\p{Emoji}])/gu;

/**
 * Text as people can see it: no direction controls (so that nothing around it is turned over), no invisible
 * or control characters but line feed and tab, at most four combining marks on a letter. Unpaired surrogates
 * become U+FFFD.
 */
export function stripBidi(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(controls, '')
    .replace(invisible, '')
    .replace(looseTags, '')
    .replace(looseJoiners, '')
    .replace(piledMarks, '$1');
}

/** One clean line: no hostile characters, no line breaks, single spaces, nothing around it. */
export function plainLine(text: string): string {
  return stripBidi(text).replace(/\s+/gu, ' ').trim();
}

/**
 * Cuts to at most `max` UTF-16 units (as Discord counts) without splitting what people see as one character;
 * what was cut ends with an ellipsis. A single character longer than `max` is dropped.
 */
export function cutGraphemes(text: string, max: number, ellipsis = '…'): string {
  if (text.length <= max) return text;
  const room = max - ellipsis.length;
  if (room < 0) return '';
  return wholeGraphemes(text, room).trimEnd() + ellipsis;
}

/** Lines as typed, but never more than one empty one in a row, nothing around them; at most `max` UTF-16 units. */
export function cleanLines(text: string, max: number): string {
  const lines = stripBidi(text)
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/\n{3,}/gu, '\n\n');
  return cutGraphemes(lines.trim(), max);
}

/** The longest beginning of at most `room` units that ends between two graphemes. */
function wholeGraphemes(text: string, room: number): string {
  // A window beyond the room is enough to see where the last grapheme ends, and bounds the work.
  const window = text.slice(0, room + 64);
  let end = 0;
  for (const { index, segment } of graphemes.segment(window)) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** Clean, in lower case and without accents: what people mean to be the same. */
export function folded(text: string): string {
  return foldedClean(plainLine(text));
}

/** The same for what was cleaned before it was stored, which takes a tenth of the time. */
export function foldedClean(text: string): string {
  if (/^[ -~]*$/u.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFD').replace(/[\u0300-\u036F]+/gu, '');
  return bare.normalize('NFC').toLowerCase();
}

/** How many characters a person would count. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemes.segment(text)) count += 1;
  return count;
}

/** Bare addresses in plain ASCII: they show where they lead, and a backslash inside would break them. */
const address = /https?:\/\/[\w\-./?#=&%+:;,@!$]+/gu;

/**
 * User text that shows as typed in Discord: markdown, masked links, mentions, custom emoji, timestamps,
 * headings, lists, quotes and code are defused, hostile characters stripped. The result can be twice as long
 * as the input: cut before escaping, and leave room.
 */
export function escapeMarkdown(text: string): string {
  const clean = stripBidi(text);
  let escaped = '';
  let from = 0;
  for (const found of clean.matchAll(address)) {
    escaped += escapeMarks(clean.slice(from, found.index)) + found[0];
    from = found.index + found[0].length;
  }
  escaped += escapeMarks(clean.slice(from));
  return escaped.replace(/^(\s*)([#-])/gmu, '$1\\$2').replace(/^(\s*\d+)([.)])/gmu, '$1\\$2');
}

function escapeMarks(text: string): string {
  return text.replace(/[\\`*_~|[\]<>]/gu, '\\$&').replace(/@(?=everyone|here)/giu, '@\u200B');
}
