import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

const count = (name: string) => integer(name).notNull().default(0);

/**
 * What a member did in a channel on a local day, in numbers. The server leads the key, then the day: a digest reads one
 * range, and old days go in one range. Written without a row id, because the key is most of the row.
 */
export const activity = sqliteTable(
  'activity',
  {
    guildId: text('guild_id').notNull(),
    day: integer('day').notNull(),
    userId: text('user_id').notNull(),
    /** Empty for what is done in no channel. */
    channelId: text('channel_id').notNull(),
    messages: count('messages'),
    replies: count('replies'),
    reactions: count('reactions'),
    threads: count('threads'),
    votes: count('votes'),
    supports: count('supports'),
    ideas: count('ideas'),
    questions: count('questions'),
    shoutouts: count('shoutouts'),
    voiceSeconds: count('voice_seconds'),
  },
  (t) => [primaryKey({ columns: [t.guildId, t.day, t.userId, t.channelId] })],
);

/** When people write: messages by local day and hour of the day. */
export const activityHours = sqliteTable(
  'activity_hours',
  {
    guildId: text('guild_id').notNull(),
    day: integer('day').notNull(),
    hour: integer('hour').notNull(),
    messages: count('messages'),
  },
  (t) => [
    primaryKey({ columns: [t.guildId, t.day, t.hour] }),
    check('activity_hours_hour', sql`${t.hour} between 0 and 23`),
  ],
);

/** Whom members answer: so many replies from one to another on a local day. */
export const activityReplies = sqliteTable(
  'activity_replies',
  {
    guildId: text('guild_id').notNull(),
    day: integer('day').notNull(),
    fromId: text('from_id').notNull(),
    toId: text('to_id').notNull(),
    replies: count('replies'),
  },
  (t) => [primaryKey({ columns: [t.guildId, t.day, t.fromId, t.toId] })],
);

/** Since when somebody takes part. Instants are UTC ms. */
export const activityMembers = sqliteTable(
  'activity_members',
  {
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    /** The first and the latest act ever counted. */
    firstAt: integer('first_at').notNull(),
    latestAt: integer('latest_at').notNull(),
    /** As Discord told it last. */
    joinedAt: integer('joined_at'),
    staff: integer('staff').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.guildId, t.userId] })],
);

/** A server's day in totals: what remains when the rows of its members are forgotten. */
export const activityDays = sqliteTable(
  'activity_days',
  {
    guildId: text('guild_id').notNull(),
    day: integer('day').notNull(),
    joins: count('joins'),
    /** Only where Discord tells Hearth of members who leave. */
    leaves: count('leaves'),
    people: count('people'),
    messages: count('messages'),
    replies: count('replies'),
    reactions: count('reactions'),
    threads: count('threads'),
    votes: count('votes'),
    supports: count('supports'),
    ideas: count('ideas'),
    questions: count('questions'),
    shoutouts: count('shoutouts'),
    voiceSeconds: count('voice_seconds'),
  },
  (t) => [primaryKey({ columns: [t.guildId, t.day] })],
);

/**
 * How far each channel or thread is counted: everything up to `counted_to` is, and nothing after it, so that whatever
 * comes again is recognised. `gap_to`: up to there it is read from the history, because Hearth was not there.
 */
export const activityMarks = sqliteTable(
  'activity_marks',
  {
    placeId: text('place_id').primaryKey(),
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id').notNull(),
    countedTo: text('counted_to').notNull(),
    gapTo: text('gap_to'),
  },
  (t) => [index('activity_marks_gaps').on(t.guildId).where(sql`gap_to is not null`)],
);

/** Messages that belong together, in numbers; kept for thirteen weeks, or less where a server keeps less. */
export const conversations = sqliteTable(
  'conversations',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    placeId: text('place_id').notNull(),
    channelId: text('channel_id').notNull(),
    isThread: integer('is_thread').notNull(),
    starterId: text('starter_id').notNull(),
    messageId: text('message_id').notNull(),
    day: integer('day').notNull(),
    startedAt: integer('started_at').notNull(),
    lastAt: integer('last_at').notNull(),
    messages: integer('messages').notNull(),
    people: integer('people').notNull(),
    firstReplyAt: integer('first_reply_at'),
    byNewcomer: integer('by_newcomer').notNull(),
    byStaff: integer('by_staff').notNull(),
  },
  (t) => [
    index('conversations_by_place').on(t.placeId, t.lastAt),
    index('conversations_by_day').on(t.guildId, t.day),
    index('conversations_by_message').on(t.messageId),
  ],
);

export const conversationPeople = sqliteTable(
  'conversation_people',
  {
    conversationId: integer('conversation_id')
      .notNull()
      .references(() => conversations.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.conversationId, t.userId] })],
);

/** Who is in a voice channel, counted up to when (UTC ms). */
export const voicePresences = sqliteTable(
  'voice_presences',
  {
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    channelId: text('channel_id').notNull(),
    countedTo: integer('counted_to').notNull(),
  },
  (t) => [uniqueIndex('voice_presences_person').on(t.guildId, t.userId)],
);

/** Who asked not to be counted. */
export const countingPauses = sqliteTable(
  'counting_pauses',
  {
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    /** UTC ms. Below zero: counted again since then, and nothing from before ever is. */
    since: integer('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.guildId, t.userId] })],
);

/** How a server is counted. */
export const counting = sqliteTable(
  'counting',
  {
    guildId: text('guild_id').primaryKey(),
    /** Hearth hears what happens since then, and has read back to `history_from`. UTC ms. */
    since: integer('since').notNull(),
    historyFrom: integer('history_from').notNull(),
    /** JSON array of ids; with `!` before it a channel for staff that is counted all the same. */
    excludedChannelIds: text('excluded_channel_ids').notNull().default('[]'),
    retentionMonths: integer('retention_months').notNull().default(13),
    /** Local day. What members did before it is forgotten, however long is kept from now on. */
    keptFrom: integer('kept_from').notNull().default(0),
  },
  (t) => [
    check('counting_excluded', sql`json_valid(${t.excludedChannelIds})`),
    check('counting_retention', sql`${t.retentionMonths} between 1 and 60`),
  ],
);
