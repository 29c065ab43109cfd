/** One line of the report. `limit` is what the ratio (or, without a bare value, Hearth's own value) must keep. */
export interface Row {
  measure: string;
  bare?: number;
  hearth?: number;
  limit?: { atMost: number } | { atLeast: number };
}

const WIDTHS = [50, 11, 11, 8, 9, 5];

export function table(
  title: string,
  rows: readonly Row[],
  columns: readonly [string, string] = ['bare', 'Hearth'],
): string {
  const head = ['', ...columns, 'ratio', 'target', ''];

  const lines = [head, ...rows.map(cells)].map((line) =>
    line
      .map((cell, index) => (index === 0 ? cell.padEnd(WIDTHS[0] ?? 0) : cell.padStart(WIDTHS[index] ?? 0)))
      .join(' '),
  );
  return `\n${title}\n${lines.join('\n')}\n`;
}

function cells({ measure, bare, hearth, limit }: Row): string[] {
  const ratio = bare !== undefined && hearth !== undefined ? hearth / bare : undefined;
  const judged = bare === undefined ? hearth : ratio;
  return [measure, number(bare), number(hearth), number(ratio), target(limit), verdict(judged, limit)];
}

function target(limit: Row['limit']): string {
  if (limit === undefined) return '';
  return 'atMost' in limit ? `≤ ${limit.atMost}` : `≥ ${limit.atLeast}`;
}

function verdict(value: number | undefined, limit: Row['limit']): string {
  if (limit === undefined || value === undefined) return '';
  return ('atMost' in limit ? value <= limit.atMost : value >= limit.atLeast) ? 'ok' : 'OVER';
}

function number(value: number | undefined): string {
  if (value === undefined) return '';
  if (!Number.isFinite(value)) return '-';
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value);
  return value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);
}
