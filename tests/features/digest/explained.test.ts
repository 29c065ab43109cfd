import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { blockNames } from '../../../src/features/digest/custom-ids.ts';
import { explainView } from '../../../src/features/digest/explain-views.ts';
import type { Counted } from '../../../src/features/digest/ports.ts';
import { packageRoot } from '../../../src/platform/package-root.ts';
import { startCounting } from '../../support/counting.ts';
import { everyLanguage } from '../polls/hostile.ts';

/** Every number that an export holds: what counting answers, and what other features add. */
function exportedNumbers(): string[] {
  const { period: _, ...numbers } = startCounting().numbers({ start: 20_000, end: 20_007 });
  const none = { part: 0, of: 0 };
  const counted = {
    ...numbers,
    loops: { ideas: none, questions: none, polls: none },
    guard: { firsts: 0, inTime: 0, afterCard: 0 },
  } satisfies Counted;
  return Object.values(counted).flatMap((group) => Object.keys(group));
}
/** What stands in an export under one of the eight names that a digest shows. */
const shown = new Set(['active', 'newcomers', 'messages', 'conversations', 'answered', 'halfBy']);
const groups = new Set(['polls', 'ideas', 'questions']);

test('`/digest explain` defines every number of the export, in every language', () => {
  for (const t of everyLanguage) {
    const said = blockNames.map((block) => JSON.stringify(explainView(block, t))).join('\n');
    const missing = exportedNumbers()
      .filter((name) => !shown.has(name) && !groups.has(name))
      .filter((name) => !said.includes(`\`${name}\``));
    expect([t.locale, missing]).toEqual([t.locale, []]);
    expect(said).toContain('`loops`');
  }
});

test('and so does the README', () => {
  const readme = readFileSync(`${packageRoot()}/README.md`, 'utf8');
  const table = readme.slice(readme.indexOf('| number (in the export)'), readme.indexOf('## Configuration'));
  const missing = exportedNumbers().filter((name) => !new RegExp(`[\`.]${name}\``, 'u').test(table));
  expect(missing).toEqual([]);
});
