import type Sqlite from 'better-sqlite3';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import { DatabaseError } from './database-error.ts';

/** Drizzle's own table, so that its tools go on understanding the file. */
const createHistory = `CREATE TABLE IF NOT EXISTS __drizzle_migrations (
  id SERIAL PRIMARY KEY,
  hash text NOT NULL,
  created_at numeric
)`;

/**
 * Brings the schema up to date in one transaction: after a kill at any statement the file is as before and the
 * next start does it again. Drizzle's own migrator is not used, because it rebuilds tables while foreign keys
 * are on (ON DELETE CASCADE then empties their children), and skips a migration that is older than the newest
 * applied one.
 *
 * Throws DatabaseError `newer-schema` when the file was written by a newer version, `migration-failed` when a
 * statement fails or leaves rows that refer to nothing.
 */
export function migrate(sqlite: Sqlite.Database, migrationsFolder: string): void {
  const known = readMigrationFiles({ migrationsFolder });
  const applied = appliedMigrations(sqlite);
  refuseNewerSchema(known, applied, sqlite.name);
  const pending = known.filter((migration) => !applied.has(migration.folderMillis));
  if (pending.length === 0) return;
  // Inside a transaction this pragma does nothing, hence here.
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite.transaction(() => apply(sqlite, pending)).immediate();
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(
      'migration-failed',
      `${sqlite.name} could not be brought up to date and was left as it was.`,
      { cause: error },
    );
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}

function appliedMigrations(sqlite: Sqlite.Database): Set<number> {
  const history = sqlite
    .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE name = '__drizzle_migrations'`)
    .get();
  if (!history) return new Set();
  const rows = sqlite.prepare<[], { at: number }>('SELECT created_at AS at FROM __drizzle_migrations').all();
  return new Set(rows.map(({ at }) => at));
}

function refuseNewerSchema(known: readonly MigrationMeta[], applied: Set<number>, name: string): void {
  const newest = Math.max(...applied);
  if (applied.size === 0 || known.some((migration) => migration.folderMillis === newest)) return;
  throw new DatabaseError(
    'newer-schema',
    `${name} was last used by a newer version of Hearth. Start that version, or restore a backup from before.`,
  );
}

function apply(sqlite: Sqlite.Database, pending: readonly MigrationMeta[]): void {
  sqlite.exec(createHistory);
  const record = sqlite.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const migration of pending) {
    for (const statement of migration.sql) sqlite.exec(statement);
    record.run(migration.hash, migration.folderMillis);
  }
  const orphans = sqlite.pragma('foreign_key_check') as unknown[];
  if (orphans.length === 0) return;
  throw new DatabaseError(
    'migration-failed',
    `after the update of ${sqlite.name}, ${orphans.length} rows would refer to nothing; it was left as it was.`,
  );
}
