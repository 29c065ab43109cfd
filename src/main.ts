import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { config as readDotenv } from 'dotenv';
import type { Logger } from 'pino';
import { type App, type AppDeps, startApp } from './app.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createLogger, createRedactor } from './logger.ts';
import { adjustableClock } from './platform/clock.ts';
import { systemMonotonic } from './platform/monotonic.ts';
import { packageRoot } from './platform/package-root.ts';
import { systemRandom } from './platform/random.ts';
import { orderlyShutdown } from './platform/shutdown.ts';
import { systemTimers } from './platform/timers.ts';
import type { Sandbox } from './sandbox/server.ts';

/**
 * The process: `main.js` runs the bot, and without a token the sandbox beside it; `main.js bot` runs the bot
 * alone. Exit codes: 0 ended in order, 1 could not start or lost its connection for good, 2 configuration.
 */
const exitCodes = { ended: 0, failed: 1, misconfigured: 2 } as const;

const say = (words: string) => process.stderr.write(`${words}\n`);

function configOrExit(): Config {
  readDotenv({ quiet: true });
  try {
    const config = readConfig(process.env);
    if (process.argv[2] !== 'bot' || config.discordToken !== undefined) return config;
    say('The bot alone needs a token: set DISCORD_TOKEN, or use `npm start`, which brings its own sandbox.');
    process.exit(exitCodes.misconfigured);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    say(error.message);
    process.exit(exitCodes.misconfigured);
  }
}

/** A community in memory and a data file that goes with it: each start begins afresh. */
async function besideSandbox(config: Config, clock: ReturnType<typeof adjustableClock>) {
  // Loaded only here: a bot that runs against Discord starts sooner without it.
  const { startSandbox } = await import('./sandbox/server.ts');
  const { buildCommunity } = await import('./sandbox/community/build-community.ts');
  const sandbox = await startSandbox({
    clock,
    port: config.sandboxPort,
    seed: buildCommunity({ seed: 1, now: clock.now() }),
    pageDirectory: join(packageRoot(), 'dist/page'),
    // One process, one sample server: a long wait for a heartbeat would only delay what a fault drill shows.
    heartbeatInterval: 10_000,
  });
  const folder = mkdtempSync(join(tmpdir(), 'hearth-sandbox-'));
  const pointed: Config = {
    ...config,
    discordToken: sandbox.botToken,
    discordApiUrl: sandbox.apiUrl,
    databasePath: join(folder, 'hearth.sqlite'),
  };
  return { sandbox, config: pointed, removeData: () => rmSync(folder, { recursive: true, force: true }) };
}

function whyNotStarted(error: unknown, config: Config): string {
  const { code, message } = error as { code?: unknown; message?: string };
  if (code === 'EADDRINUSE') {
    return `Port ${config.sandboxPort} is taken. Is the sandbox running already? Otherwise set SANDBOX_PORT to another one.`;
  }
  return `Hearth could not start: ${message ?? String(error)}`;
}

type ProcessParts = Pick<AppDeps, 'log' | 'redact' | 'onFatal'>;

interface Running {
  app: App | undefined;
  sandbox: Sandbox | undefined;
  removeData: () => void;
}

function ending(running: Running, log: Logger) {
  return orderlyShutdown({
    steps: [
      { name: 'stop the bot', withinMs: 8_000, run: () => running.app?.stop() },
      { name: 'stop the sandbox', withinMs: 1_000, run: () => running.sandbox?.close() },
      { name: 'remove sample data', withinMs: 500, run: () => running.removeData() },
    ],
    monotonic: systemMonotonic,
    onStep: ({ name, outcome, ms, error }) => log.debug({ step: name, outcome, ms, err: error }, 'shutdown'),
  });
}

/** The bot, in its sandbox where there is no token. What it builds is noted in `running` as soon as it exists. */
async function start(given: Config, running: Running, parts: ProcessParts): Promise<void> {
  const clock = adjustableClock();
  let config = given;
  if (given.discordToken === undefined) {
    const beside = await besideSandbox(given, clock);
    Object.assign(running, beside);
    config = beside.config;
  }
  running.app = await startApp({
    config,
    clock,
    random: systemRandom,
    monotonic: systemMonotonic,
    timers: systemTimers,
    ...parts,
  });
  if (running.sandbox) {
    const { url } = running.sandbox;
    process.stdout.write(`\n  Hearth is running in its sandbox, which is not Discord.\n  Open ${url}\n\n`);
  }
}

async function main(): Promise<void> {
  const config = configOrExit();
  const redact = createRedactor(config.discordToken === undefined ? [] : [config.discordToken]);
  const log = createLogger({ level: config.logLevel, format: config.logFormat, redact });
  const running: Running = { app: undefined, sandbox: undefined, removeData: () => {} };
  const end = ending(running, log);
  let leaving = false;

  const leave = async (code: number, reason: string): Promise<void> => {
    if (leaving) return;
    leaving = true;
    log.info({ reason }, 'stopping');
    await end();
    log.info('stopped');
    log.flush(() => process.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void leave(exitCodes.ended, signal));
  }
  // A promise that nobody waits for is a bug to be logged; a thrown error leaves an unknown state behind.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception');
    void leave(exitCodes.failed, 'uncaught exception');
  });

  const onFatal = (reason: string) => void leave(exitCodes.failed, reason);
  try {
    await start(config, running, { log, redact, onFatal });
  } catch (error) {
    if (leaving) return;
    log.debug({ err: error }, 'start failed');
    say(redact(whyNotStarted(error, config)));
    await leave(exitCodes.failed, 'could not start');
  }
}

await main();
