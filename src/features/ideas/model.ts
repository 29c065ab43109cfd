/** What an idea is. Instants are UTC ms, ids of Discord are text, `number` is what people say ("idea 12"). */

export const ideaStatuses = [
  'queued',
  'gathering',
  'in-review',
  'planned',
  'in-progress',
  'shipped',
  'declined',
  'expired',
  'merged',
  'withdrawn',
] as const;

/**
 * `queued`: waits for staff before anybody else sees it. `withdrawn`: taken back by its author or by staff, before
 * or after it was posted. All others are public.
 */
export type IdeaStatus = (typeof ideaStatuses)[number];

/** One step of the ladder, frozen when the idea is posted. */
export interface Rung {
  /** Supporters needed. */
  goal: number;
  /** Days to get there, counted from the posting or from the rung before it. */
  days: number;
}

/** How the goals were found; printed on the card, so that nobody has to guess what was counted. */
export interface GoalBasis {
  /** Members that were active in `days` before posting. */
  active: number;
  days: number;
  /** What `active` counted: people who used Hearth, or who took part at all. */
  counted: ActivityKind;
}

export type ActivityKind = 'used-hearth' | 'took-part';

export interface IdeaText {
  title: string;
  /** The idea itself. */
  body: string;
  /** The problem that it solves; may be empty. */
  problem: string;
  /** One of the server's categories, as its key; undefined where it has none. */
  category: string | undefined;
}

export const ideaLimits = {
  /** Also the name of its thread: at most 100 at Discord, with the number in front. */
  title: 80,
  body: 1_500,
  problem: 700,
  images: 3,
  /** Bytes of one picture. */
  imageBytes: 8 * 1024 * 1024,
  /** A public reason, a reason of a score, an objection, a report. */
  reason: 800,
  update: 800,
  updates: 10,
  searchText: 100,
} as const;

export interface Idea extends IdeaText {
  id: number;
  guildId: string;
  /** Counted per server from 1. Undefined while queued: numbers are given out when it becomes public. */
  number: number | undefined;
  authorId: string;
  /** Members do not see the author; staff does not either without the audited override. */
  anonymous: boolean;
  /** Who brought somebody else's message in; the author is then whoever wrote that message. */
  suggestedBy: string | undefined;
  /** Whether the author of a suggested message has agreed. `none`: it is their own idea. */
  consent: 'none' | 'asked' | 'agreed' | 'refused';
  status: IdeaStatus;
  createdAt: number;
  postedAt: number | undefined;
  /** When the present status began. */
  statusAt: number;
  rungs: readonly Rung[];
  basis: GoalBasis | undefined;
  /** Rungs reached so far, 0 to `rungs.length`. */
  reached: number;
  /** When gathering ends; undefined unless gathering. */
  deadline: number | undefined;
  /** Second chances taken: 0 or 1. */
  chances: number;
  /** Counter moved with each press, never counted anew. */
  supporters: number;
  /** Public reason of the last decision (planned, declined, shipped…). */
  reason: string | undefined;
  /** The idea that it was merged into. */
  mergedInto: number | undefined;
  /** Forum: the post. Text channel: where the card stands. */
  channelId: string | undefined;
  messageId: string | undefined;
  /** Where people talk about it: in a forum the post itself (then equal to `channelId`). */
  threadId: string | undefined;
  imageNames: readonly string[];
  updates: readonly IdeaUpdate[];
}

/** What an author adds once the text is fixed. */
export interface IdeaUpdate {
  at: number;
  text: string;
}

export interface Supporter {
  userId: string;
  since: number;
  /** Set for those whom a merge brought here and who have not said yet whether they stay. */
  viaMerge: number | undefined;
}

export const criteria = ['fit', 'effort', 'demand', 'cost'] as const;
export type Criterion = (typeof criteria)[number];

/** 1 to 5 each; for effort and cost 5 is the most effort, the most cost. */
export type Scores = Readonly<Record<Criterion, number>>;

export interface Score {
  reviewerId: string;
  scores: Scores;
  reason: string;
  at: number;
}

/** A promise: opened when the last rung is reached, due in public. */
export interface ReviewCase {
  id: number;
  ideaId: number;
  openedAt: number;
  dueAt: number;
  scores: readonly Score[];
  /** The staff message that shows the case. */
  channelId: string | undefined;
  messageId: string | undefined;
  closedAt: number | undefined;
}

export interface Merge {
  id: number;
  sourceId: number;
  targetId: number;
  by: string;
  at: number;
  /** Until then it can be undone, and the author can object (which undoes it). */
  undoUntil: number;
  undoneAt: number | undefined;
  objection: string | undefined;
  /** How many came over who did not support the target before. */
  moved: number;
}

/** The audit trail: who did what and when. */
export interface IdeaEvent {
  id: number;
  ideaId: number;
  at: number;
  kind: IdeaEventKind;
  /** Undefined: the clock, or Discord. */
  actorId: string | undefined;
  from: IdeaStatus | undefined;
  to: IdeaStatus | undefined;
  /**
   * JSON-able data. What news and notes read: `reason` (status, reported, objected), `rung` from 1 (rung), `text`
   * (updated), `merge` (its id; merged, merge-undone and objected, in the trails of both ideas), `by` (edited:
   * 'author' or 'staff').
   */
  detail: Readonly<Record<string, string | number>>;
}

export const ideaEventKinds = [
  'submitted',
  'posted',
  'status',
  'rung',
  'edited',
  'updated',
  'merged',
  'merge-undone',
  'objected',
  'second-chance',
  'reported',
  'author-blocked',
  'author-unblocked',
  'author-revealed',
  'consent',
  'lost',
  'overdue',
] as const;
export type IdeaEventKind = (typeof ideaEventKinds)[number];

export interface Category {
  /** Lower-case word, stays when the name changes. */
  key: string;
  name: string;
  /** A Unicode emoji or nothing. */
  emoji: string | undefined;
}

export interface IdeaSettings {
  /** A forum, or a text channel where the server has none. Undefined: ideas are not set up. */
  channelId: string | undefined;
  channelKind: 'forum' | 'text';
  /** Staff see review cases, reports and the queue here. */
  staffChannelId: string | undefined;
  boardChannelId: string | undefined;
  ledgerChannelId: string | undefined;
  /** Given to the author of a shipped idea. */
  shippedRoleId: string | undefined;
  /** At least so many supporters for the last rung, whatever the share says. */
  floor: number;
  /** In order; `percent` of the active members. */
  ladder: readonly { percent: number; days: number }[];
  reviewDays: number;
  /** Scores needed before a decision on a case. */
  reviewers: number;
  queue: boolean;
  /** Hours between two ideas of one member; 0: none. */
  cooldownHours: number;
  /** Ideas of one member that may be queued or gathering at a time. */
  openPerMember: number;
  anonymity: boolean;
  categories: readonly Category[];
}
