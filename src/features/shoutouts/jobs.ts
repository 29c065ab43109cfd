import type { JobDefinition, JobOutcome, JobQueue, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD, onceOf, PATIENT_ATTEMPTS, undelivered } from '../../jobs/deliveries.ts';
import { badges } from './badge-jobs.ts';
import { calendarJobs } from './calendar-jobs.ts';
import { cannotPost, done, type ShoutoutJobParts, stillNeeded } from './job-parts.ts';
import { shoutoutJobs } from './ports.ts';

export function createShoutoutJobs(parts: ShoutoutJobParts): readonly JobDefinition[] {
  return [
    { kind: shoutoutJobs.card, maxAttempts: PATIENT_ATTEMPTS, run: (job) => card(parts, job) },
    { kind: shoutoutJobs.takeDown, maxAttempts: PATIENT_ATTEMPTS, run: (job) => takeDown(parts, job) },
    { kind: shoutoutJobs.badges, maxAttempts: PATIENT_ATTEMPTS, run: (job) => badges(parts, job) },
    ...calendarJobs(parts),
    { kind: shoutoutJobs.channelLost, maxAttempts: PATIENT_ATTEMPTS, run: (job) => channelLost(parts, job) },
    { kind: shoutoutJobs.purge, maxAttempts: NEVER_DEAD, run: (job) => purge(parts, job) },
  ];
}

/** Queues what has to be there from the first start on. A write; may be repeated at every start. */
export function queueShoutoutUpkeep(jobs: JobQueue, now: number): void {
  jobs.enqueue({ kind: shoutoutJobs.purge, key: 'shoutouts', runAt: now });
}

async function card(parts: ShoutoutJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, writer, shoutouts, isThere } = parts;
  const { shoutoutId } = job.payload as { shoutoutId: number };
  const shoutout = work.find(shoutoutId);
  if (!shoutout || shoutout.messageId !== undefined || shoutout.status !== 'given') return done;
  const { guildId, source } = shoutout;
  const { channelId } = work.settings(guildId);
  if (channelId === undefined) return { kind: 'parked', reason: 'there is no channel for shout-outs' };
  if (source && (await isThere(source.channelId, source.messageId)) === false) {
    const gone = { guildId, channelId: source.channelId, messageIds: [source.messageId], now: job.now };
    await writer.write(() => shoutouts.messagesGone(gone));
    return done;
  }
  const delivery = await messages.card(shoutout, channelId, onceOf(job));
  if (delivery.kind !== 'sent') {
    if (delivery.kind !== 'retry') await cannotPost(parts, job, { guildId, channelId, delivery });
    return undelivered(stillNeeded(delivery), job);
  }
  await writer.write(() => {
    work.posted(shoutoutId, { channelId, messageId: delivery.messageId });
    work.celebrated(work.milestonesOf(shoutoutId));
  });
  // Taken back while it was on its way.
  const now = work.find(shoutoutId);
  if (now && now.status !== 'given') await messages.takeDown(now, undefined);
  return done;
}

async function takeDown(parts: ShoutoutJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, writer } = parts;
  const { shoutoutId } = job.payload as { shoutoutId: number };
  const shoutout = work.find(shoutoutId);
  if (!shoutout || shoutout.status === 'given') return done;
  const delivery = await messages.takeDown(shoutout, work.settings(shoutout.guildId).channelId);
  if (delivery.kind === 'sent' || delivery.kind === 'gone') {
    if (shoutout.messageId !== undefined) await writer.write(() => work.cardGone(shoutoutId));
    return done;
  }
  return undelivered(delivery, job);
}

/** Whatever waits for a channel, they are told once. */
async function channelLost(
  { work, messages, log }: ShoutoutJobParts,
  job: JobRun<unknown>,
): Promise<JobOutcome> {
  const { guildId } = job.payload as { guildId: string };
  if (work.settings(guildId).channelId !== undefined) return done;
  log.warn({ guild: guildId }, 'the channel for shout-outs was deleted');
  const told = await messages.trouble(guildId, (t) => t('shoutouts.trouble.noChannel'), job.nonce);
  return told.kind === 'retry' ? undelivered(told, job) : done;
}

const PURGE_EVERY = 6 * 3_600_000;

async function purge({ work, writer, log }: ShoutoutJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const deleted = await writer.write(() => work.purge(job.now));
  if (deleted > 0) log.debug({ deleted }, 'old drafts of shout-outs deleted');
  return { kind: 'again', at: job.now + PURGE_EVERY };
}
