import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD, onceOf, PATIENT_ATTEMPTS } from '../../jobs/deliveries.ts';
import { CALLED_AT_ONCE } from './announcement-views.ts';
import { type AmaJobParts, amaOf, done, SECOND } from './job-parts.ts';
import { amaJobs, type Due } from './ports.ts';

/** What happens by the clock. */
export function timeJobs(parts: AmaJobParts): readonly JobDefinition[] {
  const { work } = parts;
  return [
    { kind: amaJobs.start, maxAttempts: NEVER_DEAD, run: (job) => due(parts, job, work.startDue) },
    { kind: amaJobs.end, maxAttempts: NEVER_DEAD, run: (job) => due(parts, job, work.endDue) },
    { kind: amaJobs.grace, maxAttempts: NEVER_DEAD, run: (job) => due(parts, job, work.graceDue) },
    { kind: amaJobs.remind, maxAttempts: PATIENT_ATTEMPTS, run: (job) => remind(parts, job) },
    { kind: amaJobs.purge, maxAttempts: NEVER_DEAD, run: (job) => purge(parts, job) },
  ];
}

async function due(
  { messages, writer }: AmaJobParts,
  job: JobRun<unknown>,
  happen: (amaId: number, now: number) => Due,
): Promise<JobOutcome> {
  const { amaId } = job.payload as { amaId: number };
  const outcome = await writer.write(() => happen(amaId, job.now));
  if (outcome.kind === 'later') return { kind: 'again', at: outcome.at };
  if (outcome.kind === 'done') messages.places.refresh(outcome.ama);
  return done;
}

/** Messages of one run; others of the process are on time then. */
const AT_ONCE = 20;

/**
 * Tells those who asked for it, a few a run. Who takes no direct messages is kept in the payload, which survives a
 * crash, and mentioned together with all the others at last.
 */
async function remind({ work, messages, writer }: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { amaId, missed = [] } = job.payload as { amaId: number; missed?: string[] };
  const ama = amaOf({ work }, job);
  if (ama?.status !== 'scheduled' && ama?.status !== 'live') return done;
  const people = work.toRemind(amaId, AT_ONCE);
  if (people.length > 0) {
    const unreached: string[] = [];
    for (const [index, userId] of people.entries()) {
      await writer.write(() => work.reminded(amaId, userId));
      const once = { nonce: `${job.nonce}${index}`, mayHaveHappened: false };
      const told = await messages.direct.remind(ama, userId, once);
      if (told.kind !== 'sent') unreached.push(userId);
    }
    return { kind: 'again', at: job.now, payload: { amaId, missed: [...missed, ...unreached] } };
  }
  if (missed.length === 0) return done;
  const called = await messages.direct.remindTogether(ama, missed.slice(0, CALLED_AT_ONCE), onceOf(job));
  if (called.kind === 'retry') return { kind: 'retry', at: job.now + SECOND, reason: called.reason };
  const rest = missed.slice(CALLED_AT_ONCE);
  return rest.length === 0 ? done : { kind: 'again', at: job.now, payload: { amaId, missed: rest } };
}

const PURGE_EVERY = 6 * 3_600_000;

async function purge({ work, writer, log }: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const deleted = await writer.write(() => work.purge(job.now));
  if (deleted > 0) log.debug({ deleted }, 'old drafts and pictures of AMAs deleted');
  return { kind: 'again', at: job.now + PURGE_EVERY };
}
