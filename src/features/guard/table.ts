import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Where those who greet are told of first messages without an answer. No row, or no channel: nobody is. */
export const guardSettings = sqliteTable(
  'guard_settings',
  {
    guildId: text('guild_id').primaryKey(),
    channelId: text('channel_id'),
    minutes: integer('minutes').notNull(),
    greeterRoleId: text('greeter_role_id'),
    /** UTC ms, and who it was. */
    changedAt: integer('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
  },
  (t) => [check('guard_settings_minutes', sql`${t.minutes} between 5 and 1440`)],
);

/** What stands in the greeters' channel: one or more first messages that nobody answered in time. */
export const guardCards = sqliteTable(
  'guard_cards',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id').notNull(),
    /** Null: not posted yet. */
    messageId: text('message_id'),
    /** Instants are UTC ms. */
    madeAt: integer('made_at').notNull(),
    takenBy: text('taken_by'),
    takenAt: integer('taken_at'),
    /** Counts its changes; `shown` is the one that stands on Discord. */
    version: integer('version').notNull().default(1),
    shown: integer('shown').notNull().default(0),
  },
  (t) => [
    index('guard_cards_by_time').on(t.guildId, t.madeAt),
    index('guard_cards_behind').on(t.guildId).where(sql`shown < version`),
  ],
);

/** The first message of somebody new; never its text. */
export const guardFirsts = sqliteTable(
  'guard_firsts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    placeId: text('place_id').notNull(),
    messageId: text('message_id').notNull(),
    /** Instants are UTC ms. */
    at: integer('at').notNull(),
    /** Null: not asked yet. */
    joinedAt: integer('joined_at'),
    status: text('status').notNull().default('waiting'),
    /** When it is looked at next; null: when something is heard of it. */
    lookAt: integer('look_at'),
    cardId: integer('card_id').references(() => guardCards.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('guard_firsts_person').on(t.guildId, t.userId),
    index('guard_firsts_by_time').on(t.guildId, t.at),
    index('guard_firsts_looks').on(t.guildId, t.lookAt).where(sql`look_at is not null`),
    index('guard_firsts_by_card').on(t.cardId),
    index('guard_firsts_by_message').on(t.messageId),
    check('guard_firsts_status', sql`${t.status} in ('waiting', 'answered', 'carded', 'missed', 'gone')`),
  ],
);
