import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD, onceOf, PATIENT_ATTEMPTS } from '../../jobs/deliveries.ts';
import { CALLED_AT_ONCE } from './announcement-views.ts';
import { type AmaJobParts, amaOf, done, SECOND } from './job-parts.ts';
import type { Ama } from './model.ts';
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

interface RemindJob {
  amaId: number;
  /** Who takes no direct messages: mentioned together with all the others at last. */
  missed?: readonly string[];
  /** The message before may have arrived all the same: it is looked for. */
  unsure?: boolean;
  /** Runs that ended in the middle. */
  interrupted?: number;
}
/** Then somebody whom no message reaches is mentioned with the others. */
const MOST_INTERRUPTED = 5;

/**
 * Tells those who asked for it, a few a run, and notes it after each message: whoever comes after a crash looks for the
 * last one before sending it. Those who were not reached stay in the payload until they have been mentioned.
 */
async function remind(parts: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, writer } = parts;
  const payload = job.payload as RemindJob;
  const { amaId, missed = [], unsure = false, interrupted = 0 } = payload;
  const ama = amaOf({ work }, job);
  if (ama?.status !== 'scheduled' && ama?.status !== 'live') return done;
  const people = work
    .toRemind(amaId, AT_ONCE + missed.length)
    .filter((userId) => !missed.includes(userId))
    .slice(0, AT_ONCE);
  if (people.length === 0) return mentionMissed(parts, job, ama);
  const mayHaveHappened = unsure || onceOf(job).mayHaveHappened;
  const unreached: string[] = [];
  for (const [index, userId] of people.entries()) {
    const told = await messages.direct.remind(ama, userId, {
      nonce: `${job.nonce}${index}`,
      mayHaveHappened,
    });
    if (told.kind === 'sent') await writer.write(() => work.reminded(amaId, userId));
    else if (told.kind === 'retry' && interrupted < MOST_INTERRUPTED) {
      const again = { amaId, missed: [...missed, ...unreached], unsure: true, interrupted: interrupted + 1 };
      return { kind: 'again', at: job.now + (told.after ?? SECOND), payload: again };
    } else unreached.push(userId);
  }
  return { kind: 'again', at: job.now, payload: { amaId, missed: [...missed, ...unreached] } };
}

async function mentionMissed(
  { work, messages, writer }: AmaJobParts,
  job: JobRun<unknown>,
  ama: Ama,
): Promise<JobOutcome> {
  const { amaId, missed = [] } = job.payload as RemindJob;
  if (missed.length === 0) return done;
  const called = missed.slice(0, CALLED_AT_ONCE);
  const delivery = await messages.direct.remindTogether(ama, called, onceOf(job));
  if (delivery.kind === 'retry') return { kind: 'retry', at: job.now + SECOND, reason: delivery.reason };
  await writer.write(() => called.forEach((userId) => work.reminded(amaId, userId)));
  const rest = missed.slice(CALLED_AT_ONCE);
  return rest.length === 0 ? done : { kind: 'again', at: job.now, payload: { amaId, missed: rest } };
}

const PURGE_EVERY = 6 * 3_600_000;

async function purge({ work, writer, log }: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const deleted = await writer.write(() => work.purge(job.now));
  if (deleted > 0) log.debug({ deleted }, 'old drafts and pictures of AMAs deleted');
  return { kind: 'again', at: job.now + PURGE_EVERY };
}
