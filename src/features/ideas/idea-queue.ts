import type { JobQueue } from '../../jobs/define-job.ts';
import { ideaJobs, NEWS_AFTER } from './ports.ts';

/** What a job about one idea carries. */
export interface IdeaJob {
  ideaId: number;
}

export interface CaseJob extends IdeaJob {
  caseId: number;
}

export type StaffNoteKind = 'queued' | 'report' | 'objection' | 'revealed' | 'lost' | 'merge';

export interface StaffNoteJob extends IdeaJob {
  what: StaffNoteKind;
  eventId: number;
}

export interface BoardJob {
  guildId: string;
}

export type IdeaQueue = ReturnType<typeof createIdeaQueue>;

/** The card is refreshed at once by whoever changed it; the job is for what a crash swallows. Real ms. */
const REFRESH_AFTER = 2_000;

/** The jobs of ideas with their keys and payloads, as `ideaJobs` lists them; all instants are UTC ms. */
export function createIdeaQueue(jobs: JobQueue) {
  const about = (kind: string, ideaId: number, runAt: number): void =>
    jobs.enqueue({ kind, key: String(ideaId), runAt, payload: { ideaId } satisfies IdeaJob });
  const aboutCase = (kind: string, { caseId, ideaId }: CaseJob, runAt: number): void =>
    jobs.enqueue({ kind, key: String(caseId), runAt, payload: { caseId, ideaId } satisfies CaseJob });

  return {
    post: (ideaId: number, now: number): void => about(ideaJobs.post, ideaId, now),
    /** Moves it, too. */
    deadline: (ideaId: number, at: number): void => about(ideaJobs.deadline, ideaId, at),
    cancelDeadline: (ideaId: number): void => jobs.cancel(ideaJobs.deadline, String(ideaId)),

    /**
     * With every write that changes what the card shows; those of the idea repository note it themselves.
     * `refreshing` is what the row said before: while a job is at it, no other is needed.
     */
    refresh({ idea, refreshing }: { idea: { id: number }; refreshing: boolean }, now: number): void {
      if (!refreshing) about(ideaJobs.refresh, idea.id, now + REFRESH_AFTER);
    },

    news: (ideaId: number, now: number): void => about(ideaJobs.news, ideaId, now + NEWS_AFTER),
    caseCard: (target: CaseJob, now: number): void => aboutCase(ideaJobs.caseCard, target, now),
    overdue: (target: CaseJob, dueAt: number): void => aboutCase(ideaJobs.overdue, target, dueAt),
    cancelOverdue: (caseId: number): void => jobs.cancel(ideaJobs.overdue, String(caseId)),

    staffNote({ ideaId, what, eventId }: StaffNoteJob, now: number): void {
      const payload = { ideaId, what, eventId } satisfies StaffNoteJob;
      jobs.enqueue({ kind: ideaJobs.staffNote, key: String(eventId), runAt: now, payload });
    },

    receipt: (ideaId: number, now: number): void => about(ideaJobs.receipt, ideaId, now),
    role: (ideaId: number, now: number): void => about(ideaJobs.role, ideaId, now),
    ledger: (ideaId: number, now: number): void => about(ideaJobs.ledger, ideaId, now),
    board: (guildId: string, now: number): void =>
      jobs.enqueue({
        kind: ideaJobs.board,
        key: guildId,
        runAt: now,
        payload: { guildId } satisfies BoardJob,
      }),
    consent: (ideaId: number, now: number): void => about(ideaJobs.consent, ideaId, now),
  };
}
