import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { DatabaseError, sqliteCode } from './database-error.ts';
import { lockInstance } from './instance-lock.ts';
import { migrate } from './migrate.ts';
import { SqliteDatabase } from './sqlite.ts';

export type Orm = BetterSQLite3Database;

export interface Database {
  readonly path: string;
  /** The one connection; for the writer, backups and measuring. */
  readonly sqlite: Sqlite.Database;
  /** The same connection for repositories, which prepare their statements once. */
  readonly orm: Orm;
  /** Closes the file and releases the lock. May be called again. */
  close(): void;
}

export interface OpenOptions {
  /** Created with its folder if it does not exist. */
  path: string;
  /** The folder with drizzle-kit's output. */
  migrationsFolder: string;
  /** `full` keeps what was acknowledged through a power loss; `normal` only through a crash of the process. */
  synchronous?: 'full' | 'normal';
}

/** Real ms that a plain read may wait for another process, which blocks the whole bot as long. */
const readPatienceMs = 500;

/**
 * Opens, checks and migrates the data file and keeps every other process out until `close`. Throws DatabaseError
 * and then leaves the file as it found it: nothing is repaired, overwritten or deleted.
 */
export function openDatabase({ path, migrationsFolder, synchronous = 'full' }: OpenOptions): Database {
  makeFolder(path);
  const unlock = lockInstance(path);
  let sqlite: Sqlite.Database | undefined;
  try {
    checkIntegrity(path);
    sqlite = new SqliteDatabase(path, { timeout: readPatienceMs });
    configure(sqlite, synchronous);
    migrate(sqlite, migrationsFolder);
    return databaseOn(sqlite, unlock);
  } catch (error) {
    sqlite?.close();
    unlock();
    throw asDatabaseError(error, path);
  }
}

/** Wraps a connection that is ready for use; `onClose` runs once, after the connection was closed. */
export function databaseOn(sqlite: Sqlite.Database, onClose: () => void = () => {}): Database {
  return {
    path: sqlite.name,
    sqlite,
    orm: drizzle(sqlite),
    close() {
      if (!sqlite.open) return;
      sqlite.close();
      onClose();
    },
  };
}

/** What holds for every connection of Hearth, on disk or in memory. */
export function configure(sqlite: Sqlite.Database, synchronous: 'full' | 'normal'): void {
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma(`synchronous = ${synchronous}`);
  sqlite.pragma('foreign_keys = ON');
  // What a member had deleted must not stay readable in free pages.
  sqlite.pragma('secure_delete = ON');
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('temp_store = MEMORY');
  sqlite.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
  // A checkpoint syncs on the main thread: after 32 MiB of log (about 2,000 votes), not after SQLite's 4.
  sqlite.pragma('wal_autocheckpoint = 8000');
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw asDatabaseError(error, path);
  }
}

/** Read only, because closing a writable connection would move the WAL into a file that may be broken. */
function checkIntegrity(path: string): void {
  if (!existsSync(path) || statSync(path).size === 0) return;
  accessSync(path, constants.R_OK | constants.W_OK);
  const sqlite = new SqliteDatabase(path, { readonly: true, timeout: readPatienceMs });
  try {
    const found = sqlite.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') throw new Error(String(found));
  } catch (error) {
    // A damaged header shows as almost any code, but the file was accessible a moment ago.
    throw isHeld(error) ? error : corrupt(path, error);
  } finally {
    sqlite.close();
  }
}

function corrupt(path: string, cause: unknown): DatabaseError {
  return new DatabaseError(
    'corrupt',
    `${path} is damaged or not a database. It was left as it is. Move it away together with ${path}-wal and ` +
      `${path}-shm and put the last backup in its place.`,
    { cause },
  );
}

function asDatabaseError(error: unknown, path: string): unknown {
  if (error instanceof DatabaseError) return error;
  const code = sqliteCode(error);
  if (code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT')) return corrupt(path, error);
  if (isHeld(error)) {
    return new DatabaseError('locked', `another program holds ${path} open for writing. Close it first.`, {
      cause: error,
    });
  }
  if (code === undefined && !(error instanceof Error && 'syscall' in error)) return error;
  return new DatabaseError(
    'not-writable',
    `${path} cannot be opened for writing. Check its owner, permissions and free space, or set DATABASE_PATH.`,
    { cause: error },
  );
}

function isHeld(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(sqliteCode(error) ?? '');
}
