import type { Failure, Result } from '../../discord/failure.ts';
import type { JobOutcome, JobRun } from '../../jobs/define-job.ts';

/** What became of something for Discord. `sent` carries what the caller has to know about it. */
export type Delivery<T = object> =
  | ({ kind: 'sent' } & T)
  | { kind: 'gone' }
  | { kind: 'forbidden'; reason: string }
  | { kind: 'retry'; reason: string; after?: number };

export type Undelivered = Exclude<Delivery, { kind: 'sent' }>;

/** What makes a post happen once: the job's key for it, and whether a former try may have arrived. */
export interface Once {
  nonce: string;
  mayHaveHappened: boolean;
}

/** A body that Discord finds wrong waits like a missing permission: repeating it at once helps nobody. */
export function refused({ kind, reason, retryAfterMs }: Failure): Undelivered {
  switch (kind) {
    case 'gone':
      return { kind: 'gone' };
    case 'forbidden':
    case 'bug':
      return { kind: 'forbidden', reason };
    case 'retry':
      return { kind: 'retry', reason, ...(retryAfterMs === undefined ? {} : { after: retryAfterMs }) };
    default:
      return kind satisfies never;
  }
}

export function delivered(result: Result<unknown>): Delivery {
  return result.ok ? { kind: 'sent' } : refused(result.failure);
}

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 5 * 60_000;
/** Tries of a job that only Discord's absence can delay: with the growing wait about four days. */
export const PATIENT_ATTEMPTS = 1_200;
/** For jobs that come back for ever. */
export const NEVER_DEAD = 1_000_000;

/** What a job does about something that did not arrive. Gone things are not asked for again. */
export function undelivered(delivery: Undelivered, job: JobRun<unknown>): JobOutcome {
  switch (delivery.kind) {
    case 'gone':
      return { kind: 'done' };
    case 'forbidden':
      return { kind: 'parked', reason: delivery.reason };
    case 'retry': {
      const growing = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(job.attempt - 1, 10));
      return { kind: 'retry', at: job.now + (delivery.after ?? growing), reason: delivery.reason };
    }
    default:
      return delivery satisfies never;
  }
}

/** A parked job starts again at its first attempt: whoever has to know was told then. */
export function wasParked(job: JobRun<unknown>): boolean {
  return job.mayHaveHappened && job.attempt === 1;
}
