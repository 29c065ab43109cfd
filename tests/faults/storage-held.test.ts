import type Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createGroupWriter } from '../../src/database/group-writer.ts';
import { openDatabase } from '../../src/database/open.ts';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { StorageError } from '../../src/database/writer.ts';
import { systemMonotonic } from '../../src/platform/monotonic.ts';
import { migrationsFolder, temporaryFolder } from '../support/database.ts';

const keysIn = (sqlite: Sqlite.Database) => sqlite.prepare('select key from jobs').pluck().all() as string[];
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** 50 votes a second, while somebody else holds the file for `ms`. */
async function heldFor(ms: number) {
  const { folder, remove } = temporaryFolder();
  const path = `${folder}/hearth.sqlite`;
  const database = openDatabase({ path, migrationsFolder });
  const writer = createGroupWriter(database.sqlite, { monotonic: systemMonotonic });
  const insert = database.sqlite.prepare(
    `insert into jobs (kind, key, due_at, run_at, status) values ('note', ?, 0, 0, 'dead')`,
  );
  const other = new SqliteDatabase(path);
  const kept: string[] = [];
  const refused: string[] = [];
  const vote = async (key: string): Promise<void> => {
    try {
      await writer.write(() => insert.run(key));
      kept.push(key);
    } catch (error) {
      expect(error).toBeInstanceOf(StorageError);
      expect(error).toMatchObject({ failure: 'busy' });
      refused.push(key);
    }
  };
  const votes: Promise<void>[] = [];
  const voting = setInterval(() => votes.push(vote(String(votes.length))), 20);
  await sleep(100);
  other.exec('BEGIN IMMEDIATE');
  const before = keysIn(other).length;
  await sleep(ms);
  const during = keysIn(other).length;
  other.exec('COMMIT');
  await sleep(100);
  clearInterval(voting);
  await Promise.all(votes);
  await vote('after');
  const stored = keysIn(other);
  other.close();
  await writer.close();
  database.close();
  remove();
  return { kept, refused, stored, storedWhileHeld: during - before };
}

describe.concurrent('another program that holds the file', () => {
  it('for 2 s costs nobody their vote', async ({ expect }) => {
    const { kept, refused, stored, storedWhileHeld } = await heldFor(2_000);
    expect(storedWhileHeld).toBe(0);
    expect(refused).toEqual([]);
    expect(kept.length).toBeGreaterThan(50);
    expect(stored.toSorted()).toEqual(kept.toSorted());
  });

  it('for 10 s: whoever could not wait is told, nothing is half written, and then all goes on', async ({
    expect,
  }) => {
    const { kept, refused, stored, storedWhileHeld } = await heldFor(10_000);
    expect(storedWhileHeld).toBe(0);
    expect(refused.length).toBeGreaterThan(50);
    expect(kept.at(-1)).toBe('after');
    expect(stored.toSorted()).toEqual(kept.toSorted());
  });
});
