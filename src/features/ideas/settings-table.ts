import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How ideas go on a server. No row: the defaults. Ids of Discord are text, lists are JSON. */
export const ideaSettings = sqliteTable(
  'idea_settings',
  {
    guildId: text('guild_id').primaryKey(),
    channelId: text('channel_id'),
    channelKind: text('channel_kind').notNull(),
    staffChannelId: text('staff_channel_id'),
    boardChannelId: text('board_channel_id'),
    ledgerChannelId: text('ledger_channel_id'),
    shippedRoleId: text('shipped_role_id'),
    floor: integer('floor').notNull(),
    /** `[{percent, days}]`, in order. */
    ladder: text('ladder').notNull(),
    reviewDays: integer('review_days').notNull(),
    reviewers: integer('reviewers').notNull(),
    queue: integer('queue', { mode: 'boolean' }).notNull(),
    cooldownHours: integer('cooldown_hours').notNull(),
    openPerMember: integer('open_per_member').notNull(),
    anonymity: integer('anonymity', { mode: 'boolean' }).notNull(),
    /** `[{key, name, emoji?}]`, in order. */
    categories: text('categories').notNull(),
    /** UTC ms, and who it was. */
    changedAt: integer('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
  },
  (t) => [
    check('idea_settings_kind', sql`${t.channelKind} in ('forum', 'text')`),
    check('idea_settings_ladder', sql`json_valid(${t.ladder})`),
    check('idea_settings_categories', sql`json_valid(${t.categories})`),
    check('idea_settings_flags', sql`${t.queue} in (0, 1) and ${t.anonymity} in (0, 1)`),
    check('idea_settings_positive', sql`${t.floor} > 0 and ${t.reviewDays} > 0 and ${t.reviewers} > 0`),
  ],
);
