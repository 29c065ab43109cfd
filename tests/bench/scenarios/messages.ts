import { setImmediate as breathe } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import { addMessage } from '../../../src/sandbox/world/messages.ts';
import { CHANNEL, openArena, openBallot, presser } from '../arena.ts';
import type { BotName } from '../bots.ts';
import { alternating, compare, type Kit, type Scenario } from '../scenario.ts';

const MESSAGES = 100_000;
/** Between two looks at whether the bot keeps up. */
const BATCH = 100;

/** Messages of many people without a pause; the press behind the last of them is answered when all were heard. */
async function measure(kit: Kit, name: BotName) {
  process.env['BENCH_MESSAGES'] = '1';
  const arena = await openArena(name, { members: 2_000 });
  try {
    const { sandbox, bot, userIds } = arena;
    const ballot = await openBallot(arena);
    const press = presser(arena, ballot);
    const channel = sandbox.channel(CHANNEL);
    const template = {
      ...(await sandbox.persona('person1').say('the first', { channel: CHANNEL })),
      mentions: [],
    };
    await press(0);
    const total = kit.seconds(MESSAGES);
    const cpu = bot.cpuMs();
    const began = performance.now();
    for (let index = 0; index < total; index += 1) {
      const author = sandbox.world.users.get(userIds[(index * 7) % userIds.length] ?? '') ?? template.author;
      const message: APIMessage = { ...template, id: sandbox.world.snowflake(), author };
      addMessage(sandbox.world, channel, message);
      if (index % BATCH === 0) await breathe();
    }
    const sent = performance.now();
    await press(1);
    const heard = performance.now();
    // What was counted is written down within a second.
    await new Promise((resolve) => {
      setTimeout(resolve, 1_500);
    });
    return {
      rate: (total * 1_000) / (heard - began),
      behind: heard - sent,
      cpu: ((bot.cpuMs() - cpu) * 1_000) / total,
    };
  } finally {
    delete process.env['BENCH_MESSAGES'];
    await arena.close();
  }
}

/** Counting what is said, beside a bot that hears it and does nothing about it. */
export const messages: Scenario = {
  title: `${MESSAGES.toLocaleString('en')} messages without a pause, counted, beside a bot that ignores them`,
  async run(kit) {
    const results = await alternating(kit, 4, (name) => measure(kit, name));
    return [
      compare(results, 'consumed a second', ({ rate }) => rate, { atLeast: 0.9 }),
      compare(results, 'CPU of the bot per message, written down, µs', ({ cpu }) => cpu),
      compare(results, 'answered after the last message, ms', ({ behind }) => behind),
    ];
  },
};
