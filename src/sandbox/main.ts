import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adjustableClock } from '../platform/clock.ts';
import { buildCommunity } from './community/build-community.ts';
import { DEFAULT_BOT_TOKEN, startSandbox } from './server.ts';

/** The sandbox alone: `npm run sandbox`. SANDBOX_PORT (4310), SANDBOX_HOST (127.0.0.1), SANDBOX_BOT_TOKEN. */
async function main(): Promise<void> {
  const clock = adjustableClock();
  const { SANDBOX_PORT, SANDBOX_HOST, SANDBOX_BOT_TOKEN } = process.env;
  const page = join(projectDirectory(), 'dist', 'page');
  const botToken = SANDBOX_BOT_TOKEN ?? DEFAULT_BOT_TOKEN;
  const sandbox = await startSandbox({
    clock,
    seed: buildCommunity({ seed: 1, now: clock.now() }),
    port: Number(SANDBOX_PORT ?? 4310),
    ...(SANDBOX_HOST === undefined ? {} : { host: SANDBOX_HOST }),
    botToken,
    ...(existsSync(page) ? { pageDirectory: page } : {}),
  });
  process.stdout.write(
    [
      `The sandbox is open: ${sandbox.url}`,
      `A bot reaches it with DISCORD_API_URL=${sandbox.apiUrl} and DISCORD_TOKEN=${botToken}`,
      '',
    ].join('\n'),
  );
  const stop = (): void => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** The folder of package.json, from the sources as well as from dist. */
function projectDirectory(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'package.json'))) directory = dirname(directory);
  return directory;
}

await main();
