import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** When and where a server's digest comes. No row: none does. */
export const digestSettings = sqliteTable(
  'digest_settings',
  {
    guildId: text('guild_id').primaryKey(),
    channelId: text('channel_id'),
    cadence: text('cadence').notNull(),
    weekday: integer('weekday').notNull(),
    hour: integer('hour').notNull(),
    minute: integer('minute').notNull(),
    locale: text('locale'),
    /** UTC ms, and who it was. */
    changedAt: integer('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
  },
  (t) => [
    check('digest_settings_cadence', sql`${t.cadence} in ('weekly', 'two-weekly', 'monthly')`),
    check('digest_settings_weekday', sql`${t.weekday} between 1 and 7`),
    check('digest_settings_time', sql`${t.hour} between 0 and 23 and ${t.minute} between 0 and 59`),
  ],
);

export const digests = sqliteTable(
  'digests',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    kind: text('kind').notNull(),
    /** The local week or month in which a scheduled one was due: there is one in each. */
    dueIn: text('due_in'),
    status: text('status').notNull(),
    startDay: integer('start_day').notNull(),
    endDay: integer('end_day').notNull(),
    /** UTC ms. */
    dueAt: integer('due_at').notNull(),
    /** JSON of what it says; null for one that was skipped. */
    content: text('content'),
    channelId: text('channel_id'),
    messageId: text('message_id'),
  },
  (t) => [
    uniqueIndex('digests_due_in').on(t.guildId, t.dueIn).where(sql`due_in is not null`),
    index('digests_by_time').on(t.guildId, t.dueAt),
    check('digests_kind', sql`${t.kind} in ('scheduled', 'extra')`),
    check('digests_status', sql`${t.status} in ('due', 'posted', 'skipped')`),
    check('digests_content', sql`${t.content} is null or json_valid(${t.content})`),
  ],
);

/** Whose hands a suggestion is in: whoever pressed its button first. */
export const digestTaken = sqliteTable(
  'digest_taken',
  {
    digestId: integer('digest_id')
      .notNull()
      .references(() => digests.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    userId: text('user_id').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.digestId, t.kind] })],
);

/** What was counted of a period, so that the next digest need not count it again. */
export const digestPeriods = sqliteTable(
  'digest_periods',
  {
    guildId: text('guild_id').notNull(),
    startDay: integer('start_day').notNull(),
    endDay: integer('end_day').notNull(),
    /** JSON. */
    counted: text('counted').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.guildId, t.startDay, t.endDay] }),
    check('digest_periods_counted', sql`json_valid(${t.counted})`),
  ],
);
