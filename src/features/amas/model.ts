/** What an AMA is. Instants are UTC ms, ids of Discord are text. */

/**
 * `scheduled`: announced; questions come in, nothing is on air. `live`: from the start. `closing`: over, but those who
 * were typing may still send their question. `closed`, `cancelled`: for good.
 */
export const amaStatuses = ['scheduled', 'live', 'closing', 'closed', 'cancelled'] as const;
export type AmaStatus = (typeof amaStatuses)[number];

export const queueModes = ['review', 'open'] as const;
/** `review`: a moderator lets each question in. `open`: straight in. */
export type QueueMode = (typeof queueModes)[number];

export const amaLimits = {
  /** Also the name of the event and of the thread: at most 100 at Discord. */
  title: 90,
  description: 800,
  guests: 10,
  question: 1_000,
  /** A written, prepared or spoken (note) answer. */
  answer: 1_800,
  reason: 400,
  tag: 30,
  images: 3,
  /** Bytes of one picture. */
  imageBytes: 8 * 1024 * 1024,
  /** Days ahead that the start may lie. */
  daysAhead: 180,
  /** Minutes and hours that it may take. */
  shortestMinutes: 5,
  longestHours: 24 * 7,
} as const;

/** What a host decides. */
export interface AmaSpec {
  title: string;
  description: string;
  guestIds: readonly string[];
  startAt: number;
  endAt: number;
  /** Where the announcement, the card of what is on air and (in its thread) the answers stand. */
  channelId: string;
  /** A stage or voice channel where it is spoken; undefined: it is written. */
  stageId: string | undefined;
  /** Where moderators see the queue and the panel. */
  staffChannelId: string;
  queue: QueueMode;
  anonymous: boolean;
  /** Whether one member may have several questions that wait for an answer. */
  several: boolean;
  attachments: boolean;
}

export interface Ama extends AmaSpec {
  id: number;
  guildId: string;
  hostId: string;
  status: AmaStatus;
  createdAt: number;
  statusAt: number;
  /** While `closing`: questions are taken until then. */
  graceUntil: number | undefined;
  /** What the host said when it was called off; empty: nothing. */
  cancelReason: string;
  /** Discord's scheduled event; undefined before it was made, or where there is none (any more). */
  eventId: string | undefined;
  /** The announcement. */
  messageId: string | undefined;
  /** The thread of the announcement where answers stand. */
  threadId: string | undefined;
  /** The Ask button that was posted again last, below the announcement. */
  askMessageId: string | undefined;
  /** The card of what is on air, in `channelId`. */
  airMessageId: string | undefined;
  /** In `staffChannelId`. */
  panelMessageId: string | undefined;
  queueMessageId: string | undefined;
  /** In `staffChannelId`, after the end: what is still owed. */
  parkedMessageId: string | undefined;
  /** The transcript's first post, in the thread. */
  transcriptMessageId: string | undefined;
  /** The question that is on air. */
  onAirId: number | undefined;
  /** Counters that are moved with each press, never counted anew: asked and not withdrawn. */
  questions: number;
  /** Of them waiting for review. */
  waiting: number;
  /** All support of all questions. */
  supports: number;
}

/**
 * `pending`: waits for review. `approved`: everybody can read and support it. `on-air`: being answered. `merged`: it
 * is asked together with another. `parked`: will be answered later. `withdrawn`: by its asker.
 */
export const questionStatuses = [
  'pending',
  'approved',
  'on-air',
  'answered',
  'parked',
  'declined',
  'merged',
  'withdrawn',
] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

/** Counted in the receipt; the moderator may add words. */
export const declineReasons = ['off-topic', 'asked-before', 'unkind', 'private', 'unclear', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

export type AnswerKind = 'written' | 'voice';

export interface Answer {
  kind: AnswerKind;
  /** The answer itself, or the note to one given by voice; may then be empty. */
  text: string;
  by: string;
  at: number;
  /** Where it stands in the thread, once posted. */
  messageId: string | undefined;
}

export interface Question {
  id: number;
  amaId: number;
  guildId: string;
  /** Counted per AMA from 1: what people say ("question 7"). */
  number: number;
  /** Never shown where `anonymous`. */
  askerId: string;
  anonymous: boolean;
  /** What is shown. */
  text: string;
  /** The asker's own words, where somebody made them clearer. */
  original: string | undefined;
  /** A topic, for the transcript. */
  tag: string | undefined;
  status: QuestionStatus;
  askedAt: number;
  statusAt: number;
  /** Support of others; never the asker's own. */
  supports: number;
  /** How many other people asked the same (merged into this one). */
  alsoAsked: number;
  /** How often it was passed over. */
  skips: number;
  /** Never asked in an AMA of this server before. */
  firstTimer: boolean;
  /** Parked at the end before anybody had reviewed it: for its asker and those who run it, not for everybody. */
  unreviewed: boolean;
  mergedInto: number | undefined;
  declined: { reason: DeclineReason; words: string } | undefined;
  /** Written before its moment came. */
  prepared: { text: string; by: string } | undefined;
  answer: Answer | undefined;
  /** Whether the asker hears of it by direct message. */
  notify: boolean;
  images: number;
}

/** The audit trail: who did what and when. Never names an anonymous asker. */
export const amaEventKinds = [
  'created',
  'edited',
  'cancelled',
  'started',
  'closed',
  'event-lost',
  'event-changed',
  'stage-closed',
  'approved',
  'declined',
  'merged',
  'question-edited',
  'tagged',
  'on-air',
  'off-air',
  'answered',
  'parked',
  'skipped',
  'asker-blocked',
  'asker-unblocked',
  'asker-revealed',
  'lost',
] as const;
export type AmaEventKind = (typeof amaEventKinds)[number];

export interface AmaEvent {
  id: number;
  amaId: number;
  questionId: number | undefined;
  at: number;
  kind: AmaEventKind;
  /** Undefined: the clock, or Discord. */
  actorId: string | undefined;
  /** Of a question: its `number`. */
  detail: Readonly<Record<string, string | number>>;
}

/** What the room and the brand can check afterwards. */
export interface FairnessReceipt {
  asked: number;
  askers: number;
  answered: number;
  /** Let in, and promised for later. */
  parked: number;
  /** Came too late for anybody to review: the team owes them an answer, too, but nobody else has seen them. */
  unreviewed: number;
  /** Of pairs with at least one. */
  declined: readonly { reason: DeclineReason; count: number }[];
  merged: number;
  withdrawn: number;
  /** Whole percent of the answered questions that came from people who had never asked before. */
  firstTimers: { answered: number; asked: number };
  /** Undefined where there is none. */
  medianSupport: { answered: number | undefined; declined: number | undefined };
}
