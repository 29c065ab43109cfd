import { describe, expect, onTestFinished } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import type { GatewayFault } from '../../src/sandbox/gateway/gateway-faults.ts';
import { houseTest } from '../support/bot-process.ts';
import {
  answer,
  countedBy,
  countedMessages,
  sayOften,
  untilBegun,
  untilCounted,
} from '../support/engagement.ts';
import { faultTest, type Stage, sleep, soak } from '../support/faults.ts';
import { watchConnections } from '../support/full-disk.ts';

const MINUTE = 60_000;
const { general } = SMALL.channels;

/** Says more than one page of the history holds, so that repetitions and gaps cross it. */
const MANY = 120;

async function begun(bot: Stage) {
  const member = bot.sandbox.persona('member');
  await untilBegun(bot);
  expect(countedMessages(bot)).toBe(0);
  await sayOften(member, 10);
  await untilCounted(bot, 10);
  return { bot, member };
}

faultTest('what the gateway repeats is counted once: messages, reactions and threads', async ({ stage }) => {
  const bot = await stage();
  const { sandbox } = bot;
  const [member, other] = [sandbox.persona('member'), sandbox.persona('other')];
  await untilBegun(bot);
  sandbox.gateway.faults.inject({ kind: 'duplicate-next', count: 20 });
  const last = await sayOften(member, MANY);
  await other.api('PUT', `/channels/${general}/messages/${last.id}/reactions/%F0%9F%91%8D/@me`);
  await answer(other, last);
  await other.api('POST', `/channels/${general}/messages/${last.id}/threads`, { name: 'more' });
  await untilCounted(bot, MANY + 1);
  await sandbox.until(() => countedBy(bot)[`${other.id} ${general}`]?.threads);
  const before = countedBy(bot);
  expect(before).toEqual({
    [`${member.id} ${general}`]: { messages: MANY },
    [`${other.id} ${general}`]: { messages: 1, replies: 1, reactions: 1, threads: 1 },
  });
  sandbox.gateway.faults.inject({ kind: 'replay', count: 500 });
  sandbox.gateway.faults.inject({ kind: 'reset' });
  await sayOften(other, 1, 'general');
  await untilCounted(bot, MANY + 2);
  expect(countedBy(bot)).toEqual({
    ...before,
    [`${other.id} ${general}`]: { messages: 2, replies: 1, reactions: 1, threads: 1 },
  });
});

describe('what was said while Hearth', () => {
  const away: [string, GatewayFault][] = [
    ['lost its connection', { kind: 'reset' }],
    ['was asked to reconnect', { kind: 'reconnect' }],
    ['had no valid session any more', { kind: 'invalid-session', resumable: false }],
    ['was told to begin anew', { kind: 'disconnect', code: 4009 }],
    ['could reach nothing', { kind: 'outage', ms: 1_500 }],
  ];
  faultTest.for(away)('%s is counted once', async ([, fault], { stage }) => {
    const { bot, member } = await begun(await stage());
    const { sandbox } = bot;
    bot.sandbox.gateway.faults.inject(fault);
    await sayOften(member, MANY);
    await untilCounted(bot, 10 + MANY);
    sandbox.gateway.faults.inject({ kind: 'replay', count: 50 });
    await member.say('and on');
    await untilCounted(bot, 11 + MANY);
    expect(countedBy(bot)).toEqual({ [`${member.id} ${general}`]: { messages: 11 + MANY } });
  });

  const gone: [string, GatewayFault, GatewayFault][] = [
    ['had lost sight of the server', { kind: 'guild-unavailable' }, { kind: 'guild-available' }],
    ['was thrown out and not yet invited again', { kind: 'kicked' }, { kind: 'invited' }],
  ];
  faultTest.for(gone)('%s is counted once, and nothing is forgotten', async ([, leave, back], { stage }) => {
    const { bot, member } = await begun(await stage());
    const { faults } = bot.sandbox.gateway;
    faults.inject(leave);
    await sayOften(member, MANY);
    expect(countedMessages(bot)).toBe(10);
    faults.inject(back);
    await untilCounted(bot, 10 + MANY);
    await member.say('and on');
    await untilCounted(bot, 11 + MANY);
    expect(countedBy(bot)).toEqual({ [`${member.id} ${general}`]: { messages: 11 + MANY } });
  });
});

faultTest(
  'while the disk is full nothing is counted, and afterwards everything is, once',
  async ({ stage }) => {
    const watch = watchConnections();
    const { bot, member } = await begun(await stage());
    watch.stop();
    const own = watch.of(bot.config.databasePath);
    const pages = Number(own.pragma('page_count', { simple: true }));
    own.pragma(`max_page_count = ${pages}`);
    const channels: string[] = [];
    const admin = bot.sandbox.persona('admin');
    // Places, people and days of their own, because growing needs pages.
    for (let index = 0; index < 60; index += 1) {
      const name = `place-${index}`;
      const { status } = await admin.api('POST', `/guilds/${SMALL.guild}/channels`, { name, type: 0 });
      expect(status).toBe(201);
      await sayOften(member, 3, name);
      channels.push(name);
    }
    await bot.sandbox.until(() =>
      bot.complaints.some(({ msg }) => msg === 'what happened could not be counted yet'),
    );
    expect(countedMessages(bot)).toBeLessThan(10 + 180);
    own.pragma('max_page_count = 1000000');
    await untilCounted(bot, 10 + 180);
    await member.say('and on');
    await untilCounted(bot, 11 + 180);
    expect(countedMessages(bot)).toBe(11 + 180);
    expect(Object.keys(countedBy(bot))).toHaveLength(61);
  },
);

houseTest(
  'kill -9 in a flood: nothing is doubled, and nothing is lost once the history is read',
  async ({ house }) => {
    const bot = await house({ rateLimits: false });
    const { sandbox, stored } = bot;
    // Its clock is minutes behind Discord's.
    sandbox.advance(7 * MINUTE);
    let running = await bot.start();
    await untilBegun(bot);
    const people = (['member', 'other', 'german', 'newcomer'] as const).map(sandbox.persona);
    const flood = new AbortController();
    onTestFinished(() => flood.abort());
    const said = people.map(async (person) => {
      let count = 0;
      while (!flood.signal.aborted) {
        await person.say('again');
        count += 1;
        await sleep(20);
      }
      return [`${person.id} ${general}`, { messages: count }] as const;
    });
    for (let kill = 0; kill < (soak ? 10 : 2); kill += 1) {
      const before = countedMessages(bot);
      await sandbox.until(() => countedMessages(bot) > before + 100, 40_000);
      await running.kill();
      expect(stored.integrity()).toBe('ok');
      await sleep(100);
      running = await bot.start();
    }
    flood.abort();
    const expected = Object.fromEntries(await Promise.all(said));
    const all = Object.values(expected).reduce((sum, { messages }) => sum + messages, 0);
    await untilCounted(bot, all);
    expect(countedBy(bot)).toEqual(expected);
    // A restart finds nothing more to count.
    await running.kill();
    await bot.start();
    await people[0]!.say('the last');
    await untilCounted(bot, all + 1);
    expect(countedMessages(bot)).toBe(all + 1);
  },
);
