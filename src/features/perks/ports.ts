import type { Claim, CountedAct, Grant, Perk, PerkSpec, PerkView } from './model.ts';

/**
 * What the perk feature offers to its surface and to its jobs. Every use case is synchronous. Those marked "write"
 * belong inside `writer.write(() => service.x(...))`. All refuse by throwing a UserError with a RefusalCode.
 */

/** Every refusal's i18n key; the comment lists its parameters. */
export type PerkRefusalCode =
  | 'perks.refusals.off' // no encryption key, or another than the one that codes were kept with: the operator has to mend it
  | 'perks.refusals.admins-only'
  | 'perks.refusals.not-found' // also: forged, of another server, a draft
  | 'perks.refusals.not-open' // paused or a draft
  | 'perks.refusals.ended'
  | 'perks.refusals.expired'
  | 'perks.refusals.none-left'
  | 'perks.refusals.not-yet' // progress: the surface words it from PerkView
  | 'perks.refusals.nothing-to-open' // no codes, no link, no role
  | 'perks.refusals.name-missing'
  | 'perks.refusals.expires-in-the-past'
  | 'perks.refusals.expires-too-late' // days
  | 'perks.refusals.too-many-open' // max
  | 'perks.refusals.not-that-kind' // codes for a link…
  | 'perks.refusals.link-bad' // must be https://
  | 'perks.refusals.file-too-big' // megabytes
  | 'perks.refusals.file-encoding'
  | 'perks.refusals.file-empty'
  | 'perks.refusals.file-rows' // max
  | 'perks.refusals.file-not-read'
  | 'perks.refusals.import-running'
  | 'perks.refusals.already-granted'
  | 'perks.refusals.already-claimed'
  | 'perks.refusals.reason-missing'
  | 'perks.refusals.role-too-high' // role
  | 'perks.refusals.role-managed' // role
  | 'perks.refusals.draft-gone';

export interface PerkActor {
  userId: string;
  roleIds: readonly string[];
  permissions: bigint;
}
export interface PerkCall {
  guildId: string;
  actor: PerkActor;
  /** UTC ms. */
  now: number;
}
type OfPerk = PerkCall & { perkId: number };

export interface PerkPolicy {
  timeZone(guildId: string): string;
  mayAdminister(guildId: string, actor: PerkActor): boolean;
}

/** What other features know; handed in by the wiring. Reads, synchronous. */
export type CountActs = (act: CountedAct, guildId: string, userId: string) => number;

export type ClaimOutcome =
  /** `secret`: the code or link, only ever for an ephemeral reply. `first`: false when it is only shown again. */
  | { kind: 'secret'; perk: Perk; claim: Claim; secret: string; first: boolean }
  /** The role follows by a job. */
  | { kind: 'role'; perk: Perk; claim: Claim; first: boolean };

/**
 * Reads a file of codes, in slices that let others have their turn. Refuses with file-too-big, file-encoding,
 * file-empty or file-rows.
 */
export type ReadCodes = (file: Buffer) => Promise<ImportCheck>;

/** What one file of codes held; line numbers are 1-based and at most the first 10 of each kind. */
export interface ImportCheck {
  codes: readonly string[];
  blank: number;
  repeated: { count: number; lines: readonly number[] };
  /** Begins like a spreadsheet formula. */
  formulas: { count: number; lines: readonly number[] };
  tooLong: { count: number; lines: readonly number[] };
  heading: boolean;
}

export interface PerkService {
  /** Read. Undefined: works. Otherwise why perks rest. */
  trouble(): 'no-key' | 'wrong-key' | undefined;

  /** Write. Admins. The same `interactionId` finds the same perk. Starts as a draft. */
  create(call: PerkCall & { interactionId: string; spec: PerkSpec }): Perk;
  /** Write. Admins. What was claimed stays. */
  edit(call: OfPerk & { changes: Partial<Omit<PerkSpec, 'reward'>> }): Perk;
  /** Write. Admins. draft or paused -> open; needs something to hand out. */
  open(call: OfPerk): Perk;
  pause(call: OfPerk): Perk;
  /** Write. Admins. For good. */
  end(call: OfPerk): Perk;
  /**
   * Write. Admins. The card belongs into this channel; a job posts it. Where it stood in a channel before, a job takes
   * that message away.
   */
  post(call: OfPerk & { channelId: string }): Perk;
  /** Write. Admins. One shared link, https only. */
  setLink(call: OfPerk & { link: string }): Perk;

  /** Write. Admins. Begins an import; codes are added in slices and count only when `finishImport` came. */
  beginImport(call: OfPerk & { interactionId: string; rows: number }): { importId: number; first: boolean };
  /** Write. At most IMPORT_SLICE codes; what the perk has already is left out and counted. */
  importSlice(slice: { importId: number; codes: readonly string[] }): { added: number; known: number };
  /** Write. From now on they can be claimed. */
  finishImport(call: OfPerk & { importId: number }): Perk;
  /** Write. Whatever was added of it goes. */
  dropImport(importId: number): void;

  /** Write. The presser; exactly one code to exactly one member, and the same one again afterwards. Also after the end, if it was claimed. */
  claim(call: OfPerk & { interactionId: string }): ClaimOutcome;
  /** Write. Admins. Reserves for GRANT_MS. */
  grant(call: OfPerk & { userId: string; reason: string }): Grant;

  /** Read. Admins also see drafts. */
  perk(call: OfPerk): PerkView;
  /** Read. What this member can claim, can earn, and has, in this order; 5 a page. */
  mine(call: PerkCall & { page: number }): PerkPage<PerkView>;
  /** Read. Admins: all. 10 a page. */
  list(call: PerkCall & { page: number }): PerkPage<Perk>;
  /** Read. Up to 25 by name; admins also see drafts and ended ones. */
  suggest(call: PerkCall & { text: string }): readonly Perk[];
  resolve(call: PerkCall & { text: string }): Perk | undefined;
  /** Read. Admins. Newest last; never a code. */
  ledger(call: PerkCall & { perkId: number | undefined }): readonly LedgerLine[];
  /** Write. Admins. Codes that nobody claimed, of an ended perk: to be used elsewhere. Noted in the ledger. */
  unclaimed(call: OfPerk): readonly string[];

  /** Write. A message or channel is gone. */
  placeGone(gone: { guildId: string; channelId: string; messageIds: readonly string[] | undefined }): void;
}

export interface PerkPage<T> {
  rows: readonly T[];
  /** 0-based, clamped; `pages` is at least 1. */
  page: number;
  pages: number;
  total: number;
}

export interface LedgerLine {
  at: number;
  perkId: number;
  perkName: string;
  kind:
    | 'created'
    | 'opened'
    | 'paused'
    | 'ended'
    | 'expired'
    | 'codes-added'
    | 'link-set'
    | 'granted'
    | 'returned'
    | 'claimed'
    | 'lapsed'
    | 'unclaimed-taken';
  /** Whom it is about, or who did it where it is about nobody. */
  userId: string | undefined;
  by: string | undefined;
  reason: string;
  count: number;
}

/** What the jobs need. */
export interface PerkWork {
  find(perkId: number): Perk | undefined;
  /** Servers that have perks; `with-secrets`: with codes or links that are kept. */
  guilds(which: 'all' | 'with-secrets'): readonly string[];
  claimOf(perkId: number, userId: string): Claim | undefined;
  /** Write. */
  posted(perkId: number, place: { channelId: string; messageId: string } | undefined): void;
  /** For the refresh job (jobs/keep-shown). */
  progress(perkId: number): { version: number; open: boolean } | undefined;
  settleRefresh(perkId: number, version: number): boolean;
  /** Write. The expiry is due: ended. */
  expireDue(perkId: number, now: number): Perk | undefined;
  /** Write. Grants that nobody claimed in time come back; returns how many. */
  returnGrants(now: number): number;
  /** Read. What admins should hear and have not heard yet; none-left takes the place of low-stock. */
  alertsDue(perkId: number, now: number): readonly PerkAlert[];
  /** Write. Brings about that they hear what is due. */
  raiseAlerts(perkId: number, now: number): void;
  /** Write. They have heard: each at most once per perk and kind (more codes or a later end make it possible again). */
  alerted(perkId: number, alerts: readonly PerkAlert[]): void;
  /** Role claims whose conditions hold no longer, or hold again. Asks `CountActs` and, for role conditions, `rolesOf` handed in. */
  roleClaims(guildId: string): readonly { perk: Perk; claim: Claim }[];
  stillEligible(perk: Perk, userId: string, roleIds: readonly string[] | undefined): boolean;
  /** Write. Both enqueue the role job. */
  lapse(claimId: number, now: number): void;
  revive(claimId: number, now: number): void;
  /** Write. At the start of a process: what another one was reading when it ended has nobody who reads on. */
  dropUnfinishedImports(): void;
  purge(now: number): number;
}

/** The core, put together by `createPerks` in service.ts. */
export interface PerkCore {
  service: PerkService;
  work: PerkWork;
}

export type PerkAlert = 'low-stock' | 'none-left' | 'expires-soon';

export const perkJobs = {
  /** Posts the card where it is missing {perkId}, key perkId. */
  card: 'perk.card',
  /** Takes a card away that stands elsewhere now {channelId, messageId}, key messageId. */
  takeDown: 'perk.take-down',
  /** Keeps the card up to date {perkId}, key perkId. */
  refresh: 'perk.refresh',
  /** At expiresAt {perkId}, key perkId; moved with it. */
  expire: 'perk.expire',
  /** EXPIRES_SOON_MS before the expiry, and after claims {perkId}, key perkId: admins hear in the notices channel. */
  alerts: 'perk.alerts',
  /** Gives or takes a perk's role {perkId, userId}, key perkId:userId. */
  role: 'perk.role',
  /** Every day: role perks whose condition lapsed; grants that come back. Key "all". */
  daily: 'perk.daily',
  purge: 'perk.purge',
} as const;

export const IMPORT_SLICE = 150;
export const GRANT_MS = 14 * 86_400_000;
export const EXPIRES_SOON_MS = 3 * 86_400_000;
/** Low: at most so many left, or a tenth. */
export const LOW_STOCK = 5;
