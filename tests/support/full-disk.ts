import type Sqlite from 'better-sqlite3';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { sleep } from './faults.ts';

/** Another program writes to the file for so long, in ms; resolves once it has let go. */
export function holdFile(path: string, ms: number): Promise<void> {
  const other = new SqliteDatabase(path);
  other.exec('BEGIN IMMEDIATE');
  return sleep(ms).then(() => {
    other.exec('COMMIT');
    other.close();
  });
}

/** The bot's own connections as they are opened, because a page limit holds for one connection only. */
export function watchConnections() {
  const { pragma } = SqliteDatabase.prototype;
  const opened = new Map<string, Sqlite.Database>();
  SqliteDatabase.prototype.pragma = function watched(
    this: Sqlite.Database,
    ...given: Parameters<typeof pragma>
  ) {
    if (!this.readonly) opened.set(this.name, this);
    return pragma.apply(this, given);
  };
  return {
    of(path: string): Sqlite.Database {
      const found = opened.get(path);
      if (!found) throw new Error(`nobody opened ${path}`);
      return found;
    },
    stop() {
      SqliteDatabase.prototype.pragma = pragma;
    },
  };
}
