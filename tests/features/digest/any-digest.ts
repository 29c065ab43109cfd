import * as fc from 'fast-check';
import { blockNames } from '../../../src/features/digest/custom-ids.ts';
import {
  cadences,
  type Digest,
  type DigestContent,
  type DigestSettings,
  digestNumbers,
  type Figure,
  type Headline,
  type Highlight,
  type Suggestion,
} from '../../../src/features/digest/model.ts';
import { hostileText } from '../polls/hostile.ts';

/** Digests as large and as hostile as they can be. */

export const snowflake = fc.bigInt({ min: 10n ** 17n, max: 2n ** 64n - 1n }).map(String);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const amount = fc.integer({ min: 0, max: 99_999_999 });
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
const day = fc.integer({ min: 0, max: 40_000 });
const rowId = fc.integer({ min: 1, max: 2 ** 50 });
const many = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 12) =>
  fc.array(arbitrary, { maxLength, size: 'max' });
export const anyBlock = fc.constantFrom(...blockNames);

const address = maybe(
  fc.oneof(
    fc.tuple(snowflake, snowflake, snowflake).map((ids) => `https://discord.com/channels/${ids.join('/')}`),
    hostileText(300),
  ),
);
const anyPeriod = fc
  .tuple(day, fc.integer({ min: 1, max: 31 }))
  .map(([start, days]) => ({ start, end: start + days }));
const anyPart = fc.tuple(amount, amount).map(([a, b]) => ({ part: Math.min(a, b), of: Math.max(a, b) }));
const range = maybe(
  fc.tuple(amount, amount).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
);

const valueOf = (number: Figure['number']): fc.Arbitrary<NonNullable<Figure['value']>> =>
  number === 'answered' ? anyPart : amount;

const anyFigure = (number: Figure['number']): fc.Arbitrary<Figure> =>
  fc.record({
    number: fc.constant(number),
    value: maybe(valueOf(number)),
    before: maybe(valueOf(number)),
    usual: number === 'answered' ? fc.constantFrom(undefined, { low: 0.125, high: 1 }) : range,
    change: fc.constantFrom(undefined, 'better', 'worse'),
    direction: fc.constantFrom(undefined, 'up', 'down'),
  });

const anyHeadline: fc.Arbitrary<Headline> = fc.oneof(
  fc.record({
    what: fc.constantFrom('first' as const, 'quiet' as const, 'one-message' as const, 'steady' as const),
  }),
  fc.record({ what: fc.constant('newcomers-unanswered' as const), count: amount }),
  fc.record({
    what: fc.constantFrom('better' as const, 'worse' as const),
    number: fc.constantFrom(...digestNumbers),
  }),
);

const anyHighlight: fc.Arbitrary<Highlight> = fc.oneof(
  fc.record({
    what: fc.constant('conversation' as const),
    channelId: snowflake,
    messageId: snowflake,
    messages: amount,
    people: amount,
  }),
  fc.record({
    what: fc.constant('idea' as const),
    ideaId: rowId,
    title: hostileText(300),
    supporters: amount,
    url: address,
  }),
  fc.record({
    what: fc.constant('shoutout' as const),
    shoutoutId: rowId,
    giverId: snowflake,
    receiverIds: many(snowflake),
    reason: hostileText(1000),
    url: address,
  }),
);

const doable = fc.record({ id: rowId, title: hostileText(300), url: address });
const unanswered = fc.record({
  conversationId: rowId,
  channelId: snowflake,
  messageId: snowflake,
  userId: snowflake,
  at: instant,
});

export const anySuggestion: fc.Arbitrary<Suggestion> = fc.oneof(
  fc.record({
    what: fc.constantFrom('reply-newcomers' as const, 'reply-conversations' as const),
    conversations: many(unanswered, 15),
  }),
  fc.record({
    what: fc.constantFrom('answer-ideas' as const, 'answer-questions' as const),
    items: many(doable, 15),
  }),
  fc.record({ what: fc.constant('thank' as const), userIds: many(snowflake, 15) }),
  fc.record({ what: fc.constant('wake-channel' as const), channelId: snowflake }),
);

export const anyContent: fc.Arbitrary<DigestContent> = fc.record({
  period: anyPeriod,
  cadence: fc.constantFrom(...cadences),
  timeZone: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu'),
  clampedTo: maybe(day),
  headline: anyHeadline,
  figures: fc.tuple(...digestNumbers.map((number) => anyFigure(number))),
  trend: fc.record({
    starts: fc.array(day, { minLength: 12, maxLength: 12 }),
    active: fc.array(maybe(amount), { minLength: 12, maxLength: 12 }),
    conversations: fc.array(maybe(amount), { minLength: 12, maxLength: 12 }),
    usualActive: range,
  }),
  hours: fc.array(fc.array(amount, { minLength: 24, maxLength: 24 }), { minLength: 7, maxLength: 7 }),
  guard: maybe(fc.record({ firsts: amount, inTime: amount, afterCard: amount })),
  highlights: many(anyHighlight),
  overdue: many(
    fc.record({
      what: fc.constantFrom('idea' as const, 'question' as const),
      count: amount,
      items: many(fc.record({ title: hostileText(300), url: address })),
    }),
  ),
  suggestions: many(anySuggestion),
  followed: many(
    fc.record({
      kind: fc.constantFrom('reply-newcomers' as const, 'thank' as const, 'wake-channel' as const),
      done: amount,
      of: amount,
      takenBy: maybe(snowflake),
    }),
  ),
  skipped: many(anyPeriod),
});

export const anyDigest: fc.Arbitrary<Digest> = fc.record({
  id: rowId,
  guildId: snowflake,
  kind: fc.constantFrom('scheduled', 'extra'),
  period: anyPeriod,
  status: fc.constantFrom('due', 'posted', 'skipped'),
  dueAt: instant,
  content: maybe(anyContent),
  channelId: maybe(snowflake),
  messageId: maybe(snowflake),
});

export const anySettings: fc.Arbitrary<DigestSettings> = fc.record({
  channelId: maybe(snowflake),
  cadence: fc.constantFrom(...cadences),
  weekday: fc.integer({ min: 1, max: 7 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.integer({ min: 0, max: 59 }),
  locale: fc.constantFrom(undefined, 'en', 'de', 'xx'),
});
