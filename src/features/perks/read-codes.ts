import { perkLimits } from './model.ts';
import type { ImportCheck, ReadCodes } from './ports.ts';
import { refuse } from './refuse.ts';

/** Lines between which others have their turn. */
const SLICE = 2_000;
const NAMED_LINES = 10;
const headings = new Set([
  'code',
  'codes',
  'coupon',
  'coupons',
  'voucher',
  'key',
  'gutschein',
  'gutscheincode',
]);

/** One code a line, in the first column; the rest of a line is not looked at. */
export function codesReader(giveWay: () => Promise<void>): ReadCodes {
  return async (file) => {
    const text = decoded(file);
    const check = emptyCheck();
    const seen = new Set<string>();
    let line = 0;
    for (const cell of firstCells(text)) {
      line += 1;
      if (line % SLICE === 0) await giveWay();
      take(check, seen, cell, line);
      if (seen.size > perkLimits.rows) refuse('perks.refusals.file-rows', { max: String(perkLimits.rows) });
    }
    if (seen.size === 0) refuse('perks.refusals.file-empty');
    return { ...check, codes: [...seen] };
  };
}

type Check = { -readonly [K in keyof ImportCheck]: ImportCheck[K] } & Record<Kind, Found>;
type Kind = 'repeated' | 'formulas' | 'tooLong';
interface Found {
  count: number;
  lines: number[];
}

function emptyCheck(): Check {
  const none = (): Found => ({ count: 0, lines: [] });
  return { codes: [], blank: 0, heading: false, repeated: none(), formulas: none(), tooLong: none() };
}

function take(check: Check, seen: Set<string>, cell: string, line: number): void {
  const code = cell.trim();
  const note = (kind: Kind): void => {
    check[kind].count += 1;
    if (check[kind].lines.length < NAMED_LINES) check[kind].lines.push(line);
  };
  if (code === '') check.blank += 1;
  else if (line === 1 && headings.has(code.toLowerCase())) check.heading = true;
  else if (/^[=+\-@]/u.test(code)) note('formulas');
  else if (code.length > perkLimits.secret) note('tooLong');
  else if (seen.has(code)) note('repeated');
  else seen.add(code);
}

/** UTF-8 with or without its mark, UTF-16 with one. Anything else would be handed out garbled. */
function decoded(file: Buffer): string {
  if (file.length > perkLimits.fileBytes) {
    refuse('perks.refusals.file-too-big', { megabytes: String(perkLimits.fileBytes / 1024 ** 2) });
  }
  const marked = file.subarray(0, 2).toString('hex');
  const encoding = marked === 'fffe' ? 'utf-16le' : marked === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(file);
    if (!text.includes('\0')) return text;
  } catch {
    // Told below: Latin-1, or no text at all.
  }
  return refuse('perks.refusals.file-encoding');
}

/** RFC 4180, also with semicolons and tabs: the first cell of every row. A quote that never ends takes its line. */
function* firstCells(text: string): Generator<string> {
  const row = /(?:"((?:[^"]|"")*)"|([^,;\t\r\n]*))[^\r\n]*(?:\r\n|\n|\r|$)/gy;
  while (row.lastIndex < text.length) {
    const found = row.exec(text);
    if (!found) return;
    yield found[1] === undefined ? (found[2] ?? '') : found[1].replaceAll('""', '"');
  }
}
