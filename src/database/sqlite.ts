import { createRequire } from 'node:module';
import type Sqlite from 'better-sqlite3';

const [major = 0] = process.versions.node.split('.').map(Number);

/**
 * better-sqlite3, in the version that this Node runs: up to 12 it aborts the process on Node 24.19 and newer when a
 * statement is collected as garbage; from 13 on it needs Node 22 and ends the process on 20 without a word.
 */
export const SqliteDatabase: typeof Sqlite = createRequire(import.meta.url)(
  major >= 22 ? 'better-sqlite3-13' : 'better-sqlite3',
);
