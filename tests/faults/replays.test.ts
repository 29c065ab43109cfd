import { describe, expect } from 'vitest';
import type { GatewayFault } from '../../src/sandbox/gateway/gateway-faults.ts';
import type { WorldEvent } from '../../src/sandbox/world/types.ts';
import {
  countsOf,
  crowd,
  faultTest,
  inWaves,
  publish,
  type Stage,
  size,
  sleep,
  untilShown,
  type VoteResult,
} from '../support/faults.ts';
import { pollForm } from '../support/hearth.ts';

const callbacks = ({ sandbox }: Stage) =>
  sandbox.sent('POST').filter(({ route }) => route.endsWith('/callback'));

faultTest('a press that the gateway delivers twice is one vote with one answer', async ({ stage }) => {
  const bot = await stage();
  const { sandbox, stored } = bot;
  const member = sandbox.persona('member');
  const message = await publish(bot, sandbox.persona('admin'));
  const before = callbacks(bot).length;
  sandbox.gateway.faults.inject({ kind: 'duplicate-next' });
  expect((await member.press(message, 'Kenya')).text).toContain('Your vote: **Kenya AA**');
  await untilShown(bot, member, message);
  expect(callbacks(bot)).toHaveLength(before + 1);
  expect(stored.votes()).toEqual(new Map([[member.id, '0']]));
  expect(stored.tally()).toEqual([1, 0, 0]);
  expect(bot.complaints).toEqual([]);
});

faultTest(
  '200 presses in a row by one member leave one vote, the last one, also when all are replayed',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox, stored } = bot;
    const member = sandbox.persona('member');
    const message = await publish(bot, sandbox.persona('admin'));
    const dispatched: WorldEvent[] = [];
    sandbox.world.subscribe((event) => {
      if (event.t === 'INTERACTION_CREATE' && event.only === 'bot') dispatched.push(event);
    });
    const presses = Array.from({ length: 200 }, (_, index) => (index + 1) % 3);
    const outcomes = await inWaves(presses, (option) => bot.vote(member.id, message, option));
    expect(outcomes.every(({ acknowledged }) => acknowledged)).toBe(true);
    expect(stored.votes()).toEqual(new Map([[member.id, String(200 % 3)]]));
    const decided = stored.decisions();

    // Form, preview, Publish, and the presses.
    await sandbox.until(() => callbacks(bot).length === 3 + 200);
    sandbox.gateway.faults.inject({ kind: 'replay', count: 400 });
    await member.press(message, 'My vote');
    await sandbox.until(() => callbacks(bot).length > 203);
    expect(callbacks(bot)).toHaveLength(204);
    expect(stored.votes()).toEqual(new Map([[member.id, String(200 % 3)]]));

    // A new process remembers no ids; the store does.
    await bot.restart();
    for (const event of dispatched.slice(0, 200)) sandbox.world.emit(event);
    await sandbox.until(() => callbacks(bot).length === 204 + 200);
    expect(stored.votes()).toEqual(new Map([[member.id, String(200 % 3)]]));
    expect(JSON.parse(decided)[1]).toEqual(JSON.parse(stored.decisions())[1]);
    expect(stored.tally()).toEqual([0, 0, 1]);
  },
);

faultTest('many press at once: rows, answers and the message agree', async ({ stage }) => {
  const { seed, ids } = crowd(size(500, 2_000));
  const bot = await stage({ seed });
  const { sandbox, stored } = bot;
  const message = await publish(bot, sandbox.persona('admin'));
  expect(stored.votes().size).toBe(0);
  const outcomes = await inWaves(ids, (id, index) => bot.vote(id, message, index % 3));
  const votes = stored.votes();
  const acknowledged = outcomes.filter((one) => one.acknowledged);
  expect(acknowledged.length).toBe(ids.length);
  expect(votes).toEqual(new Map(acknowledged.map(({ userId, option }) => [userId, String(option)])));
  expect(await untilShown(bot, sandbox.persona('member'), message)).toEqual(countsOf(votes));
  expect(bot.complaints).toEqual([]);
});

faultTest('two presses on Publish make one poll', async ({ stage }) => {
  const bot = await stage();
  const { sandbox, stored } = bot;
  const admin = sandbox.persona('admin');
  const { modal } = await admin.slash('poll create');
  const { reply } = await admin.submitModal(modal, pollForm);
  if (!reply) throw new Error('there is no preview');
  const presses = await Promise.all([admin.press(reply, 'Publish'), admin.press(reply, 'Publish')]);
  expect(presses.map(({ result }) => result)).toEqual(['success', 'success']);
  await sandbox.until(() => stored.polls()[0]?.message_id);
  expect(stored.polls()).toHaveLength(1);
  expect(sandbox.channel('general').messages).toHaveLength(1);
  expect(bot.complaints).toEqual([]);
});

const breaks: [string, GatewayFault][] = [
  ['is asked to reconnect', { kind: 'reconnect' }],
  ['is reset', { kind: 'reset' }],
  ['is invalid but can be resumed', { kind: 'invalid-session', resumable: true }],
  ['is invalid', { kind: 'invalid-session', resumable: false }],
  ['breaks off, and REST with it', { kind: 'outage', ms: 1_500 }],
];

describe('when the session', () => {
  faultTest.concurrent.for(breaks)(
    '%s while people press, what was acknowledged is kept, and presses work again',
    async ([, fault], { stage }) => {
      const { seed, ids } = crowd(400);
      const bot = await stage({ seed });
      const { sandbox, stored } = bot;
      const message = await publish(bot, sandbox.persona('admin'));
      const outcomes: Promise<VoteResult>[] = [];
      let acknowledgedAfter = 0;
      let broken = false;
      for (const [index, id] of ids.entries()) {
        const after = broken;
        const vote = bot.vote(id, message, index % 3);
        outcomes.push(vote);
        void vote.then(({ acknowledged }) => {
          if (after && acknowledged) acknowledgedAfter += 1;
        });
        if (index === 10) {
          await Promise.all(outcomes);
          sandbox.gateway.faults.inject(fault);
          broken = true;
        }
        await sleep(50);
        if (acknowledgedAfter >= 20) break;
      }
      expect(acknowledgedAfter).toBeGreaterThanOrEqual(20);
      const settled = await Promise.all(outcomes);
      const votes = stored.votes();
      const acknowledged = settled.filter((one) => one.acknowledged);
      expect(acknowledged.filter(({ userId, option }) => votes.get(userId) !== String(option))).toEqual([]);
      // Whoever was not answered may still have been counted, but nobody twice.
      expect(countsOf(votes)).toEqual(stored.tally());
      expect(await untilShown(bot, sandbox.persona('member'), message)).toEqual(countsOf(votes));
    },
  );
});
