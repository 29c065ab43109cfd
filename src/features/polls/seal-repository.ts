import type Sqlite from 'better-sqlite3';
import type { SealedStore } from './ports.ts';

/**
 * Deleted rows are overwritten in the database itself (`secure_delete`), but the write-ahead log still holds
 * the pages as they were before, until it is emptied.
 */
export function createSealedStore(sqlite: Sqlite.Database): SealedStore {
  return {
    flush() {
      const [outcome] = sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      return outcome?.busy === 0;
    },
  };
}
