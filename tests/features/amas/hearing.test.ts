import { MessageType } from 'discord-api-types/v10';
import pino from 'pino';
import { expect, test } from 'vitest';
import { amaHearing } from '../../../src/features/amas/hearing.ts';
import type { Ama } from '../../../src/features/amas/model.ts';
import { BURIED_AFTER } from '../../../src/features/amas/ports.ts';

const MINUTE = 60_000;

function listening(asking = [{ id: 7, messageId: '1', channelId: '10' } as Ama]) {
  const noted: unknown[] = [];
  const queued: { key: string; runAt: number }[] = [];
  let now = 10 * MINUTE;
  const { hear } = amaHearing({
    amas: {
      forgetPlace: ({ channelId, messageId }) => void noted.push(`gone ${channelId ?? messageId}`),
      eventChanged: ({ eventId, guildId, change }) => void noted.push({ eventId, guildId, change }),
      stageClosed: ({ guildId, stageId }) => void noted.push(`stage ${guildId} ${stageId}`),
    },
    work: {
      askingIn: (channelId) => asking.filter((ama) => ama.channelId === channelId),
      ofTeam: (channelId) => asking.filter((ama) => ama.staffChannelId === channelId),
      ofTeamsIn: () => asking,
    },
    team: { forget: (channelId) => void noted.push(`forgot ${channelId}`) },
    jobs: {
      enqueue: ({ key, runAt }) => void queued.push({ key, runAt }),
      cancel: () => {},
      resume: () => [],
    },
    writer: { write: async (change) => change(), close: async () => {} },
    clock: { now: () => now },
    log: pino({ level: 'silent' }),
  });
  const message = (over: object = {}) => ({
    id: '1',
    channel_id: '10',
    guild_id: '2',
    type: MessageType.Default,
    author: { id: '3', bot: false },
    content: 'a secret',
    ...over,
  });
  const talk = (count: number, over: object = {}) => {
    for (let each = 0; each < count; each += 1) hear('MESSAGE_CREATE', message(over));
  };
  return { hear, noted, queued, talk, pass: (ms: number) => void (now += ms), now: () => now };
}

test('the Ask button comes again once conversation has buried it, and not for every message after', () => {
  const { talk, queued, now } = listening();
  talk(BURIED_AFTER - 1);
  expect(queued).toEqual([]);
  talk(1);
  expect(queued).toEqual([{ key: '7', runAt: now() }]);
  talk(BURIED_AFTER - 1);
  expect(queued).toHaveLength(1);
});

test('a new right of everybody, or another channel for the team, has what stands there looked at anew', () => {
  const { hear, queued, noted } = listening([
    { id: 7, messageId: '1', channelId: '10', staffChannelId: '20' } as Ama,
  ]);
  hear('GUILD_ROLE_UPDATE', { guild_id: '2', role: { id: '5' } });
  hear('CHANNEL_UPDATE', { id: '10' });
  expect(noted).toEqual([]);
  hear('GUILD_ROLE_UPDATE', { guild_id: '2', role: { id: '2' } });
  expect(noted).toEqual(['forgot 20']);
  expect(queued).toHaveLength(1);
  hear('CHANNEL_UPDATE', { id: '20' });
  expect(noted).toHaveLength(2);
});

test('of several AMAs in one channel each gets its own button again, a later one later', () => {
  const first = { id: 7, messageId: '1', channelId: '10' } as Ama;
  const asking = [first, { ...first, id: 9, channelId: '11' }];
  const { talk, queued } = listening(asking);
  talk(5);
  asking.push({ ...first, id: 8 });
  talk(BURIED_AFTER - 5);
  expect(queued.map(({ key }) => key)).toEqual(['7']);
  talk(5);
  expect(queued.map(({ key }) => key)).toEqual(['7', '8']);
});

test('in a lively channel it comes at most once a minute', () => {
  const { talk, queued, pass } = listening();
  talk(BURIED_AFTER * 10);
  expect(queued).toHaveLength(1);
  pass(MINUTE);
  talk(1);
  expect(queued).toHaveLength(2);
});

test('messages elsewhere, of bots, in direct messages and of Discord itself bury nothing', () => {
  const { talk, queued } = listening();
  talk(50, { channel_id: '11' });
  talk(50, { author: { id: '3', bot: true } });
  talk(50, { guild_id: undefined });
  talk(50, { type: MessageType.ChannelPinnedMessage });
  expect(queued).toEqual([]);
});

test('what is deleted by hand is noted: messages, threads, channels', () => {
  const { hear, noted } = listening();
  hear('MESSAGE_DELETE', { id: '20' });
  hear('MESSAGE_DELETE_BULK', { ids: ['21', '22'] });
  hear('THREAD_DELETE', { id: '23' });
  hear('CHANNEL_DELETE', { id: '24' });
  expect(noted).toEqual(['gone 20', 'gone 21', 'gone 22', 'gone 23', 'gone 24']);
});

test('what people do with the event by hand is noted: deleted, moved, ended, cancelled', () => {
  const { hear, noted } = listening();
  const event = {
    id: '30',
    guild_id: '2',
    name: 'x',
    description: null,
    scheduled_start_time: '2027-01-01T10:00:00+00:00',
    scheduled_end_time: null,
    status: 1,
  };
  hear('GUILD_SCHEDULED_EVENT_UPDATE', event);
  hear('GUILD_SCHEDULED_EVENT_UPDATE', { ...event, status: 3 });
  hear('GUILD_SCHEDULED_EVENT_UPDATE', { ...event, status: 4 });
  hear('GUILD_SCHEDULED_EVENT_DELETE', event);
  const of = { eventId: '30', guildId: '2' };
  expect(noted).toEqual([
    { ...of, change: { startAt: Date.UTC(2027, 0, 1, 10), endAt: undefined } },
    { ...of, change: 'ended' },
    { ...of, change: 'cancelled' },
    { ...of, change: 'deleted' },
  ]);
});

test('a stage that is closed is noted once, however often that is told, and nothing else that happens', () => {
  const { hear, noted } = listening();
  hear('STAGE_INSTANCE_DELETE', { id: '70', guild_id: '2', channel_id: '40' });
  hear('STAGE_INSTANCE_DELETE', { id: '70', guild_id: '2', channel_id: '40' });
  hear('TYPING_START', {});
  expect(noted).toEqual(['stage 2 40']);
  // Opened again, and closed again.
  hear('STAGE_INSTANCE_DELETE', { id: '71', guild_id: '2', channel_id: '40' });
  expect(noted).toHaveLength(2);
});
