import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type Sqlite from 'better-sqlite3';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { packageRoot } from '../../src/platform/package-root.ts';
import { migrationsFolder, temporaryFolder } from '../support/database.ts';
import { fillLibrary, libraryMigrations, writeMigrations } from '../support/migrations.ts';

let folder: string;
let remove: () => void;
let sqlite: Sqlite.Database;

beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  sqlite = new SqliteDatabase(`${folder}/library.sqlite`);
  sqlite.pragma('foreign_keys = ON');
});
afterEach(() => {
  sqlite.close();
  remove();
});

type Tables = Parameters<typeof generateSQLiteDrizzleJson>[0];
type Snapshot = Parameters<typeof generateSQLiteMigration>[0];

const [first, second] = libraryMigrations;
const dump = () => ({
  schema: sqlite.prepare('select sql from sqlite_schema order by name').pluck().all(),
  shelves: sqlite.prepare('select * from shelves').all(),
  books: sqlite.prepare('select * from books').all(),
});

describe('an update of the schema', () => {
  it('that rebuilds a table keeps the rows that refer to it', () => {
    migrate(sqlite, writeMigrations(`${folder}/old`, [first]));
    sqlite.exec(fillLibrary);
    const { books } = dump();
    expect(books).toHaveLength(3);
    migrate(sqlite, writeMigrations(`${folder}/new`, libraryMigrations));
    expect(dump().books).toEqual(books);
    expect(dump().shelves).toEqual([
      { id: 1, name: 'poems' },
      { id: 2, name: '' },
    ]);
    expect(sqlite.pragma('foreign_key_check')).toEqual([]);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('happens once, however often the process starts', () => {
    const all = writeMigrations(`${folder}/all`, libraryMigrations);
    migrate(sqlite, all);
    sqlite.exec(`INSERT INTO shelves (id, name) VALUES (1, 'poems')`);
    const before = dump();
    migrate(sqlite, all);
    expect(dump()).toEqual(before);
  });

  it('that would leave rows that refer to nothing is undone as a whole', () => {
    migrate(sqlite, writeMigrations(`${folder}/old`, [first]));
    sqlite.exec(fillLibrary);
    const before = dump();
    const careless = writeMigrations(`${folder}/new`, [first, ['DELETE FROM shelves WHERE id = 1;']]);
    expect(() => migrate(sqlite, careless)).toThrow('2 rows would refer to nothing');
    expect(dump()).toEqual(before);
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('that fails in the middle is undone as a whole, and succeeds once it is corrected', () => {
    migrate(sqlite, writeMigrations(`${folder}/old`, [first]));
    sqlite.exec(fillLibrary);
    const before = dump();
    const broken = writeMigrations(`${folder}/new`, [first, second, ['CREATE TABLE oops (']]);
    expect(() => migrate(sqlite, broken)).toThrow('left as it was');
    expect(dump()).toEqual(before);
    migrate(sqlite, writeMigrations(`${folder}/new`, libraryMigrations));
    expect(dump().books).toEqual(before.books);
  });

  it('by a step that is older than the newest one is made up for, not skipped', () => {
    const all = writeMigrations(`${folder}/all`, libraryMigrations);
    migrate(sqlite, writeMigrations(`${folder}/old`, [first]));
    sqlite.exec(`UPDATE __drizzle_migrations SET created_at = 1001`);
    expect(() => migrate(sqlite, all)).toThrow('could not be brought up to date');
    sqlite.exec('DROP TABLE books; DROP TABLE shelves');
    migrate(sqlite, all);
    expect(dump().shelves).toEqual([]);
  });
});

describe("Hearth's own tables", () => {
  it('are all strict about types', () => {
    migrate(sqlite, migrationsFolder);
    const lax = sqlite
      .prepare(
        `select name from pragma_table_list where strict = 0 and schema = 'main' and type = 'table' order by name`,
      )
      .pluck()
      .all();
    expect(lax).toEqual(['__drizzle_migrations', 'sqlite_schema', 'sqlite_sequence']);
  });

  it('are exactly what the migrations make: run `npm run migrations` after a change', async () => {
    const source = path.join(packageRoot(), 'src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
    const modules = await Promise.all(
      files
        .filter((file) => /(?:^|[/-])table\.ts$/u.test(path.basename(file)))
        .map((file) => import(pathToFileURL(path.join(source, file)).href) as Promise<object>),
    );
    const snapshots = readdirSync(`${migrationsFolder}/meta`).filter((name) =>
      name.endsWith('_snapshot.json'),
    );
    const newest = `${migrationsFolder}/meta/${snapshots.toSorted().at(-1)}`;
    const made = JSON.parse(readFileSync(newest, 'utf8')) as Snapshot;
    const wanted = await generateSQLiteDrizzleJson(Object.assign({}, ...modules) as Tables, made.id);
    expect(await generateSQLiteMigration(made, wanted)).toEqual([]);
  });
});
