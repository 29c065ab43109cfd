import { createHash, randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseError } from '../../src/database/database-error.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { migrationsFolder, temporaryFolder } from '../support/database.ts';

let folder: string;
let remove: () => void;
let path: string;
const opened: Database[] = [];

beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  path = `${folder}/data/hearth.sqlite`;
});
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
  remove();
});

function open(more: { path?: string; synchronous?: 'full' | 'normal' } = {}): Database {
  const database = openDatabase({ path, migrationsFolder, ...more });
  opened.push(database);
  return database;
}

function problemWith(action: () => unknown): { problem: string; message: string } | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof DatabaseError) return { problem: error.problem, message: error.message };
    throw error;
  }
}

/** A closed data file with `count` jobs in it. */
function fill(count: number): void {
  const database = open();
  const insert = database.sqlite.prepare(
    `insert into jobs (kind, key, due_at, run_at, status) values ('note', ?, 0, 0, 'pending')`,
  );
  database.sqlite.transaction(() => {
    for (let key = 0; key < count; key += 1) insert.run(`${key} ${'x'.repeat(200)}`);
  })();
  database.close();
}

const jobCount = (database: Database) => database.sqlite.prepare('select count(*) from jobs').pluck().get();
const content = () => Object.fromEntries(['', '-wal'].map((end) => [end, read(path + end)]));
/** A digest of a file; looking may leave an empty WAL behind, which counts for none. */
const read = (file: string) =>
  existsSync(file) && statSync(file).size > 0
    ? createHash('sha256').update(readFileSync(file)).digest('hex')
    : 'nothing';

describe('opening the data file', () => {
  it('creates it with its folder, ready to use, and safe against a power loss', () => {
    const { sqlite } = open();
    const pragma = (name: string) => sqlite.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('secure_delete')).toBe(1);
    expect(pragma('trusted_schema')).toBe(0);
    expect(sqlite.prepare('select count(*) from jobs').pluck().get()).toBe(0);
  });

  it('can be told to care for crashes of the process only', () => {
    expect(open({ synchronous: 'normal' }).sqlite.pragma('synchronous', { simple: true })).toBe(1);
  });

  it('finds again what was stored', () => {
    fill(10);
    expect(jobCount(open())).toBe(10);
  });
});

describe('a second process on the same data', () => {
  it('is refused with what to do, and may start once the first has ended', () => {
    const first = open();
    const refused = problemWith(() => open());
    expect(refused).toEqual({ problem: 'locked', message: expect.stringContaining('Stop that one first') });
    expect(jobCount(first)).toBe(0);
    first.close();
    expect(existsSync(`${path}.lock`)).toBe(true);
    expect(problemWith(() => open())).toBeUndefined();
  });

  it('is refused also when it is another program in the middle of writing', () => {
    mkdirSync(`${folder}/data`);
    const other = new SqliteDatabase(path);
    other.exec('create table theirs (id); begin exclusive');
    expect(problemWith(() => open())?.problem).toBe('locked');
    other.exec('rollback');
    other.close();
    expect(problemWith(() => open())).toBeUndefined();
  });
});

describe('a damaged file is refused and left byte for byte as it was', () => {
  const damages: Record<string, () => void> = {
    'with 1,000 random bytes turned': () => {
      const bytes = readFileSync(path);
      const random = randomBytes(4_000);
      for (let index = 0; index < 4_000; index += 4) {
        const at = random.readUInt32LE(index) % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      }
      writeFileSync(path, bytes);
    },
    'of a file format that does not exist': () => writeFileSync(path, readFileSync(path).fill(0xfd, 18, 20)),
    'with a broken first page': () => writeFileSync(path, readFileSync(path).fill(0xaa, 100, 3_000)),
    'cut in half': () => truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096),
    'that is something else altogether': () => writeFileSync(path, 'id;name\n1;Ada\n'.repeat(1_000)),
  };

  it.each(Object.keys(damages))('%s', (name) => {
    fill(2_000);
    damages[name]?.();
    const before = content();
    expect(problemWith(() => open())).toEqual({
      problem: 'corrupt',
      message: expect.stringContaining('left as it is'),
    });
    expect(content()).toEqual(before);
    expect(problemWith(() => open())?.problem).toBe('corrupt');
  });

  it('together with what was not yet moved into it', () => {
    const database = open();
    database.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    database.sqlite.exec(
      `insert into jobs (kind, key, due_at, run_at, status) values ('a', 'b', 0, 0, 'dead')`,
    );
    const copy = `${folder}/copy.sqlite`;
    copyFileSync(path, copy);
    copyFileSync(`${path}-wal`, `${copy}-wal`);
    const healthy = open({ path: copy });
    expect(jobCount(healthy)).toBe(1);
    healthy.close();

    const broken = `${folder}/broken.sqlite`;
    writeFileSync(broken, readFileSync(path).fill(0xaa, 100, 3_000));
    copyFileSync(`${path}-wal`, `${broken}-wal`);
    const before = [read(broken), read(`${broken}-wal`)];
    expect(problemWith(() => open({ path: broken }))?.problem).toBe('corrupt');
    expect([read(broken), read(`${broken}-wal`)]).toEqual(before);
  });
});

describe('a place that cannot be written is refused with what to check', () => {
  it.each([
    ['a folder stands in its place', () => mkdirSync(path, { recursive: true })],
    ['its folder is a file', () => writeFileSync(`${folder}/data`, '')],
  ])('because %s', (_, prepare) => {
    prepare();
    expect(problemWith(() => open())).toEqual({
      problem: 'not-writable',
      message: expect.stringContaining('permissions'),
    });
  });
});

it('a file of a newer version is refused and left as it was', () => {
  fill(3);
  const newer = new SqliteDatabase(path);
  newer.exec(`insert into __drizzle_migrations (hash, created_at) values ('of the future', 9999999999999)`);
  newer.close();
  const before = content();
  expect(problemWith(() => open())).toEqual({
    problem: 'newer-schema',
    message: expect.stringContaining('newer version'),
  });
  expect(content()).toEqual(before);
});
