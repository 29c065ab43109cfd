import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { openDatabase } from '../../src/database/open.ts';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { migrationsFolder, temporaryFolder } from '../support/database.ts';
import { fillLibrary, libraryMigrations, writeMigrations } from '../support/migrations.ts';
import { startProcess, type TestProcess } from '../support/process.ts';

const child = 'tests/support/storage-child.ts';
let folder: string;
let remove: () => void;
let path: string;
const processes: TestProcess[] = [];

beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  path = `${folder}/hearth.sqlite`;
});
afterEach(async () => {
  await Promise.all(processes.splice(0).map((running) => running.kill()));
  remove();
});

function start(...parameters: string[]): TestProcess {
  const started = startProcess(child, {}, ...parameters);
  processes.push(started);
  return started;
}

const open = (file = path) => openDatabase({ path: file, migrationsFolder });
const keysIn = (sqlite: Sqlite.Database) =>
  sqlite.prepare('select key from jobs order by id').pluck().all() as string[];
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('kill -9', () => {
  it('loses nothing that was acknowledged, whenever it comes', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      const writing = start('write', path, String(round * 1_000_000));
      await writing.line((line) => Number(line) >= round * 1_000_000 + 50);
      await sleep(Math.random() * 150);
      await writing.kill();
      acknowledged.push(...writing.lines.filter((line) => line !== ''));
      const database = open();
      const stored = new Set(keysIn(database.sqlite));
      expect(acknowledged.filter((key) => !stored.has(key))).toEqual([]);
      expect(database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
      database.close();
    }
    expect(acknowledged.length).toBeGreaterThan(250);
  });

  it('leaves no stale lock: a second process is refused while the first lives, and starts after', async () => {
    const first = start('hold', path);
    await first.line((line) => line === 'opened');
    expect(() => open()).toThrow('another process already works');
    await first.kill();
    const database = open();
    expect(keysIn(database.sqlite)).toEqual([]);
    database.close();
  });

  it('during an update of the schema: the next start does it again, and no row is lost', async () => {
    const [first, second] = libraryMigrations;
    const pristine = `${folder}/pristine.sqlite`;
    const sqlite = new SqliteDatabase(pristine);
    migrate(sqlite, writeMigrations(`${folder}/old`, [first]));
    sqlite.exec(fillLibrary);
    sqlite.close();
    const whole = writeMigrations(`${folder}/new`, [first, second]);
    const deadly = second.flatMap((statement, index) => [`SELECT killed(${index});`, statement]);
    const killing = writeMigrations(`${folder}/deadly`, [
      first,
      [...deadly, `SELECT killed(${second.length});`],
    ]);

    const points = Array.from({ length: second.length + 1 }, (_, point) => point);
    for (const point of points) {
      const copy = `${folder}/killed-${point}.sqlite`;
      copyFileSync(pristine, copy);
      const dying = start('migrate', copy, killing, String(point));
      expect(await dying.ended).toBe('SIGKILL');
      expect(dying.lines).toEqual([]);
      const survivor = new SqliteDatabase(copy);
      expect(survivor.prepare('select * from shelves').all()).toEqual([
        { id: 1, name: 'poems' },
        { id: 2, name: null },
      ]);
      migrate(survivor, whole);
      expect(survivor.prepare('select count(*) from books').pluck().get()).toBe(3);
      expect(survivor.prepare('select name from shelves').pluck().all()).toEqual(['poems', '']);
      survivor.close();
    }
  });
});

describe('a power loss', () => {
  it('at any frame of the log leaves a prefix of what was written, and the file opens', () => {
    const database = open();
    database.sqlite.pragma('wal_autocheckpoint = 0');
    database.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    const insert = database.sqlite.prepare(
      `insert into jobs (kind, key, due_at, run_at, status) values ('note', ?, 0, 0, 'dead')`,
    );
    const written = Array.from({ length: 12 }, (_, index) => String(index));
    for (const key of written) insert.run(key);
    const main = readFileSync(path);
    const log = readFileSync(`${path}-wal`);
    database.close();

    const frame = 24 + 4_096;
    const frames = (log.length - 32) / frame;
    expect(Number.isInteger(frames)).toBe(true);
    const found: number[] = [];
    for (let cut = 0; cut <= frames * 2; cut += 1) {
      // At every boundary, and in the middle of every frame.
      const torn = `${folder}/torn-${cut}/hearth.sqlite`;
      mkdirSync(`${folder}/torn-${cut}`);
      writeFileSync(torn, main);
      writeFileSync(`${torn}-wal`, log.subarray(0, 32 + Math.floor((cut * frame) / 2)));
      const survivor = open(torn);
      const keys = keysIn(survivor.sqlite);
      expect(keys).toEqual(written.slice(0, keys.length));
      found.push(keys.length);
      survivor.close();
    }
    expect(found[0]).toBe(0);
    expect(found.at(-1)).toBe(written.length);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });
});

describe('a file that cannot grow any more', () => {
  it('keeps exactly what was acknowledged, and whoever came too late was told', async () => {
    const filling = startProcess(child, { fileBlocks: 2_048 }, 'fill', path);
    processes.push(filling);
    expect(await filling.ended).toBe(0);
    const kept = filling.lines.filter((line) => line.startsWith('kept ')).map((line) => line.slice(5));
    const refused = filling.lines.filter((line) => line.startsWith('refused '));
    expect(kept.length).toBeGreaterThan(5);
    expect(new Set(refused.map((line) => line.split(' ')[2]))).toEqual(new Set(['failed']));
    const database = open();
    expect(keysIn(database.sqlite)).toEqual(kept);
    expect(database.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
  });
});
