import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, runsRightToLeft, tidy, wrap } from '../../src/charts/text-layout.ts';

/** Every character is as wide as its UTF-16 length, which makes widths easy to say. */
const measure = (text: string) => text.length;

describe('a label', () => {
  test('breaks between words, and ends with an ellipsis where it has to', () => {
    expect(wrap('one two three', 8, 2, measure)).toEqual(['one two', 'three']);
    expect(wrap('one two three four five', 8, 2, measure)).toEqual(['one two', 'three f…']);
  });

  test('without spaces breaks between characters', () => {
    expect(wrap('abcdefghij', 4, 3, measure)).toEqual(['abcd', 'efgh', 'ij']);
  });

  test('keeps closing marks with their word', () => {
    expect(wrap('hello, world', 6, 2, measure)).toEqual(['hello,', 'world']);
  });

  test('never splits what people see as one character', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(cut(family.repeat(3), family.length * 2, measure)).toBe(`${family}…`);
  });

  test('that is empty is one empty line', () => {
    expect(wrap('', 10, 2, measure)).toEqual(['']);
  });

  test('that fits stays as it is, and no other is wider or longer than allowed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 20, max: 60 }),
        (text, width) => {
          const clean = tidy(text, 200);
          const lines = wrap(clean, width, 2, measure);
          expect(lines.length).toBeLessThanOrEqual(2);
          expect(Math.max(...lines.map(measure))).toBeLessThanOrEqual(Math.max(width, 20));
          if (measure(clean) <= width) expect(lines).toEqual([clean]);
        },
      ),
    );
  });

  test('loses what is invisible or turns text over, and shows custom emoji by name', () => {
    expect(tidy('a\u202eb\u0000\n\tc <:fox:123456789012345678>', 100)).toBe('ab c :fox:');
  });

  test('runs from right to left when its first letter does', () => {
    expect(['☕ قهوة', 'שלום', 'Coffee قهوة', '123'].map(runsRightToLeft)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
