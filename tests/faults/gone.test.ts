import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { faultTest, pass, publish, type Stage, shownCounts, sleep, untilShown } from '../support/faults.ts';
import { textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';

const minute = 60_000;
const day = 86_400_000;
const { general, polls: pollsChannel } = SMALL.channels;

const wordsTo = ({ sandbox }: Stage, person: PersonaDriver) =>
  sandbox.channel(person.dm()).messages.map(({ message }) => textOf(message));

/** What comes back for ever, whatever there is. */
const isUpkeep = (kind: string): boolean => kind.endsWith('.purge') || kind === 'perk.daily';

const places: [string, (admin: PersonaDriver, messageId: string) => Promise<{ status: number }>, RegExp][] = [
  [
    'message',
    (admin, id) => admin.api('DELETE', `/channels/${general}/messages/${id}`),
    /message of poll .* was deleted/,
  ],
  ['channel', (admin) => admin.api('DELETE', `/channels/${general}`), /channel of poll .* is gone/],
];

faultTest.concurrent.for(places)(
  'the %s deleted while the poll is open: it is closed, its creator is told once, and nothing is asked for again',
  async ([, remove, words], { stage }) => {
    const bot = await stage();
    const { sandbox, stored } = bot;
    const admin = sandbox.persona('admin');
    const message = await publish(bot, admin);
    await sandbox.persona('member').press(message, 'Kenya');
    await untilShown(bot, admin, message);
    expect(stored.polls()[0]).toMatchObject({ status: 'open' });

    await remove(admin, message.id);
    await sandbox.until(() => wordsTo(bot, admin).length > 0);
    expect(stored.polls()[0]).toMatchObject({ status: 'closed', close_reason: 'lost', message_id: null });
    const before = sandbox.requests.seq;
    await pass(bot, 3 * day, 3);
    expect(wordsTo(bot, admin)).toEqual([expect.stringMatching(words)]);
    expect(sandbox.requests.since(before).filter(({ bot: byBot }) => byBot)).toEqual([]);
    expect(stored.votes().size).toBe(1);
    expect(stored.jobs().filter(({ kind }) => !isUpkeep(kind))).toEqual([]);
  },
);

faultTest.concurrent.for(places)(
  'the %s deleted while the bot is away: at the closing time it finds out with few requests and tells once',
  async ([, remove], { stage }) => {
    const bot = await stage();
    const { sandbox, stored } = bot;
    const admin = sandbox.persona('admin');
    const message = await publish(bot, admin);
    await bot.stopBot();
    await remove(admin, message.id);
    await bot.restart();
    const before = sandbox.requests.seq;
    sandbox.advance(2 * day + minute);
    await sandbox.until(() => stored.polls()[0]?.finished_at);
    await pass(bot, 3 * day, 3);
    expect(stored.polls()[0]).toMatchObject({ status: 'closed', message_id: null });
    expect(wordsTo(bot, admin)).toHaveLength(1);
    const asked = sandbox.requests
      .since(before)
      .filter(({ bot: byBot, path }) => byBot && path.includes(general));
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(stored.jobs().filter(({ kind }) => !isUpkeep(kind))).toEqual([]);
  },
);

faultTest(
  'the message deleted between the last edit and the announcement: closed, and no endless retry',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox, stored } = bot;
    const admin = sandbox.persona('admin');
    const message = await publish(bot, admin);
    const edited = { method: 'PATCH', route: '/channels/:channel_id/messages/:message_id' };
    const rule = sandbox.faults.add({ match: edited, action: { kind: 'delay', ms: 300 } });
    sandbox.advance(2 * day + minute);
    await sandbox.until(() => rule.hits > 0);
    await admin.api('DELETE', `/channels/${general}/messages/${message.id}`);
    await sandbox.until(() => stored.polls()[0]?.finished_at);
    const before = sandbox.requests.seq;
    await pass(bot, day, 2);
    expect(stored.polls()[0]).toMatchObject({ status: 'closed', close_reason: 'time' });
    expect(sandbox.requests.since(before).filter(({ bot: byBot }) => byBot)).toEqual([]);
    expect(wordsTo(bot, admin).length).toBeLessThanOrEqual(1);
  },
);

/** Takes a permission away from the bot in a channel, or gives it back. */
async function forbid(admin: PersonaDriver, channelId: string, deny: bigint) {
  const { status } = await admin.api('PUT', `/channels/${channelId}/permissions/${SMALL.roles.bot}`, {
    type: 0,
    allow: '0',
    deny: String(deny),
  });
  expect(status).toBe(204);
}

const taken: [string, bigint][] = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
];

faultTest.concurrent.for(taken)(
  '%s taken away: the result waits, other channels are on time, and it appears by itself when it is given back',
  async ([, permission], { stage }) => {
    const bot = await stage();
    const { sandbox, stored } = bot;
    const admin = sandbox.persona('admin');
    const blocked = await publish(bot, admin);
    const other = await admin.slash(
      'poll quick',
      { question: 'Other?', options: 'a | b', closes: 'in 3 days' },
      { channel: 'polls' },
    );
    if (!other.reply) throw new Error('there is no preview');
    await admin.press(other.reply, 'Publish');
    await sandbox.until(() => stored.polls()[1]?.message_id);
    await forbid(admin, general, permission);

    const before = sandbox.requests.seq;
    sandbox.advance(2 * day + minute);
    await sandbox.until(() =>
      stored.jobs().some(({ kind, status }) => kind === 'poll.close' && status === 'parked'),
    );
    expect(stored.polls()[0]).toMatchObject({ status: 'closed', finished_at: null });
    await pass(bot, day + minute, 2);
    await sandbox.until(() => stored.polls()[1]?.finished_at);
    expect(
      sandbox
        .channel(pollsChannel)
        .messages.map(({ message }) => textOf(message))
        .join(),
    ).toContain('is closed');
    await pass(bot, 7 * day, 10);
    const refused = sandbox.requests.since(before).filter(({ status }) => status === 403);
    expect(refused.length).toBeLessThan(80);

    await forbid(admin, general, 0n);
    await pass(bot, 6 * 60 * minute + minute, 2);
    await sandbox.until(() => stored.polls()[0]?.finished_at);
    const said = sandbox.channel(general).messages.map(({ message }) => message);
    expect(said.filter((one) => one.message_reference?.message_id === blocked.id)).toHaveLength(1);
    expect(textOf(said[0])).toContain('Nobody voted');
  },
);

faultTest(
  'View Channel taken away while a poll is open: votes count, and its message catches up once it is given back',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox, stored } = bot;
    const admin = sandbox.persona('admin');
    const member = sandbox.persona('member');
    const message = await publish(bot, admin, { closes: 'in 9 days' });
    await bot.vote(member.id, message, 0);
    expect(await untilShown(bot, admin, message)).toEqual([1, 0, 0]);
    await pass(bot, minute);

    await forbid(admin, general, PermissionFlagsBits.ViewChannel);
    expect((await bot.vote(admin.id, message, 1)).acknowledged).toBe(true);
    expect(stored.tally()).toEqual([1, 1, 0]);
    const waits = () =>
      stored.jobs().some(({ kind, status }) => kind === 'poll.refresh' && status === 'parked');
    for (let step = 0; step < 10 && !waits(); step += 1) {
      sandbox.advance(minute);
      await sleep(200);
    }
    await sandbox.until(waits);
    expect(shownCounts(admin.look(message))).toEqual([1, 0, 0]);

    await forbid(admin, general, 0n);
    sandbox.advance(6 * 60 * minute + minute);
    expect(await untilShown(bot, admin, message)).toEqual([1, 1, 0]);
  },
);

/** A poll of two hours in a public thread; resolves with the thread's id. */
async function pollInThread({ sandbox, stored }: Stage, admin: PersonaDriver): Promise<string> {
  const thread = await admin.api<{ id: string }>('POST', `/channels/${general}/threads`, {
    name: 'side room',
    type: 11,
  });
  const preview = await admin.slash(
    'poll quick',
    { question: 'Here?', options: 'a | b', closes: 'in 2 hours' },
    { channel: thread.body.id },
  );
  if (!preview.reply) throw new Error('there is no preview');
  await admin.press(preview.reply, 'Publish');
  await sandbox.until(() => stored.polls()[0]?.message_id);
  return thread.body.id;
}

faultTest(
  'a poll in a thread that is archived and locked waits, and ends when the thread is opened',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox, stored } = bot;
    const admin = sandbox.persona('admin');
    const thread = await pollInThread(bot, admin);
    await admin.api('PATCH', `/channels/${thread}`, { archived: true, locked: true });
    const before = sandbox.requests.seq;
    sandbox.advance(2 * 60 * minute + minute);
    await sandbox.until(() =>
      stored.jobs().some(({ kind, status }) => kind === 'poll.close' && status === 'parked'),
    );
    expect(stored.polls()[0]).toMatchObject({ status: 'closed', finished_at: null });
    await pass(bot, day, 5);
    expect(sandbox.requests.since(before).filter(({ status }) => status >= 400).length).toBeLessThan(30);
    await admin.api('PATCH', `/channels/${thread}`, { archived: false, locked: false });
    await pass(bot, 6 * 60 * minute + minute, 2);
    await sandbox.until(() => stored.polls()[0]?.finished_at);
    expect(
      sandbox.channel(thread).messages.filter(({ message }) => textOf(message).includes('is closed')),
    ).toHaveLength(1);
  },
);

faultTest('a poll in a thread that only fell asleep ends on time', async ({ stage }) => {
  const bot = await stage();
  const { sandbox, stored } = bot;
  const admin = sandbox.persona('admin');
  const thread = await pollInThread(bot, admin);
  await admin.api('PATCH', `/channels/${thread}`, { archived: true });
  sandbox.advance(2 * 60 * minute + minute);
  await sandbox.until(() => stored.polls()[0]?.finished_at, 10_000);
  expect(
    sandbox.channel(thread).messages.filter(({ message }) => textOf(message).includes('is closed')),
  ).toHaveLength(1);
});
