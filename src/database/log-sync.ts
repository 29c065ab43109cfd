import { close, fdatasync, open } from 'node:fs';
import { promisify } from 'node:util';
import type Sqlite from 'better-sqlite3';

export interface LogSync {
  /** Resolves once everything committed before the call would survive a power loss. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

const openFile = promisify(open);
const syncFile = promisify(fdatasync);
const closeFile = promisify(close);

/**
 * `synchronous=FULL` without standing still: SQLite itself syncs the write-ahead log within COMMIT, on the main
 * thread, for about as long as everything else a vote costs. Here COMMIT only writes (`synchronous=NORMAL`, which
 * still syncs around checkpoints) and the log is synced by a thread of libuv before anybody is told. Commits
 * that come while a sync is running share the next one. The log is one file for as long as a connection is open;
 * syncing it through a second descriptor is the same to the file system, and SQLite's locks are not on it.
 */
export function logSync(sqlite: Sqlite.Database): LogSync {
  sqlite.pragma('synchronous = NORMAL');
  let file: Promise<number> | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const syncNow = async (): Promise<void> => {
    try {
      file ??= openFile(`${sqlite.name}-wal`, 'r+');
      await syncFile(await file);
    } catch (error) {
      file = undefined;
      throw error;
    } finally {
      running = undefined;
    }
  };
  const begin = (): Promise<void> => {
    next = undefined;
    running = syncNow();
    return running;
  };

  return {
    sync() {
      if (!running) return begin();
      // What was committed after a sync began may have missed it.
      next ??= running.then(begin, begin);
      return next;
    },
    async close() {
      await Promise.allSettled([running, next]);
      if (file) await closeFile(await file);
    },
  };
}
