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

test('however long it is, it stays within its room, and it is seen where it was cut', () => {
  for (const text of nasty) expect(formatted(text, 120).length).toBeLessThanOrEqual(120);
  expect(formatted('W'.repeat(121), 120)).toMatch(cutEnd);
  expect(formatted(`\`\`\`\n${'W'.repeat(121)}`, 120)).toMatch(cutEnd);
  expect(formatted('short', 120)).not.toMatch(cutEnd);
});
