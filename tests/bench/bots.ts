import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import ts from 'typescript';
import { packageRoot } from '../../src/platform/package-root.ts';
import { cpuMs, residentMib } from './process-stats.ts';

export type BotName = 'bare' | 'hearth' | 'reflex';

export interface BotSettings {
  apiUrl: string;
  token: string;
  /** Where the bare bot posts its message. */
  channelId: string;
  /** Where Hearth keeps its data; by default a folder that goes when the bot stops. */
  folder?: string;
}

export interface RunningBot {
  readonly name: BotName;
  readonly pid: number;
  /** From spawning the process to "ready", in ms. */
  readonly readyMs: number;
  cpuMs(): number;
  residentMib(): number;
  /** SIGTERM, or SIGKILL; resolves when the process is gone. */
  stop(how?: 'SIGKILL'): Promise<void>;
}

const root = packageRoot();
const programOf = (name: BotName): string[] =>
  name === 'hearth' ? ['--enable-source-maps', join(root, 'dist/bot/main.js'), 'bot'] : [compiled(name)];
/** For a look inside, see run.ts. */
const nodeOptions = (): string[] => process.env['BENCH_NODE_OPTIONS']?.split(' ') ?? [];

const READY = /"ready"/;
const PATIENCE_MS = 60_000;

let spentByBots = 0;

/** CPU time of all bots that were stopped, in ms. */
export const botsSpentMs = (): number => spentByBots;

/** Starts a bot as a process of its own, as it would run in production, and waits until it says it is ready. */
export async function startBot(name: BotName, settings: BotSettings): Promise<RunningBot> {
  const own = mkdtempSync(join(tmpdir(), 'hearth-bench-'));
  const log = join(own, 'log');
  const output = openSync(log, 'w');
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeOptions(), ...programOf(name)], {
    cwd: own,
    stdio: ['ignore', output, output],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DISCORD_API_URL: settings.apiUrl,
      DISCORD_TOKEN: settings.token,
      DATABASE_PATH: join(settings.folder ?? own, 'hearth.sqlite'),
      LOG_FORMAT: 'json',
      BENCH_CHANNEL: settings.channelId,
      BENCH_MESSAGES: process.env['BENCH_MESSAGES'],
    },
  });
  closeSync(output);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  await untilReady(child, log, started);
  const pid = child.pid ?? 0;
  return {
    name,
    pid,
    readyMs: performance.now() - started,
    cpuMs: () => cpuMs(pid),
    residentMib: () => residentMib(pid),
    async stop(how) {
      if (child.exitCode === null && child.signalCode === null) spentByBots += cpuMs(pid);
      child.kill(how);
      await gone;
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** The yardsticks run as plain JavaScript, as Hearth does: a loader would cost them memory and time to start. */
function compiled(name: string): string {
  const source = readFileSync(join(root, `tests/bench/${name}-bot.ts`), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 },
  });
  const folder = join(root, 'dist/bench');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}-bot.js`), outputText);
  return join(folder, `${name}-bot.js`);
}

async function untilReady(child: ChildProcess, log: string, started: number): Promise<void> {
  while (!READY.test(readFileSync(log, 'utf8'))) {
    const late = performance.now() - started > PATIENCE_MS;
    if (late || child.exitCode !== null) {
      child.kill('SIGKILL');
      throw new Error(`the bot did not become ready; it said:\n${readFileSync(log, 'utf8')}`);
    }
    await sleep(10);
  }
}
