import { expect, test } from 'vitest';
import { cutEnd, formatted, shownText } from '../../src/discord/words.ts';
import { nasty } from '../support/hostile.ts';

test('the markdown of those who speak for the community works, a member’s is shown as typed', () => {
  expect(formatted('**Yes**, [here](https://example.com)', 200)).toBe('**Yes**, [here](https://example.com)');
  expect(shownText('**Yes**', 200)).toBe('\\*\\*Yes\\*\\*');
});

test('a code block that was left open is closed, and only then', () => {
  expect(formatted('```\ncode', 200)).toBe('```\ncode\n```');
  expect(formatted('```\ncode\n```', 200)).toBe('```\ncode\n```');
  expect(formatted(`\`\`\`\n${'x'.repeat(300)}\n\`\`\``, 100)).toMatch(/…\n```$/u);
});

test('a spoiler that was cut hides what is left of it, and a lone || hides nothing', () => {
  expect(formatted(`||${'x'.repeat(300)}||`, 100)).toMatch(/…\|\|$/u);
  expect(formatted(`||${'x'.repeat(300)}||`, 100)).toMatch(cutEnd);
  expect(formatted(`||a|| and ||${'x'.repeat(300)}||`, 100)).toMatch(/x…\|\|$/u);
  expect(formatted(`||\`\`\`\n${'x'.repeat(300)}\n\`\`\`||`, 100)).toMatch(/…\n```\|\|$/u);
  expect(formatted('either || or', 100)).toBe('either || or');
  expect(formatted(`either || or ${'x'.repeat(300)}`, 100)).toMatch(/x…$/u);
  expect(formatted(`||\`a || b\` ${'x'.repeat(300)}||`, 100)).toMatch(/x…\|\|$/u);
});

test('however long it is, it stays within its room, and it is seen where it was cut', () => {
  for (const text of nasty) expect(formatted(text, 120).length).toBeLessThanOrEqual(120);
  expect(formatted('W'.repeat(121), 120)).toMatch(cutEnd);
  expect(formatted(`\`\`\`\n${'W'.repeat(121)}`, 120)).toMatch(cutEnd);
  expect(formatted('short', 120)).not.toMatch(cutEnd);
});
