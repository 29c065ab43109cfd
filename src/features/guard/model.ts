/** Who is told of first messages without an answer, and after how long. */
export interface GuardSettings {
  /** Undefined: nobody is told, and nothing is kept. */
  channelId: string | undefined;
  minutes: number;
  /** Whoever has it may take a card, besides staff. */
  greeterRoleId: string | undefined;
}

export const defaultGuard: GuardSettings = { channelId: undefined, minutes: 60, greeterRoleId: undefined };

/** An answer within five minutes is nobody's duty; after a day a newcomer has left. */
export const minutesLimits = { min: 5, max: 1_440 };

/**
 * `waiting`: there is still time. `answered`: in time, or after a card. `carded`: the greeters know. `missed`: nobody
 * could be told in time. `gone`: the message or its author is not there any more.
 */
export type FirstStatus = 'waiting' | 'answered' | 'carded' | 'missed' | 'gone';

/** The first message of somebody new. Instants are UTC ms. */
export interface First {
  id: number;
  guildId: string;
  userId: string;
  /** The channel or thread it stands in. */
  placeId: string;
  messageId: string;
  at: number;
  /** Undefined: not asked yet, because the message was read from the history. */
  joinedAt: number | undefined;
  status: FirstStatus;
  cardId: number | undefined;
}

export interface Card {
  id: number;
  guildId: string;
  channelId: string;
  /** Undefined: not posted yet. */
  messageId: string | undefined;
  madeAt: number;
  takenBy: string | undefined;
  takenAt: number | undefined;
  version: number;
}

/** A card with what it tells of, the oldest first. */
export interface FullCard extends Card {
  firsts: readonly First[];
}

/** How the newcomers of a time were received. */
export interface Coverage {
  /** First messages about which something is known. */
  firsts: number;
  /** Answered before anybody had to be told. */
  inTime: number;
  /** Answered after the greeters were told. */
  afterCard: number;
}

/** Whoever joined longer ago is no newcomer. */
export const NEW_MS = 14 * 86_400_000;
/** So long after somebody should have been told, it is too late to. */
export const TOO_LATE_MS = 86_400_000;
/** Between two cards: who comes meanwhile shares the next one. */
export const BETWEEN_CARDS_MS = 10 * 60_000;
/** What a phone shows without scrolling far. */
export const MOST_ON_CARD = 10;
/** So long a card hears of answers. */
export const OPEN_MS = 7 * 86_400_000;
/** As long as conversations: a quarter of a year. */
export const KEPT_MS = 91 * 86_400_000;
