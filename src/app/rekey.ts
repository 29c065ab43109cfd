import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseError, sqliteCode } from '../database/database-error.ts';
import { openDatabase } from '../database/open.ts';
import { createKeyRepository } from '../features/perks/key-repository.ts';
import { RekeyError, type Rekeyed, rekey } from '../features/perks/rekey-service.ts';
import { createSealedRepository } from '../features/perks/sealed-repository.ts';
import { packageRoot } from '../platform/package-root.ts';
import type { Random } from '../platform/random.ts';
import { createSealer } from '../platform/sealing.ts';
import type { RekeyConfig } from './rekey-config.ts';

/**
 * Seals everything in the data file with another key: all of it, or, whatever ends it before, nothing. Keeps the
 * bot out for as long as it takes. Throws DatabaseError or RekeyError and has then changed nothing.
 */
export function rekeyFile({ databasePath, oldKey, newKey }: RekeyConfig, random: Random): Rekeyed {
  // To open a file creates it.
  if (!existsSync(databasePath)) throw new DatabaseError('not-writable', `there is no ${databasePath}.`);
  const database = openDatabase({ path: databasePath, migrationsFolder: join(packageRoot(), 'migrations') });
  try {
    const { sqlite } = database;
    const parts = {
      keys: createKeyRepository(sqlite),
      sealed: createSealedRepository(sqlite),
      from: createSealer(oldKey, random),
      to: createSealer(newKey, random),
    };
    return sqlite.transaction(() => rekey(parts)).immediate();
  } finally {
    // Closing the only connection empties the log, so that nothing that the old key opens stays in it.
    database.close();
  }
}

/** How many places are told; a wrong backup could have a hundred thousand. */
const TOLD = 20;

export function rekeyedInWords(result: Rekeyed, path: string): string {
  switch (result.kind) {
    case 'done':
      return `Sealed anew with ENCRYPTION_KEY: ${counted(result.codes, 'code')} and ${counted(result.links, 'link')} in ${path}.
Start the bot with this ENCRYPTION_KEY and take ENCRYPTION_KEY_PREVIOUS away.
Keep the previous key for as long as you keep backups from before: only it opens what is in them.`;
    case 'already':
      return `Done already: everything in ${path} is sealed with ENCRYPTION_KEY. Nothing was changed.`;
    case 'nothing':
      return `Nothing in ${path} is sealed yet. The bot can start with ENCRYPTION_KEY as it is.`;
  }
}

export function whyNotRekeyed(error: unknown, path: string): string {
  if (error instanceof RekeyError) return `The key stays as it was. ${whyRefused(error, path)}`;
  if (error instanceof DatabaseError && error.problem === 'locked') {
    return `The key stays as it was. Something works with ${path}, most likely the bot: stop it and run this again.`;
  }
  if (!(error instanceof DatabaseError) && sqliteCode(error) !== undefined) {
    return `The key could not be changed: ${path} could not be written. Check its folder's free space and permissions, and run this again.`;
  }
  return `The key could not be changed: ${error instanceof Error ? error.message : String(error)}`;
}

function whyRefused({ reason, places }: RekeyError, path: string): string {
  if (reason === 'wrong-key') {
    return `ENCRYPTION_KEY_PREVIOUS is not the key that ${path} was sealed with.`;
  }
  const more = places.length > TOLD ? [`and ${places.length - TOLD} more`] : [];
  const told = [...places.slice(0, TOLD), ...more].map((place) => `  - ${place}`);
  return `The key is right, but these were damaged and do not open:
${told.join('\n')}
Put ${path} back from a backup of before, and run this again.`;
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
