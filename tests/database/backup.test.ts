import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupTo } from '../../src/database/backup.ts';
import { createGroupWriter } from '../../src/database/group-writer.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import { systemMonotonic } from '../../src/platform/monotonic.ts';
import { migrationsFolder, temporaryFolder } from '../support/database.ts';

let folder: string;
let remove: () => void;
let database: Database;
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  database = openDatabase({ path: `${folder}/hearth.sqlite`, migrationsFolder });
});
afterEach(() => {
  database.close();
  remove();
});

const insert = (key: string) =>
  database.sqlite
    .prepare(`insert into jobs (kind, key, due_at, run_at, status) values ('note', ?, 0, 0, 'dead')`)
    .run(key);
const keysIn = (sqlite: Sqlite.Database) => sqlite.prepare('select key from jobs order by id').pluck().all();

describe('a backup', () => {
  it('of the running database opens as one, with all that was committed', async () => {
    const writer = createGroupWriter(database.sqlite, { monotonic: systemMonotonic });
    await writer.write(() => insert('before'));
    const copy = `${folder}/backup.sqlite`;
    backupTo(database.sqlite, copy);
    await writer.write(() => insert('after'));
    const restored = openDatabase({ path: copy, migrationsFolder });
    expect(keysIn(restored.sqlite)).toEqual(['before']);
    expect(restored.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    restored.close();
    expect(keysIn(database.sqlite)).toEqual(['before', 'after']);
  });

  it('never overwrites anything', () => {
    const copy = `${folder}/backup.sqlite`;
    writeFileSync(copy, 'precious');
    expect(() => backupTo(database.sqlite, copy)).toThrow('never overwrites');
    expect(existsSync(`${copy}.unfinished`)).toBe(false);
  });

  it('that fails leaves nothing behind that looks like one', () => {
    const before = readdirSync(folder).sort();
    expect(() => backupTo(database.sqlite, `${folder}/missing/backup.sqlite`)).toThrow();
    expect(readdirSync(folder).sort()).toEqual(before);
  });
});
