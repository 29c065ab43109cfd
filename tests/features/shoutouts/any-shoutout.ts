import * as fc from 'fast-check';
import {
  boardPeriods,
  type Milestone,
  type MilestoneKind,
  type Shoutout,
  type ShoutoutSettings,
  type Story,
  shoutoutLimits,
  shoutoutStatuses,
  type Value,
} from '../../../src/features/shoutouts/model.ts';
import type { ShoutoutPage, TrailLine } from '../../../src/features/shoutouts/ports.ts';
import type { Board } from '../../../src/features/shoutouts/result-types.ts';
import { badgeMilestones } from '../../../src/features/shoutouts/settings-form-views.ts';
import { hostileText } from '../polls/hostile.ts';

/** Shout-outs as large and as hostile as they can be. */

export const snowflake = fc.bigInt({ min: 10n ** 17n, max: 2n ** 64n - 1n }).map(String);
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
const rowId = fc.integer({ min: 1, max: 2 ** 50 });
const count = fc.nat({ max: 1_000_000 });
const key = fc.stringMatching(/^[a-z][a-z-]{0,39}$/u);

export const anyValues: fc.Arbitrary<Value[]> = fc.uniqueArray(
  fc.record({
    key,
    name: hostileText(shoutoutLimits.valueName),
    emoji: fc.constantFrom('', '☕', '👨‍👩‍👧‍👦', '🇯🇵', '<:ours:1191000000000000012>'),
    description: hostileText(shoutoutLimits.valueDescription),
  }),
  { selector: (value) => value.key, maxLength: shoutoutLimits.values },
);

export const anyShoutout: fc.Arbitrary<Shoutout> = fc.record({
  id: rowId,
  guildId: snowflake,
  giverId: snowflake,
  receiverIds: fc.uniqueArray(snowflake, { minLength: 1, maxLength: shoutoutLimits.receivers }),
  value: maybe(key),
  reason: hostileText(shoutoutLimits.reason),
  source: maybe(fc.record({ channelId: snowflake, messageId: snowflake })),
  status: fc.constantFrom(...shoutoutStatuses),
  createdAt: instant,
  statusAt: instant,
  voidReason: hostileText(shoutoutLimits.voidReason),
  channelId: maybe(snowflake),
  messageId: maybe(snowflake),
});

/** Shout-outs in one list are different ones: two controls with one id would be refused. */
export const anyShoutouts = (maxLength: number): fc.Arbitrary<Shoutout[]> =>
  fc.uniqueArray(anyShoutout, { selector: ({ id }) => id, maxLength });

export const anyMilestones: fc.Arbitrary<Milestone[]> = fc.uniqueArray(
  fc.record({
    guildId: snowflake,
    userId: snowflake,
    kind: fc.constantFrom<MilestoneKind[]>(...badgeMilestones),
    reachedAt: instant,
    shoutoutId: maybe(rowId),
  }),
  { selector: ({ kind }) => kind },
);

export const anyBudget = fc.record({
  left: fc.nat({ max: 20 }),
  of: fc.integer({ min: 1, max: 20 }),
  nextAt: maybe(instant),
});

export const anySettings: fc.Arbitrary<ShoutoutSettings> = fc.record({
  channelId: maybe(snowflake),
  values: anyValues,
  budget: fc.integer({ min: 1, max: 20 }),
  pairDays: fc.nat({ max: 60 }),
  backHours: fc.nat({ max: 168 }),
  pictures: fc.boolean(),
  roundUp: fc.boolean(),
  staffOnBoards: fc.boolean(),
  badges: fc.uniqueArray(
    fc.record({ milestone: fc.constantFrom<MilestoneKind[]>(...badgeMilestones), roleId: snowflake }),
    { selector: ({ milestone }) => milestone, maxLength: shoutoutLimits.badges },
  ),
});

export const anyStory: fc.Arbitrary<Story> = fc.record({
  received: count,
  given: count,
  byValue: fc.uniqueArray(fc.record({ value: maybe(key), received: count }), {
    selector: ({ value }) => value,
    maxLength: 12,
  }),
  latestReceived: anyShoutouts(6),
  latestGiven: anyShoutouts(6),
  milestones: anyMilestones,
  hidden: fc.boolean(),
  budget: anyBudget,
});

/** The value is among those of the settings, or none, as the surface asks for it. */
export const anyBoard: fc.Arbitrary<Board> = fc.record({
  period: fc.constantFrom(...boardPeriods),
  value: maybe(key),
  ranked: fc.boolean(),
  lines: fc.uniqueArray(
    fc.record({ userId: snowflake, received: count, rank: maybe(fc.integer({ min: 1, max: 100_000 })) }),
    { selector: ({ userId }) => userId, maxLength: 10 },
  ),
  page: fc.nat({ max: 100_000 }),
  pages: fc.integer({ min: 1, max: 100_001 }),
  people: count,
  shoutouts: count,
});

const anyTrail: fc.Arbitrary<TrailLine> = fc.record({
  at: instant,
  actorId: maybe(snowflake),
  kind: fc.constantFrom('given', 'withdrawn', 'lost', 'void'),
  reason: hostileText(shoutoutLimits.voidReason),
});

export const anyLog: fc.Arbitrary<ShoutoutPage<Shoutout & { trail: readonly TrailLine[] }>> = fc.record({
  rows: anyShoutouts(10).chain((rows) =>
    fc
      .array(fc.array(anyTrail, { maxLength: 4 }), { minLength: rows.length, maxLength: rows.length })
      .map((trails) => rows.map((row, place) => ({ ...row, trail: trails[place]! }))),
  ),
  page: fc.nat({ max: 100 }),
  pages: fc.integer({ min: 1, max: 101 }),
  total: count,
});
