import type {
  BoardPeriod,
  BudgetState,
  Milestone,
  MilestoneKind,
  Shoutout,
  ShoutoutSettings,
  Story,
  Value,
} from './model.ts';
import type { Board, RingReport, RoundUp, Unsung } from './result-types.ts';

/**
 * What the shout-out feature offers to its surface and to its jobs. Every use case is synchronous. Those marked
 * "write" belong inside `writer.write(() => service.x(...))`. All refuse by throwing a UserError with a RefusalCode.
 */

/** Every refusal's i18n key; the comment lists its parameters. */
export type ShoutoutRefusalCode =
  | 'shoutouts.refusals.not-set-up' // no channel yet; staff hear how to set it up
  | 'shoutouts.refusals.not-found' // also: forged or of another server
  | 'shoutouts.refusals.yourself'
  | 'shoutouts.refusals.bot'
  | 'shoutouts.refusals.nobody' // no receiver
  | 'shoutouts.refusals.too-many' // max
  | 'shoutouts.refusals.not-a-member' // user: has left or never was here
  | 'shoutouts.refusals.reason-too-short' // words
  | 'shoutouts.refusals.reason-too-long' // max
  | 'shoutouts.refusals.value-missing'
  | 'shoutouts.refusals.value-unknown'
  | 'shoutouts.refusals.budget' // left, wanted, at (UTC ms when enough has come back)
  | 'shoutouts.refusals.pair' // user, at
  | 'shoutouts.refusals.back' // user, at
  | 'shoutouts.refusals.source-gone' // the message that it is for was deleted meanwhile
  | 'shoutouts.refusals.not-yours'
  | 'shoutouts.refusals.too-late' // minutes: withdrawing
  | 'shoutouts.refusals.not-given' // already withdrawn, lost or void
  | 'shoutouts.refusals.staff-only'
  | 'shoutouts.refusals.admins-only'
  | 'shoutouts.refusals.reason-missing'
  | 'shoutouts.refusals.draft-gone'
  | 'shoutouts.refusals.settings'; // what: key below shoutouts.settings-mistakes, and its parameters

export interface ShoutoutActor {
  userId: string;
  roleIds: readonly string[];
  permissions: bigint;
}

export interface ShoutoutCall {
  guildId: string;
  actor: ShoutoutActor;
  /** UTC ms. */
  now: number;
}

export interface ShoutoutPolicy {
  timeZone(guildId: string): string;
  mayManage(
    guildId: string,
    actor: { userId: string; roleIds: readonly string[]; permissions: bigint },
  ): boolean;
  mayAdminister(guildId: string, actor: ShoutoutActor): boolean;
}

/** Somebody as an interaction shows them: picked in a menu, the giver, or the author of a message. */
export interface SeenMember {
  userId: string;
  bot: boolean;
  /** False: not in this server. */
  member: boolean;
  /** Left out where Discord did not say: then what was known stays. */
  staff?: boolean;
  /** UTC ms; for "one year with us". */
  joinedAt?: number;
}

export interface GiveSpec {
  receivers: readonly SeenMember[];
  value: string | undefined;
  reason: string;
  source: { channelId: string; messageId: string } | undefined;
}

export type GiveOutcome =
  | {
      kind: 'given';
      shoutout: Shoutout;
      first: boolean;
      budget: BudgetState;
      milestones: readonly Milestone[];
    }
  /** The same words within REPEAT_MS: kept as a draft; `confirm` gives it all the same. */
  | { kind: 'asks-first'; draftId: number; before: Shoutout };

export interface ShoutoutService {
  settings(guildId: string): ShoutoutSettings;
  /** Write. Admins. Throws refusals.settings. */
  changeSettings(call: ShoutoutCall & { changes: Partial<ShoutoutSettings> }): ShoutoutSettings;
  /** Write. Admins. Adds, renames (by key) or, with an empty name, removes a value; what was given keeps its key. */
  saveValue(call: ShoutoutCall & { value: Omit<Value, 'key'>; key: string | undefined }): ShoutoutSettings;

  /** Read. Throws what `give` would throw before anybody has typed (not set up, budget used up). */
  mayGive(call: ShoutoutCall): { settings: ShoutoutSettings; budget: BudgetState };
  /** Write. All receivers or none. The same `interactionId` finds the same shout-out (`first: false`). */
  give(call: ShoutoutCall & { interactionId: string; giver: SeenMember; spec: GiveSpec }): GiveOutcome;
  /** Write. After `asks-first`. */
  confirm(
    call: ShoutoutCall & { draftId: number; interactionId: string },
  ): Extract<GiveOutcome, { kind: 'given' }>;
  /** Write. */
  dropDraft(call: ShoutoutCall & { draftId: number }): void;
  /** Write. Giver, within WITHDRAW_MS; the budget comes back. A second time changes nothing. */
  withdraw(call: ShoutoutCall & { shoutoutId: number }): Shoutout;
  /** Write. Staff; the reason stands in the trail, the giver sees it in their story. A second time changes nothing. */
  void(call: ShoutoutCall & { shoutoutId: number; reason: string }): Shoutout;
  /** Read. */
  shoutout(call: ShoutoutCall & { shoutoutId: number }): Shoutout;
  /** Read. Staff. Newest first, 10 a page, with their trail. */
  log(call: ShoutoutCall & { page: number }): ShoutoutPage<Shoutout & { trail: readonly TrailLine[] }>;

  /** Read. 10 lines a page. Hidden members and (by default) staff are not on it. */
  board(call: ShoutoutCall & { period: BoardPeriod; value: string | undefined; page: number }): Board;
  /** Read. */
  story(call: ShoutoutCall): Story;
  /** Write. Off every board and round-up ranking; cards that others write stay. */
  setHidden(call: ShoutoutCall & { hidden: boolean }): void;
  /** Read. Staff. Nothing of it is stored. At most 10. */
  unsung(call: ShoutoutCall): readonly Unsung[];
  /** Read. Admins. In aggregate: nobody is named. */
  rings(call: ShoutoutCall): RingReport;

  /** Read, for other features: shout-outs that count. */
  receivedBy(guildId: string, userId: string): number;
  /** Read, for what only staff sees: the same people as `unsung`. `now` is UTC ms. */
  unsungIn(guildId: string, now: number): readonly Unsung[];

  /** Write. Messages that were deleted: a shout-out for one of them is lost; a card that is gone is forgotten. */
  messagesGone(gone: {
    guildId: string;
    channelId: string;
    messageIds: readonly string[];
    now: number;
  }): void;
  /** Write. A channel is gone. Thanks for what stood there stay: nobody took them back by tidying up. */
  channelGone(gone: { guildId: string; channelId: string; now: number }): void;
}

export interface ShoutoutPage<T> {
  rows: readonly T[];
  /** 0-based, clamped; `pages` is at least 1. */
  page: number;
  pages: number;
  total: number;
}

export interface TrailLine {
  at: number;
  actorId: string | undefined;
  kind: 'given' | 'withdrawn' | 'lost' | 'void';
  reason: string;
}

/** What the jobs need; separate from the surface's use cases. */
export interface ShoutoutWork {
  find(shoutoutId: number): Shoutout | undefined;
  settings(guildId: string): ShoutoutSettings;
  /** Milestones that were reached by it and are not yet on Discord. */
  milestonesOf(shoutoutId: number): readonly Milestone[];
  /** Write. */
  posted(shoutoutId: number, place: { channelId: string; messageId: string }): void;
  cardGone(shoutoutId: number): void;
  /** Write. Years that are due today in the guild; each at most once. */
  yearsDue(guildId: string, now: number): readonly Milestone[];
  /** Write. Milestones have been posted. */
  celebrated(milestones: readonly Milestone[]): void;
  uncelebrated(guildId: string): readonly Milestone[];
  /** Which badge roles this person should have now, and which of the badge roles not. Only roles named in settings. */
  badgesOf(
    guildId: string,
    userId: string,
  ): { roleId: string; deserved: boolean; milestone: MilestoneKind }[];
  /** Data of the round-up of a calendar month in the guild's zone, `month` as "2026-11". */
  roundUp(guildId: string, month: string): RoundUp;
  /** Shout-outs with a source that should be looked up again (given within the month): a deletion may have been missed. */
  sources(guildId: string, month: string): readonly Shoutout[];
  ringReport(guildId: string, now: number): RingReport;
  guilds(): readonly string[];
  /** Write. Drafts after DRAFT_MS. */
  purge(now: number): number;
}

/** Jobs that the core enqueues inside its writes. Payload names in brackets; the key makes it one of a kind. */
export const shoutoutJobs = {
  /** Posts the card, with the milestones that it brought {shoutoutId}, key shoutoutId. */
  card: 'shoutout.card',
  /** Takes the card of a withdrawn, lost or void one away {shoutoutId}, key shoutoutId. */
  takeDown: 'shoutout.take-down',
  /** Gives or takes badge roles of one person {guildId, userId}, key guildId:userId. */
  badges: 'shoutout.badges',
  /** Every day at 09:00 of the guild: years with us {guildId}, key guildId. */
  years: 'shoutout.years',
  /** On the first of the month at 10:00 of the guild: round-up of the month before, and the ring report to admins {guildId, month}, key guildId. */
  roundUp: 'shoutout.round-up',
  /** Tells admins that the channel was deleted {guildId}, key guildId. */
  channelLost: 'shoutout.channel-lost',
  purge: 'shoutout.purge',
} as const;

export const WITHDRAW_MS = 10 * 60_000;
/** A used-up thank-you comes back after so long; sooner for thanking somebody for the first time. */
export const RENEW_MS = 7 * 86_400_000;
export const RENEW_NEW_MS = 3 * 86_400_000;
/** The same words again within this time ask first. */
export const REPEAT_MS = 90 * 86_400_000;
export const DRAFT_MS = 86_400_000;
/** No thanks for so long, and help all the same: unsung. */
export const UNSUNG_MS = 30 * 86_400_000;
