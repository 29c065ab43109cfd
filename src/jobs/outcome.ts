import type { JobOutcome } from './define-job.ts';
import type { JobChange, JobRow } from './repository.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Ms until the try after the `attempt`th: 1 s, 4 s, 16 s and so on up to an hour. */
export function retryDelay(attempt: number): number {
  return Math.min(hour, second * 4 ** (attempt - 1));
}

/** Ms for which a job is parked for the `times`th time in a row: 1 min, 2 min and so on up to 6 hours. */
export function parkDelay(times: number): number {
  return Math.min(6 * hour, minute * 2 ** (times - 1));
}

/** What the row says after a run; `over` when the job has ended and the row goes. Instants are UTC ms. */
export function afterRun(
  row: JobRow,
  outcome: JobOutcome,
  { now, maxAttempts }: { now: number; maxAttempts: number },
): JobChange | 'over' {
  const { runAt, dueAt, payload, attempts, tries } = row;
  const same = { runAt, dueAt, payload, attempts, tries, parks: 0, lastError: null };
  switch (outcome.kind) {
    case 'done':
      return 'over';
    case 'retry':
      return {
        ...same,
        status: attempts >= maxAttempts ? 'dead' : 'pending',
        runAt: outcome.at,
        lastError: outcome.reason,
      };
    case 'parked': {
      const parks = row.parks + 1;
      return {
        ...same,
        status: 'parked',
        runAt: now + parkDelay(parks),
        attempts: 0,
        parks,
        lastError: outcome.reason,
      };
    }
    case 'again':
      return {
        ...same,
        status: 'pending',
        runAt: outcome.at,
        dueAt: outcome.at,
        payload: outcome.payload === undefined ? payload : JSON.stringify(outcome.payload),
        attempts: 0,
        tries: 0,
      };
    default:
      return outcome satisfies never;
  }
}
