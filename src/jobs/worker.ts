import type { Logger } from 'pino';
import type { Writer } from '../database/writer.ts';
import type { Clock } from '../platform/clock.ts';
import { startTicker } from '../platform/ticker.ts';
import type { JobDefinition } from './define-job.ts';
import { takeInTurn } from './lanes.ts';
import { afterRun } from './outcome.ts';
import type { JobRepository, JobRow } from './repository.ts';
import { about, jobRunner } from './run-job.ts';

export interface JobWorkerOptions {
  repository: JobRepository;
  writer: Writer;
  clock: Clock;
  definitions: readonly JobDefinition[];
  log: Logger;
  /** Takes secrets out of what is kept as a job's last error. */
  redact: (text: string) => string;
  /** How many jobs run at once; most of them wait for Discord. Default 16. */
  atOnce?: number;
  /** How many of them in one lane. Default 2: while one waits for its answer, the next is made ready. */
  perLane?: number;
  /** Real ms between two looks at what is due. Default 250. */
  pollMs?: number;
  /** Real ms after which a run counts as failed, whatever it may still do. Default 5 min. */
  runMs?: number;
}

export interface JobWorker {
  /** Takes over what a former process left running, then works. Rejects with StorageError. */
  start(): Promise<void>;
  /** Looks for due jobs as soon as possible. Cheap; may be called inside a write and for every enqueue. */
  wake(): void;
  /** Starts nothing more and resolves when the runs under way have ended and are recorded. */
  stop(): Promise<void>;
}

const defaultMaxAttempts = 10;

/** Runs the jobs that are due by the clock. The instance lock guarantees that there is no other worker. */
export function createJobWorker(options: JobWorkerOptions): JobWorker {
  const { repository, writer, clock, log, atOnce = 16, perLane = 2, pollMs = 250 } = options;
  const definitions = new Map(options.definitions.map((definition) => [definition.kind, definition]));
  const runJob = jobRunner({ ...options, definitions, runMs: options.runMs ?? 5 * 60_000 });
  /** Each with its lane. */
  const running = new Map<Promise<void>, string | null>();
  let stopped = false;
  let ticker: ReturnType<typeof startTicker> | undefined;

  const startDue = async (): Promise<void> => {
    const free = atOnce - running.size;
    if (stopped || free <= 0) return;
    const due = takeInTurn((limit, full) => repository.due(clock.now(), limit, full), {
      free,
      perLane,
      running: running.values(),
    });
    if (due.length === 0) return;
    const rows = await writer.write(() => due.map(({ id }) => repository.claim(id)));
    for (const row of rows) if (row) start(row);
  };

  const start = (row: JobRow): void => {
    const run = runAndRecord(row).finally(() => {
      running.delete(run);
      ticker?.wake();
    });
    running.set(run, row.lane);
  };

  const runAndRecord = async (row: JobRow): Promise<void> => {
    const outcome = await runJob(row);
    const maxAttempts = definitions.get(row.kind)?.maxAttempts ?? defaultMaxAttempts;
    const change = afterRun(row, outcome, { now: clock.now(), maxAttempts });
    if (change !== 'over' && change.status === 'dead') {
      log.error({ ...about(row), reason: change.lastError }, 'job given up');
    }
    await record(row, () => (change === 'over' ? repository.finish(row) : repository.change(row, change)));
  };

  /** The effect has happened, so the record of it is tried until it succeeds or the process ends. */
  const record = async (row: JobRow, write: () => void): Promise<void> => {
    for (let delay = 250; ; delay = Math.min(5_000, delay * 2)) {
      try {
        return await writer.write(write);
      } catch (error) {
        log.warn({ ...about(row), err: error }, 'the outcome of a job could not be saved');
        if (stopped) return;
        await new Promise((resolve) => setTimeout(resolve, delay).unref());
      }
    }
  };

  return {
    async start() {
      await writer.write(() => repository.takeOver());
      ticker = startTicker({
        everyMs: pollMs,
        run: startDue,
        onError: (error) => log.warn({ err: error }, 'could not look for due jobs'),
      });
      ticker.wake();
    },
    wake: () => ticker?.wake(),
    async stop() {
      stopped = true;
      await ticker?.stop();
      await Promise.all(running.keys());
    },
  };
}
