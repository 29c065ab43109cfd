import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv, toCsvWithin } from '../../src/shared/csv.ts';

const rows = [
  ['number', 'title'],
  [1, 'oldest'],
  [2, 'zwölf, "Süße"'],
  [3, '=newest()'],
];

describe('a table that has to fit', () => {
  it('is whole where there is room', () => {
    expect(toCsvWithin(rows, 10_000)).toEqual({ csv: toCsv(rows), left: 0 });
  });

  it('keeps its heading and the newest rows', () => {
    const newest = toCsv([rows[0]!, rows[3]!]);
    expect(toCsvWithin(rows, Buffer.byteLength(newest))).toEqual({ csv: newest, left: 2 });
    expect(toCsvWithin(rows, Buffer.byteLength(newest) - 1)).toEqual({ csv: toCsv([rows[0]!]), left: 3 });
  });

  it('is never larger than asked, and loses no row without counting it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 300, max: 900 }),
        (table, most) => {
          const { csv, left } = toCsvWithin(table, most);
          const heading = Buffer.byteLength(toCsv([table[0]!]));
          expect(Buffer.byteLength(csv)).toBeLessThanOrEqual(Math.max(most, heading));
          expect(csv).toBe(toCsv([table[0]!, ...table.slice(1 + left)]));
        },
      ),
    );
  });
});
