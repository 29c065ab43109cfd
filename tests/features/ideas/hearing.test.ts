import { ChannelType, MessageType } from 'discord-api-types/v10';
import pino from 'pino';
import { expect, test, vi } from 'vitest';
import { ideaHearing } from '../../../src/features/ideas/hearing.ts';

function listening(threads: readonly string[] = [], gone: readonly string[] = []) {
  const noted: string[] = [];
  let writes = 0;
  const { hear } = ideaHearing({
    ideas: {
      forgetPlace: ({ channelId, messageId }) => void noted.push(`gone ${channelId ?? messageId}`),
      noteComment: ({ threadId, userId }) => void noted.push(`comment ${threadId} ${userId}`),
    },
    work: { isIdeaThread: (threadId) => threads.includes(threadId), openPosts: () => ['10', '11'] },
    wake: async (threadId) => {
      noted.push(`wake ${threadId}`);
      return gone.includes(threadId)
        ? { ok: false, failure: { kind: 'gone', code: 10003, reason: 'Unknown Channel' } }
        : { ok: true, value: undefined };
    },
    forgetForum: (channelId) => void noted.push(`forum ${channelId}`),
    writer: {
      write: async (change) => {
        writes += 1;
        return change();
      },
      close: async () => {},
    },
    clock: { now: () => 1 },
    log: pino({ level: 'silent' }),
  });
  return { hear, noted, writes: () => writes };
}

const message = (over: object = {}) => ({
  id: '1',
  channel_id: '10',
  guild_id: '2',
  type: MessageType.Default,
  author: { id: '3', bot: false },
  content: 'a secret',
  ...over,
});

test('a comment in the thread of an idea is noted, with nothing of what was said', () => {
  const { hear, noted } = listening(['10']);
  hear('MESSAGE_CREATE', message());
  hear('MESSAGE_CREATE', message({ type: MessageType.Reply, author: { id: '4' } }));
  expect(noted).toEqual(['comment 10 3', 'comment 10 4']);
});

test('other messages cost no write: those elsewhere, of bots, in direct messages, and what Discord writes', () => {
  const { hear, writes } = listening(['10']);
  hear('MESSAGE_CREATE', message({ channel_id: '11' }));
  hear('MESSAGE_CREATE', message({ author: { id: '3', bot: true } }));
  hear('MESSAGE_CREATE', message({ guild_id: undefined }));
  hear('MESSAGE_CREATE', message({ type: MessageType.ChannelPinnedMessage }));
  hear('TYPING_START', {});
  expect(writes()).toBe(0);
});

test('a post that archives itself is opened again while its idea can be supported, but not one that staff locked', () => {
  const { hear, noted } = listening();
  const update = (id: string, state: object) =>
    hear('THREAD_UPDATE', {
      id,
      guild_id: '2',
      thread_metadata: { archived: true, locked: false, ...state },
    });
  update('10', {});
  update('10', { archived: false });
  update('11', { locked: true });
  update('12', {});
  expect(noted).toEqual(['wake 10']);
});

test('posts that went with their forum, or while nobody listened, are found missing', async () => {
  const { hear, noted } = listening([], ['10']);
  hear('CHANNEL_DELETE', { id: '5', guild_id: '2', type: ChannelType.GuildForum });
  await vi.waitFor(() => expect(noted.at(-1)).toBe('wake 11'));
  expect(noted).toEqual(['forum 5', 'gone 5', 'wake 10', 'forum 10', 'gone 10', 'wake 11']);
});

test('posts that archived themselves while nobody listened are opened at the next start', () => {
  const { hear, noted } = listening();
  hear('GUILD_CREATE', { id: '2', threads: [{ id: '10' }] });
  expect(noted).toEqual(['wake 11']);
  hear('GUILD_CREATE', { id: '2', unavailable: true });
  expect(noted).toEqual(['wake 11']);
});

test('deleted messages, threads and channels are noted, and a changed forum is looked at again', () => {
  const { hear, noted } = listening();
  hear('MESSAGE_DELETE', { id: '5' });
  hear('MESSAGE_DELETE_BULK', { ids: ['6', '7'] });
  hear('THREAD_DELETE', { id: '8' });
  hear('CHANNEL_DELETE', { id: '9' });
  hear('CHANNEL_UPDATE', { id: '9' });
  expect(noted).toEqual(['gone 5', 'gone 6', 'gone 7', 'forum 8', 'gone 8', 'forum 9', 'gone 9', 'forum 9']);
});
