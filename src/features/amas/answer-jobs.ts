import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { onceOf, PATIENT_ATTEMPTS, undelivered } from '../../jobs/deliveries.ts';
import type { NotifyJob, StaffNoteJob } from './ama-queue.ts';
import type { Told } from './direct-views.ts';
import { type AmaJobParts, amaOf, DAY, done, SECOND, stillNeeded, tellTrouble } from './job-parts.ts';
import type { Ama } from './model.ts';
import { amaJobs } from './ports.ts';

/** What becomes of questions, and is told: answers, the transcript, what is still owed. */
export function answerJobs(parts: AmaJobParts): readonly JobDefinition[] {
  return [
    { kind: amaJobs.answer, maxAttempts: PATIENT_ATTEMPTS, run: (job) => answer(parts, job) },
    { kind: amaJobs.notify, maxAttempts: PATIENT_ATTEMPTS, run: (job) => notify(parts, job) },
    { kind: amaJobs.transcript, maxAttempts: PATIENT_ATTEMPTS, run: (job) => transcript(parts, job) },
    {
      kind: amaJobs.transcriptAgain,
      maxAttempts: PATIENT_ATTEMPTS,
      run: (job) => transcriptAgain(parts, job),
    },
    { kind: amaJobs.parked, maxAttempts: PATIENT_ATTEMPTS, run: (job) => parked(parts, job) },
    { kind: amaJobs.overdue, maxAttempts: PATIENT_ATTEMPTS, run: (job) => overdue(parts, job) },
    { kind: amaJobs.staffNote, maxAttempts: PATIENT_ATTEMPTS, run: (job) => note(parts, job) },
  ];
}

async function answer(parts: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, writer } = parts;
  const { questionId } = job.payload as { questionId: number };
  const question = work.question(questionId);
  const said = question?.answer;
  if (!said || said.messageId !== undefined) return done;
  const ama = await withThread(parts, work.find(question.amaId));
  if (!ama) return done;
  const delivery = await messages.answers.answer(ama, { question, answer: said }, onceOf(job));
  if (delivery.kind === 'sent') {
    await writer.write(() => work.answerPosted(questionId, delivery.messageId, job.now));
    return done;
  }
  if (delivery.kind !== 'retry') {
    const { channelId } = ama;
    const reason = delivery.kind === 'gone' ? 'the channel is gone' : delivery.reason;
    await tellTrouble(parts, job, { kind: 'cannot-post', ama, channelId, reason });
  }
  return undelivered(stillNeeded(delivery), job);
}

/** Where the thread was deleted it is opened again first, so that nothing that stands there is looked for elsewhere. */
async function withThread({ messages, work }: AmaJobParts, ama: Ama | undefined): Promise<Ama | undefined> {
  if (!ama || ama.threadId !== undefined) return ama;
  await messages.places.openThread(ama.id);
  return work.find(ama.id);
}

/** For so many tries an asker's message waits for the post that it leads to. */
const WAIT_FOR_POST = 10;

async function notify({ work, messages }: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { questionId, what } = job.payload as NotifyJob;
  const question = work.question(questionId);
  const ama = question && work.find(question.amaId);
  if (!ama || !question.notify) return done;
  const target = question.mergedInto === undefined ? undefined : work.question(question.mergedInto);
  const told: Told = { what, ama, question, target };
  if (!isStillTrue(told)) return done;
  const answered = (target ?? question).answer;
  if (what === 'answered' && answered?.messageId === undefined && job.attempt < WAIT_FOR_POST) {
    return { kind: 'retry', at: job.now + 2 * SECOND, reason: 'the answer is on its way' };
  }
  const delivery = await messages.direct.told(told, onceOf(job));
  // Who takes no direct messages, or has left, finds it under their own questions.
  return delivery.kind === 'retry' ? undelivered(delivery, job) : done;
}

/** It may have been answered since it was parked. */
function isStillTrue({ what, question, target }: Told): boolean {
  return (target ?? question).status === what;
}

async function transcript(parts: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { messages, writer, work } = parts;
  const known = amaOf(parts, job);
  if (known?.status !== 'closed' || known.transcriptMessageId !== undefined) return done;
  const ama = (await withThread(parts, known)) ?? known;
  const delivery = await messages.answers.transcript(ama, onceOf(job));
  if (delivery.kind === 'sent') {
    await writer.write(() => work.placed(ama.id, { transcriptMessageId: delivery.messageId }, job.now));
    return done;
  }
  if (delivery.kind !== 'retry') {
    const { channelId } = ama;
    const reason = delivery.kind === 'gone' ? 'the channel is gone' : delivery.reason;
    await tellTrouble(parts, job, { kind: 'cannot-post', ama, channelId, reason });
  }
  return undelivered(stillNeeded(delivery), job);
}

/** Where it cannot be edited, or is gone, the answer's own post says it. */
async function transcriptAgain(parts: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const ama = amaOf(parts, job);
  if (ama?.status !== 'closed' || ama.transcriptMessageId === undefined) return done;
  const delivery = await parts.messages.answers.transcriptAgain(ama);
  return delivery.kind === 'retry' ? undelivered(delivery, job) : done;
}

async function parked(parts: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { messages, writer, work } = parts;
  const ama = amaOf(parts, job);
  if (ama?.status !== 'closed') return done;
  const delivery = await messages.staff.parked(ama, onceOf(job));
  if (delivery.kind === 'nothing') return done;
  if (delivery.kind !== 'sent') return undelivered(stillNeeded(delivery), job);
  const { messageId } = delivery;
  if (messageId !== ama.parkedMessageId) {
    await writer.write(() => work.placed(ama.id, { parkedMessageId: messageId }, job.now));
  }
  return done;
}

const REMIND_EVERY = 7 * DAY;

async function overdue(parts: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const ama = amaOf(parts, job);
  if (ama?.status !== 'closed') return done;
  const delivery = await parts.messages.staff.overdue(ama, onceOf(job));
  if (delivery.kind === 'nothing') return done;
  if (delivery.kind !== 'sent') return undelivered(stillNeeded(delivery), job);
  return { kind: 'again', at: job.now + REMIND_EVERY };
}

async function note(parts: AmaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { eventId } = job.payload as StaffNoteJob;
  const ama = amaOf(parts, job);
  const event = parts.work.event(eventId);
  if (!ama || !event) return done;
  const question = event.questionId === undefined ? undefined : parts.work.question(event.questionId);
  const delivery = await parts.messages.staff.note({ kind: 'event', ama, event, question }, onceOf(job));
  if (delivery.kind === 'sent' || delivery.kind === 'nothing') return done;
  return undelivered(delivery, job);
}
