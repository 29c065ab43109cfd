import { existsSync, renameSync, rmSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';

/**
 * Writes a consistent, compact copy of the running database to `target`, which must not exist (throws Error).
 * It appears there only when complete. Blocks while it copies: about a second for 200 MB.
 */
export function backupTo(sqlite: Sqlite.Database, target: string): void {
  if (existsSync(target)) throw new Error(`${target} exists already; a backup never overwrites`);
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    sqlite.prepare('VACUUM INTO ?').run(unfinished);
    renameSync(unfinished, target);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
