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

/**
 * Instants are UTC milliseconds, ids of Discord are text, flags are 0 or 1, nested plain data is JSON. Beside these
 * stands the full-text table `idea_texts`, which triggers on `ideas` keep in step.
 */

/** What each server has given out so far. */
export const ideaCounters = sqliteTable(
  'idea_counters',
  {
    guildId: text('guild_id').primaryKey(),
    /** The last number that an idea got; 0: none yet. */
    number: integer('number').notNull().default(0),
    /** How many lines the ledger has. */
    ledgerLines: integer('ledger_lines').notNull().default(0),
  },
  (t) => [check('idea_counters_counts', sql`${t.number} >= 0 and ${t.ledgerLines} >= 0`)],
);

export const ideas = sqliteTable(
  'ideas',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    /** What people say; given when it becomes public and kept from then on. */
    number: integer('number'),
    authorId: text('author_id').notNull(),
    anonymous: integer('anonymous').notNull(),
    suggestedBy: text('suggested_by'),
    consent: text('consent').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    problem: text('problem').notNull(),
    category: text('category'),
    status: text('status').notNull(),
    createdAt: integer('created_at').notNull(),
    postedAt: integer('posted_at'),
    statusAt: integer('status_at').notNull(),
    /** JSON: Rung[], frozen when it becomes public; until then empty. */
    rungs: text('rungs').notNull(),
    /** JSON: GoalBasis. */
    basis: text('basis'),
    reached: integer('reached').notNull(),
    deadline: integer('deadline'),
    chances: integer('chances').notNull(),
    /** Moved with each press, never counted anew. */
    supporters: integer('supporters').notNull(),
    reason: text('reason'),
    mergedInto: integer('merged_into').references((): AnySQLiteColumn => ideas.id),
    channelId: text('channel_id'),
    messageId: text('message_id'),
    threadId: text('thread_id'),
    /** JSON: string[]. */
    imageNames: text('image_names').notNull(),
    /** JSON: IdeaUpdate[]. */
    updates: text('updates').notNull(),
    /** Grows by one with every change of what the card shows. */
    version: integer('version').notNull(),
    /** 1 while a job is keeping the card up to date. */
    refreshing: integer('refreshing').notNull(),
    /** The event up to which everything was told in the thread; 0: nothing yet. */
    toldEventId: integer('told_event_id').notNull(),
    /** Its place in the ledger, from 0, given when it first shipped. */
    ledgerLine: integer('ledger_line'),
  },
  (t) => [
    check(
      'ideas_status',
      sql`${t.status} in ('queued', 'gathering', 'in-review', 'planned', 'in-progress', 'shipped', 'declined', 'expired', 'merged', 'withdrawn')`,
    ),
    check('ideas_consent', sql`${t.consent} in ('none', 'asked', 'agreed', 'refused')`),
    check('ideas_flags', sql`${t.anonymous} in (0, 1) and ${t.refreshing} in (0, 1)`),
    check(
      'ideas_json',
      sql`json_valid(${t.rungs}) and json_valid(${t.imageNames}) and json_valid(${t.updates})`,
    ),
    check('ideas_basis', sql`${t.basis} is null or json_valid(${t.basis})`),
    check('ideas_counts', sql`${t.reached} >= 0 and ${t.supporters} >= 0 and ${t.chances} in (0, 1)`),
    check('ideas_public', sql`(${t.number} is null) = (${t.postedAt} is null)`),
    check('ideas_number', sql`${t.number} is not null or ${t.status} in ('queued', 'withdrawn')`),
    check('ideas_deadline', sql`(${t.status} = 'gathering') = (${t.deadline} is not null)`),
    check('ideas_merged', sql`(${t.status} = 'merged') = (${t.mergedInto} is not null)`),
    uniqueIndex('ideas_by_number').on(t.guildId, t.number).where(sql`number is not null`),
    uniqueIndex('ideas_by_message').on(t.messageId).where(sql`message_id is not null`),
    uniqueIndex('ideas_by_ledger').on(t.guildId, t.ledgerLine).where(sql`ledger_line is not null`),
    index('ideas_by_channel').on(t.channelId).where(sql`channel_id is not null`),
    index('ideas_by_thread').on(t.threadId).where(sql`thread_id is not null`),
    index('ideas_by_author').on(t.guildId, t.authorId, t.id),
    index('ideas_by_suggester').on(t.guildId, t.suggestedBy, t.id).where(sql`suggested_by is not null`),
    index('ideas_by_target').on(t.mergedInto).where(sql`merged_into is not null`),
    // Both hold all that a list filters by, so that counting and paging read nothing but them.
    index('ideas_listed_new').on(t.guildId, t.id, t.status, t.category, t.number),
    index('ideas_listed_support').on(t.guildId, t.supporters, t.id, t.status, t.category, t.number),
    index('ideas_by_status').on(t.guildId, t.status, t.statusAt),
  ],
);

/**
 * One row per person who ever pressed Support. Who withdraws keeps the row with `supporting` 0, so that a press
 * that is delivered again is known.
 */
export const ideaSupporters = sqliteTable(
  'idea_supporters',
  {
    ideaId: integer('idea_id')
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    supporting: integer('supporting').notNull(),
    since: integer('since').notNull(),
    /** The interaction that made it so; an older or the same one changes nothing. */
    interactionId: text('interaction_id').notNull(),
    /** The merge that brought this person here, until they say that they stay. */
    viaMerge: integer('via_merge').references((): AnySQLiteColumn => ideaMerges.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ columns: [t.ideaId, t.userId] }),
    check('idea_supporters_supporting', sql`${t.supporting} in (0, 1)`),
    index('idea_supporters_by_time').on(t.ideaId, t.since, t.userId).where(sql`supporting = 1`),
    index('idea_supporters_by_merge').on(t.viaMerge).where(sql`via_merge is not null`),
  ],
);

/** Who is told of news. Who stops keeps the row with `following` 0: the author follows until they say no. */
export const ideaFollowers = sqliteTable(
  'idea_followers',
  {
    ideaId: integer('idea_id')
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    following: integer('following').notNull(),
    since: integer('since').notNull(),
    interactionId: text('interaction_id').notNull(),
    viaMerge: integer('via_merge').references((): AnySQLiteColumn => ideaMerges.id, { onDelete: 'set null' }),
  },
  (t) => [
    primaryKey({ columns: [t.ideaId, t.userId] }),
    check('idea_followers_following', sql`${t.following} in (0, 1)`),
    index('idea_followers_by_time').on(t.ideaId, t.since, t.userId).where(sql`following = 1`),
    index('idea_followers_by_merge').on(t.viaMerge).where(sql`via_merge is not null`),
  ],
);

/** Ideas in the making. Purged a day after their last change. */
export const ideaDrafts = sqliteTable(
  'idea_drafts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    /** The interaction that began it: a replay finds the same draft. */
    interactionId: text('interaction_id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    problem: text('problem').notNull(),
    category: text('category'),
    anonymous: integer('anonymous').notNull(),
    creditId: text('credit_id'),
    changedAt: integer('changed_at').notNull(),
    dropped: integer('dropped').notNull(),
    ideaId: integer('idea_id').references(() => ideas.id, { onDelete: 'cascade' }),
  },
  (t) => [
    check('idea_drafts_flags', sql`${t.anonymous} in (0, 1) and ${t.dropped} in (0, 1)`),
    uniqueIndex('idea_drafts_by_interaction').on(t.interactionId),
    index('idea_drafts_by_change').on(t.changedAt),
    index('idea_drafts_by_idea').on(t.ideaId).where(sql`idea_id is not null`),
  ],
);

/** Pictures until they stand on Discord: of a draft, then of its idea. */
export const ideaImages = sqliteTable(
  'idea_images',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    draftId: integer('draft_id').references(() => ideaDrafts.id, { onDelete: 'cascade' }),
    ideaId: integer('idea_id').references(() => ideas.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    contentType: text('content_type').notNull(),
    data: blob('data', { mode: 'buffer' }).notNull(),
  },
  (t) => [
    check('idea_images_owner', sql`(${t.draftId} is null) <> (${t.ideaId} is null)`),
    index('idea_images_by_draft').on(t.draftId).where(sql`draft_id is not null`),
    index('idea_images_by_idea').on(t.ideaId).where(sql`idea_id is not null`),
  ],
);

/** The audit trail. */
export const ideaEvents = sqliteTable(
  'idea_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    ideaId: integer('idea_id')
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    /** Null: the clock, or Discord. */
    actorId: text('actor_id'),
    fromStatus: text('from_status'),
    toStatus: text('to_status'),
    detail: text('detail').notNull(),
  },
  (t) => [
    check(
      'idea_events_kind',
      sql`${t.kind} in ('submitted', 'posted', 'status', 'rung', 'edited', 'updated', 'merged', 'merge-undone', 'objected', 'second-chance', 'reported', 'author-blocked', 'author-unblocked', 'author-revealed', 'consent', 'lost', 'overdue')`,
    ),
    check('idea_events_detail', sql`json_valid(${t.detail})`),
    index('idea_events_by_idea').on(t.ideaId, t.id),
  ],
);

/** Promises of an answer; at most one of an idea is open. */
export const ideaCases = sqliteTable(
  'idea_cases',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    ideaId: integer('idea_id')
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    openedAt: integer('opened_at').notNull(),
    dueAt: integer('due_at').notNull(),
    channelId: text('channel_id'),
    messageId: text('message_id'),
    closedAt: integer('closed_at'),
    /** When admins were last told that it is overdue. */
    escalatedAt: integer('escalated_at'),
  },
  (t) => [
    index('idea_cases_by_idea').on(t.ideaId, t.id),
    uniqueIndex('idea_cases_open').on(t.ideaId).where(sql`closed_at is null`),
    uniqueIndex('idea_cases_by_message').on(t.messageId).where(sql`message_id is not null`),
  ],
);

export const ideaScores = sqliteTable(
  'idea_scores',
  {
    caseId: integer('case_id')
      .notNull()
      .references(() => ideaCases.id, { onDelete: 'cascade' }),
    reviewerId: text('reviewer_id').notNull(),
    fit: integer('fit').notNull(),
    effort: integer('effort').notNull(),
    demand: integer('demand').notNull(),
    cost: integer('cost').notNull(),
    reason: text('reason').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.reviewerId] }),
    check(
      'idea_scores_range',
      sql`${t.fit} between 1 and 5 and ${t.effort} between 1 and 5 and ${t.demand} between 1 and 5 and ${t.cost} between 1 and 5`,
    ),
  ],
);

/** With all that undoing needs: the source's state before. */
export const ideaMerges = sqliteTable(
  'idea_merges',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    sourceId: integer('source_id')
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    targetId: integer('target_id')
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    by: text('by').notNull(),
    at: integer('at').notNull(),
    undoUntil: integer('undo_until').notNull(),
    undoneAt: integer('undone_at'),
    undoneBy: text('undone_by'),
    objection: text('objection'),
    moved: integer('moved').notNull(),
    sourceStatus: text('source_status').notNull(),
    sourceStatusAt: integer('source_status_at').notNull(),
    sourceDeadline: integer('source_deadline'),
    sourceReason: text('source_reason'),
    /** The source's case that the merge closed, and when it was due. */
    caseId: integer('case_id').references(() => ideaCases.id, { onDelete: 'set null' }),
    caseDueAt: integer('case_due_at'),
  },
  (t) => [
    check('idea_merges_two', sql`${t.sourceId} <> ${t.targetId}`),
    uniqueIndex('idea_merges_standing').on(t.sourceId).where(sql`undone_at is null`),
    index('idea_merges_by_source').on(t.sourceId, t.id),
    index('idea_merges_by_target').on(t.targetId, t.id),
    index('idea_merges_by_case').on(t.caseId).where(sql`case_id is not null`),
  ],
);

/** Who may not submit any more. */
export const ideaBlocks = sqliteTable(
  'idea_blocks',
  {
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    /** The idea through which they were blocked; by it they are let in again. */
    ideaId: integer('idea_id').references(() => ideas.id, { onDelete: 'set null' }),
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.guildId, t.userId] }),
    index('idea_blocks_by_idea').on(t.ideaId).where(sql`idea_id is not null`),
  ],
);

export const ideaReports = sqliteTable(
  'idea_reports',
  {
    ideaId: integer('idea_id')
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    reason: text('reason').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.userId] })],
);

/** How often people wrote in an idea's thread; nothing of what. */
export const ideaComments = sqliteTable(
  'idea_comments',
  {
    ideaId: integer('idea_id')
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    comments: integer('comments').notNull(),
    lastAt: integer('last_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ideaId, t.userId] }),
    check('idea_comments_counts', sql`${t.comments} > 0`),
  ],
);

/** The public posts that hold the ledger, 15 lines each. */
export const ideaLedgerPosts = sqliteTable(
  'idea_ledger_posts',
  {
    guildId: text('guild_id').notNull(),
    page: integer('page').notNull(),
    channelId: text('channel_id').notNull(),
    messageId: text('message_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.guildId, t.page] }),
    check('idea_ledger_posts_page', sql`${t.page} >= 0`),
    index('idea_ledger_posts_by_message').on(t.messageId),
  ],
);

export const ideaBoards = sqliteTable(
  'idea_boards',
  {
    guildId: text('guild_id').primaryKey(),
    channelId: text('channel_id').notNull(),
    messageId: text('message_id').notNull(),
  },
  (t) => [index('idea_boards_by_message').on(t.messageId)],
);
