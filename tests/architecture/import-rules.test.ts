import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** One forbidden import a row: from a room to one above it, and the rule that must catch it. */
const planted: [from: string, to: string, rule: string][] = [
  ['src/shared/a.ts', 'src/platform/x.ts', 'shared-imports-nothing'],
  ['src/platform/a.ts', 'src/shared/x.ts', 'platform-stands-alone'],
  ['src/database/a.ts', 'src/jobs/x.ts', 'database-stands-alone'],
  ['src/jobs/a.ts', 'src/discord/x.ts', 'jobs'],
  ['src/i18n/a.ts', 'src/features/polls/service.ts', 'i18n'],
  ['src/charts/a.ts', 'src/i18n/x.ts', 'charts'],
  ['src/sandbox/a.ts', 'src/discord/x.ts', 'sandbox'],
  ['src/discord/a.ts', 'src/database/x.ts', 'discord-knows-no-feature'],
  ['src/discord/b.ts', 'src/features/polls/service.ts', 'discord-knows-no-feature'],
  ['src/features/ideas/a.ts', 'src/features/polls/service.ts', 'features-do-not-know-each-other'],
  ['src/features/ideas/b.ts', 'src/sandbox/x.ts', 'features-do-not-know-each-other'],
  ['commands/a.ts', 'src/features/polls/repository.ts', 'commands-are-thin'],
  ['src/app.ts', 'src/sandbox/x.ts', 'app-is-the-composition-root'],
  ['src/main.ts', 'src/features/polls/service.ts', 'main-is-the-process'],
  ['src/rekey.ts', 'src/features/polls/service.ts', 'rekey-is-a-process'],
  ['src/discord/c.ts', 'tests/x.ts', 'src-never-imports-tests'],
];

let tree: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'hearth-rules-'));
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, file), join(tree, file));
  }
  for (const [, to] of planted) write(to, 'export const x = 1;\n');
  for (const [from, to] of planted) {
    write(
      from,
      `import { x } from '${relative(dirname(from), to).replace(/^(?!\.)/, './')}';\nexport const y = x;\n`,
    );
  }
  write('src/shared/one.ts', "import { two } from './two.ts';\nexport const one = (): number => two();\n");
  write('src/shared/two.ts', "import { one } from './one.ts';\nexport const two = (): number => one();\n");
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

function violations(): Violation[] {
  const output = execFileSync(
    process.execPath,
    [
      cruiser,
      'src',
      'commands',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      '--no-cache',
    ],
    { cwd: tree, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return JSON.parse(output).summary.violations;
}

test('every house rule catches a planted violation, so the gate can fail', () => {
  const found = violations();
  for (const [from, to, rule] of planted) {
    expect(
      found.some((it) => it.from === from && it.to === to && it.rule.name === rule),
      `${rule}: ${from} -> ${to}`,
    ).toBe(true);
  }
  expect(found.some((it) => it.rule.name === 'no-cycles')).toBe(true);
});
