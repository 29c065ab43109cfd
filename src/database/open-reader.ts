import type Sqlite from 'better-sqlite3';
import { SqliteDatabase } from './sqlite.ts';

/** Ms that a read waits for a write that recovers the log; reads and writes do not block each other otherwise. */
const PATIENCE_MS = 5_000;

/** A second connection to an open data file, for a thread of its own: it reads, and cannot write. */
export function openReader(path: string): Sqlite.Database {
  const sqlite = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: PATIENCE_MS });
  sqlite.pragma('query_only = ON');
  sqlite.pragma('trusted_schema = OFF');
  sqlite.pragma('temp_store = MEMORY');
  return sqlite;
}
