import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD, onceOf, PATIENT_ATTEMPTS, undelivered, wasParked } from '../../jobs/deliveries.ts';
import { keepShown } from '../../jobs/keep-shown.ts';
import type { Undelivered } from '../../shared/delivery.ts';
import type { MovedJob } from './ama-queue.ts';
import { type AmaJobParts, amaOf, done, SECOND, stillNeeded, tellTrouble } from './job-parts.ts';
import type { Ama } from './model.ts';
import { isOpen, type Obstacle } from './place-messages.ts';
import { amaJobs } from './ports.ts';

/** What stands in channels: posted where it is missing, and kept up to date. */
export function placeJobs(parts: AmaJobParts): readonly JobDefinition[] {
  return [
    { kind: amaJobs.places, maxAttempts: PATIENT_ATTEMPTS, run: (job) => post(parts, job) },
    { kind: amaJobs.event, maxAttempts: PATIENT_ATTEMPTS, run: (job) => syncEvent(parts, job) },
    { kind: amaJobs.refresh, maxAttempts: NEVER_DEAD, run: (job) => refresh(parts, job) },
    { kind: amaJobs.askButton, run: (job) => askAgain(parts, job) },
    { kind: amaJobs.moved, run: (job) => clearMoved(parts, job) },
  ];
}

/** Never lost: where there is no way to post it now, it waits, and staff is told once. */
async function post(parts: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const ama = amaOf(parts, job);
  if (!ama) return done;
  const obstacles = await parts.messages.places.ensure(ama.id, onceOf(job));
  // What was changed while it was on its way.
  parts.messages.places.refresh(ama);
  return (await afterObstacles(parts, ama, obstacles, job)) ?? done;
}

/** Where there is no thread, answers stand in the channel: that is no reason to try for ever. */
async function afterObstacles(
  parts: AmaJobParts,
  ama: Ama,
  obstacles: readonly Obstacle[],
  job: JobRun<unknown>,
): Promise<JobOutcome | undefined> {
  for (const { what, channelId, delivery } of obstacles) {
    if (delivery.kind === 'retry') continue;
    const reason = delivery.kind === 'gone' ? 'the channel is gone' : delivery.reason;
    await tellTrouble(parts, job, { kind: `cannot-${what}`, ama, channelId, reason });
  }
  const first = obstacles.find(({ what, delivery }) => what === 'post' || delivery.kind === 'retry');
  return first && undelivered(stillNeeded(first.delivery), job);
}

/** The event's description leads to the announcement: for so many tries it waits for it. */
const WAIT_FOR_PLACE = 5;

async function syncEvent(parts: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const ama = amaOf(parts, job);
  if (!ama) return done;
  const first = ama.eventId === undefined && ama.messageId === undefined;
  if (first && ama.status === 'scheduled' && job.attempt < WAIT_FOR_PLACE) {
    return { kind: 'retry', at: job.now + SECOND, reason: 'the announcement is on its way' };
  }
  const delivery = await parts.messages.event.sync(ama, onceOf(job));
  if (delivery.kind === 'sent' || delivery.kind === 'nothing') return done;
  if (delivery.kind === 'forbidden') {
    const { reason } = delivery;
    await tellTrouble(parts, job, {
      kind: 'cannot-event',
      ama,
      channelId: ama.stageId ?? ama.channelId,
      reason,
    });
  }
  return undelivered(delivery, job);
}

function refresh(parts: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, behind } = parts;
  const { amaId } = job.payload as { amaId: number };
  const late = livePlaces(work.find(amaId)).filter((messageId) => behind.has(messageId));
  const shown = {
    progress: () => work.progress(amaId),
    behind: late.length > 0,
    async show(open: boolean) {
      const obstacles = await messages.places.ensure(amaId, onceOf(job));
      const ama = work.find(amaId);
      if (!ama) return undefined;
      // While people press, the live editor has the last word; otherwise the edit is made certain here.
      if (open && isOpen(ama)) messages.places.refresh(ama);
      const outcomes = open && isOpen(ama) ? [] : await messages.places.finish(ama);
      const undone = outcomes.find((each): each is Undelivered => each.kind !== 'sent');
      if (undone?.kind !== 'forbidden') for (const messageId of late) behind.delete(messageId);
      const instead = await afterObstacles(parts, ama, obstacles, job);
      if (instead) return instead;
      if (undone?.kind === 'forbidden' && !wasParked(job)) {
        const { reason } = undone;
        await tellTrouble(parts, job, { kind: 'cannot-post', ama, channelId: ama.channelId, reason });
      }
      return undone && undelivered(undone, job);
    },
    settle: (version: number) => work.settleRefresh(amaId, version),
  };
  return keepShown(job, shown, parts);
}

/** The messages that a live editor keeps up to date. */
function livePlaces(ama: Ama | undefined): string[] {
  const ids = [ama?.messageId, ama?.airMessageId, ama?.panelMessageId, ama?.queueMessageId];
  return ids.filter((id) => id !== undefined);
}

async function askAgain({ work, messages }: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const ama = amaOf({ work }, job);
  if (!ama || (ama.status !== 'scheduled' && ama.status !== 'live')) return done;
  const delivery = await messages.places.askAgain(ama, onceOf(job));
  // The announcement has its own button: nobody waits for this one.
  return delivery.kind === 'retry' ? undelivered(delivery, job) : done;
}

/** Where it cannot be cleared, it is only out of date: its buttons still lead to the AMA. */
async function clearMoved({ work, messages }: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const left = job.payload as MovedJob;
  const ama = work.find(left.amaId);
  // It may have come back.
  if (!ama || livePlaces(ama).includes(left.messageId)) return done;
  const delivery = await messages.moved.clear(ama, left);
  return delivery.kind === 'retry' ? undelivered(delivery, job) : done;
}
