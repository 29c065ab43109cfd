import type { APIMessage } from 'discord-api-types/v10';
import { MessageType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { type Around, answersDirectly, isAnother, isAnswered } from '../../../src/features/guard/rules.ts';
import { idAt } from '../../support/counting.ts';

const MINUTE = 60_000;
const AT = Date.UTC(2026, 2, 3, 12);
const first = { userId: 'nia', messageId: idAt(AT), placeId: 'general' };

interface Saying {
  minutes: number;
  by?: string;
  to?: string;
  mentions?: string[];
  bot?: boolean;
  webhook?: string;
  type?: MessageType;
}

const said = ({ minutes, by = 'mo', to, mentions = [], bot, webhook, type = MessageType.Default }: Saying) =>
  ({
    id: idAt(AT + minutes * MINUTE, 1),
    type,
    author: { id: by, bot },
    mentions: mentions.map((id) => ({ id })),
    ...(webhook === undefined ? {} : { webhook_id: webhook }),
    ...(to === undefined ? {} : { message_reference: { message_id: to } }),
  }) as unknown as APIMessage;

const around = (more: { before?: Saying; after?: Saying[]; thread?: Saying[] }): Around => ({
  before: more.before && said(more.before),
  after: (more.after ?? []).map((one) => said(one)),
  thread: (more.thread ?? []).map((one) => said(one)),
  greetings: new Set([said({ minutes: 7 }).id]),
});

describe('who is another person', () => {
  test.each([
    ['another member', { minutes: 1 }, true],
    ['the newcomer', { minutes: 1, by: 'nia' }, false],
    ['a bot', { minutes: 1, bot: true }, false],
    ['a webhook', { minutes: 1, webhook: '5' }, false],
    ['what Discord says of a join', { minutes: 1, type: MessageType.UserJoin }, false],
    ['a reply', { minutes: 1, type: MessageType.Reply }, true],
  ])('%s: %#', (_, saying, expected) => {
    expect(isAnother(said(saying), 'nia')).toBe(expected);
  });
});

describe('an answer to a first message', () => {
  const inTalk = { minutes: -3, by: 'ada' };
  test.each<[string, Parameters<typeof around>[0], boolean]>([
    ['nothing', {}, false],
    ['a reply, however late', { before: inTalk, after: [{ minutes: 500, to: first.messageId }] }, true],
    ['a mention', { before: inTalk, after: [{ minutes: 2, mentions: ['nia'] }] }, true],
    ['somebody in a thread begun from it', { before: inTalk, thread: [{ minutes: 9 }] }, true],
    ['only the newcomer in that thread', { thread: [{ minutes: 9, by: 'nia' }] }, false],
    ['a bot that replies', { after: [{ minutes: 1, bot: true, to: first.messageId }] }, false],
    ['a talk that goes on around it', { before: inTalk, after: [{ minutes: 1, by: 'ada' }] }, false],
    [
      'somebody next, where it was quiet',
      { before: { minutes: -31, by: 'ada' }, after: [{ minutes: 9 }] },
      true,
    ],
    ['somebody next, in an empty channel', { after: [{ minutes: 30 }] }, true],
    ['somebody next, but in another talk', { after: [{ minutes: 31 }] }, false],
    ['another newcomer who says hello, too', { after: [{ minutes: 7 }] }, false],
    ['more of the newcomer', { after: [{ minutes: 1, by: 'nia' }] }, false],
    ['somebody after the newcomer went on', { after: [{ minutes: 20, by: 'nia' }, { minutes: 45 }] }, true],
    ['a reply to somebody else in a talk', { before: inTalk, after: [{ minutes: 1, to: '77' }] }, false],
  ])('%s', (_, said, expected) => {
    expect(isAnswered(around(said), first)).toBe(expected);
  });

  test('a mention elsewhere is not for the first message', () => {
    expect(answersDirectly(said({ minutes: 1, mentions: ['nia'] }), 'offtopic', first)).toBe(false);
    expect(answersDirectly(said({ minutes: 1, mentions: ['nia'] }), 'general', first)).toBe(true);
  });

  test('whatever another person says in a post of a forum answers it', () => {
    const post = { ...first, placeId: first.messageId };
    expect(answersDirectly(said({ minutes: 1 }), first.messageId, post)).toBe(true);
    expect(answersDirectly(said({ minutes: 1, by: 'nia' }), first.messageId, post)).toBe(false);
  });
});
