import * as fc from 'fast-check';
import {
  type Category,
  type Idea,
  type IdeaEvent,
  ideaEventKinds,
  ideaLimits,
  ideaStatuses,
  type Merge,
  type ReviewCase,
} from '../../../src/features/ideas/model.ts';
import type { IdeaSummary } from '../../../src/features/ideas/ports.ts';
import { hostileText, somebody } from '../polls/hostile.ts';

/** Ideas as large and as hostile as they can be. */

export const snowflake = fc.bigInt({ min: 10n ** 17n, max: 2n ** 64n - 1n }).map(String);
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const rowId = fc.integer({ min: 1, max: 2 ** 50 });

export const anyCategories: fc.Arbitrary<Category[]> = fc.uniqueArray(
  fc.record({
    key: fc.stringMatching(/^[a-z]{1,8}$/u),
    name: hostileText(40),
    emoji: maybe(fc.constantFrom('☕', '👨‍👩‍👧‍👦', '🇯🇵')),
  }),
  { selector: ({ key }) => key, maxLength: 10 },
);

export const anyIdea: fc.Arbitrary<Idea> = fc.record({
  id: rowId,
  guildId: snowflake,
  number: fc.integer({ min: 1, max: 1_000_000 }),
  authorId: somebody,
  anonymous: fc.boolean(),
  suggestedBy: maybe(snowflake),
  consent: fc.constantFrom('none', 'asked', 'agreed', 'refused'),
  status: fc.constantFrom(...ideaStatuses),
  createdAt: instant,
  postedAt: maybe(instant),
  statusAt: instant,
  rungs: fc.array(
    fc.record({ goal: fc.integer({ min: 1, max: 100_000 }), days: fc.integer({ min: 1, max: 365 }) }),
    { minLength: 1, maxLength: 5 },
  ),
  basis: maybe(
    fc.record({
      active: fc.nat({ max: 1_000_000 }),
      days: fc.constant(28),
      counted: fc.constantFrom('used-hearth', 'took-part'),
    }),
  ),
  reached: fc.integer({ min: 0, max: 5 }),
  deadline: maybe(instant),
  chances: fc.integer({ min: 0, max: 1 }),
  supporters: fc.nat({ max: 1_000_000 }),
  reason: maybe(hostileText(ideaLimits.reason)),
  mergedInto: maybe(rowId),
  channelId: maybe(snowflake),
  messageId: maybe(snowflake),
  threadId: maybe(snowflake),
  imageNames: fc.array(hostileText(60), { maxLength: ideaLimits.images }),
  updates: fc.array(fc.record({ at: instant, text: hostileText(ideaLimits.update) }), {
    maxLength: ideaLimits.updates,
  }),
  title: hostileText(ideaLimits.title),
  body: hostileText(ideaLimits.body),
  problem: hostileText(ideaLimits.problem),
  category: maybe(fc.stringMatching(/^[a-z]{1,8}$/u)),
});

export const anyEvent: fc.Arbitrary<IdeaEvent> = fc.record({
  id: rowId,
  ideaId: rowId,
  at: instant,
  kind: fc.constantFrom(...ideaEventKinds),
  actorId: maybe(snowflake),
  from: maybe(fc.constantFrom(...ideaStatuses)),
  to: maybe(fc.constantFrom(...ideaStatuses)),
  detail: fc.record({
    reason: hostileText(ideaLimits.reason),
    text: hostileText(ideaLimits.update),
    rung: fc.integer({ min: 1, max: 5 }),
    merge: rowId,
    by: fc.constantFrom('author', 'staff'),
  }),
});

export const anyReview: fc.Arbitrary<ReviewCase> = fc.record({
  id: rowId,
  ideaId: rowId,
  openedAt: instant,
  dueAt: instant,
  scores: fc.array(
    fc.record({
      reviewerId: snowflake,
      scores: fc.record({
        fit: fc.integer({ min: 1, max: 5 }),
        effort: fc.integer({ min: 1, max: 5 }),
        demand: fc.integer({ min: 1, max: 5 }),
        cost: fc.integer({ min: 1, max: 5 }),
      }),
      reason: hostileText(ideaLimits.reason),
      at: instant,
    }),
    { maxLength: 12 },
  ),
  channelId: maybe(snowflake),
  messageId: maybe(snowflake),
  closedAt: maybe(instant),
});

export const anyMerge: fc.Arbitrary<Merge> = fc.record({
  id: rowId,
  sourceId: rowId,
  targetId: rowId,
  by: snowflake,
  at: instant,
  undoUntil: instant,
  undoneAt: maybe(instant),
  objection: maybe(hostileText(ideaLimits.reason)),
  moved: fc.nat({ max: 100_000 }),
});

export const anySummary: fc.Arbitrary<IdeaSummary> = fc.record({
  id: rowId,
  number: fc.integer({ min: 1, max: 1_000_000 }),
  title: hostileText(ideaLimits.title),
  category: maybe(fc.constant('beans')),
  status: fc.constantFrom(...ideaStatuses),
  supporters: fc.nat({ max: 1_000_000 }),
  goal: fc.nat({ max: 1_000_000 }),
  deadline: maybe(instant),
  guildId: snowflake,
  channelId: snowflake,
  messageId: snowflake,
});

/** Ideas in one list are different ones: two controls with one id would be refused. */
export const anySummaries = (maxLength: number): fc.Arbitrary<IdeaSummary[]> =>
  fc.uniqueArray(anySummary, { selector: (summary) => summary.id, maxLength });
