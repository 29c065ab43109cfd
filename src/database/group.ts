import type Sqlite from 'better-sqlite3';
import type { Monotonic } from '../platform/monotonic.ts';
import { sqliteCode } from './database-error.ts';
import { StorageError, type StorageFailure } from './writer.ts';

export type GroupResult =
  | { kind: 'committed'; ran: number }
  /** Nothing ran: another process holds the file. */
  | { kind: 'busy' }
  /** Nothing of the first `ran` works was kept. */
  | { kind: 'failed'; ran: number; error: StorageError };

export interface GroupLimits {
  monotonic: Monotonic;
  /** A group ends after so many real ms of work. */
  groupMs: number;
  /** A group ends after so many works. */
  groupSize: number;
}

/** A work reports its own failure and throws; the group undoes what it wrote and goes on with the next. */
type Work = { run(): void };

/**
 * Runs works one after another in one transaction, each in its own savepoint, and commits. Synchronous from
 * BEGIN to COMMIT. Where the storage itself fails, everything is rolled back.
 */
export function groupRunner(sqlite: Sqlite.Database, { monotonic, groupMs, groupSize }: GroupLimits) {
  const begin = beginAtOnce(sqlite);
  const runInSavepoint = savepointRunner(sqlite);
  const commit = sqlite.prepare('COMMIT');
  const rollback = sqlite.prepare('ROLLBACK');

  return (works: readonly Work[]): GroupResult => {
    let ran = 0;
    try {
      begin();
      const end = monotonic() + groupMs;
      for (const work of works) {
        ran += 1;
        runInSavepoint(work);
        if (ran >= groupSize || monotonic() >= end) break;
      }
      commit.run();
      return { kind: 'committed', ran };
    } catch (error) {
      if (sqlite.inTransaction) rollback.run();
      const failure = storageFailure(error) ?? 'failed';
      if (failure === 'busy' && ran === 0) return { kind: 'busy' };
      return { kind: 'failed', ran: ran || works.length, error: new StorageError(failure, { cause: error }) };
    }
  };
}

/** BEGIN IMMEDIATE without waiting, because waiting here would block the whole process. */
function beginAtOnce(sqlite: Sqlite.Database): () => void {
  const begin = sqlite.prepare('BEGIN IMMEDIATE');
  const patience = Number(sqlite.pragma('busy_timeout', { simple: true }));
  return () => {
    sqlite.pragma('busy_timeout = 0');
    try {
      begin.run();
    } finally {
      sqlite.pragma(`busy_timeout = ${patience}`);
    }
  };
}

/** Throws only what concerns the whole group. */
function savepointRunner(sqlite: Sqlite.Database): (work: Work) => void {
  const savepoint = sqlite.prepare('SAVEPOINT work');
  const release = sqlite.prepare('RELEASE work');
  const undo = sqlite.prepare('ROLLBACK TO work');
  return (work) => {
    savepoint.run();
    try {
      work.run();
    } catch (error) {
      // A full disk or a failed write may have ended the transaction already.
      if (!sqlite.inTransaction || storageFailure(error)) throw error;
      undo.run();
    }
    release.run();
  };
}

/** Result codes, without what follows the second underscore, that are about the storage and not about the work. */
const storageFailures: Readonly<Record<string, StorageFailure>> = {
  SQLITE_BUSY: 'busy',
  SQLITE_LOCKED: 'busy',
  SQLITE_FULL: 'full',
  SQLITE_IOERR: 'failed',
  SQLITE_CORRUPT: 'failed',
  SQLITE_NOTADB: 'failed',
  SQLITE_READONLY: 'failed',
  SQLITE_CANTOPEN: 'failed',
  SQLITE_NOMEM: 'failed',
  SQLITE_PROTOCOL: 'failed',
};

/** What went wrong with the storage, or undefined for an error of the work's own (a refusal, a constraint). */
function storageFailure(error: unknown): StorageFailure | undefined {
  const primary = sqliteCode(error)?.match(/^SQLITE_[A-Z]+/)?.[0];
  return primary === undefined ? undefined : storageFailures[primary];
}
