import { type APIMessage, type APIThreadChannel, ChannelType } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import type { WorldEvent } from '../../src/sandbox/world/types.ts';
import {
  answer,
  countedBy,
  countedMessages,
  sayOften,
  untilBegun,
  untilCounted,
} from '../support/engagement.ts';
import { faultTest } from '../support/faults.ts';
import { local } from '../support/naive-metrics.ts';
import type { PersonaDriver } from '../support/persona.ts';

const { general } = SMALL.channels;

async function opened(person: PersonaDriver, path: string, body: object): Promise<string> {
  const answered = await person.api<APIThreadChannel>('POST', path, body);
  expect(answered.status).toBe(201);
  return answered.body.id;
}

faultTest(
  'what people say, answer, like and open is counted per member, channel and day, a restart in between or not; no machine is',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox, stored } = bot;
    const [admin, member, other] = (['admin', 'member', 'other'] as const).map(sandbox.persona) as [
      PersonaDriver,
      PersonaDriver,
      PersonaDriver,
    ];
    await untilBegun(bot);
    expect(countedBy(bot)).toEqual({});
    const events: WorldEvent[] = [];
    sandbox.world.subscribe((event) => void (event.t === 'MESSAGE_CREATE' && events.push(event)));

    const hello = await member.say('hello');
    await answer(other, hello);
    await answer(member, hello);
    await admin.api('PUT', `/channels/${general}/messages/${hello.id}/reactions/%F0%9F%91%8D/@me`);
    const thread = await opened(other, `/channels/${general}/messages/${hello.id}/threads`, { name: 'more' });
    await other.say('in the thread', { channel: thread });
    const forum = await opened(admin, `/guilds/${SMALL.guild}/channels`, {
      name: 'ideas',
      type: ChannelType.GuildForum,
    });
    const post = await opened(member, `/channels/${forum}/threads`, {
      name: 'an idea',
      message: { content: 'it is this' },
    });
    await admin.say('good', { channel: post });
    // The same words by a webhook, and by another bot.
    const [first] = events;
    const said = first!.d as APIMessage;
    const id = (add: bigint) => String(BigInt(said.id) + add);
    const tell = (d: object) => sandbox.world.emit({ ...first!, d, view: () => d });
    tell({ ...said, id: id(1n), webhook_id: '1190000000000000077' });
    tell({ ...said, id: id(2n), author: { ...said.author, id: '1190000000000000078', bot: true } });
    await sayOften(other, 1);
    await untilCounted(bot, 7);

    const expected = {
      [`${admin.id} ${general}`]: { reactions: 1 },
      [`${admin.id} ${forum}`]: { messages: 1 },
      [`${member.id} ${general}`]: { messages: 2 },
      [`${member.id} ${forum}`]: { messages: 1, threads: 1 },
      [`${other.id} ${general}`]: { messages: 3, replies: 1, threads: 1 },
    };
    expect(countedBy(bot)).toEqual(expected);
    const days = stored.all<{ day: number }>('SELECT DISTINCT day FROM activity').map(({ day }) => day);
    expect(days).toContain(local(sandbox.clock.now(), 'UTC').day);
    const staff = stored.all('SELECT user_id AS id FROM activity_members WHERE staff = 1');
    expect(staff).toEqual([{ id: admin.id }]);

    await bot.stopBot();
    await answer(other, hello);
    await sayOften(member, 130);
    await other.say('while it was away', { channel: thread });
    expect(countedBy(bot)).toEqual(expected);
    await bot.restart();
    await untilCounted(bot, 7 + 132);
    expect(countedBy(bot)).toEqual({
      ...expected,
      [`${member.id} ${general}`]: { messages: 132 },
      [`${other.id} ${general}`]: { messages: 5, replies: 2, threads: 1 },
    });
    // Nothing of what is known is counted by another restart.
    const before = countedBy(bot);
    await bot.restart();
    await sayOften(admin, 1);
    await untilCounted(bot, 7 + 132 + 1);
    expect(countedBy(bot)).toEqual({
      ...before,
      [`${admin.id} ${general}`]: { messages: 1, reactions: 1 },
    });
  },
);

faultTest('what is deleted stays counted, and is not counted again', async ({ stage }) => {
  const bot = await stage();
  const { sandbox } = bot;
  const [admin, member] = [sandbox.persona('admin'), sandbox.persona('member')];
  await untilBegun(bot);
  await sayOften(member, 5);
  await untilCounted(bot, 5);
  const last = member.lastMessage()!;
  await admin.api('DELETE', `/channels/${general}/messages/${last.id}`);
  await bot.stopBot();
  const lost = await sayOften(member, 3);
  // Even the latest, up to which the history is to be read.
  await admin.api('DELETE', `/channels/${general}/messages/${lost.id}`);
  await bot.restart();
  await untilCounted(bot, 7);
  await member.say('one more');
  await untilCounted(bot, 8);
  expect(countedMessages(bot)).toBe(8);
});

faultTest('a channel that is left out is not counted, and not read back', async ({ stage }) => {
  const bot = await stage();
  const { sandbox } = bot;
  const admin = sandbox.persona('admin');
  await untilBegun(bot);
  await bot.stopBot();
  const sqlite = new SqliteDatabase(bot.config.databasePath);
  sqlite.prepare('UPDATE counting SET excluded_channel_ids = ?').run(JSON.stringify([general]));
  sqlite.close();
  await sayOften(admin, 3);
  await bot.restart();
  await sayOften(admin, 3);
  await sayOften(admin, 2, 'polls');
  await untilCounted(bot, 2);
  expect(countedBy(bot)).toEqual({ [`${admin.id} ${SMALL.channels.polls}`]: { messages: 2 } });
});
