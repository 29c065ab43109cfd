import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import pino, { type Logger } from 'pino';
import { startApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { createRedactor } from '../../src/logger.ts';
import { systemMonotonic } from '../../src/platform/monotonic.ts';
import { systemRandom } from '../../src/platform/random.ts';
import { systemTimers } from '../../src/platform/timers.ts';
import { type PersonaDriver } from './persona.ts';
import { startTestSandbox, type TestSandbox, type TestSandboxOptions } from './sandbox.ts';

export interface TestHearth {
  readonly sandbox: TestSandbox;
  readonly config: Config;
  /** What the bot logged at `warn` and above, parsed. */
  readonly complaints: readonly Record<string, unknown>[];
  /** Everything that it logged, as text. */
  log(): string;
  /** Ends the bot in order and starts it anew on the same data. */
  restart(): Promise<void>;
  stopBot(): Promise<void>;
  /** Moves the clock, then gives jobs and edits their time. */
  later(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** The real bot, logged in to a sandbox over loopback, on a data file of its own. */
export async function startHearth(
  options: TestSandboxOptions & { environment?: Record<string, string> } = {},
): Promise<TestHearth> {
  const { environment, ...sandboxOptions } = options;
  const sandbox = await startTestSandbox({ rateLimits: true, ...sandboxOptions });
  const folder = mkdtempSync(join(tmpdir(), 'hearth-journey-'));
  const config = readConfig({
    NODE_ENV: 'test',
    DISCORD_TOKEN: sandbox.botToken,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_PATH: join(folder, 'hearth.sqlite'),
    ...environment,
  });
  const lines: string[] = [];
  const redact = createRedactor([sandbox.botToken]);
  const log: Logger = pino(
    { level: 'debug', base: undefined, hooks: { streamWrite: redact } },
    { write: (line: string) => void lines.push(line) },
  );
  const start = () =>
    startApp({
      config,
      clock: sandbox.clock,
      random: systemRandom,
      monotonic: systemMonotonic,
      timers: systemTimers,
      log,
      redact,
      onFatal: (reason) => log.fatal({ reason }, 'fatal'),
    });
  let app: Awaited<ReturnType<typeof start>> | undefined = await start();

  const hearth: TestHearth = {
    sandbox,
    config,
    get complaints() {
      return lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 40);
    },
    log: () => lines.join(''),
    async stopBot() {
      await app?.stop();
      app = undefined;
    },
    async restart() {
      await hearth.stopBot();
      app = await start();
    },
    async later(ms) {
      sandbox.advance(ms);
      await new Promise((resolve) => setTimeout(resolve, 400));
    },
    async close() {
      await hearth.stopBot();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return hearth;
}

/** The modal of `/poll create`, filled; anything may be overridden. */
export const pollForm = {
  question: 'Which roast next?',
  options: 'Kenya AA\nEthiopia Guji\nBrazil Santos',
  closes: 'in 2 days',
};

/** Makes and publishes a poll with `/poll create`; resolves with what the preview said and the posted message. */
export async function publishPoll(
  { sandbox }: Pick<TestHearth, 'sandbox'>,
  creator: PersonaDriver,
  values: Record<string, string> = {},
  options: Record<string, string | number | boolean> = {},
): Promise<{ preview: string; message: APIMessage }> {
  const known = new Set(creator.messages('general').map(({ id }) => id));
  const { modal } = await creator.slash('poll create', options);
  const shown = await creator.submitModal(modal, { ...pollForm, ...values });
  if (!shown.reply) throw new Error(`no preview: ${shown.text}`);
  // Publishing turns the preview into a receipt.
  const preview = shown.text;
  await creator.press(shown.reply, 'Publish');
  const message = await sandbox.until(() =>
    creator.messages('general').find(({ id, flags }) => !known.has(id) && ((flags ?? 0) & 64) === 0),
  );
  return { preview, message };
}
