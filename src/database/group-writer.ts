import type Sqlite from 'better-sqlite3';
import type { Monotonic } from '../platform/monotonic.ts';
import { type GroupResult, groupRunner } from './group.ts';
import { StorageError, type Writer } from './writer.ts';

export interface GroupWriterOptions {
  monotonic: Monotonic;
  /**
   * Real ms that a work waits while another process holds the file, before it fails as `busy`. Default 2,200:
   * whoever pressed still hears of it as the first answer, before the router would defer.
   */
  patienceMs?: number;
  /** Real ms between two tries to begin while the file is held. Default 20. */
  retryMs?: number;
  /** A group ends after so many real ms of work, so that heartbeats get their turn. Default 10. */
  groupMs?: number;
  /** A group ends after so many works. Default 500. */
  groupSize?: number;
  /**
   * Makes what is committed durable, off the main thread; nobody is told before it resolves. Left out, a commit
   * is as durable as the connection's `synchronous` makes it.
   */
  sync?: () => Promise<void>;
  /**
   * `sync` failed. What was committed can neither be taken back nor be vouched for, and after a failed fsync the
   * kernel may call the next one a success without having written; so nothing is taken any more, and the process
   * has to end. Called once.
   */
  onSyncFailed?: (error: unknown) => void;
}

interface Queued {
  queuedAt: number;
  run(): void;
  /** Tells the outcome of `run`; after the commit. */
  settle(): void;
  fail(error: StorageError): void;
}

/**
 * Collects the works of one turn of the event loop, or of the time that a sync takes, and runs them in one
 * transaction. Nothing is held open across turns. While another process holds the file, it tries again without
 * blocking.
 */
export function createGroupWriter(sqlite: Sqlite.Database, options: GroupWriterOptions): Writer {
  const { monotonic, patienceMs = 2_200, retryMs = 20, groupMs = 10, groupSize = 500 } = options;
  const runGroup = groupRunner(sqlite, { monotonic, groupMs, groupSize });
  let queue: Queued[] = [];
  let scheduled = false;
  let closed = false;
  let broken = false;
  let untold = 0;
  let syncing = false;
  const whenIdle: (() => void)[] = [];

  const schedule = (waitMs: number): void => {
    // What is committed during a sync could be told only after the next one: it waits, and more works share both.
    if (scheduled || syncing) return;
    scheduled = true;
    if (waitMs > 0) setTimeout(flush, waitMs);
    else setImmediate(flush);
  };

  const flush = (): void => {
    scheduled = false;
    const result = runGroup(queue);
    if (result.kind === 'busy') giveUpOnImpatient();
    else settleFirst(result);
    if (queue.length > 0) schedule(result.kind === 'busy' ? retryMs : 0);
    tellIfIdle();
  };

  const tellIfIdle = (): void => {
    if (queue.length === 0 && untold === 0) for (const tell of whenIdle.splice(0)) tell();
  };

  const settleFirst = (result: Exclude<GroupResult, { kind: 'busy' }>): void => {
    const ran = queue.slice(0, result.ran);
    queue = queue.slice(result.ran);
    if (result.kind === 'failed') for (const work of ran) work.fail(result.error);
    else if (options.sync) void settleOnceDurable(ran, options.sync());
    else for (const work of ran) work.settle();
  };

  const settleOnceDurable = async (ran: readonly Queued[], durable: Promise<void>): Promise<void> => {
    untold += ran.length;
    syncing = true;
    try {
      await durable;
      for (const work of ran) work.settle();
    } catch (error) {
      for (const work of ran) work.fail(new StorageError('uncertain', { cause: error }));
      stopTaking(error);
    }
    syncing = false;
    untold -= ran.length;
    if (queue.length > 0) schedule(0);
    tellIfIdle();
  };

  const stopTaking = (error: unknown): void => {
    for (const work of queue.splice(0)) work.fail(new StorageError('failed', { cause: error }));
    if (!broken) options.onSyncFailed?.(error);
    broken = true;
  };

  const giveUpOnImpatient = (): void => {
    const oldest = monotonic() - patienceMs;
    const impatient = queue.filter((work) => work.queuedAt <= oldest);
    queue = queue.filter((work) => work.queuedAt > oldest);
    for (const work of impatient) work.fail(new StorageError('busy'));
  };

  return {
    async write(work) {
      if (closed || broken) throw new StorageError('failed', { cause: new Error('the writer is closed') });
      return new Promise((resolve, reject) => {
        queue.push(queued(work, monotonic(), resolve, reject));
        schedule(0);
      });
    },
    async close() {
      closed = true;
      if (queue.length + untold > 0) await new Promise<void>((resolve) => void whenIdle.push(resolve));
    },
  };
}

function queued<T>(
  work: () => T,
  queuedAt: number,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): Queued {
  let settle: () => void = () => {};
  return {
    queuedAt,
    fail: reject,
    settle: () => settle(),
    run() {
      try {
        const value = refusePromise(work());
        settle = () => resolve(value);
      } catch (error) {
        settle = () => reject(error);
        throw error;
      }
    },
  };
}

/**
 * An async work, or a query that was built and never run, would write outside the transaction or not at all:
 * better a loud bug than a quiet one.
 */
function refusePromise<T>(value: T): T {
  if (typeof value !== 'object' || value === null || !('then' in value)) return value;
  if (value instanceof Promise) value.catch(() => {});
  throw new TypeError('a work must be synchronous, but it returned a promise');
}
