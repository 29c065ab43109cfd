import type { Orm } from '../database/open.ts';
import { prepareJobStatements } from './statements.ts';
import type { jobs } from './table.ts';

export type JobRow = typeof jobs.$inferSelect;

/** What stays of a job after a run that was not its last. */
export interface JobChange {
  status: 'pending' | 'parked' | 'dead';
  runAt: number;
  dueAt: number;
  payload: string | null;
  attempts: number;
  tries: number;
  parks: number;
  lastError: string | null;
}

export type DueJob = Pick<JobRow, 'id' | 'lane'>;

export type JobRepository = ReturnType<typeof createJobRepository>;

/** All that is read and written about jobs. Every function that writes belongs inside a write. */
export function createJobRepository(orm: Orm) {
  const sql = prepareJobStatements(orm);
  return {
    /** Puts a job in, or moves the one with this (kind, key). */
    put(job: {
      kind: string;
      key: string;
      runAt: number;
      payload: string | null;
      lane: string | null;
    }): void {
      sql.put.run(job);
    },
    cancel(kind: string, key: string): void {
      sql.dropWaiting.run({ kind, key });
      sql.cancelRunning.run({ kind, key });
    },
    /** At most `limit` jobs due at `now` and in none of the `full` lanes, the longest due first. Writes nothing. */
    due: (now: number, limit: number, full: readonly string[] = []): DueJob[] =>
      sql.nextDue.all({ now, limit, full: JSON.stringify(full) }),
    /** Marks a waiting job as running; undefined if it no longer waits. */
    claim: (id: number): JobRow | undefined => sql.claim.get({ id }),
    /** The end of a job, unless it was put in again meanwhile: then it waits for its next run. */
    finish({ id, revision }: JobRow): void {
      if (sql.removeRun.run({ id, revision }).changes === 0) settleOutdated(id);
    },
    /** The next state of a job, unless it was put in again meanwhile. */
    change({ id, revision }: JobRow, change: JobChange): void {
      if (sql.changeRun.run({ id, revision, ...change }).changes === 0) settleOutdated(id);
    },
    /** Jobs that a former process left running wait again; nobody else can be running them. */
    takeOver(): void {
      sql.takeOver.run();
      sql.forgetCancelled.run();
    },
    /** Dead and parked jobs, the oldest first. */
    stuck: (limit: number): JobRow[] => sql.stuck.all({ limit }),
    /** Parked jobs of one kind. */
    parked: (kind: string): Pick<JobRow, 'id' | 'key' | 'payload'>[] => sql.parked.all({ kind }),
    /** Lets a dead or parked job run at `now`; false if there is none with this id. */
    revive: (id: number, now: number): boolean => sql.revive.run({ id, now }).changes > 0,
  };

  function settleOutdated(id: number): void {
    sql.removeCancelled.run({ id });
    sql.releaseRun.run({ id });
  }
}
