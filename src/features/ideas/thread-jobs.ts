import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD, onceOf, PATIENT_ATTEMPTS, undelivered, wasParked } from '../../jobs/deliveries.ts';
import type { Undelivered } from '../../shared/delivery.ts';
import { type IdeaJobParts, MINUTE } from './job-parts.ts';
import type { Idea } from './model.ts';
import { ideaJobs } from './ports.ts';

/** Discord takes 100 names in `allowed_mentions`; with the words, 80 fit into a message. */
const PINGED = 80;

/** What is told where people talk about an idea, and what its author gets when it ships. */
export function threadJobs(parts: IdeaJobParts): readonly JobDefinition[] {
  return [
    { kind: ideaJobs.news, maxAttempts: PATIENT_ATTEMPTS, run: (job) => tell(parts, job) },
    { kind: ideaJobs.receipt, maxAttempts: PATIENT_ATTEMPTS, run: (job) => receipt(parts, job) },
    { kind: ideaJobs.role, maxAttempts: PATIENT_ATTEMPTS, run: (job) => role(parts, job) },
    { kind: ideaJobs.consent, maxAttempts: PATIENT_ATTEMPTS, run: (job) => consent(parts, job) },
    { kind: ideaJobs.purge, maxAttempts: NEVER_DEAD, run: (job) => purge(parts, job) },
  ];
}

const open: ReadonlySet<Idea['status']> = new Set(['gathering', 'in-review', 'planned', 'in-progress']);

/** An open idea without a place is being posted, or posted again: then it is worth waiting. */
function isWaitingForItsPlace({ channelId, status }: Idea): boolean {
  return channelId === undefined && open.has(status);
}

async function tell(parts: IdeaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, writer } = parts;
  const { ideaId } = job.payload as { ideaId: number };
  const news = work.news(ideaId, PINGED);
  const newest = news?.events.at(-1);
  if (!news || !newest) return { kind: 'done' };
  if (isWaitingForItsPlace(news.idea)) return { kind: 'again', at: job.now + MINUTE };
  const delivery = await messages.thread.tell(news, onceOf(job));
  if (delivery.kind === 'forbidden' || delivery.kind === 'retry') {
    return cannotTell(parts, news.idea, delivery, job);
  }
  // Told, nothing for everybody, or nowhere left to tell it.
  await writer.write(() => work.told(ideaId, newest.id));
  return { kind: 'done' };
}

function cannotTell(
  { report }: IdeaJobParts,
  { guildId, id: ideaId }: Idea,
  delivery: Undelivered,
  job: JobRun<unknown>,
): JobOutcome {
  if (delivery.kind === 'forbidden' && !wasParked(job)) {
    report({ what: 'cannot-tell', guildId, ideaId, reason: delivery.reason });
  }
  return undelivered(delivery, job);
}

async function receipt(parts: IdeaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { ideaId } = job.payload as { ideaId: number };
  const due = parts.work.receipt(ideaId);
  if (!due) return { kind: 'done' };
  const delivery = await parts.messages.thread.receipt(due, onceOf(job));
  return delivery.kind === 'sent' ? { kind: 'done' } : cannotTell(parts, due.idea, delivery, job);
}

async function role({ work, messages, report, settingsOf }: IdeaJobParts, job: JobRun<unknown>) {
  const { ideaId } = job.payload as { ideaId: number };
  const due = work.receipt(ideaId);
  if (!due) return done;
  const delivery = await messages.thread.giveRole(due);
  if (delivery.kind === 'sent' || delivery.kind === 'nothing') return done;
  const { guildId } = due.idea;
  const { shippedRoleId: roleId } = settingsOf(guildId);
  if (delivery.kind === 'forbidden' && roleId !== undefined && !wasParked(job)) {
    report({ what: 'cannot-role', guildId, ideaId, roleId, reason: delivery.reason });
  }
  return undelivered(delivery, job);
}

const done = { kind: 'done' } as const;

async function consent(parts: IdeaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { ideaId } = job.payload as { ideaId: number };
  const idea = parts.work.find(ideaId);
  if (idea?.consent !== 'asked') return done;
  if (isWaitingForItsPlace(idea)) return { kind: 'again', at: job.now + MINUTE };
  const delivery = await parts.messages.thread.askConsent(idea, onceOf(job));
  return delivery.kind === 'sent' ? done : cannotTell(parts, idea, delivery, job);
}

const PURGE_EVERY = 6 * 60 * MINUTE;

async function purge({ work, writer, log }: IdeaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const deleted = await writer.write(() => work.purge(job.now));
  if (deleted > 0) log.debug({ deleted }, 'old drafts of ideas deleted');
  return { kind: 'again', at: job.now + PURGE_EVERY };
}
