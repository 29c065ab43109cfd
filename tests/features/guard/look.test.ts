import type { REST } from '@discordjs/rest';
import { expect, test } from 'vitest';
import { firstMessageReader } from '../../../src/features/guard/look.ts';
import type { First } from '../../../src/features/guard/model.ts';
import { idAt } from '../../support/counting.ts';

const AT = Date.UTC(2026, 2, 3, 12);
const first: First = {
  id: 1,
  guildId: '1',
  userId: '2',
  placeId: '3',
  messageId: idAt(AT),
  at: AT,
  joinedAt: AT - 1_000,
  status: 'waiting',
  cardId: undefined,
};
const reaction = { emoji: { id: null, name: '👋' } };

/** Discord's answers by what is asked; an answer that is a number is a status without a body. */
function look(answers: { message?: unknown; reactions?: unknown; messages?: unknown }) {
  const get = (route: string): Promise<unknown> => {
    const answer = route.includes('/reactions/')
      ? (answers.reactions ?? [])
      : route.endsWith('/messages')
        ? (answers.messages ?? [])
        : route.includes('/members/')
          ? { roles: [] }
          : (answers.message ?? {});
    return typeof answer === 'number'
      ? Promise.reject(Object.assign(new Error('no answer'), { status: answer }))
      : Promise.resolve(answer);
  };
  const rest = { get } as unknown as REST;
  return firstMessageReader({ rest, isStaff: () => false, firstsAmong: () => new Set() })(first);
}

test('nobody answered, as far as Discord says', async () => {
  expect(await look({})).toMatchObject({ ok: true, value: { finding: 'unanswered' } });
});

test.each([
  ['the message', { message: 503 }],
  ['who reacted', { message: { reactions: [reaction] }, reactions: 503 }],
  ['what was said after it', { messages: 503 }],
])(
  'where Discord cannot say %s just now, it is asked again, and nobody is told in vain',
  async (_, answers) => {
    expect(await look(answers)).toMatchObject({ ok: false, failure: { kind: 'retry' } });
  },
);

test.each([
  ['the history', { messages: 403 }],
  ['who reacted', { message: { reactions: [reaction] }, reactions: 403 }],
])('what Hearth may not see is not there: %s', async (_, answers) => {
  expect(await look(answers)).toMatchObject({ ok: true, value: { finding: 'unanswered' } });
});
