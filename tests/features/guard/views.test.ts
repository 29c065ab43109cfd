import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageJson } from '../../../src/discord/bodies.ts';
import type { MessageBody } from '../../../src/discord/interaction.ts';
import { cardView } from '../../../src/features/guard/card-views.ts';
import type { FirstStatus, FullCard } from '../../../src/features/guard/model.ts';
import { guardPanel, minutesForm } from '../../../src/features/guard/setup-views.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';
import { checkModal } from '../../../src/sandbox/rules/validate-modal.ts';
import { problemsOfBody } from '../../support/conformance.ts';
import { everyLanguage, hostileText, judge } from '../polls/hostile.ts';

const snowflake = fc.bigInt({ min: 10n ** 17n, max: 2n ** 64n - 1n }).map(String);
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
const statuses: readonly FirstStatus[] = ['waiting', 'answered', 'carded', 'missed', 'gone'];
const first = fc.record({
  id: fc.nat(),
  guildId: snowflake,
  userId: snowflake,
  placeId: snowflake,
  messageId: snowflake,
  at: instant,
  joinedAt: fc.option(instant, { nil: undefined }),
  status: fc.constantFrom(...statuses),
  cardId: fc.constant(1),
});
const card = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 50 }),
  guildId: snowflake,
  channelId: snowflake,
  messageId: fc.option(snowflake, { nil: undefined }),
  madeAt: instant,
  takenBy: fc.option(snowflake, { nil: undefined }),
  takenAt: fc.option(instant, { nil: undefined }),
  version: fc.nat(),
  firsts: fc.array(first, { maxLength: 10 }),
});

function accept(body: MessageBody): void {
  judge(body);
  expect(problemsOfBody('POST', '/channels/1/messages', messageJson(body))).toEqual([]);
}

test('Discord takes every card, in every language', () => {
  fc.assert(
    fc.property(card, (one) => {
      for (const t of everyLanguage) accept(cardView(one, t));
    }),
    { numRuns: 100 },
  );
});

test('Discord takes the panel and the form for any choice of an admin', () => {
  const settings = fc.record({
    channelId: fc.option(snowflake, { nil: undefined }),
    minutes: fc.integer({ min: 5, max: 1_440 }),
    greeterRoleId: fc.option(snowflake, { nil: undefined }),
  });
  const note = fc.option(hostileText(500), { nil: undefined });
  fc.assert(
    fc.property(settings, note, (state, words) => {
      for (const t of everyLanguage) {
        accept(guardPanel(state, t, words));
        expect(() => checkModal(minutesForm(state, t))).not.toThrow();
      }
    }),
    { numRuns: 60 },
  );
});

test('one who is left is told of in a list of one, and whoever is looked after stays on it', () => {
  const person = (id: number, status: FirstStatus): FullCard['firsts'][number] => ({
    id,
    guildId: '1',
    userId: `20${id}`,
    placeId: '3',
    messageId: '4',
    at: 0,
    joinedAt: 0,
    status,
    cardId: 1,
  });
  const base = {
    id: 1,
    guildId: '1',
    channelId: '2',
    messageId: '5',
    madeAt: 0,
    takenBy: undefined,
    takenAt: undefined,
  };
  const words = (firsts: FullCard['firsts']) =>
    JSON.stringify(cardView({ ...base, version: 1, firsts }, translatorFor('en')));
  const some = words([person(1, 'carded'), person(2, 'answered'), person(3, 'gone')]);
  expect(some).toContain('A first message without an answer');
  for (const who of ['<@201>', '<@202> has an answer', '<@203>']) expect(some).toContain(who);
  expect(some).toContain('guard-card:v1:1:take');
  const none = words([person(1, 'answered'), person(2, 'gone')]);
  expect(none).toContain('All of them are looked after');
  expect(none).not.toContain('guard-card');
});
