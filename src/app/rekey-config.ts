import { z } from 'zod';
import { ConfigError, type Environment, readVariables, variables } from '../config.ts';

/** What it takes to change the key, and nothing else: no token, no sandbox. */
export interface RekeyConfig {
  databasePath: string;
  /** 32 bytes: everything was sealed with it until now. */
  oldKey: Buffer;
  /** 32 bytes, other ones: seals everything from now on. */
  newKey: Buffer;
}

const { DATABASE_PATH, ENCRYPTION_KEY, ENCRYPTION_KEY_PREVIOUS } = variables.shape;
const needed = z.object({
  DATABASE_PATH,
  ENCRYPTION_KEY: ENCRYPTION_KEY.unwrap(),
  ENCRYPTION_KEY_PREVIOUS: ENCRYPTION_KEY_PREVIOUS.unwrap(),
});

/** Throws ConfigError, also where a key is missing or both are the same. Never repeats a key. */
export function readRekeyConfig(environment: Environment): RekeyConfig {
  const values = readVariables(needed, environment);
  const { ENCRYPTION_KEY: newKey, ENCRYPTION_KEY_PREVIOUS: oldKey } = values;
  // As bytes: two spellings in base64 can be one key.
  if (newKey.equals(oldKey)) {
    throw new ConfigError([
      'ENCRYPTION_KEY: is the same as ENCRYPTION_KEY_PREVIOUS. Make a new one with `openssl rand -base64 32`.',
    ]);
  }
  return { databasePath: values.DATABASE_PATH, oldKey, newKey };
}
