/** What a perk is. Instants are UTC ms, ids of Discord are text. */

export const perkLimits = {
  name: 80,
  description: 600,
  terms: 800,
  /** One code or link. */
  secret: 300,
  /** Rows and bytes of one file of codes. */
  rows: 100_000,
  fileBytes: 8 * 1024 * 1024,
  conditions: 4,
  count: 10_000,
  reason: 300,
  /** Days ahead that the end may lie. */
  daysAhead: 730,
  open: 50,
} as const;

/** `codes`: each handed to one member. `link`: the same for everybody. `role`: given by Hearth while the condition holds. */
export const rewardKinds = ['codes', 'link', 'role'] as const;
export type RewardKind = (typeof rewardKinds)[number];

/** Acts that members knowingly take; never message counts. */
export const countedActs = ['shoutouts-received', 'ideas-shipped', 'questions-answered'] as const;
export type CountedAct = (typeof countedActs)[number];

export type Condition =
  | { kind: CountedAct; count: number }
  | { kind: 'role'; roleId: string }
  /** Only whom an admin grants it by hand. */
  | { kind: 'hand-picked' };

/**
 * `draft`: being made, nobody sees it. `open`: can be claimed. `paused`: not for now. `ended`: for good (by hand or
 * at its expiry). What was claimed stays readable for who claimed it.
 */
export const perkStatuses = ['draft', 'open', 'paused', 'ended'] as const;
export type PerkStatus = (typeof perkStatuses)[number];

export interface PerkSpec {
  name: string;
  description: string;
  terms: string;
  reward: RewardKind;
  /** For `role`. */
  roleId: string | undefined;
  /** All must hold; none: everybody may claim. */
  conditions: readonly Condition[];
  /** Nothing is claimed from then on; undefined: never. */
  expiresAt: number | undefined;
  /** Most members who get it, for `link` and `role`; undefined: as many as want. For `codes` it is the number of codes. */
  stock: number | undefined;
}

export interface Perk extends PerkSpec {
  id: number;
  guildId: string;
  status: PerkStatus;
  createdBy: string;
  createdAt: number;
  statusAt: number;
  /** Codes that exist, without those taken out; for others the stock. Undefined: unlimited. */
  total: number | undefined;
  claimed: number;
  /** Reserved by a grant by hand and not claimed yet. */
  reserved: number;
  /** The card, where an admin posted it. */
  channelId: string | undefined;
  messageId: string | undefined;
}

export interface Claim {
  id: number;
  perkId: number;
  userId: string;
  claimedAt: number;
  /** Undefined: by the conditions. */
  grantId: number | undefined;
  /** For roles: when it lapsed and the role was taken back. */
  lapsedAt: number | undefined;
}

/** By hand, with a reason. A code is kept for this member until `until`, then it comes back. */
export interface Grant {
  id: number;
  perkId: number;
  userId: string;
  by: string;
  reason: string;
  at: number;
  until: number;
  status: 'waiting' | 'claimed' | 'returned';
}

/** How far along somebody is with one condition. */
export interface Progress {
  condition: Condition;
  have: number;
  need: number;
  met: boolean;
}

export interface PerkView {
  perk: Perk;
  progress: readonly Progress[];
  grant: Grant | undefined;
  claim: Claim | undefined;
  /** Why it cannot be claimed now; undefined: it can, or it was. */
  closed: 'not-open' | 'expired' | 'none-left' | 'not-yet' | undefined;
}
