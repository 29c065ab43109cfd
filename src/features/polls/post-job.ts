import type { Writer } from '../../database/writer.ts';
import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { onceOf, PATIENT_ATTEMPTS, undelivered, wasParked } from '../../jobs/deliveries.ts';
import { POLL_POST } from './job-kinds.ts';
import type { PollMessages } from './ports.ts';
import type { PollWork } from './work-service.ts';

export interface PostJobParts {
  work: PollWork;
  messages: PollMessages;
  writer: Writer;
}

/** Posts a poll, once, when it opens. */
export function createPostJob(parts: PostJobParts): JobDefinition {
  return { kind: POLL_POST, maxAttempts: PATIENT_ATTEMPTS, run: (job) => post(parts, job) };
}

async function post({ work, messages, writer }: PostJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { pollId } = job.payload as { pollId: number };
  const due = await writer.write(() => work.openDue(pollId, job.now));
  if (due.kind === 'nothing') return { kind: 'done' };
  if (due.kind === 'later') return { kind: 'again', at: due.at };
  const delivery = await messages.post(due.state, onceOf(job));
  if (delivery.kind === 'sent') {
    await writer.write(() => work.posted(pollId, delivery.messageId, job.now));
    return { kind: 'done' };
  }
  if (delivery.kind === 'gone') await writer.write(() => work.lost(pollId, 'channel-gone', job.now));
  if (delivery.kind === 'forbidden' && !wasParked(job)) {
    await writer.write(() => work.cannotPost(pollId, delivery.reason, job.now));
  }
  return undelivered(delivery, job);
}
