import { spawn } from 'node:child_process';

/**
 * Everything that must hold before a change lands, two gates at a time. Quiet when green: a line each; a gate
 * that fails prints all it said. `--all` adds the slow tests (journeys, faults, browser).
 */
type Gate = [name: string, command: string];

const quick: Gate[] = [
  ['types', 'tsc --noEmit -p .'],
  ['types of the page', 'tsc --noEmit -p src/sandbox/web'],
  ['format', 'biome check --reporter=summary .'],
  ['lint', 'oxlint --type-aware --deny-warnings'],
  ['import rules', 'depcruise src commands --config .dependency-cruiser.cjs'],
  ['unused code', 'knip'],
];
const unit: Gate[] = [['unit tests', 'vitest run --project unit --reporter=dot']];
/** One after the other: each drives a bot, a sandbox and sometimes a browser, which fill two cores. */
const slow: Gate[] = [
  ['journeys', 'vitest run --project journeys --reporter=dot'],
  ['faults', 'vitest run --project faults --reporter=dot'],
  ['browser tests', 'vitest run --project browser --reporter=dot'],
];

function run([name, command]: Gate): Promise<boolean> {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, env: { ...process.env, NO_COLOR: '1' } });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const output = Buffer.concat(said).toString();
      const counted = /^\s*Tests\s+(.*)$/m.exec(output)?.[1] ?? '';
      process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s) ${counted}\n`);
      if (code !== 0) process.stdout.write(`\n${output}\n`);
      resolve(code === 0);
    });
  });
}

async function runAll(gates: Gate[], atOnce: number): Promise<boolean> {
  const waiting = [...gates];
  const results: boolean[] = [];
  const worker = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift())
      results.push(await run(gate));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results.every(Boolean);
}

const checked = await runAll(quick, 2);
const tested = await runAll(unit, 1);
const proven = process.argv.includes('--all') ? await runAll(slow, 1) : true;
process.exitCode = checked && tested && proven ? 0 : 1;
