import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { instant } from '../database/columns.ts';

/**
 * Timed work that survives the process. One row per (kind, key); it goes when the work is done.
 * `cancelled` is a running job that nobody wants any more: its row holds the place until the run has ended.
 */
export const jobs = sqliteTable(
  'jobs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    payload: text('payload'),
    /** Jobs of one lane wait for the same thing, so few of them run at once. */
    lane: text('lane'),
    /** The occurrence that it is for; stays while it is tried again. */
    dueAt: instant('due_at').notNull(),
    /** When it is tried next. */
    runAt: instant('run_at').notNull(),
    status: text('status', { enum: ['pending', 'running', 'parked', 'dead', 'cancelled'] }).notNull(),
    /** Moves with every enqueue, so that a run that ends finds out whether it was about the latest wish. */
    revision: integer('revision').notNull().default(0),
    /** Tries since the job was put in, given a new occurrence or retried by hand. */
    attempts: integer('attempts').notNull().default(0),
    /** Tries of this occurrence, never reset: from the second on, a former one may have reached Discord. */
    tries: integer('tries').notNull().default(0),
    /** How often in a row it was parked. */
    parks: integer('parks').notNull().default(0),
    lastError: text('last_error'),
  },
  (table) => [
    uniqueIndex('jobs_kind_key').on(table.kind, table.key),
    index('jobs_due').on(table.runAt).where(sql`status in ('pending', 'parked')`),
    check('jobs_status', sql`status in ('pending', 'running', 'parked', 'dead', 'cancelled')`),
  ],
);
