import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { onceOf, PATIENT_ATTEMPTS, undelivered } from '../../jobs/deliveries.ts';
import { type IdeaJobParts } from './job-parts.ts';
import { ideaJobs } from './ports.ts';

/** The board and the ledger of a server. */
export function boardJobs(parts: IdeaJobParts): readonly JobDefinition[] {
  return [
    { kind: ideaJobs.board, maxAttempts: PATIENT_ATTEMPTS, run: (job) => showBoard(parts, job) },
    { kind: ideaJobs.ledger, maxAttempts: PATIENT_ATTEMPTS, run: (job) => writeLedger(parts, job) },
  ];
}

const done = { kind: 'done' } as const;

async function showBoard(
  { work, messages, writer }: IdeaJobParts,
  job: JobRun<unknown>,
): Promise<JobOutcome> {
  const { guildId } = job.payload as { guildId: string };
  const standing = work.board(guildId);
  const delivery = await messages.board.board(guildId, standing, onceOf(job));
  if (delivery.kind === 'nothing') {
    if (standing) await writer.write(() => work.boardPosted(guildId, undefined));
    return done;
  }
  if (delivery.kind !== 'sent') return undelivered(delivery, job);
  if (delivery.at.messageId !== standing?.messageId) {
    await writer.write(() => work.boardPosted(guildId, delivery.at));
  }
  return done;
}

async function writeLedger(
  { work, messages, writer }: IdeaJobParts,
  job: JobRun<unknown>,
): Promise<JobOutcome> {
  const { ideaId } = job.payload as { ideaId: number };
  const idea = work.find(ideaId);
  const page = work.ledgerPageOf(ideaId);
  if (!idea || page === undefined) return done;
  const { guildId } = idea;
  const written = work.ledgerPage(guildId, page);
  const delivery = await messages.board.ledger(guildId, { page, ...written }, onceOf(job));
  if (delivery.kind === 'nothing') return done;
  if (delivery.kind !== 'sent') return undelivered(delivery, job);
  if (delivery.at.messageId !== written.messageId) {
    await writer.write(() => work.ledgerPosted(guildId, page, delivery.at));
  }
  return done;
}
