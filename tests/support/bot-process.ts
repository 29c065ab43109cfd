import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compiledMain } from './compiled.ts';
import { leaks, markedToken, type Stored, storedIn } from './faults.ts';
import { startProcess, type TestProcess } from './process.ts';
import { startTestSandbox, type TestSandbox, type TestSandboxOptions } from './sandbox.ts';

/** A sandbox and a data file, with the bot in a process of its own that may be killed and started again. */
export interface BotHouse {
  readonly sandbox: TestSandbox;
  readonly databasePath: string;
  readonly stored: Stored;
  /** Starts `main.js bot`; resolves at once. */
  launch(environment?: Record<string, string>): TestProcess;
  /** The same, and waits until it is ready. */
  start(environment?: Record<string, string>): Promise<TestProcess>;
  /** Sessions that bots have begun (IDENTIFY). */
  identified(): number;
}

export const houseTest = test.extend<{ house: (options?: TestSandboxOptions) => Promise<BotHouse> }>({
  async house({ onTestFinished }, use) {
    await use(async (options = {}) => {
      const { house, end } = await openHouse(options);
      onTestFinished(end);
      return house;
    });
  },
});

async function openHouse(
  options: TestSandboxOptions,
): Promise<{ house: BotHouse; end: () => Promise<void> }> {
  const program = compiledMain();
  const folder = mkdtempSync(path.join(tmpdir(), 'hearth-house-'));
  const databasePath = path.join(folder, 'hearth.sqlite');
  const sandbox = await startTestSandbox({ botToken: markedToken, ...options });
  const processes: TestProcess[] = [];

  const house: BotHouse = {
    sandbox,
    databasePath,
    stored: storedIn(databasePath),
    launch(environment = {}) {
      const settings = {
        NODE_ENV: 'production',
        DISCORD_TOKEN: markedToken,
        DISCORD_API_URL: sandbox.apiUrl,
        DATABASE_PATH: databasePath,
        LOG_LEVEL: 'debug',
        LOG_FORMAT: 'json',
      };
      const started = startProcess(program, { environment: { ...settings, ...environment } }, 'bot');
      processes.push(started);
      return started;
    },
    async start(environment) {
      const started = house.launch(environment);
      await started.line((line) => line.includes('"msg":"ready"'));
      return started;
    },
    identified: () => sandbox.gateway.startLimit.total - sandbox.gateway.startLimit.remaining(),
  };
  const end = async () => {
    await Promise.all(processes.map((running) => running.kill()));
    await sandbox.close();
    const said = processes.flatMap(({ lines, errors }) => [...lines, ...errors]).join('\n');
    const found = leaks(said, databasePath);
    rmSync(folder, { recursive: true, force: true });
    expect(found).toEqual([]);
    expect(said).not.toContain('unhandled rejection');
    expect(said).not.toContain('uncaught exception');
  };
  return { house, end };
}
