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

/** Instants are UTC milliseconds, ids of Discord are text, flags are 0 or 1, nested plain data is JSON. */

export const amas = sqliteTable(
  'amas',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    hostId: text('host_id').notNull(),
    status: text('status').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    /** JSON: string[]. */
    guestIds: text('guest_ids').notNull(),
    startAt: integer('start_at').notNull(),
    endAt: integer('end_at').notNull(),
    channelId: text('channel_id').notNull(),
    stageId: text('stage_id'),
    staffChannelId: text('staff_channel_id').notNull(),
    queue: text('queue').notNull(),
    anonymous: integer('anonymous').notNull(),
    several: integer('several').notNull(),
    attachments: integer('attachments').notNull(),
    createdAt: integer('created_at').notNull(),
    statusAt: integer('status_at').notNull(),
    graceUntil: integer('grace_until'),
    /** What the host said when it was called off; empty: nothing. */
    cancelReason: text('cancel_reason').notNull().default(''),
    eventId: text('event_id'),
    messageId: text('message_id'),
    threadId: text('thread_id'),
    askMessageId: text('ask_message_id'),
    airMessageId: text('air_message_id'),
    panelMessageId: text('panel_message_id'),
    queueMessageId: text('queue_message_id'),
    parkedMessageId: text('parked_message_id'),
    transcriptMessageId: text('transcript_message_id'),
    /** The last number that a question got; 0: none yet. */
    numbers: integer('numbers').notNull().default(0),
    /** Moved with each press, never counted anew. */
    questions: integer('questions').notNull().default(0),
    waiting: integer('waiting').notNull().default(0),
    supports: integer('supports').notNull().default(0),
    /** Grows by one with every change of what announcement, card, panel and queue show. */
    version: integer('version').notNull().default(0),
    /** 1 while a job is keeping them up to date. */
    refreshing: integer('refreshing').notNull().default(0),
  },
  (t) => [
    check('amas_status', sql`${t.status} in ('scheduled', 'live', 'closing', 'closed', 'cancelled')`),
    check('amas_queue', sql`${t.queue} in ('review', 'open')`),
    check(
      'amas_flags',
      sql`${t.anonymous} in (0, 1) and ${t.several} in (0, 1) and ${t.attachments} in (0, 1) and ${t.refreshing} in (0, 1)`,
    ),
    check('amas_guests', sql`json_valid(${t.guestIds})`),
    check('amas_times', sql`${t.endAt} > ${t.startAt}`),
    check('amas_grace', sql`(${t.status} = 'closing') <= (${t.graceUntil} is not null)`),
    check(
      'amas_counts',
      sql`${t.numbers} >= 0 and ${t.questions} >= 0 and ${t.waiting} >= 0 and ${t.supports} >= 0`,
    ),
    index('amas_by_status').on(t.guildId, t.status, t.startAt),
    index('amas_by_stage').on(t.stageId, t.status).where(sql`stage_id is not null`),
    // Read with every message that anybody writes.
    index('amas_by_channel').on(t.channelId, t.status),
    index('amas_by_staff_channel').on(t.staffChannelId),
    uniqueIndex('amas_by_event').on(t.eventId).where(sql`event_id is not null`),
    index('amas_by_message').on(t.messageId).where(sql`message_id is not null`),
    index('amas_by_thread').on(t.threadId).where(sql`thread_id is not null`),
    index('amas_by_ask_message').on(t.askMessageId).where(sql`ask_message_id is not null`),
    index('amas_by_air_message').on(t.airMessageId).where(sql`air_message_id is not null`),
    index('amas_by_panel_message').on(t.panelMessageId).where(sql`panel_message_id is not null`),
    index('amas_by_queue_message').on(t.queueMessageId).where(sql`queue_message_id is not null`),
    index('amas_by_parked_message').on(t.parkedMessageId).where(sql`parked_message_id is not null`),
    index('amas_by_transcript').on(t.transcriptMessageId).where(sql`transcript_message_id is not null`),
  ],
);

export const amaQuestions = sqliteTable(
  'ama_questions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    amaId: integer('ama_id')
      .notNull()
      .references(() => amas.id, { onDelete: 'cascade' }),
    guildId: text('guild_id').notNull(),
    number: integer('number').notNull(),
    askerId: text('asker_id').notNull(),
    anonymous: integer('anonymous').notNull(),
    text: text('text').notNull(),
    original: text('original'),
    tag: text('tag'),
    status: text('status').notNull(),
    askedAt: integer('asked_at').notNull(),
    statusAt: integer('status_at').notNull(),
    supports: integer('supports').notNull().default(0),
    alsoAsked: integer('also_asked').notNull().default(0),
    skips: integer('skips').notNull().default(0),
    firstTimer: integer('first_timer').notNull(),
    /** 1: parked at the end before anybody had reviewed it. */
    unreviewed: integer('unreviewed').notNull().default(0),
    /** The one that stands: whatever was merged into this one before moves on with it. */
    mergedInto: integer('merged_into').references((): AnySQLiteColumn => amaQuestions.id),
    declineReason: text('decline_reason'),
    declineWords: text('decline_words'),
    preparedText: text('prepared_text'),
    preparedBy: text('prepared_by'),
    answerKind: text('answer_kind'),
    answerText: text('answer_text'),
    answerBy: text('answer_by'),
    answerAt: integer('answer_at'),
    answerMessageId: text('answer_message_id'),
    notify: integer('notify').notNull().default(1),
    images: integer('images').notNull().default(0),
    /** The interaction that asked it: a replay finds the same question. */
    interactionId: text('interaction_id').notNull(),
  },
  (t) => [
    check(
      'ama_questions_status',
      sql`${t.status} in ('pending', 'approved', 'on-air', 'answered', 'parked', 'declined', 'merged', 'withdrawn')`,
    ),
    check(
      'ama_questions_flags',
      sql`${t.anonymous} in (0, 1) and ${t.firstTimer} in (0, 1) and ${t.notify} in (0, 1) and ${t.unreviewed} in (0, 1)`,
    ),
    check(
      'ama_questions_counts',
      sql`${t.number} > 0 and ${t.supports} >= 0 and ${t.alsoAsked} >= 0 and ${t.skips} >= 0 and ${t.images} >= 0`,
    ),
    check('ama_questions_merged', sql`(${t.status} = 'merged') = (${t.mergedInto} is not null)`),
    check('ama_questions_declined', sql`(${t.status} = 'declined') = (${t.declineReason} is not null)`),
    check(
      'ama_questions_answered',
      sql`(${t.status} = 'answered') = (${t.answerKind} is not null) and (${t.answerKind} is null or ${t.answerKind} in ('written', 'voice'))`,
    ),
    check('ama_questions_prepared', sql`(${t.preparedText} is null) = (${t.preparedBy} is null)`),
    uniqueIndex('ama_questions_by_interaction').on(t.interactionId),
    uniqueIndex('ama_questions_by_number').on(t.amaId, t.number),
    // One at a time.
    uniqueIndex('ama_questions_on_air').on(t.amaId).where(sql`status = 'on-air'`),
    index('ama_questions_by_status').on(t.amaId, t.status, t.id),
    index('ama_questions_by_support').on(t.amaId, t.status, t.supports, t.id),
    index('ama_questions_by_asker').on(t.guildId, t.askerId, t.amaId, t.status, t.number),
    index('ama_questions_by_target').on(t.mergedInto, t.askerId).where(sql`merged_into is not null`),
    index('ama_questions_by_answer').on(t.answerMessageId).where(sql`answer_message_id is not null`),
  ],
);

/**
 * One row per person who ever pressed Support. Who withdraws keeps the row with `supporting` 0, so that a press that
 * is delivered again is known.
 */
export const amaSupporters = sqliteTable(
  'ama_supporters',
  {
    questionId: integer('question_id')
      .notNull()
      .references(() => amaQuestions.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    supporting: integer('supporting').notNull(),
    since: integer('since').notNull(),
    /** The interaction that made it so; an older or the same one changes nothing. */
    interactionId: text('interaction_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.questionId, t.userId] }),
    check('ama_supporters_supporting', sql`${t.supporting} in (0, 1)`),
  ],
);

/** Who is told before it starts. Who stops keeps the row with `wanted` 0. */
export const amaReminders = sqliteTable(
  'ama_reminders',
  {
    amaId: integer('ama_id')
      .notNull()
      .references(() => amas.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    wanted: integer('wanted').notNull(),
    since: integer('since').notNull(),
    interactionId: text('interaction_id').notNull(),
    /** 1 from right before it is sent: at most once. */
    sent: integer('sent').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.amaId, t.userId] }),
    check('ama_reminders_flags', sql`${t.wanted} in (0, 1) and ${t.sent} in (0, 1)`),
    index('ama_reminders_due').on(t.amaId, t.since, t.userId).where(sql`wanted = 1 and sent = 0`),
  ],
);

/** AMAs in the making, or being changed. Purged a day after their last change. */
export const amaDrafts = sqliteTable(
  'ama_drafts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    /** The interaction that began it: a replay finds the same draft. */
    interactionId: text('interaction_id').notNull(),
    /** JSON: AmaSpec. */
    spec: text('spec').notNull(),
    /** The AMA that it changes, or that came of it. */
    amaId: integer('ama_id').references(() => amas.id, { onDelete: 'cascade' }),
    published: integer('published').notNull().default(0),
    dropped: integer('dropped').notNull().default(0),
    changedAt: integer('changed_at').notNull(),
  },
  (t) => [
    check('ama_drafts_flags', sql`${t.published} in (0, 1) and ${t.dropped} in (0, 1)`),
    check('ama_drafts_spec', sql`json_valid(${t.spec})`),
    uniqueIndex('ama_drafts_by_interaction').on(t.interactionId),
    index('ama_drafts_by_change').on(t.changedAt),
    index('ama_drafts_by_ama').on(t.amaId).where(sql`ama_id is not null`),
  ],
);

/** Pictures of questions, until they are done with. */
export const amaImages = sqliteTable(
  'ama_images',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    questionId: integer('question_id')
      .notNull()
      .references(() => amaQuestions.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    contentType: text('content_type').notNull(),
    data: blob('data', { mode: 'buffer' }).notNull(),
  },
  (t) => [index('ama_images_by_question').on(t.questionId, t.id)],
);

/** The audit trail. Never names an anonymous asker. */
export const amaEvents = sqliteTable(
  'ama_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    amaId: integer('ama_id')
      .notNull()
      .references(() => amas.id, { onDelete: 'cascade' }),
    questionId: integer('question_id').references(() => amaQuestions.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
    kind: text('kind').notNull(),
    /** Null: the clock, or Discord. */
    actorId: text('actor_id'),
    detail: text('detail').notNull(),
  },
  (t) => [
    check(
      'ama_events_kind',
      sql`${t.kind} in ('created', 'edited', 'cancelled', 'started', 'closed', 'event-lost', 'event-changed', 'stage-closed', 'approved', 'declined', 'merged', 'question-edited', 'tagged', 'on-air', 'off-air', 'answered', 'parked', 'skipped', 'asker-blocked', 'asker-unblocked', 'asker-revealed', 'lost')`,
    ),
    check('ama_events_detail', sql`json_valid(${t.detail})`),
    index('ama_events_by_ama').on(t.amaId, t.id),
    index('ama_events_by_question').on(t.questionId, t.id).where(sql`question_id is not null`),
  ],
);

/** Who may not ask any more: in this server, through whichever of their questions. */
export const amaBlocks = sqliteTable(
  'ama_blocks',
  {
    /** The question through which they were blocked: nobody has to know whose it is. */
    questionId: integer('question_id')
      .primaryKey()
      .references(() => amaQuestions.id, { onDelete: 'cascade' }),
    guildId: text('guild_id').notNull(),
    userId: text('user_id').notNull(),
    by: text('by').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [index('ama_blocks_by_user').on(t.guildId, t.userId)],
);
