import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Orm } from '../database/open.ts';
import { jobs } from './table.ts';

/** The literal words of the partial index: with parameters in their place SQLite would not use it. */
const waiting = sql`status in ('pending', 'parked')`;

/** Jobs without a lane always have room. */
const hasRoom = or(
  isNull(jobs.lane),
  sql`${jobs.lane} not in (select value from json_each(${sql.placeholder('full')}))`,
);

/** Every statement about jobs, prepared once. */
export function prepareJobStatements(orm: Orm) {
  const { placeholder } = sql;
  const asKey = and(eq(jobs.kind, placeholder('kind')), eq(jobs.key, placeholder('key')));
  const asRun = and(eq(jobs.id, placeholder('id')), eq(jobs.revision, placeholder('revision')));
  const isRunning = eq(jobs.status, 'running');

  const put = orm
    .insert(jobs)
    .values({
      kind: placeholder('kind'),
      key: placeholder('key'),
      payload: placeholder('payload'),
      lane: placeholder('lane'),
      dueAt: placeholder('runAt'),
      runAt: placeholder('runAt'),
      status: 'pending',
    })
    .onConflictDoUpdate({
      target: [jobs.kind, jobs.key],
      set: {
        payload: sql`excluded.payload`,
        lane: sql`excluded.lane`,
        dueAt: sql`excluded.due_at`,
        runAt: sql`excluded.run_at`,
        revision: sql`${jobs.revision} + 1`,
        // A run under way keeps the row; whoever ends it finds the new revision.
        status: sql`case when ${jobs.status} in ('running', 'cancelled') then 'running' else 'pending' end`,
        attempts: 0,
        parks: 0,
        tries: sql`case when ${jobs.dueAt} = excluded.due_at then ${jobs.tries} else 0 end`,
        lastError: null,
      },
    })
    .prepare();

  const dropWaiting = orm
    .delete(jobs)
    .where(and(asKey, inArray(jobs.status, ['pending', 'parked', 'dead'])))
    .prepare();
  const cancelRunning = orm.update(jobs).set({ status: 'cancelled' }).where(and(asKey, isRunning)).prepare();

  const nextDue = orm
    .select({ id: jobs.id, lane: jobs.lane })
    .from(jobs)
    .where(and(waiting, lte(jobs.runAt, placeholder('now')), hasRoom))
    .orderBy(asc(jobs.runAt))
    .limit(placeholder('limit'))
    .prepare();

  const claim = orm
    .update(jobs)
    .set({
      status: 'running',
      attempts: sql`${jobs.attempts} + 1`,
      tries: sql`${jobs.tries} + 1`,
    })
    .where(and(eq(jobs.id, placeholder('id')), waiting))
    .returning()
    .prepare();

  const removeRun = orm.delete(jobs).where(and(asRun, isRunning)).prepare();
  const removeCancelled = orm
    .delete(jobs)
    .where(and(eq(jobs.id, placeholder('id')), eq(jobs.status, 'cancelled')))
    .prepare();
  const changeRun = orm
    .update(jobs)
    .set({
      status: sql`${placeholder('status')}`,
      runAt: sql`${placeholder('runAt')}`,
      dueAt: sql`${placeholder('dueAt')}`,
      payload: sql`${placeholder('payload')}`,
      attempts: sql`${placeholder('attempts')}`,
      tries: sql`${placeholder('tries')}`,
      parks: sql`${placeholder('parks')}`,
      lastError: sql`${placeholder('lastError')}`,
    })
    .where(and(asRun, isRunning))
    .prepare();
  const releaseRun = orm
    .update(jobs)
    .set({ status: 'pending' })
    .where(and(eq(jobs.id, placeholder('id')), isRunning))
    .prepare();

  const takeOver = orm.update(jobs).set({ status: 'pending' }).where(isRunning).prepare();
  const forgetCancelled = orm.delete(jobs).where(eq(jobs.status, 'cancelled')).prepare();

  const stuck = orm
    .select()
    .from(jobs)
    .where(or(eq(jobs.status, 'dead'), eq(jobs.status, 'parked')))
    .orderBy(asc(jobs.dueAt), asc(jobs.id))
    .limit(placeholder('limit'))
    .prepare();
  const parked = orm
    .select({ id: jobs.id, key: jobs.key, payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.kind, placeholder('kind')), eq(jobs.status, 'parked')))
    .orderBy(asc(jobs.id))
    .prepare();
  const revive = orm
    .update(jobs)
    .set({ status: 'pending', runAt: sql`${placeholder('now')}`, attempts: 0, parks: 0 })
    .where(and(eq(jobs.id, placeholder('id')), inArray(jobs.status, ['dead', 'parked'])))
    .prepare();

  return {
    put,
    dropWaiting,
    cancelRunning,
    nextDue,
    claim,
    removeRun,
    removeCancelled,
    changeRun,
    releaseRun,
    takeOver,
    forgetCancelled,
    stuck,
    parked,
    revive,
  };
}
