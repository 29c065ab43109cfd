import { mkdirSync, writeFileSync } from 'node:fs';

/** Writes a folder as drizzle-kit would, one migration per list of statements, in the order of the list. */
export function writeMigrations(folder: string, migrations: readonly (readonly string[])[]): string {
  mkdirSync(`${folder}/meta`, { recursive: true });
  const entries = migrations.map((statements, idx) => {
    const tag = `000${idx}_step`;
    writeFileSync(`${folder}/${tag}.sql`, statements.join('\n--> statement-breakpoint\n'));
    return { idx, version: '6', when: 1_000 + idx, tag, breakpoints: true };
  });
  writeFileSync(`${folder}/meta/_journal.json`, JSON.stringify({ version: '7', dialect: 'sqlite', entries }));
  return folder;
}

/** Two tables, and as the second step the rebuild that drizzle-kit writes when a parent's column changes. */
export const libraryMigrations = [
  [
    'CREATE TABLE shelves (id integer PRIMARY KEY, name text) STRICT;',
    `CREATE TABLE books (id integer PRIMARY KEY, shelf_id integer NOT NULL,
       FOREIGN KEY (shelf_id) REFERENCES shelves(id) ON DELETE cascade) STRICT;`,
  ],
  [
    'PRAGMA foreign_keys=OFF;',
    `CREATE TABLE __new_shelves (id integer PRIMARY KEY, name text NOT NULL DEFAULT '') STRICT;`,
    `INSERT INTO __new_shelves (id, name) SELECT id, coalesce(name, '') FROM shelves;`,
    'DROP TABLE shelves;',
    'ALTER TABLE __new_shelves RENAME TO shelves;',
    'PRAGMA foreign_keys=ON;',
    'CREATE INDEX shelves_by_name ON shelves (name);',
  ],
] as const;

export const fillLibrary = `
  INSERT INTO shelves (id, name) VALUES (1, 'poems'), (2, NULL);
  INSERT INTO books (id, shelf_id) VALUES (1, 1), (2, 1), (3, 2);`;
