import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countGraphemes, cutGraphemes, escapeMarkdown, plainLine, stripBidi } from '../../src/shared/text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      '\u0301',
      '\u202E',
      '\u200D',
      '👩',
      '🏽',
      'a',
      '\u{E0067}',
      '🏴',
      '\uD800',
      '@everyone',
    ),
    maxLength: 300,
  }),
);

describe('hostile text', () => {
  test('text that turns its surroundings over is put straight', () => {
    expect(stripBidi('a\u202Eb\u2066c\u200Fd\u061Ce')).toBe('abcde');
  });

  test('words hidden in zero-width characters and tags disappear', () => {
    expect(stripBidi('a\u200Bb\uFEFFc\u{E0041}\u{E0042}d\u00ADe')).toBe('abcde');
  });

  test('stacked marks are cut down to what languages need', () => {
    expect(stripBidi(`Z${'\u0334'.repeat(60)}o`)).toBe(`Z${'\u0334'.repeat(4)}o`);
    expect(stripBidi('Việt שָׁלוֹם')).toBe('Việt שָׁלוֹם');
  });

  test('emoji families, flags and joined scripts stay whole', () => {
    for (const kept of ['👨‍👩‍👧‍👦', '👩🏽‍🚀', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏳️‍🌈', '1️⃣', 'می‌خواهم', 'क्‍ष', '❤️']) {
      expect(stripBidi(kept)).toBe(kept);
    }
  });

  test('line breaks of every kind become one, half characters become a replacement mark', () => {
    expect(stripBidi('a\r\nb\u2028c\u0085d\0e')).toBe('a\nb\nc\nde');
    expect(stripBidi('x\uD800y')).toBe('x\uFFFDy');
  });

  test('a plain line has no breaks and nothing around it', () => {
    expect(plainLine('  one\n\ttwo \u3000 three ')).toBe('one two three');
  });

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(stripBidi(stripBidi(text))).toBe(stripBidi(text));
      }),
    );
  });
});

describe('cutting', () => {
  test('never splits what people see as one character', () => {
    expect(cutGraphemes('ab👨‍👩‍👧‍👦cd', 8)).toBe('ab…');
    expect(cutGraphemes('e\u0301e\u0301e\u0301', 5)).toBe('e\u0301e\u0301…');
    expect(cutGraphemes('fits', 4)).toBe('fits');
  });

  test('drops a single character that is longer than the room', () => {
    expect(cutGraphemes(`a${'\u0301'.repeat(6000)}`, 100)).toBe('…');
    expect(cutGraphemes('👨‍👩‍👧‍👦', 0)).toBe('');
  });

  test('stays within the room and is a beginning of the text, for any text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 80 }), (text, max) => {
        const cut = cutGraphemes(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        if (cut !== text) expect(text.startsWith(cut.slice(0, -1))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('people count a family as one', () => {
    expect(countGraphemes('a👨‍👩‍👧‍👦e\u0301')).toBe(3);
  });
});

describe('escaping', () => {
  test.each([
    ['**bold** _it_ ~~no~~ ||spoiler||', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\|\\|spoiler\\|\\|'],
    ['# Big\n- item\n1. first\n-# small', '\\# Big\n\\- item\n1\\. first\n\\-# small'],
    ['> quote', '\\> quote'],
    ['[free nitro](https://evil.example)', '\\[free nitro\\](https://evil.example)'],
    [
      '<@123> <@&4> <#5> <t:0:R> <:a:1> </cmd:1>',
      '\\<@123\\> \\<@&4\\> \\<#5\\> \\<t:0:R\\> \\<:a:1\\> \\</cmd:1\\>',
    ],
    ['`code` ```js', '\\`code\\` \\`\\`\\`js'],
    ['me@example.org', 'me@example.org'],
    ['https://example.org/a_b_c?d=1', 'https://example.org/a_b_c?d=1'],
    ['back\\slash', 'back\\\\slash'],
  ])('%j shows as typed', (typed, escaped) => {
    expect(escapeMarkdown(typed)).toBe(escaped);
  });

  test('@everyone and @here are no longer mentions', () => {
    expect(escapeMarkdown('@everyone @HERE')).not.toMatch(/@(everyone|here)/iu);
  });

  test('no mark of Discord stays live outside an address, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('*_`~|[]<>#-1. a\n\\@')), maxLength: 60 }),
        (text) => {
          const defused = escapeMarkdown(text).replaceAll(/\\[^\s\dA-Za-z]/gu, 'x');
          expect(defused).not.toMatch(/[*_`~|[\]<>\\]|^\s*[#-]|^\s*\d+[.)]/mu);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
