import * as fc from 'fast-check';
import {
  type Claim,
  type Condition,
  countedActs,
  type Grant,
  type Perk,
  type PerkView,
  type Progress,
  perkLimits,
  perkStatuses,
  rewardKinds,
} from '../../../src/features/perks/model.ts';
import type { PerkPage } from '../../../src/features/perks/ports.ts';
import { hostileText } from '../polls/hostile.ts';

/** Perks as large and as hostile as they can be. */

export const snowflake = fc.bigInt({ min: 10n ** 17n, max: 2n ** 64n - 1n }).map(String);
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
const rowId = fc.integer({ min: 1, max: 2 ** 50 });

const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(...countedActs),
    count: fc.integer({ min: 1, max: perkLimits.count }),
  }),
  fc.record({ kind: fc.constant('role' as const), roleId: snowflake }),
  fc.constant({ kind: 'hand-picked' as const }),
);

export const conditionKeyOf = (condition: Condition): string =>
  condition.kind === 'role' ? condition.roleId : condition.kind;

export const anyConditions = fc.uniqueArray(anyCondition, {
  selector: conditionKeyOf,
  maxLength: perkLimits.conditions,
});

export const anyPerk: fc.Arbitrary<Perk> = fc.record({
  id: rowId,
  guildId: snowflake,
  name: hostileText(perkLimits.name),
  description: hostileText(perkLimits.description),
  terms: hostileText(perkLimits.terms),
  reward: fc.constantFrom(...rewardKinds),
  roleId: maybe(snowflake),
  conditions: anyConditions,
  expiresAt: maybe(instant),
  stock: maybe(fc.integer({ min: 1, max: perkLimits.count })),
  status: fc.constantFrom(...perkStatuses),
  createdBy: snowflake,
  createdAt: instant,
  statusAt: instant,
  total: maybe(fc.nat({ max: 1_000_000 })),
  claimed: fc.nat({ max: 1_000_000 }),
  reserved: fc.nat({ max: 1_000_000 }),
  channelId: maybe(snowflake),
  messageId: maybe(snowflake),
});

/** Perks in one list are different ones: two controls with one id would be refused. */
const anyOf = <T extends { id: number }>(each: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(each, { selector: ({ id }) => id, maxLength });

const anyProgress: fc.Arbitrary<Progress> = fc.record({
  condition: anyCondition,
  have: fc.nat({ max: 100_000 }),
  need: fc.integer({ min: 1, max: perkLimits.count }),
  met: fc.boolean(),
});

export const anyClaim: fc.Arbitrary<Claim> = fc.record({
  id: rowId,
  perkId: rowId,
  userId: snowflake,
  claimedAt: instant,
  grantId: maybe(rowId),
  lapsedAt: maybe(instant),
});

export const anyGrant: fc.Arbitrary<Grant> = fc.record({
  id: rowId,
  perkId: rowId,
  userId: snowflake,
  by: snowflake,
  reason: hostileText(perkLimits.reason),
  at: instant,
  until: instant,
  status: fc.constantFrom('waiting' as const, 'claimed' as const, 'returned' as const),
});

export const anyView: fc.Arbitrary<PerkView> = fc.record({
  perk: anyPerk,
  progress: fc.array(anyProgress, { maxLength: perkLimits.conditions }),
  grant: maybe(anyGrant),
  claim: maybe(anyClaim),
  closed: maybe(
    fc.constantFrom('not-open' as const, 'expired' as const, 'none-left' as const, 'not-yet' as const),
  ),
});

const paged = <T>(rows: fc.Arbitrary<T[]>): fc.Arbitrary<PerkPage<T>> =>
  fc.record({
    rows,
    page: fc.nat({ max: 40 }),
    pages: fc.integer({ min: 1, max: 41 }),
    total: fc.nat({ max: 400 }),
  });

export const anyList = paged(anyOf(anyPerk, 10));
export const anyMine = paged(fc.uniqueArray(anyView, { selector: ({ perk }) => perk.id, maxLength: 5 }));
