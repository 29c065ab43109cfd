import * as fc from 'fast-check';
import {
  type Ama,
  type AmaEvent,
  amaEventKinds,
  amaLimits,
  amaStatuses,
  declineReasons,
  type FairnessReceipt,
  type Question,
  type QuestionStatus,
  questionStatuses,
} from '../../../src/features/amas/model.ts';
import type { PanelState, Transcript } from '../../../src/features/amas/ports.ts';
import { hostileText, somebody } from '../polls/hostile.ts';

/** AMAs as large and as hostile as they can be. */

export const snowflake = fc.bigInt({ min: 10n ** 17n, max: 2n ** 64n - 1n }).map(String);
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
export const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const rowId = fc.integer({ min: 1, max: 2 ** 50 });
const many = fc.nat({ max: 1_000_000 });

export const anyAma: fc.Arbitrary<Ama> = fc.record({
  id: rowId,
  guildId: snowflake,
  hostId: snowflake,
  status: fc.constantFrom(...amaStatuses),
  title: hostileText(amaLimits.title),
  description: hostileText(amaLimits.description),
  guestIds: fc.array(snowflake, { maxLength: amaLimits.guests }),
  startAt: instant,
  endAt: instant,
  channelId: snowflake,
  stageId: maybe(snowflake),
  staffChannelId: snowflake,
  queue: fc.constantFrom('review', 'open'),
  anonymous: fc.boolean(),
  several: fc.boolean(),
  attachments: fc.boolean(),
  createdAt: instant,
  statusAt: instant,
  graceUntil: maybe(instant),
  cancelReason: hostileText(amaLimits.reason),
  eventId: maybe(snowflake),
  messageId: maybe(snowflake),
  threadId: maybe(snowflake),
  askMessageId: maybe(snowflake),
  airMessageId: maybe(snowflake),
  panelMessageId: maybe(snowflake),
  queueMessageId: maybe(snowflake),
  parkedMessageId: maybe(snowflake),
  transcriptMessageId: maybe(snowflake),
  onAirId: maybe(rowId),
  questions: many,
  waiting: many,
  supports: many,
});

const anyAnswer = fc.record({
  kind: fc.constantFrom('written' as const, 'voice' as const),
  text: fc.oneof(fc.constant(''), hostileText(amaLimits.answer)),
  by: snowflake,
  at: instant,
  messageId: maybe(snowflake),
});

export const anyQuestion: fc.Arbitrary<Question> = fc.record({
  id: rowId,
  amaId: rowId,
  guildId: snowflake,
  number: fc.integer({ min: 1, max: 100_000 }),
  askerId: somebody,
  anonymous: fc.boolean(),
  text: hostileText(amaLimits.question),
  original: maybe(hostileText(amaLimits.question)),
  tag: maybe(hostileText(amaLimits.tag)),
  status: fc.constantFrom(...questionStatuses),
  askedAt: instant,
  statusAt: instant,
  supports: many,
  alsoAsked: fc.nat({ max: 10_000 }),
  skips: fc.nat({ max: 100 }),
  firstTimer: fc.boolean(),
  mergedInto: maybe(rowId),
  declined: maybe(
    fc.record({ reason: fc.constantFrom(...declineReasons), words: hostileText(amaLimits.reason) }),
  ),
  prepared: maybe(fc.record({ text: hostileText(amaLimits.answer), by: snowflake })),
  answer: maybe(anyAnswer),
  notify: fc.boolean(),
  images: fc.nat({ max: 3 }),
  unreviewed: fc.boolean(),
});

/** Some of them, with rows of their own, as the database gives them. */
export function someQuestions(maxLength: number, minLength = 0): fc.Arbitrary<Question[]> {
  return fc.uniqueArray(anyQuestion, { selector: ({ id }) => id, minLength, maxLength });
}

export const anyEvent: fc.Arbitrary<AmaEvent> = fc.record({
  id: rowId,
  amaId: rowId,
  questionId: maybe(rowId),
  at: instant,
  kind: fc.constantFrom(...amaEventKinds),
  actorId: maybe(snowflake),
  detail: fc.constantFrom(
    {},
    { how: 'ended' },
    { how: 'cancelled' },
    { taken: 0 },
    { what: 'channel' },
    { what: 'staff-channel' },
  ) as fc.Arbitrary<AmaEvent['detail']>,
});

export const anyReceipt: fc.Arbitrary<FairnessReceipt> = fc.record({
  asked: many,
  askers: many,
  answered: many,
  parked: many,
  unreviewed: many,
  declined: fc.uniqueArray(
    fc.record({ reason: fc.constantFrom(...declineReasons), count: fc.integer({ min: 1, max: 100_000 }) }),
    { selector: ({ reason }) => reason },
  ),
  merged: many,
  withdrawn: many,
  firstTimers: fc.record({ answered: many, asked: many }),
  medianSupport: fc.record({ answered: maybe(many), declined: maybe(many) }),
});

const counts = fc.record(
  Object.fromEntries(questionStatuses.map((status) => [status, many])),
) as unknown as fc.Arbitrary<Record<QuestionStatus, number>>;

export const anyPanel: fc.Arbitrary<PanelState> = fc.record({
  ama: anyAma,
  onAir: maybe(anyQuestion),
  next: someQuestions(5),
  counts,
});

export const anyTranscript: fc.Arbitrary<Transcript> = fc.record({
  ama: anyAma,
  topics: fc.array(fc.record({ tag: maybe(hostileText(amaLimits.tag)), questions: someQuestions(12, 1) }), {
    maxLength: 6,
  }),
  parked: someQuestions(30),
  receipt: anyReceipt,
});
