/** What a shout-out is. Instants are UTC ms, ids of Discord are text. */

export const shoutoutLimits = {
  receivers: 3,
  /** Characters. */
  reason: 600,
  /** Words that say something: letters or numbers, in any script. */
  reasonWords: 3,
  values: 10,
  valueName: 40,
  valueDescription: 100,
  voidReason: 400,
  badges: 12,
} as const;

/** One of the brand's values. `key` never changes, the name may. */
export interface Value {
  key: string;
  name: string;
  /** A unicode emoji or a server's own (`<:name:id>`); empty: none. */
  emoji: string;
  description: string;
}

/**
 * `given`: it counts. `withdrawn`: by the giver, within WITHDRAW_MS. `lost`: the message that it was for was deleted.
 * `void`: taken back by staff, with a reason. None of the last three counts anywhere.
 */
export const shoutoutStatuses = ['given', 'withdrawn', 'lost', 'void'] as const;
export type ShoutoutStatus = (typeof shoutoutStatuses)[number];

export interface Shoutout {
  id: number;
  guildId: string;
  giverId: string;
  /** 1 to 3, different ones, never the giver. */
  receiverIds: readonly string[];
  /** Undefined where the server has no values (any more): then a shout-out is about no value. */
  value: string | undefined;
  reason: string;
  /** The message that it is for. */
  source: { channelId: string; messageId: string } | undefined;
  status: ShoutoutStatus;
  createdAt: number;
  statusAt: number;
  voidReason: string;
  /** The card; undefined before it is posted or where it is gone. */
  channelId: string | undefined;
  messageId: string | undefined;
}

/** Settings of a server, with defaults. */
export interface ShoutoutSettings {
  /** Where cards, milestones and the round-up stand; undefined: not set up yet, then nothing can be given. */
  channelId: string | undefined;
  values: readonly Value[];
  /** Receivers that one person may thank until some of it has come back (1 to 20). Default 5. */
  budget: number;
  /** Days after which a thank-you to the same person may follow (0 to 60). Default 7. */
  pairDays: number;
  /** Hours after which one may thank back (0 to 168). Default 24. */
  backHours: number;
  /** A drawn picture on the card. Default off. */
  pictures: boolean;
  roundUp: boolean;
  /** On the boards too. Default off. */
  staffOnBoards: boolean;
  badges: readonly Badge[];
}

/** A role for reaching a milestone; given and taken by Hearth. */
export interface Badge {
  milestone: MilestoneKind;
  roleId: string;
}

/** Counts that are celebrated, for giving and for receiving. Reached at most once each, whatever is withdrawn later. */
export const milestoneCounts = [1, 10, 25, 50, 100, 250, 500, 1000] as const;
export type MilestoneKind = `given-${number}` | `received-${number}` | `year-${number}`;

export interface Milestone {
  guildId: string;
  userId: string;
  kind: MilestoneKind;
  reachedAt: number;
  /** The shout-out that it was reached by; undefined: a year with us. */
  shoutoutId: number | undefined;
}

export const boardPeriods = ['week', 'month', 'all'] as const;
export type BoardPeriod = (typeof boardPeriods)[number];

export interface BoardLine {
  userId: string;
  received: number;
  /** Competition ranking: 1, 1, 3. Undefined where the numbers are too small to rank (`Board.ranked` is false). */
  rank: number | undefined;
}

/** Somebody's own story. */
export interface Story {
  received: number;
  given: number;
  /** By value, most first. */
  byValue: readonly { value: string | undefined; received: number }[];
  latestReceived: readonly Shoutout[];
  latestGiven: readonly Shoutout[];
  milestones: readonly Milestone[];
  hidden: boolean;
  budget: BudgetState;
}

export interface BudgetState {
  /** Receivers that may be thanked now. */
  left: number;
  of: number;
  /** When the next one comes back; undefined: all are there. */
  nextAt: number | undefined;
}
