import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  blob,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/** Instants are UTC milliseconds, ids of Discord are text, nested plain data is JSON. */

/** A repeating poll: what each next one is made from. Wall-clock fields, because a schedule is wall time. */
export const pollSeries = sqliteTable(
  'poll_series',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id').notNull(),
    /** Where the channel is a public thread: whoever can read its parent can read it. */
    parentId: text('parent_id'),
    creatorId: text('creator_id').notNull(),
    /** The whole PollSpec of the first poll. */
    spec: text('spec').notNull(),
    timeZone: text('time_zone').notNull(),
    /** When the first one opened and closed; all others are counted from there, so nothing drifts. */
    firstOpensAt: integer('first_opens_at').notNull(),
    firstClosesAt: integer('first_closes_at').notNull(),
    /** The number of the newest poll made, from 0; each is made once. */
    occurrence: integer('occurrence').notNull(),
    active: integer('active').notNull(),
  },
  (t) => [
    check('poll_series_spec', sql`json_valid(${t.spec})`),
    check('poll_series_active', sql`${t.active} in (0, 1)`),
    check('poll_series_window', sql`${t.firstClosesAt} > ${t.firstOpensAt}`),
  ],
);

export const polls = sqliteTable(
  'polls',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id').notNull(),
    parentId: text('parent_id'),
    messageId: text('message_id'),
    threadId: text('thread_id'),
    creatorId: text('creator_id').notNull(),
    question: text('question').notNull(),
    /** The rest of the PollSpec that never changes: all but question, opensAt and closesAt. */
    spec: text('spec').notNull(),
    timeZone: text('time_zone').notNull(),
    status: text('status').notNull(),
    createdAt: integer('created_at').notNull(),
    opensAt: integer('opens_at'),
    closesAt: integer('closes_at').notNull(),
    closedAt: integer('closed_at'),
    closeReason: text('close_reason'),
    /** Once people have been told that it is open again, it no longer closes early. */
    reopenedAt: integer('reopened_at'),
    /** When its last state was shown on Discord; null while that is still owed. */
    finishedAt: integer('finished_at'),
    seriesId: integer('series_id').references((): AnySQLiteColumn => pollSeries.id, { onDelete: 'set null' }),
    occurrence: integer('occurrence'),
  },
  (t) => [
    check('polls_spec', sql`json_valid(${t.spec})`),
    check('polls_status', sql`${t.status} in ('scheduled', 'open', 'closed', 'cancelled')`),
    check('polls_close_reason', sql`${t.closeReason} in ('time', 'hand', 'settled', 'lost')`),
    check('polls_closed', sql`(${t.status} = 'closed') = (${t.closeReason} is not null)`),
    check('polls_ended', sql`(${t.status} in ('closed', 'cancelled')) = (${t.closedAt} is not null)`),
    check('polls_series', sql`(${t.seriesId} is null) or (${t.occurrence} is not null)`),
    index('polls_by_guild').on(t.guildId, t.id),
    index('polls_running_by_guild').on(t.guildId).where(sql`status in ('scheduled', 'open')`),
    index('polls_running_by_channel').on(t.channelId).where(sql`status in ('scheduled', 'open')`),
    index('polls_running_by_thread').on(t.threadId).where(sql`thread_id is not null and status = 'open'`),
    index('polls_open_by_closing').on(t.closesAt).where(sql`status = 'open'`),
    uniqueIndex('polls_by_message').on(t.messageId).where(sql`message_id is not null`),
    uniqueIndex('polls_by_occurrence').on(t.seriesId, t.occurrence).where(sql`series_id is not null`),
  ],
);

/** Counters moved with each vote, so that a vote costs the same in a poll of ten and of ten thousand. */
export const pollTallies = sqliteTable(
  'poll_tallies',
  {
    pollId: integer('poll_id')
      .primaryKey()
      .references(() => polls.id, { onDelete: 'cascade' }),
    voters: integer('voters').notNull(),
    weight: integer('weight').notNull(),
    /** JSON arrays by option index. */
    counts: text('counts').notNull(),
    weights: text('weights').notNull(),
    /** Grows by one with every change: tells whether what is shown is the latest. */
    version: integer('version').notNull(),
    /** 1 while a job is keeping the public message up to date. */
    refreshing: integer('refreshing').notNull(),
  },
  (t) => [
    check('poll_tallies_not_negative', sql`${t.voters} >= 0 and ${t.weight} >= ${t.voters}`),
    check('poll_tallies_counts', sql`json_valid(${t.counts}) and json_valid(${t.weights})`),
    check('poll_tallies_refreshing', sql`${t.refreshing} in (0, 1)`),
  ],
);

/** One row per person and poll; the key makes a second vote impossible. */
export const pollVotes = sqliteTable(
  'poll_votes',
  {
    pollId: integer('poll_id')
      .notNull()
      .references(() => polls.id, { onDelete: 'cascade' }),
    /** The user id; in a sealed poll its keyed hash. */
    voter: text('voter').notNull(),
    /** Option indexes joined by commas, as in Ballot. */
    ballot: text('ballot').notNull(),
    /** Frozen when the vote was last changed. */
    weight: integer('weight').notNull(),
    /** The interaction that made it so; an older or the same one changes nothing. */
    interactionId: text('interaction_id').notNull(),
    castAt: integer('cast_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.voter] }),
    check('poll_votes_ballot', sql`${t.ballot} <> ''`),
    check('poll_votes_weight', sql`${t.weight} between 1 and 10`),
  ],
);

/** What is left of a sealed poll's votes after closing: how often each ballot occurred, and nothing else. */
export const pollBallots = sqliteTable(
  'poll_ballots',
  {
    pollId: integer('poll_id')
      .notNull()
      .references(() => polls.id, { onDelete: 'cascade' }),
    ballot: text('ballot').notNull(),
    voters: integer('voters').notNull(),
    weight: integer('weight').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pollId, t.ballot] }),
    check('poll_ballots_counts', sql`${t.voters} > 0 and ${t.weight} >= ${t.voters}`),
  ],
);

/** The key of a sealed poll. The row exists only while votes can be cast; the database overwrites deleted rows. */
export const pollSeals = sqliteTable(
  'poll_seals',
  {
    pollId: integer('poll_id')
      .primaryKey()
      .references(() => polls.id, { onDelete: 'cascade' }),
    key: blob('key', { mode: 'buffer' }).notNull(),
  },
  (t) => [check('poll_seals_key', sql`length(${t.key}) = 32`)],
);

/** Who steered a poll and when; never who voted. */
export const pollEvents = sqliteTable(
  'poll_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    pollId: integer('poll_id')
      .notNull()
      .references(() => polls.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    /** Null: the clock, or Discord. */
    actorId: text('actor_id'),
    /** JSON: what was before and after, where that matters. */
    detail: text('detail'),
  },
  (t) => [
    check(
      'poll_events_kind',
      sql`${t.kind} in ('published', 'opened', 'closed', 'extended', 'reopened', 'cancelled', 'lost', 'repeat-stopped', 'missed')`,
    ),
    index('poll_events_by_poll').on(t.pollId, t.id),
  ],
);

/** Polls in the making. Purged a day after their last change. */
export const pollDrafts = sqliteTable(
  'poll_drafts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    channelId: text('channel_id').notNull(),
    parentId: text('parent_id'),
    creatorId: text('creator_id').notNull(),
    /** The interaction that began it: a replay finds the same draft. */
    interactionId: text('interaction_id').notNull(),
    input: text('input').notNull(),
    spec: text('spec'),
    problems: text('problems').notNull(),
    createdAt: integer('created_at').notNull(),
    changedAt: integer('changed_at').notNull(),
    cancelled: integer('cancelled').notNull(),
    pollId: integer('poll_id').references(() => polls.id, { onDelete: 'cascade' }),
  },
  (t) => [
    uniqueIndex('poll_drafts_by_interaction').on(t.interactionId),
    index('poll_drafts_by_change').on(t.changedAt),
    index('poll_drafts_by_poll').on(t.pollId).where(sql`poll_id is not null`),
    check('poll_drafts_json', sql`json_valid(${t.input}) and json_valid(${t.problems})`),
    check('poll_drafts_cancelled', sql`${t.cancelled} in (0, 1)`),
  ],
);
