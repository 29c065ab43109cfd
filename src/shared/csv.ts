export type Cell = string | number;

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * RFC 4180: CRLF, quotes doubled. Text that a spreadsheet would run as a formula gets an apostrophe in front;
 * numbers stay numbers.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map(line).join('');
}

/**
 * The same, with as many of the last rows as fit into `maxBytes`; the first row is the heading and always there.
 * `left`: how many rows are not in it.
 */
export function toCsvWithin(
  rows: readonly (readonly Cell[])[],
  maxBytes: number,
): { csv: string; left: number } {
  const [heading = [], ...others] = rows;
  const start = toCsv([heading]);
  const lines: string[] = [];
  let bytes = Buffer.byteLength(start);
  for (const row of others.toReversed()) {
    const written = line(row);
    bytes += Buffer.byteLength(written);
    if (bytes > maxBytes) break;
    lines.push(written);
  }
  return { csv: start + lines.toReversed().join(''), left: others.length - lines.length };
}

function line(row: readonly Cell[]): string {
  return `${row.map(cell).join(',')}\r\n`;
}

function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const harmless = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(value) ? `'${value}` : value;
  return /[",\r\n\t;]|^\s|\s$/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
