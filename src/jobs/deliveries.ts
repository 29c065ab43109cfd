import type { Once, Undelivered } from '../shared/delivery.ts';
import type { JobOutcome, JobRun } from './define-job.ts';

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

export function onceOf({ nonce, mayHaveHappened }: JobRun<unknown>): Once {
  return { nonce, mayHaveHappened };
}
