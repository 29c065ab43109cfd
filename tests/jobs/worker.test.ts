import { drizzle } from 'drizzle-orm/better-sqlite3';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import type { JobDefinition, JobOutcome, JobRun } from '../../src/jobs/define-job.ts';
import { createJobQueue } from '../../src/jobs/queue.ts';
import { createJobRepository } from '../../src/jobs/repository.ts';
import { createJobWorker, type JobWorker } from '../../src/jobs/worker.ts';
import { fixedClock, migrationsFolder, openTestDatabase } from '../support/database.ts';

const day = 86_400_000;

function workshop() {
  const database = openTestDatabase();
  const clock = fixedClock();
  const repository = createJobRepository(database.orm);
  const workers: JobWorker[] = [];
  const queue = createJobQueue(repository, () => workers.at(-1)?.wake());
  const enqueue = (key: string, runAt = clock.now(), payload?: unknown, lane?: string) =>
    database.writer.write(() =>
      queue.enqueue({ kind: 'note', key, runAt, payload, ...(lane === undefined ? {} : { lane }) }),
    );
  return {
    ...database,
    clock,
    repository,
    queue,
    enqueue,
    rows: () => database.sqlite.prepare('select * from jobs order by id').all() as Record<string, unknown>[],
    async startWorker(run: JobDefinition['run'], more: Partial<JobDefinition> & { atOnce?: number } = {}) {
      const { atOnce, ...definition } = more;
      const worker = createJobWorker({
        repository,
        writer: database.writer,
        clock,
        definitions: [{ kind: 'note', run, ...definition }],
        log: pino({ level: 'silent' }),
        redact: (text) => text.replace('secret', '…'),
        pollMs: 5,
        ...(atOnce === undefined ? {} : { atOnce }),
      });
      workers.push(worker);
      await worker.start();
      return worker;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.stop()));
      await database.writer.close();
      database.close();
    },
  };
}

/** Long enough for several looks at the table. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 40));
const done: JobOutcome = { kind: 'done' };

describe('timed work', () => {
  let shop: ReturnType<typeof workshop>;
  beforeEach(() => {
    shop = workshop();
  });
  afterEach(() => shop.close());

  it('waits until its time by the clock, runs once, and is gone', async () => {
    const runs: JobRun<unknown>[] = [];
    const dueAt = shop.clock.now() + 90 * day;
    await shop.startWorker(async (run) => {
      runs.push(run);
      return done;
    });
    await shop.enqueue('poll 1', dueAt, { poll: 1 });
    await aWhile();
    expect(runs).toEqual([]);
    shop.clock.set(dueAt + 3);
    await vi.waitFor(() => expect(shop.rows()).toEqual([]));
    await aWhile();
    expect(runs).toEqual([
      {
        payload: { poll: 1 },
        key: 'poll 1',
        dueAt,
        now: dueAt + 3,
        attempt: 1,
        nonce: expect.stringMatching(/^.{1,25}$/),
        mayHaveHappened: false,
      },
    ]);
  });

  it('keeps one job for each kind and key: the latest payload and time win', async () => {
    await shop.enqueue('a', 5, 'old');
    await shop.enqueue('a', 7, 'new');
    expect(shop.rows()).toMatchObject([{ key: 'a', run_at: 7, due_at: 7, payload: '"new"', revision: 1 }]);
    await shop.writer.write(() => shop.queue.cancel('note', 'a'));
    expect(shop.rows()).toEqual([]);
  });

  it('is not put in when the use case that asked for it is refused', async () => {
    const refused = shop.writer.write(() => {
      shop.queue.enqueue({ kind: 'note', key: 'a', runAt: 0 });
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(shop.rows()).toEqual([]);
  });

  it('tries again later with the same nonce when it fails, and says that it may have happened', async () => {
    const runs: JobRun<unknown>[] = [];
    await shop.enqueue('a');
    await shop.startWorker(async (run) => {
      runs.push(run);
      if (runs.length < 3) throw new Error('no answer, secret');
      return done;
    });
    await vi.waitFor(() => expect(shop.rows()).toMatchObject([{ status: 'pending', attempts: 1 }]));
    expect(shop.rows()).toMatchObject([{ last_error: 'no answer, …', run_at: shop.clock.now() + 1_000 }]);
    shop.clock.advance(1_000);
    await vi.waitFor(() => expect(runs.length).toBe(2));
    await vi.waitFor(() => expect(shop.rows()).toMatchObject([{ run_at: shop.clock.now() + 4_000 }]));
    shop.clock.advance(4_000);
    await vi.waitFor(() => expect(shop.rows()).toEqual([]));
    expect(runs.map((run) => run.attempt)).toEqual([1, 2, 3]);
    expect(runs.map((run) => run.mayHaveHappened)).toEqual([false, true, true]);
    expect(new Set(runs.map((run) => run.nonce)).size).toBe(1);
  });

  it('becomes a dead letter after its last try, which an admin can see and send again', async () => {
    let works = false;
    const seen: boolean[] = [];
    await shop.enqueue('a');
    await shop.startWorker(
      async (run) => {
        seen.push(run.mayHaveHappened);
        return works ? done : { kind: 'retry', at: run.now, reason: 'Discord said no' };
      },
      { maxAttempts: 3 },
    );
    await vi.waitFor(() => expect(shop.rows()).toMatchObject([{ status: 'dead', attempts: 3 }]));
    const [letter] = shop.repository.stuck(10);
    expect(letter).toMatchObject({ kind: 'note', key: 'a', lastError: 'Discord said no' });
    works = true;
    await shop.writer.write(() => shop.repository.revive(letter?.id ?? 0, shop.clock.now()));
    await vi.waitFor(() => expect(shop.rows()).toEqual([]));
    expect(seen).toEqual([false, true, true, true]);
  });

  it('parks with a growing delay, never dies of it, and shows why', async () => {
    let lifted = false;
    await shop.enqueue('a');
    await shop.startWorker(
      async () => (lifted ? done : { kind: 'parked', reason: 'Send Messages is missing' }),
      { maxAttempts: 1 },
    );
    for (const minutes of [1, 2, 4, 8]) {
      const runAt = shop.clock.now() + minutes * 60_000;
      await vi.waitFor(() => expect(shop.rows()).toMatchObject([{ status: 'parked', run_at: runAt }]));
      expect(shop.repository.stuck(10)).toMatchObject([{ lastError: 'Send Messages is missing' }]);
      shop.clock.set(runAt);
    }
    lifted = true;
    shop.clock.advance(day);
    await vi.waitFor(() => expect(shop.rows()).toEqual([]));
  });

  it('comes again at its next occurrence, with a fresh nonce, and late work happens once', async () => {
    const runs: JobRun<unknown>[] = [];
    const first = shop.clock.now();
    await shop.enqueue('digest', first, { week: 1 });
    shop.clock.advance(21 * day);
    await shop.startWorker(async (run) => {
      runs.push(run);
      return { kind: 'again', at: first + (21 + 7 * runs.length) * day, payload: { week: runs.length + 1 } };
    });
    await vi.waitFor(() => expect(shop.rows()).toMatchObject([{ status: 'pending', attempts: 0, tries: 0 }]));
    await aWhile();
    expect(runs.length).toBe(1);
    shop.clock.advance(7 * day);
    await vi.waitFor(() => expect(runs.length).toBe(2));
    expect(runs[1]).toMatchObject({
      payload: { week: 2 },
      dueAt: first + 28 * day,
      attempt: 1,
      mayHaveHappened: false,
    });
    expect(runs[1]?.nonce).not.toBe(runs[0]?.nonce);
  });

  it('never runs twice at once for a key, and a wish during a run is not lost', async () => {
    let atOnce = 0;
    let most = 0;
    const seen: unknown[] = [];
    const release: (() => void)[] = [];
    await shop.startWorker(async ({ payload }) => {
      most = Math.max(most, (atOnce += 1));
      seen.push(payload);
      await new Promise<void>((resolve) => void release.push(resolve));
      atOnce -= 1;
      return done;
    });
    await shop.enqueue('a', shop.clock.now(), 1);
    await vi.waitFor(() => expect(seen).toEqual([1]));
    await shop.enqueue('a', shop.clock.now(), 2);
    await shop.enqueue('a', shop.clock.now(), 3);
    await aWhile();
    expect(seen).toEqual([1]);
    release[0]?.();
    await vi.waitFor(() => expect(seen).toEqual([1, 3]));
    release[1]?.();
    await vi.waitFor(() => expect(shop.rows()).toEqual([]));
    expect(most).toBe(1);
  });

  it('cancelled during its run does not come back, and a later wish for it waits for the end', async () => {
    const seen: unknown[] = [];
    const release: (() => void)[] = [];
    await shop.startWorker(async ({ payload }) => {
      seen.push(payload);
      await new Promise<void>((resolve) => void release.push(resolve));
      return { kind: 'again', at: shop.clock.now() };
    });
    await shop.enqueue('a', shop.clock.now(), 1);
    await vi.waitFor(() => expect(seen).toEqual([1]));
    await shop.writer.write(() => shop.queue.cancel('note', 'a'));
    await shop.enqueue('a', shop.clock.now(), 2);
    await aWhile();
    expect(seen).toEqual([1]);
    release[0]?.();
    await vi.waitFor(() => expect(seen).toEqual([1, 2]));
    await shop.writer.write(() => shop.queue.cancel('note', 'a'));
    expect(shop.rows()).toMatchObject([{ status: 'cancelled' }]);
    release[1]?.();
    await vi.waitFor(() => expect(shop.rows()).toEqual([]));
    await aWhile();
    expect(seen).toEqual([1, 2]);
  });

  it('runs no more at once than allowed, however many are due', async () => {
    let atOnce = 0;
    let most = 0;
    let finished = 0;
    await Promise.all(Array.from({ length: 100 }, (_, index) => shop.enqueue(`poll ${index}`)));
    expect(shop.rows().length).toBe(100);
    await shop.startWorker(
      async () => {
        most = Math.max(most, (atOnce += 1));
        await new Promise((resolve) => setTimeout(resolve, 1));
        atOnce -= 1;
        finished += 1;
        return done;
      },
      { atOnce: 8 },
    );
    await vi.waitFor(() => expect(shop.rows()).toEqual([]), 5_000);
    expect({ most, finished }).toEqual({ most: 8, finished: 100 });
  });

  it('of one channel, however many and however slow, do not hold up those of another', async () => {
    const seen: string[] = [];
    const release: (() => void)[] = [];
    for (let i = 0; i < 200; i += 1) await shop.enqueue(`busy ${i}`, i, undefined, 'busy channel');
    await shop.enqueue('quiet', 1_000, undefined, 'quiet channel');
    await shop.enqueue('nowhere', 1_001);
    await shop.startWorker(
      async ({ key }) => {
        seen.push(key);
        if (key.startsWith('busy')) await new Promise<void>((resolve) => void release.push(resolve));
        return done;
      },
      { atOnce: 8 },
    );
    await vi.waitFor(() => expect(seen).toEqual(['busy 0', 'busy 1', 'quiet', 'nowhere']));
    // The busy channel goes on in its order, two at once.
    await aWhile();
    expect(seen).toHaveLength(4);
    release.shift()?.();
    await vi.waitFor(() => expect(seen.slice(4)).toEqual(['busy 2']));
    // Let the rest end, so that the worker can stop.
    const ending = setInterval(() => release.splice(0).forEach((go) => go()), 1);
    await vi.waitFor(() => expect(shop.rows()).toEqual([]), 5_000);
    clearInterval(ending);
  });

  it('of a former process is taken over at once, knowing that it may have happened', async () => {
    await shop.enqueue('a');
    await shop.enqueue('b');
    await shop.writer.write(() => {
      for (const { id } of shop.repository.due(shop.clock.now(), 10)) shop.repository.claim(id);
      shop.queue.cancel('note', 'b');
    });
    expect(shop.rows()).toMatchObject([{ status: 'running' }, { status: 'cancelled' }]);
    const runs: JobRun<unknown>[] = [];
    await shop.startWorker(async (run) => {
      runs.push(run);
      return done;
    });
    await vi.waitFor(() => expect(shop.rows()).toEqual([]));
    expect(runs).toMatchObject([{ key: 'a', attempt: 2, mayHaveHappened: true }]);
  });

  it('under way is waited for at shutdown, and nothing new starts', async () => {
    const seen: string[] = [];
    const release: (() => void)[] = [];
    const worker = await shop.startWorker(
      async ({ key }) => {
        seen.push(key);
        await new Promise<void>((resolve) => void release.push(resolve));
        return done;
      },
      { atOnce: 1 },
    );
    await shop.enqueue('a');
    await shop.enqueue('b');
    await vi.waitFor(() => expect(seen).toEqual(['a']));
    const stopped = worker.stop();
    release[0]?.();
    await stopped;
    expect(seen).toEqual(['a']);
    expect(shop.rows()).toMatchObject([{ key: 'b', status: 'pending', tries: 0 }]);
  });

  it('of a kind that this version does not know is parked, not lost', async () => {
    await shop.startWorker(async () => done);
    await shop.writer.write(() => shop.queue.enqueue({ kind: 'newer', key: 'x', runAt: 0 }));
    await vi.waitFor(() => expect(shop.rows()).toMatchObject([{ kind: 'newer', status: 'parked' }]));
  });

  it('that never ends is given up and tried again', async () => {
    await shop.enqueue('a');
    const worker = createJobWorker({
      repository: shop.repository,
      writer: shop.writer,
      clock: shop.clock,
      definitions: [{ kind: 'note', run: () => new Promise(() => {}) }],
      log: pino({ level: 'silent' }),
      redact: (text) => text,
      pollMs: 5,
      runMs: 20,
    });
    await worker.start();
    await vi.waitFor(() =>
      expect(shop.rows()).toMatchObject([{ status: 'pending', last_error: 'no end after 20 ms' }]),
    );
    await worker.stop();
  });
});

it('looking for due jobs reads an index, however many jobs there are', () => {
  const statements: string[] = [];
  const sqlite = new SqliteDatabase(':memory:', {
    verbose: (statement) => statements.push(String(statement)),
  });
  migrate(sqlite, migrationsFolder);
  createJobRepository(drizzle(sqlite)).due(5, 8);
  const plan = sqlite.prepare(`explain query plan ${statements.at(-1)}`).all() as { detail: string }[];
  expect(plan.map(({ detail }) => detail).filter((detail) => /\bjobs\b/.test(detail))).toEqual([
    expect.stringContaining('jobs_due'),
  ]);
});
