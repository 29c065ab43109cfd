import type { Logger } from 'pino';
import type { JobDefinition, JobOutcome, JobQueue, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD, onceOf, undelivered } from '../../jobs/deliveries.ts';
import { keepShown } from '../../jobs/keep-shown.ts';
import { type CloseJobParts, createCloseJob } from './close-job.ts';
import { POLL_NOTICE, POLL_PURGE, POLL_REFRESH, POLL_REPEAT, POLL_THREAD } from './job-kinds.ts';
import type { CreatorNotice } from './ports.ts';
import { createPostJob, type PostJobParts } from './post-job.ts';

export interface PollJobParts extends PostJobParts, CloseJobParts {
  log: Logger;
  /** Different in every process: what a former one handed to its live editor may never have been shown. */
  processId: string;
  /** Messages of polls that the live editor was not allowed to edit: what they show is out of date. */
  behind: Set<string>;
}

const HOUR = 3_600_000;
const PURGE_EVERY = 6 * HOUR;

export function createPollJobs(parts: PollJobParts): readonly JobDefinition[] {
  return [
    createPostJob(parts),
    createCloseJob(parts),
    { kind: POLL_REFRESH, maxAttempts: NEVER_DEAD, run: (job) => refresh(parts, job) },
    { kind: POLL_THREAD, run: (job) => openThread(parts, job) },
    { kind: POLL_REPEAT, maxAttempts: NEVER_DEAD, run: (job) => repeat(parts, job) },
    { kind: POLL_NOTICE, maxAttempts: 3, run: (job) => tellCreator(parts, job) },
    { kind: POLL_PURGE, maxAttempts: NEVER_DEAD, run: (job) => purge(parts, job) },
  ];
}

/** Queues what has to be there from the first start on. A write; may be repeated at every start. */
export function queuePollUpkeep(jobs: JobQueue, now: number): void {
  jobs.enqueue({ kind: POLL_PURGE, key: 'drafts', runAt: now });
}

function refresh(parts: PollJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, behind } = parts;
  const { pollId } = job.payload as { pollId: number };
  const messageId = work.find(pollId, job.now)?.poll.messageId;
  const poll = {
    progress: () => work.progress(pollId, job.now),
    behind: messageId !== undefined && behind.has(messageId),
    async show(open: boolean) {
      if (open) messages.refresh(pollId);
      const state = open ? undefined : work.find(pollId, job.now);
      // Its end is shown by the job that closes it.
      if (state?.phase !== 'open' || messageId === undefined) return undefined;
      const shown = await messages.finish(state);
      if (shown.kind !== 'forbidden') behind.delete(messageId);
      return shown.kind === 'sent' || shown.kind === 'gone' ? undefined : undelivered(shown, job);
    },
    settle: (version: number) => work.settleRefresh(pollId, version),
  };
  return keepShown(job, poll, parts);
}

async function openThread(
  { work, messages, writer }: PollJobParts,
  job: JobRun<unknown>,
): Promise<JobOutcome> {
  const { pollId } = job.payload as { pollId: number };
  const state = work.find(pollId, job.now);
  if (state?.phase !== 'open' || state.poll.messageId === undefined || state.poll.threadId !== undefined) {
    return { kind: 'done' };
  }
  const delivery = await messages.openThread(state);
  if (delivery.kind !== 'sent') return undelivered(delivery, job);
  await writer.write(() => work.threadOpened(pollId, delivery.threadId));
  return { kind: 'done' };
}

async function repeat({ work, writer, log }: PollJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { seriesId, occurrence } = job.payload as { seriesId: number; occurrence: number };
  const { next, pollId, skipped } = await writer.write(() =>
    work.repeat(seriesId, occurrence, job.dueAt, job.now),
  );
  if (skipped > 0)
    log.warn({ seriesId, skipped, pollId }, 'repeating polls were skipped, they came too late');
  if (!next) return { kind: 'done' };
  return { kind: 'again', at: next.at, payload: { seriesId, occurrence: next.occurrence } };
}

async function tellCreator({ work, messages }: PollJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const payload = job.payload as { pollId: number; notice: CreatorNotice['kind']; reason?: string };
  const poll = work.find(payload.pollId, job.now)?.poll;
  if (!poll) return { kind: 'done' };
  const { notice: kind, reason = '' } = payload;
  await messages.tellCreator(kind === 'cannot-post' ? { kind, poll, reason } : { kind, poll }, onceOf(job));
  return { kind: 'done' };
}

async function purge({ work, writer, log }: PollJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const deleted = await writer.write(() => work.purgeDrafts(job.now));
  if (deleted > 0) log.debug({ deleted }, 'old poll drafts deleted');
  return { kind: 'again', at: job.now + PURGE_EVERY };
}
