import type { Writer } from '../../database/writer.ts';
import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { onceOf, PATIENT_ATTEMPTS, undelivered } from '../../jobs/deliveries.ts';
import type { Delivery } from '../../shared/delivery.ts';
import { POLL_CLOSE } from './job-kinds.ts';
import type { PollMessages, PollState, SealedStore } from './ports.ts';
import type { PollWork } from './work-service.ts';

export interface CloseJobParts {
  work: PollWork;
  messages: PollMessages;
  sealed: SealedStore;
  writer: Writer;
}

const FLUSH_AGAIN_AFTER = 1_000;

/**
 * Closes a poll on time and makes its end visible, whoever ended it: the last edit of its message, then one
 * post with the result. The store comes first, so a poll whose message is gone is closed all the same.
 */
export function createCloseJob(parts: CloseJobParts): JobDefinition {
  return { kind: POLL_CLOSE, maxAttempts: PATIENT_ATTEMPTS, run: (job) => close(parts, job) };
}

async function close(parts: CloseJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, sealed, writer } = parts;
  const { pollId } = job.payload as { pollId: number };
  const due = await writer.write(() => work.closeDue(pollId, job.now));
  if (due.kind === 'nothing') return { kind: 'done' };
  if (due.kind === 'later') return { kind: 'again', at: due.at };
  // Before anything is said about a sealed poll, so that what it says is true.
  if (due.state.poll.privacy === 'sealed' && !sealed.flush()) {
    return { kind: 'retry', at: job.now + FLUSH_AGAIN_AFTER, reason: 'the write-ahead log is in use' };
  }
  if (work.isFinished(pollId)) return { kind: 'done' };
  const delivery = await showEnd(parts, due.state, job);
  if (delivery.kind === 'gone') await writer.write(() => work.lost(pollId, 'message-gone', job.now));
  else if (delivery.kind !== 'sent') return undelivered(delivery, job);
  const stillOver = await writer.write(() => work.finished(pollId, job.now));
  // Reopened while its end was being shown: the message has to offer votes again.
  if (!stillOver) messages.refresh(pollId);
  return { kind: 'done' };
}

/** Nothing is shown for a poll that was never posted, or whose place is gone. */
async function showEnd(
  { messages }: CloseJobParts,
  state: PollState,
  job: JobRun<unknown>,
): Promise<Delivery> {
  const { messageId, status, closeReason } = state.poll;
  if (messageId === undefined || closeReason === 'lost') return { kind: 'sent' };
  const edited = await messages.finish(state);
  if (edited.kind !== 'sent' || status === 'cancelled') return edited;
  const announced = await messages.announce(state, onceOf(job));
  // The message was there a moment ago, so what is gone now is the place for the announcement.
  return announced.kind === 'gone' ? { kind: 'sent' } : announced;
}
