import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Instants are UTC milliseconds, ids of Discord are text, flags are 0 or 1, nested plain data is JSON. */

/** How shout-outs go on a server. No row: the defaults. */
export const shoutoutSettings = sqliteTable(
  'shoutout_settings',
  {
    guildId: text('guild_id').primaryKey(),
    channelId: text('channel_id'),
    /** `[{key, name, emoji, description}]`, in order. */
    brandValues: text('brand_values').notNull(),
    /** Keys that were given out; one that was removed never comes back as another value's. */
    lastKey: integer('last_key').notNull(),
    budget: integer('budget').notNull(),
    pairDays: integer('pair_days').notNull(),
    backHours: integer('back_hours').notNull(),
    pictures: integer('pictures').notNull(),
    roundUp: integer('round_up').notNull(),
    staffOnBoards: integer('staff_on_boards').notNull(),
    /** `[{milestone, roleId}]`. */
    badges: text('badges').notNull(),
    changedAt: integer('changed_at').notNull(),
    changedBy: text('changed_by').notNull(),
  },
  (t) => [
    check('shoutout_settings_json', sql`json_valid(${t.brandValues}) and json_valid(${t.badges})`),
    check(
      'shoutout_settings_flags',
      sql`${t.pictures} in (0, 1) and ${t.roundUp} in (0, 1) and ${t.staffOnBoards} in (0, 1)`,
    ),
    check('shoutout_settings_limits', sql`${t.budget} > 0 and ${t.pairDays} >= 0 and ${t.backHours} >= 0`),
  ],
);

export const shoutouts = sqliteTable(
  'shoutouts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    giverId: text('giver_id').notNull(),
    /** The key of the value; '' for none. */
    value: text('value').notNull(),
    reason: text('reason').notNull(),
    /** The reason without case, accents and marks: the same words are found again. */
    words: text('words').notNull(),
    sourceChannelId: text('source_channel_id'),
    sourceMessageId: text('source_message_id'),
    status: text('status').notNull(),
    /** In the server's zone when it was given: the Monday of its week and its month, as the boards have them. */
    week: text('week').notNull(),
    month: text('month').notNull(),
    createdAt: integer('created_at').notNull(),
    statusAt: integer('status_at').notNull(),
    voidReason: text('void_reason').notNull().default(''),
    channelId: text('channel_id'),
    messageId: text('message_id'),
    /** The interaction that gave it: a replay finds it. */
    interactionId: text('interaction_id').notNull().unique(),
  },
  (t) => [
    check('shoutouts_status', sql`${t.status} in ('given', 'withdrawn', 'lost', 'void')`),
    check('shoutouts_source', sql`(${t.sourceChannelId} is null) = (${t.sourceMessageId} is null)`),
    check('shoutouts_place', sql`(${t.channelId} is null) = (${t.messageId} is null)`),
    index('shoutouts_by_guild').on(t.guildId, t.id),
    index('shoutouts_by_month').on(t.guildId, t.month, t.value, t.id),
    index('shoutouts_by_giver').on(t.guildId, t.giverId, t.id),
    index('shoutouts_by_words').on(t.guildId, t.giverId, t.words, t.createdAt),
    index('shoutouts_by_source').on(t.sourceMessageId).where(sql`source_message_id is not null`),
    index('shoutouts_by_message').on(t.messageId).where(sql`message_id is not null`),
  ],
);

/** One person who is thanked: also a unit of the giver's budget, and what pairs are judged by. */
export const shoutoutReceivers = sqliteTable(
  'shoutout_receivers',
  {
    shoutoutId: integer('shoutout_id')
      .notNull()
      .references(() => shoutouts.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    guildId: text('guild_id').notNull(),
    giverId: text('giver_id').notNull(),
    createdAt: integer('created_at').notNull(),
    /** When this unit of the budget is there again. */
    returnsAt: integer('returns_at').notNull(),
    /** 1 while the shout-out is given. */
    counts: integer('counts').notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.shoutoutId, t.userId] }),
    check('shoutout_receivers_counts', sql`${t.counts} in (0, 1)`),
    index('shoutout_receivers_by_budget').on(t.guildId, t.giverId, t.returnsAt).where(sql`counts = 1`),
    index('shoutout_receivers_by_pair')
      .on(t.guildId, t.giverId, t.userId, t.createdAt)
      .where(sql`counts = 1`),
    index('shoutout_receivers_by_user').on(t.guildId, t.userId, t.shoutoutId).where(sql`counts = 1`),
    index('shoutout_receivers_by_time')
      .on(t.guildId, t.createdAt, t.giverId, t.userId)
      .where(sql`counts = 1`),
  ],
);

/**
 * What the boards read, moved with every shout-out: how often somebody was thanked in a period ("w:2026-11-16",
 * "m:2026-11", "all") for a value ('': any). The row of the user '' counts the shout-outs themselves.
 */
export const shoutoutCounts = sqliteTable(
  'shoutout_counts',
  {
    guildId: text('guild_id').notNull(),
    period: text('period').notNull(),
    value: text('value').notNull(),
    userId: text('user_id').notNull(),
    received: integer('received').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.guildId, t.period, t.value, t.userId] }),
    check('shoutout_counts_received', sql`${t.received} >= 0`),
    index('shoutout_counts_ranked').on(t.guildId, t.period, t.value, t.received, t.userId),
  ],
);

/** Who takes part, by having given or received. */
export const shoutoutMembers = sqliteTable(
  'shoutout_members',
  {
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    /** Shout-outs given, and times thanked, that count. */
    given: integer('given').notNull().default(0),
    received: integer('received').notNull().default(0),
    /** When they were thanked for the first time ever; stays when that is taken back. */
    firstReceivedMonth: text('first_received_month'),
    staff: integer('staff').notNull().default(0),
    hidden: integer('hidden').notNull().default(0),
    joinedAt: integer('joined_at'),
  },
  (t) => [
    primaryKey({ columns: [t.guildId, t.userId] }),
    check('shoutout_members_flags', sql`${t.staff} in (0, 1) and ${t.hidden} in (0, 1)`),
    check('shoutout_members_counts', sql`${t.given} >= 0 and ${t.received} >= 0`),
    index('shoutout_members_apart')
      .on(t.guildId, t.hidden, t.staff, t.userId)
      .where(sql`hidden = 1 or staff = 1`),
    index('shoutout_members_joined').on(t.guildId, t.joinedAt).where(sql`joined_at is not null`),
    index('shoutout_members_first').on(t.guildId, t.firstReceivedMonth, t.userId),
  ],
);

/** Reached at most once each, whatever is taken back later. */
export const shoutoutMilestones = sqliteTable(
  'shoutout_milestones',
  {
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    kind: text('kind').notNull(),
    reachedAt: integer('reached_at').notNull(),
    month: text('month').notNull(),
    shoutoutId: integer('shoutout_id').references(() => shoutouts.id, { onDelete: 'set null' }),
    /** 1 once it was told. */
    told: integer('told').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.guildId, t.userId, t.kind] }),
    check('shoutout_milestones_told', sql`${t.told} in (0, 1)`),
    index('shoutout_milestones_untold').on(t.guildId, t.reachedAt).where(sql`told = 0`),
    index('shoutout_milestones_by_shoutout').on(t.shoutoutId).where(sql`shoutout_id is not null`),
    index('shoutout_milestones_by_month').on(t.guildId, t.month),
  ],
);

/** Asked before it was given: the same words again. */
export const shoutoutDrafts = sqliteTable(
  'shoutout_drafts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    interactionId: text('interaction_id').notNull().unique(),
    /** JSON: GiveSpec and the giver as they were seen. */
    spec: text('spec').notNull(),
    createdAt: integer('created_at').notNull(),
    /** What came of it. */
    shoutoutId: integer('shoutout_id').references(() => shoutouts.id, { onDelete: 'set null' }),
  },
  (t) => [
    check('shoutout_drafts_spec', sql`json_valid(${t.spec})`),
    index('shoutout_drafts_by_age').on(t.createdAt),
    index('shoutout_drafts_by_shoutout').on(t.shoutoutId).where(sql`shoutout_id is not null`),
  ],
);

/** The trail: what became of a shout-out, and by whom. */
export const shoutoutEvents = sqliteTable(
  'shoutout_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    shoutoutId: integer('shoutout_id')
      .notNull()
      .references(() => shoutouts.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    actorId: text('actor_id'),
    reason: text('reason').notNull().default(''),
  },
  (t) => [index('shoutout_events_by_shoutout').on(t.shoutoutId, t.id)],
);
