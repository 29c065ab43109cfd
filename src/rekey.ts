import { config as readDotenv } from 'dotenv';
import { rekeyedInWords, rekeyFile, whyNotRekeyed } from './app/rekey.ts';
import { readRekeyConfig } from './app/rekey-config.ts';
import { ConfigError } from './config.ts';
import { systemRandom } from './platform/random.ts';

/**
 * The process that changes the key of perks (`npm run rekey`). Keys come from the environment or from .env, never
 * from the command line, which other users of the machine and the shell's history can read. Exit codes: 0 sealed
 * with the new key (also by an earlier run), 1 could not, 2 configuration.
 */
const exitCodes = { done: 0, failed: 1, misconfigured: 2 } as const;

const say = (words: string) => process.stderr.write(`${words}\n`);

function configOrExit() {
  readDotenv({ quiet: true });
  if (process.argv.length > 2) {
    say('Nothing goes on the command line: set ENCRYPTION_KEY and ENCRYPTION_KEY_PREVIOUS, best in .env.');
    process.exit(exitCodes.misconfigured);
  }
  try {
    return readRekeyConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    say(error.message);
    process.exit(exitCodes.misconfigured);
  }
}

const config = configOrExit();
try {
  const result = rekeyFile(config, systemRandom);
  process.stdout.write(`${rekeyedInWords(result, config.databasePath)}\n`);
} catch (error) {
  say(whyNotRekeyed(error, config.databasePath));
  process.exitCode = exitCodes.failed;
}
