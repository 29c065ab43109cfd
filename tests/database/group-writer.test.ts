import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGroupWriter, type GroupWriterOptions } from '../../src/database/group-writer.ts';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { StorageError, type Writer } from '../../src/database/writer.ts';
import { systemMonotonic } from '../../src/platform/monotonic.ts';
import { UserError } from '../../src/shared/user-error.ts';
import { temporaryFolder } from '../support/database.ts';

function notebook() {
  const { folder, remove } = temporaryFolder();
  const statements: string[] = [];
  const path = `${folder}/notes.sqlite`;
  const sqlite = new SqliteDatabase(path, { verbose: (statement) => statements.push(String(statement)) });
  sqlite.pragma('journal_mode = WAL');
  sqlite.exec('create table notes (id integer primary key, text blob) strict');
  const other = new SqliteDatabase(path, { timeout: 0 });
  const insert = sqlite.prepare('insert into notes (id, text) values (?, ?)');
  const stored = other.prepare('select id from notes order by id').pluck();
  const writers: Writer[] = [];
  return {
    sqlite,
    /** A second connection, as another process would have. */
    other,
    note: (id: number, text: string | Buffer | null = null) => insert.run(id, text),
    /** What anybody else sees, hence only what was committed. */
    stored: () => stored.all(),
    commits: () => statements.filter((statement) => statement === 'COMMIT').length,
    writer(options: Partial<GroupWriterOptions> = {}) {
      const writer = createGroupWriter(sqlite, { monotonic: systemMonotonic, ...options });
      writers.push(writer);
      return writer;
    },
    async close() {
      await Promise.all(writers.map((writer) => writer.close()));
      other.close();
      sqlite.close();
      remove();
    },
  };
}

let notes: ReturnType<typeof notebook>;
beforeEach(() => {
  notes = notebook();
});
afterEach(() => notes.close());

const failures = (results: PromiseSettledResult<unknown>[]) =>
  results.map((result) =>
    result.status === 'rejected' && result.reason instanceof StorageError
      ? result.reason.failure
      : result.status,
  );

describe('what is written in one turn', () => {
  it('shares one commit, after which each hears its own answer', async () => {
    const writer = notes.writer();
    const answers = [1, 2, 3].map((id) =>
      writer.write(() => {
        notes.note(id);
        return `note ${id}`;
      }),
    );
    expect({ stored: notes.stored(), commits: notes.commits() }).toEqual({ stored: [], commits: 0 });
    await expect(Promise.all(answers)).resolves.toEqual(['note 1', 'note 2', 'note 3']);
    expect({ stored: notes.stored(), commits: notes.commits() }).toEqual({ stored: [1, 2, 3], commits: 1 });
  });

  it('is committed before anybody is told', async () => {
    const writer = notes.writer();
    const seenWhenTold = await Promise.all(
      [1, 2].map((id) => writer.write(() => notes.note(id)).then(notes.stored)),
    );
    expect(seenWhenTold).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('is undone alone where a work refuses or fails', async () => {
    const writer = notes.writer();
    const results = await Promise.allSettled([
      writer.write(() => notes.note(1)),
      writer.write(() => {
        notes.note(2);
        throw new UserError('polls.refusals.closed');
      }),
      writer.write(() => notes.note(1)),
      writer.write(() => notes.note(3)),
    ]);
    expect(results[1]).toMatchObject({ reason: { code: 'polls.refusals.closed' } });
    expect(results[2]).toMatchObject({ reason: { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' } });
    expect(notes.stored()).toEqual([1, 3]);
    expect(notes.commits()).toBe(1);
  });

  it('may hold transactions of its own', async () => {
    const writer = notes.writer();
    const orm = drizzle(notes.sqlite);
    const table = sqliteTable('notes', { id: integer('id') });
    await writer.write(() => {
      orm.transaction((inner) => inner.insert(table).values({ id: 1 }).run());
      try {
        orm.transaction((inner) => {
          inner.insert(table).values({ id: 2 }).run();
          inner.rollback();
        });
      } catch {
        notes.note(3);
      }
    });
    expect(notes.stored()).toEqual([1, 3]);
  });

  it('is refused loudly where a work is not synchronous, with nothing kept of it', async () => {
    const writer = notes.writer();
    const orm = drizzle(notes.sqlite);
    const table = sqliteTable('notes', { id: integer('id') });
    const late = writer.write(async () => {
      notes.note(1);
      await Promise.reject(new Error('later'));
    });
    const neverRun = writer.write(() => orm.insert(table).values({ id: 2 }));
    await expect(late).rejects.toThrow('must be synchronous');
    await expect(neverRun).rejects.toThrow('must be synchronous');
    expect(notes.stored()).toEqual([]);
  });

  it('leaves room for heartbeats: a group ends after so many works or so much time', async () => {
    const bySize = notes.writer({ groupSize: 2 });
    await Promise.all([1, 2, 3, 4, 5].map((id) => bySize.write(() => notes.note(id))));
    expect(notes.commits()).toBe(3);
    let now = 0;
    const byTime = notes.writer({ monotonic: () => now, groupMs: 10 });
    await Promise.all(
      [6, 7, 8, 9].map((id) =>
        byTime.write(() => {
          now += 6;
          notes.note(id);
        }),
      ),
    );
    expect(notes.commits()).toBe(5);
    expect(notes.stored()).toHaveLength(9);
  });

  it('that come during a sync share the next commit, and nobody waits for anything else', async () => {
    const syncs: (() => void)[] = [];
    const sync = () => new Promise<void>((resolve) => void syncs.push(resolve));
    const writer = notes.writer({ sync });
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    const told: number[] = [];
    const write = (id: number) => writer.write(() => notes.note(id)).then(() => told.push(id));
    const first = write(1);
    await turn();
    const others = [2, 3, 4].map(async (id) => {
      await turn();
      return write(id);
    });
    await turn();
    await turn();
    expect([notes.commits(), syncs.length, told]).toEqual([1, 1, []]);
    syncs[0]?.();
    await first;
    await turn();
    expect([notes.commits(), syncs.length, told]).toEqual([2, 2, [1]]);
    syncs[1]?.();
    await Promise.all(others);
    expect(told).toEqual([1, 2, 3, 4]);
    await writer.close();
  });
});

describe('while another process holds the file', () => {
  it('works wait without blocking the process, and are kept when it lets go', async () => {
    const writer = notes.writer({ retryMs: 1 });
    notes.other.exec('BEGIN IMMEDIATE');
    const answer = writer.write(() => notes.note(1));
    const answeredWhileHeld = await Promise.race([
      answer.then(() => true),
      new Promise((resolve) => setTimeout(() => resolve(false), 30)),
    ]);
    expect(answeredWhileHeld).toBe(false);
    notes.other.exec('COMMIT');
    await answer;
    expect(notes.stored()).toEqual([1]);
  });

  it('works that waited too long are refused as busy, not half written; later ones are kept', async () => {
    const writer = notes.writer({ retryMs: 1, patienceMs: 20 });
    notes.other.exec('BEGIN IMMEDIATE');
    const results = await Promise.allSettled([1, 2].map((id) => writer.write(() => notes.note(id))));
    expect(failures(results)).toEqual(['busy', 'busy']);
    notes.other.exec('COMMIT');
    expect(notes.stored()).toEqual([]);
    await writer.write(() => notes.note(3));
    expect(notes.stored()).toEqual([3]);
  });
});

describe('when the storage itself fails', () => {
  const big = Buffer.alloc(200_000);

  it('everyone in the group hears that the disk is full, and later works are kept when there is space', async () => {
    const writer = notes.writer();
    await writer.write(() => notes.note(1));
    notes.sqlite.pragma('max_page_count = 10');
    const results = await Promise.allSettled([
      writer.write(() => notes.note(2)),
      writer.write(() => notes.note(3, big)),
      writer.write(() => notes.note(4)),
    ]);
    expect(failures(results)).toEqual(['full', 'full', 'fulfilled']);
    expect(notes.stored()).toEqual([1, 4]);
    notes.sqlite.pragma('max_page_count = 100000');
    await writer.write(() => notes.note(3, big));
    expect(notes.stored()).toEqual([1, 3, 4]);
  });

  it('everyone hears it also where a work swallowed the error', async () => {
    const writer = notes.writer();
    notes.sqlite.pragma('max_page_count = 10');
    const results = await Promise.allSettled([
      writer.write(() => notes.note(1)),
      writer.write(() => {
        try {
          notes.note(2, big);
        } catch {
          notes.sqlite.exec('ROLLBACK');
        }
      }),
    ]);
    expect(failures(results)).toEqual(['failed', 'failed']);
    expect(notes.stored()).toEqual([]);
  });

  it('a commit that fails keeps nothing, and the next one works', async () => {
    const writer = notes.writer();
    notes.sqlite.pragma('foreign_keys = ON');
    notes.sqlite.exec(
      'create table replies (note integer references notes (id) deferrable initially deferred) strict',
    );
    const results = await Promise.allSettled([
      writer.write(() => notes.note(1)),
      writer.write(() => notes.sqlite.exec('insert into replies values (99)')),
      writer.write(() => {
        throw new UserError('polls.refusals.closed');
      }),
    ]);
    expect(failures(results)).toEqual(['failed', 'failed', 'failed']);
    expect(notes.stored()).toEqual([]);
    await writer.write(() => notes.note(2));
    expect(notes.stored()).toEqual([2]);
  });
});

it('closing commits what is queued and refuses what comes later', async () => {
  const writer = notes.writer();
  const answer = writer.write(() => notes.note(1));
  await writer.close();
  expect(notes.stored()).toEqual([1]);
  await answer;
  await expect(writer.write(() => notes.note(2))).rejects.toBeInstanceOf(StorageError);
  expect(notes.stored()).toEqual([1]);
});
