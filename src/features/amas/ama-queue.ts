import type { JobQueue } from '../../jobs/define-job.ts';
import type { StoredAma } from './ama-row.ts';
import { amaJobs } from './ports.ts';

/** What a job about one AMA carries. */
export interface AmaJob {
  amaId: number;
}

export interface AnswerJob extends AmaJob {
  questionId: number;
}

export type NotifyKind = 'answered' | 'declined' | 'parked';

export interface NotifyJob {
  questionId: number;
  what: NotifyKind;
}

export interface StaffNoteJob extends AmaJob {
  eventId: number;
}

/** A message in a channel that the AMA no longer has. */
export interface LeftBehind {
  channelId: string;
  messageId: string;
  /** The others are taken away, it stays as a way to the new one. */
  announcement: boolean;
}

export interface MovedJob extends AmaJob, LeftBehind {}

export type AmaQueue = ReturnType<typeof createAmaQueue>;

/** What is shown is refreshed at once by whoever changed it; the job is for what a crash swallows. Real ms. */
const REFRESH_AFTER = 2_000;

type AboutAma = Exclude<
  keyof typeof amaJobs,
  'answer' | 'notify' | 'staffNote' | 'moved' | 'purge' | 'refresh'
>;

/** The jobs of AMAs with their keys and payloads, as `amaJobs` lists them; all instants are UTC ms. */
export function createAmaQueue(jobs: JobQueue) {
  const put = (kind: string, amaId: number, runAt: number): void =>
    jobs.enqueue({ kind, key: String(amaId), runAt, payload: { amaId } satisfies AmaJob });

  return {
    /** Puts it in, or moves it. */
    put: (kind: AboutAma, amaId: number, runAt: number): void => put(amaJobs[kind], amaId, runAt),
    cancel: (kind: AboutAma, amaId: number): void => jobs.cancel(amaJobs[kind], String(amaId)),

    /**
     * With every write that changes what is shown; those of the AMA repository note it themselves. `refreshing` is
     * what the row said before: while a job is at it, no other is needed.
     */
    refresh({ ama, refreshing }: Pick<StoredAma, 'ama' | 'refreshing'>, now: number): void {
      if (!refreshing) put(amaJobs.refresh, ama.id, now + REFRESH_AFTER);
    },
    answer(payload: AnswerJob, now: number): void {
      jobs.enqueue({ kind: amaJobs.answer, key: String(payload.questionId), runAt: now, payload });
    },
    notify(payload: NotifyJob, now: number): void {
      const key = `${payload.questionId}:${payload.what}`;
      jobs.enqueue({ kind: amaJobs.notify, key, runAt: now, payload });
    },
    moved(payload: MovedJob, now: number): void {
      jobs.enqueue({ kind: amaJobs.moved, key: payload.messageId, runAt: now, payload });
    },
    staffNote(payload: StaffNoteJob, now: number): void {
      jobs.enqueue({ kind: amaJobs.staffNote, key: String(payload.eventId), runAt: now, payload });
    },
  };
}
