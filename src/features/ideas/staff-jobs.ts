import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { onceOf, PATIENT_ATTEMPTS, undelivered } from '../../jobs/deliveries.ts';
import type { StaffNoteJob } from './idea-queue.ts';
import { DAY, type IdeaJobParts } from './job-parts.ts';
import type { Idea, IdeaEvent } from './model.ts';
import type { StaffNote } from './note-views.ts';
import { ideaJobs } from './ports.ts';
import { IDEA_TROUBLE, type Trouble } from './trouble.ts';

/** What staff reads: cases, reminders, notes. */
export function staffJobs(parts: IdeaJobParts): readonly JobDefinition[] {
  return [
    { kind: ideaJobs.caseCard, maxAttempts: PATIENT_ATTEMPTS, run: (job) => showCase(parts, job) },
    { kind: ideaJobs.overdue, maxAttempts: PATIENT_ATTEMPTS, run: (job) => remind(parts, job) },
    { kind: ideaJobs.staffNote, maxAttempts: PATIENT_ATTEMPTS, run: (job) => note(parts, job) },
    { kind: IDEA_TROUBLE, maxAttempts: PATIENT_ATTEMPTS, run: (job) => tellTrouble(parts, job) },
  ];
}

const noChannel = { kind: 'parked', reason: 'there is no channel for staff' } as const;
const done = { kind: 'done' } as const;

async function showCase(
  { ideas, work, messages, writer }: IdeaJobParts,
  job: JobRun<unknown>,
): Promise<JobOutcome> {
  const { caseId, ideaId } = job.payload as { caseId: number; ideaId: number };
  const idea = work.find(ideaId);
  const review = ideas.caseOf(ideaId);
  if (!idea || review?.id !== caseId) return done;
  const delivery = await messages.staff.showCase({ idea, review }, onceOf(job));
  if (delivery.kind === 'no-channel') return review.closedAt === undefined ? noChannel : done;
  if (delivery.kind !== 'sent') return undelivered(delivery, job);
  if (delivery.at.messageId !== review.messageId) {
    await writer.write(() => work.casePosted(caseId, delivery.at));
  }
  return done;
}

const REMIND_EVERY = 7 * DAY;

async function remind({ work, messages, writer }: IdeaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { caseId } = job.payload as { caseId: number };
  const late = work.overdue(caseId, job.now);
  if (!late) return done;
  const delivery = await messages.staff.remind(late, onceOf(job));
  if (delivery.kind === 'no-channel') return noChannel;
  if (delivery.kind !== 'sent') return undelivered(delivery, job);
  await writer.write(() => work.escalated(caseId, job.now));
  return { kind: 'again', at: job.now + REMIND_EVERY };
}

async function note(parts: IdeaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { ideaId, what, eventId } = job.payload as StaffNoteJob;
  const idea = parts.work.find(ideaId);
  const about = idea && noteAbout(parts, idea, what, parts.work.event(eventId));
  if (!idea || !about) return done;
  const delivery = await parts.messages.staff.note(idea.guildId, about, onceOf(job));
  if (delivery.kind === 'no-channel') return noChannel;
  return delivery.kind === 'sent' ? done : undelivered(delivery, job);
}

function noteAbout(
  { ideas, settingsOf }: IdeaJobParts,
  idea: Idea,
  what: StaffNoteJob['what'],
  event: IdeaEvent | undefined,
): StaffNote | undefined {
  if (what === 'queued') {
    return { kind: what, idea, event, categories: settingsOf(idea.guildId).categories };
  }
  if (what === 'lost') return { kind: what, idea, event };
  if (!event) return undefined;
  if (what !== 'merge') return { kind: what, idea, event };
  const merge = ideas.mergeById(Number(event.detail['merge']));
  return merge && { kind: what, idea, event, merge };
}

async function tellTrouble({ work, messages, log }: IdeaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const trouble = job.payload as Trouble;
  const { guildId } = trouble;
  log.warn(trouble, 'ideas need help from the server');
  const about = troubleNote(trouble, work.find);
  if (!about) return done;
  const delivery = await messages.staff.note(guildId, about, onceOf(job));
  // Where staff has no channel, the log has it.
  if (delivery.kind === 'no-channel' || delivery.kind === 'sent') return done;
  return undelivered(delivery, job);
}

function troubleNote(trouble: Trouble, find: (ideaId: number) => Idea | undefined): StaffNote | undefined {
  if (!('ideaId' in trouble)) return { ...trouble, kind: trouble.what } as StaffNote;
  const idea = find(trouble.ideaId);
  return idea && ({ ...trouble, kind: trouble.what, idea } as StaffNote);
}
