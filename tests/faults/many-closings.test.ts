import { expect } from 'vitest';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { buildManyGuilds } from '../../src/sandbox/community/build-many-guilds.ts';
import { insertMessage } from '../../src/sandbox/world/messages.ts';
import { type BotHouse, houseTest } from '../support/bot-process.ts';
import { size, sleep } from '../support/faults.ts';
import { textOf } from '../support/messages.ts';

/**
 * Each closing is two requests (the last edit and the announcement) and Discord takes 50 requests a second from a
 * bot, so a thousand that fall due together take at least 40 s: that is the long size.
 */
const POLLS = size(200, 1_000);
const CHANNELS = 50;
const KILLS = 2;

async function publishTemplate({ sandbox, stored }: BotHouse): Promise<void> {
  const owner = sandbox.persona('person1');
  const options = { question: 'When?', options: 'Saturday | Sunday', closes: 'in 3 days' };
  const { reply } = await owner.slash('poll quick', options, { channel: 'channel-0' });
  if (!reply) throw new Error('there is no preview');
  await owner.press(reply, 'Publish');
  await sandbox.until(() => stored.polls()[0]?.message_id);
}

/** Copies of the published poll in many channels, with closing times from 5 s ago to `within` ms ahead. */
function multiply({ sandbox, databasePath }: BotHouse, within: number): Map<number, number> {
  const { world } = sandbox;
  const template = sandbox.channel('channel-0').messages[0]?.message;
  if (!template) throw new Error('nothing was posted');
  const now = Date.now();
  const closings = new Map<number, number>();
  const sqlite = new SqliteDatabase(databasePath);
  const copyPoll = sqlite.prepare(
    `INSERT INTO polls (id, guild_id, channel_id, message_id, creator_id, question, spec, time_zone, status, created_at, closes_at)
     SELECT ?, guild_id, ?, ?, creator_id, question, spec, time_zone, status, created_at, ? FROM polls WHERE id = 1`,
  );
  const copyTally = sqlite.prepare(
    `INSERT INTO poll_tallies (poll_id, voters, weight, counts, weights, version, refreshing)
     SELECT ?, voters, weight, counts, weights, version, 0 FROM poll_tallies WHERE poll_id = 1`,
  );
  const job = sqlite.prepare(
    `INSERT INTO jobs (kind, key, payload, due_at, run_at, status) VALUES ('poll.close', ?, ?, ?, ?, 'pending')`,
  );
  sqlite.transaction(() => {
    for (let id = 2; id <= POLLS + 1; id += 1) {
      const channel = sandbox.channel(`channel-${id % CHANNELS}`);
      const messageId = world.snowflake();
      insertMessage(world, channel, { ...template, id: messageId, channel_id: channel.id });
      const closesAt = now - 5_000 + Math.round((id / POLLS) * (within + 5_000));
      closings.set(id, closesAt);
      copyPoll.run(id, channel.id, messageId, closesAt);
      copyTally.run(id);
      job.run(String(id), JSON.stringify({ pollId: id }), closesAt, closesAt);
    }
  })();
  sqlite.close();
  return closings;
}

houseTest(
  'many polls close within a minute after a restart, and kill -9 in between: each once, announced once, none early',
  async ({ house }) => {
    const bot = await house({ seed: buildManyGuilds(1, 3), rateLimits: true });
    const { sandbox, stored } = bot;
    let running = await bot.start();
    await publishTemplate(bot);
    await running.kill();
    const closings = multiply(bot, size(4_000, 30_000));
    expect(stored.polls().filter(({ status }) => status === 'open')).toHaveLength(POLLS + 1);
    const before = sandbox.requests.seq;

    for (let kill = 0; kill < KILLS; kill += 1) {
      running = await bot.start();
      await sleep(Math.random() * 1_500);
      await running.kill();
    }
    await bot.start();
    const owed = `SELECT count(*) AS left FROM polls WHERE id > 1 AND (status <> 'closed' OR finished_at IS NULL)`;
    await sandbox.until(() => stored.all<{ left: number }>(owed)[0]?.left === 0, 150_000);

    const closed = stored.polls().filter(({ id }) => id > 1);
    expect(closed.filter(({ id, closed_at }) => closed_at !== closings.get(id))).toEqual([]);
    expect(
      stored.all(
        `SELECT poll_id FROM poll_events WHERE kind = 'closed' GROUP BY poll_id HAVING count(*) > 1`,
      ),
    ).toEqual([]);
    const announced = new Map<string, number>();
    for (let index = 0; index < CHANNELS; index += 1) {
      for (const { message } of sandbox.channel(`channel-${index}`).messages) {
        const about = message.message_reference?.message_id;
        if (about && textOf(message).includes('is closed'))
          announced.set(about, (announced.get(about) ?? 0) + 1);
      }
    }
    expect(closed.filter(({ message_id }) => announced.get(message_id ?? '') !== 1)).toEqual([]);
    const sent = sandbox.requests.since(before).filter(({ bot: byBot }) => byBot);
    const early = closed.filter(({ id, message_id }) =>
      sent.some(
        ({ path, method, at }) =>
          method === 'PATCH' && path.endsWith(`/${message_id}`) && at < (closings.get(id) ?? 0),
      ),
    );
    expect(early).toEqual([]);
    expect(sent.filter(({ status }) => status === 429).length).toBeLessThan(20);
  },
  size(60_000, 240_000),
);
