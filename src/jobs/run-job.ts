import type { Logger } from 'pino';
import type { Clock } from '../platform/clock.ts';
import type { JobDefinition, JobOutcome, JobRun } from './define-job.ts';
import { jobNonce } from './nonce.ts';
import { retryDelay } from './outcome.ts';
import type { JobRow } from './repository.ts';

interface RunnerOptions {
  definitions: ReadonlyMap<string, JobDefinition>;
  clock: Clock;
  log: Logger;
  redact: (text: string) => string;
  /** Real ms after which a run counts as failed. */
  runMs: number;
}

/** Runs one claimed job and always has an outcome: whatever it throws is one more try. */
export function jobRunner({ definitions, clock, log, redact, runMs }: RunnerOptions) {
  return async (row: JobRow): Promise<JobOutcome> => {
    const definition = definitions.get(row.kind);
    if (!definition) return { kind: 'parked', reason: `nothing here runs jobs of the kind ${row.kind}` };
    try {
      const outcome = await withinTime(definition.run(toRun(row, clock.now())), runMs);
      return 'reason' in outcome ? { ...outcome, reason: redact(outcome.reason) } : outcome;
    } catch (error) {
      log.warn({ ...about(row), err: error }, 'job failed');
      return { kind: 'retry', at: clock.now() + retryDelay(row.attempts), reason: redact(messageOf(error)) };
    }
  };
}

/** What a log line says about a job. */
export const about = ({ kind, key, attempts }: JobRow) => ({ job: kind, key, attempt: attempts });

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function toRun(row: JobRow, now: number): JobRun<unknown> {
  return {
    payload: row.payload === null ? undefined : (JSON.parse(row.payload) as unknown),
    key: row.key,
    dueAt: row.dueAt,
    now,
    attempt: row.attempts,
    nonce: jobNonce(row.kind, row.key, row.dueAt),
    mayHaveHappened: row.tries > 1,
  };
}

async function withinTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${ms} ms`)), ms);
    timer.unref();
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
