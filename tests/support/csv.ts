/** Reads a CSV file as a spreadsheet does (RFC 4180); the byte order mark is not part of the first cell. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\uFEFF/u, '');
  for (let i = 0; i < body.length; i += 1) {
    const sign = body[i] as string;
    if (quoted && sign === '"' && body[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === ',') {
      row.push(cell);
      cell = '';
    } else if (!quoted && sign === '\r' && body[i + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      i += 1;
    } else cell += sign;
  }
  return rows;
}
