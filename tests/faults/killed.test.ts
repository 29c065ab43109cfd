import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { type BotHouse, houseTest } from '../support/bot-process.ts';
import { countsOf, crowd, loadOf, shownCounts, size, voteInput } from '../support/faults.ts';
import { textOf } from '../support/messages.ts';

const KILLS = size(3, 20);

interface Pressed {
  userId: string;
  option: number;
  acknowledged: boolean;
}

/** A poll by `/poll quick`, and its message. */
async function publishQuick({ sandbox, stored }: BotHouse): Promise<APIMessage> {
  const admin = sandbox.persona('admin');
  const { reply } = await admin.slash('poll quick', {
    question: 'Which?',
    options: 'Kenya | Guji | Santos',
    closes: 'in 3 days',
  });
  if (!reply) throw new Error('there is no preview');
  await admin.press(reply, 'Publish');
  await sandbox.until(() => stored.polls()[0]?.message_id);
  const message = sandbox.channel('general').messages[0]?.message;
  if (!message) throw new Error('nothing was posted');
  return message;
}

const pressOn = ({ sandbox }: BotHouse, message: APIMessage, people: Iterator<string, undefined>) =>
  loadOf(people, async (userId): Promise<Pressed> => {
    const option = Number(BigInt(userId) % 3n);
    const { result } = await sandbox.interact(userId, voteInput(message, option));
    return { userId, option, acknowledged: result === 'success' };
  });

houseTest(
  'kill -9 at any instant loses no acknowledged vote, and old buttons work after it',
  async ({ house }) => {
    const { seed, ids } = crowd(size(3_000, 20_000));
    const bot = await house({ seed, rateLimits: true });
    const { sandbox, stored } = bot;
    let running = await bot.start();
    const message = await publishQuick(bot);
    const people = ids[Symbol.iterator]();
    const rounds: Promise<Pressed[]>[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      const load = pressOn(bot, message, people);
      await sandbox.until(() => load.count() > 40 + Math.random() * 60, 20_000);
      await running.kill();
      rounds.push(load.stop());
      expect(stored.integrity()).toBe('ok');
      running = await bot.start();
    }
    const pressed = (await Promise.all(rounds)).flat();
    const acknowledged = pressed.filter((one) => one.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(30 * KILLS);
    const votes = stored.votes();
    expect(acknowledged.filter(({ userId, option }) => votes.get(userId) !== String(option))).toEqual([]);
    expect(stored.tally()).toEqual(countsOf(votes));

    const member = sandbox.persona('member');
    expect((await member.press(message, 'Kenya')).text).toContain('Your vote: **Kenya**');
    await sandbox.until(
      () => String(shownCounts(member.look(message))) === String(countsOf(stored.votes())),
      10_000,
    );
  },
);

houseTest(
  'kill -9 around the closing time: the poll closes once and is announced once',
  async ({ house }) => {
    const bot = await house({ rateLimits: true });
    const { sandbox, stored, databasePath } = bot;
    let running = await bot.start();
    const message = await publishQuick(bot);
    await sandbox.persona('member').press(message, 'Kenya');
    await running.kill();
    // Its time comes while nobody is there.
    const sqlite = new SqliteDatabase(databasePath);
    sqlite.prepare('UPDATE polls SET closes_at = ?').run(Date.now() - 1_000);
    sqlite
      .prepare(`UPDATE jobs SET run_at = ?, due_at = ? WHERE kind = 'poll.close'`)
      .run(Date.now() - 1_000, Date.now() - 1_000);
    sqlite.close();
    expect(stored.polls()[0]?.status).toBe('open');

    // Killed while the result is on its way: at the edit, at the post, and after it.
    const steps = [
      { method: 'PATCH', route: '/channels/:channel_id/messages/:message_id' },
      { method: 'POST', route: '/channels/:channel_id/messages' },
    ];
    for (const match of steps) {
      const rule = sandbox.faults.add({ match, action: { kind: 'drop-after' }, times: 0 });
      running = bot.launch();
      await sandbox.until(() => rule.hits > 0, 20_000);
      await running.kill();
      sandbox.faults.remove();
    }
    await bot.start();
    await sandbox.until(() => stored.polls()[0]?.finished_at, 20_000);
    const said = sandbox.channel('general').messages.map(({ message }) => textOf(message));
    expect(said.filter((text) => text.includes('is closed'))).toHaveLength(1);
    expect(said[0]).toContain('Kenya** wins');
    expect(stored.all(`SELECT * FROM poll_events WHERE kind = 'closed'`)).toHaveLength(1);
  },
);
