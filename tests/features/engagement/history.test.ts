import { type APIMessage, MessageType } from 'discord-api-types/v10';
import pino from 'pino';
import { expect, test } from 'vitest';
import type { Result } from '../../../src/discord/failure.ts';
import type { Access } from '../../../src/discord/own-access.ts';
import { historyJob } from '../../../src/features/engagement/history-job.ts';
import { GUILD, idAt, startCounting } from '../../support/counting.ts';

const FIRST = Date.UTC(2026, 0, 5, 12);
const channel = idAt(FIRST - 1_000);
const log = pino({ level: 'silent' });
type Read = Result<readonly APIMessage[]>;

/** A channel in which so much was said before Hearth came, and Discord that hands it out. */
function start(count: number) {
  const town = startCounting();
  const said = Array.from(
    { length: count },
    (_, index) =>
      ({
        id: idAt(FIRST + index * 1_000),
        channel_id: channel,
        author: { id: `9000${index % 3}`, bot: index % 10 === 9 },
        type: MessageType.Default,
      }) as APIMessage,
  );
  const lastId = said.at(-1)?.id;
  const places = [{ placeId: channel, channelId: channel, lastId, ownerId: undefined }];
  town.apply([{ what: 'arrived', guildId: GUILD, at: FIRST + 86_400_000, places, inVoice: [] }]);
  const discord = {
    asked: [] as string[],
    /** Instead of the next page. */
    failure: undefined as Read | undefined,
    fails: 0,
    /** As far as Discord tells. */
    access: undefined as Access | undefined,
  };
  const job = historyJob({
    counting: town.service,
    async readAfter(_, after) {
      discord.asked.push(after);
      if (discord.failure && discord.asked.length > discord.fails) return discord.failure;
      // The latest first, as Discord does.
      const from = said.findIndex(({ id }) => BigInt(id) > BigInt(after));
      return { ok: true, value: from < 0 ? [] : said.slice(from, from + 100).toReversed() };
    },
    accessIn: async () => () => discord.access,
    isStaff: () => false,
    onRead: () => {},
    writer: town.database.writer,
    log,
  });
  const run = (attempt = 1) =>
    job.run({
      payload: undefined,
      key: GUILD,
      dueAt: 0,
      now: 1_000,
      attempt,
      nonce: '1',
      mayHaveHappened: attempt > 1,
    });
  const counted = () => town.all<{ n: number | null }>('SELECT sum(messages) AS n FROM activity')[0]?.n ?? 0;
  return { town, discord, run, counted };
}

test('what was said before is read page by page, in its order, without what bots said', async () => {
  const { town, discord, run, counted } = start(250);
  expect([counted(), town.service.isComplete(GUILD)]).toEqual([0, false]);
  expect(await run()).toEqual({ kind: 'done' });
  expect([counted(), discord.asked.length, town.service.isComplete(GUILD)]).toEqual([225, 3, true]);
  expect(await run()).toEqual({ kind: 'done' });
  expect([counted(), discord.asked.length]).toEqual([225, 3]);
});

test('after twenty pages other jobs get their turn, and then it goes on', async () => {
  const { discord, run, counted } = start(2_100);
  expect(await run()).toEqual({ kind: 'again', at: 1_000 });
  expect([counted(), discord.asked.length]).toEqual([1_800, 20]);
  expect(await run()).toEqual({ kind: 'done' });
  expect(counted()).toBe(1_890);
});

test('a limit of Discord is waited for as long as it says, and what is read is kept', async () => {
  const { town, discord, run, counted } = start(250);
  discord.failure = {
    ok: false,
    failure: { kind: 'retry', code: 0, reason: 'too many requests', retryAfterMs: 4_000 },
  };
  discord.fails = 1;
  expect(await run()).toEqual({ kind: 'retry', at: 5_000, reason: 'too many requests' });
  expect([counted(), town.service.isComplete(GUILD)]).toEqual([90, false]);
  discord.failure = undefined;
  town.restart();
  expect(await run(2)).toEqual({ kind: 'done' });
  expect(counted()).toBe(225);
  expect(discord.asked).toHaveLength(4);
});

test.for(['forbidden', 'gone'] as const)(
  'a channel that is %s is not asked again and again, and what is said from then on counts',
  async (kind) => {
    const { town, discord, run, counted } = start(250);
    discord.failure = { ok: false, failure: { kind, code: 50001, reason: 'no access' } };
    expect(await run()).toEqual({ kind: 'done' });
    expect([counted(), discord.asked.length, town.service.isComplete(GUILD)]).toEqual([0, 1, true]);
    const at = FIRST + 2 * 86_400_000;
    town.apply([
      {
        what: 'message',
        message: {
          guildId: GUILD,
          placeId: channel,
          channelId: channel,
          messageId: idAt(at),
          userId: '90001',
          at,
          replyTo: undefined,
          joinedAt: undefined,
          staff: undefined,
          what: 'said',
        },
      },
    ]);
    expect(counted()).toBe(1);
  },
);

test('a page that could not be kept is read again', async () => {
  const { town, run, counted } = start(150);
  const { sqlite } = town.database;
  sqlite.exec(
    "CREATE TEMP TRIGGER full BEFORE INSERT ON activity_hours BEGIN SELECT raise(ABORT, 'the disk is full'); END",
  );
  await expect(run()).rejects.toThrow('the disk is full');
  expect([counted(), town.all('SELECT * FROM activity')]).toEqual([0, []]);
  sqlite.exec('DROP TRIGGER full');
  expect(await run(2)).toEqual({ kind: 'done' });
  expect(counted()).toBe(135);
});

test('a channel that is out of sight is not asked for and holds nothing up, until something of the server changes', async () => {
  const { town, discord, run, counted } = start(150);
  discord.access = 'unseen';
  expect(await run()).toEqual({ kind: 'done' });
  expect([counted(), discord.asked, town.service.isComplete(GUILD)]).toEqual([0, [], true]);
  discord.access = 'reads';
  town.apply([{ what: 'access', guildId: GUILD, place: undefined }]);
  expect(town.reads).toHaveLength(2);
  expect(town.service.isComplete(GUILD)).toBe(false);
  expect(await run()).toEqual({ kind: 'done' });
  expect([counted(), town.service.isComplete(GUILD)]).toEqual([135, true]);
});
