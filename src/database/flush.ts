import type Sqlite from 'better-sqlite3';

/**
 * Moves the write-ahead log into the file and empties it, so that nothing that was overwritten survives there.
 * Called outside any write. False: something is still reading the log; try again later.
 */
export function flushLog(sqlite: Sqlite.Database): boolean {
  return sqlite.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
}
