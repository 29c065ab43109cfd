import type Sqlite from 'better-sqlite3';
import { DatabaseError, sqliteCode } from './database-error.ts';
import { SqliteDatabase } from './sqlite.ts';

/** Referred to from here, because a connection that nobody refers to is closed by the garbage collector. */
const held = new Set<Sqlite.Database>();

/**
 * Lets one process at a time work on a data file. The lock is SQLite's own on a small file beside it, so the
 * operating system drops it with the process, whichever way that ends; a lock file left behind means nothing.
 *
 * Returns the function that releases it. Throws DatabaseError `locked` or `not-writable`.
 */
export function lockInstance(path: string): () => void {
  let lock: Sqlite.Database | undefined;
  try {
    lock = new SqliteDatabase(`${path}.lock`, { timeout: 0 });
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    const own = lock;
    held.add(own);
    return () => {
      held.delete(own);
      own.close();
    };
  } catch (error) {
    lock?.close();
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) {
      throw new DatabaseError(
        'locked',
        `another process already works with ${path}. Stop that one first, or set DATABASE_PATH to another file.`,
        { cause: error },
      );
    }
    throw new DatabaseError(
      'not-writable',
      `cannot write beside ${path}. Check the folder's owner, permissions and free space, or set DATABASE_PATH.`,
      { cause: error },
    );
  }
}
