import { Client, GatewayIntentBits as I } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildManyGuilds } from '../../src/sandbox/community/build-many-guilds.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';
import { asBot } from './raw-api.ts';
import { identified, identifyBody, openGateway } from './raw-gateway.ts';

let sandbox: TestSandbox;

beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.close());

const general = SMALL.channels.general;

describe('connecting to the gateway', () => {
  it('greets, identifies, and hands over the guilds one by one, first as unavailable', async () => {
    const gateway = await identified(sandbox);
    const ready = await gateway.event('READY');
    expect(gateway.packets[0]?.op).toBe(10);
    expect(ready['guilds']).toEqual([{ id: SMALL.guild, unavailable: true }]);
    const guild = await gateway.event('GUILD_CREATE');
    expect(guild['id']).toBe(SMALL.guild);
    expect((guild['members'] as unknown[]).length).toBe(1);
    expect(guild['member_count']).toBe(8);
    expect(gateway.packets.filter((one) => one.op === 0).map((one) => one.s)).toEqual([1, 2]);
  });

  it('acknowledges heartbeats', async () => {
    const gateway = openGateway(sandbox);
    gateway.send(1, null);
    expect((await gateway.packet((one) => one.op === 11)).op).toBe(11);
  });

  it.each([
    ['an unknown token', 4004, () => ({ token: 'wrong' })],
    ['intents that do not exist', 4013, () => ({ intents: 1 << 30 })],
    ['a privileged intent that is not switched on', 4014, () => ({ intents: I.MessageContent })],
    ['a shard beyond the count', 4010, () => ({ shard: [2, 2] })],
  ])('closes %s with its code', async (_what, code, more) => {
    const gateway = openGateway(sandbox);
    gateway.send(2, identifyBody(sandbox, more()));
    expect(await gateway.closed).toBe(code);
  });

  it('closes what cannot be read, comes too early or twice, with its code', async () => {
    const garbled = openGateway(sandbox);
    garbled.sendText('{');
    const early = openGateway(sandbox);
    early.send(8, {});
    const twice = await identified(sandbox);
    twice.send(2, identifyBody(sandbox));
    const old = openGateway(sandbox, 'v=6&encoding=json');
    const unknown = await identified(sandbox);
    unknown.send(99, {});
    const talkative = await identified(sandbox);
    for (let i = 0; i < 121; i += 1) talkative.send(1, null);
    const all = [garbled, early, twice, old, unknown, talkative].map((one) => one.closed);
    expect(await Promise.all(all)).toEqual([4002, 4003, 4005, 4012, 4001, 4008]);
  });

  it('asks for shards where one is not enough', async () => {
    const large = await startTestSandbox({ minShards: 2 });
    const gateway = openGateway(large);
    gateway.send(2, identifyBody(large));
    expect(await gateway.closed).toBe(4011);
    await large.close();
  });

  it('ends a connection that stopped its heartbeat', async () => {
    const hasty = await startTestSandbox({ heartbeatInterval: 100 });
    const gateway = await identified(hasty);
    expect(await gateway.closed).toBe(4009);
    await hasty.close();
  });

  it('counts session starts', async () => {
    const before = (await asBot(sandbox, 'GET', '/gateway/bot')).body['session_start_limit'] as {
      remaining: number;
    };
    await identified(sandbox);
    const after = (await asBot(sandbox, 'GET', '/gateway/bot')).body['session_start_limit'] as {
      remaining: number;
    };
    expect([before.remaining, after.remaining]).toEqual([1000, 999]);
  });

  it('counts no RESUME and no person as a session start', async () => {
    const bot = await identified(sandbox);
    const ready = await bot.event('READY');
    await identified(sandbox, { token: sandbox.persona('member').token });
    const again = openGateway(sandbox);
    again.send(6, { token: sandbox.botToken, session_id: ready['session_id'], seq: 1 });
    await again.event('RESUMED');
    expect(sandbox.gateway.startLimit.remaining()).toBe(999);
  });

  it('ends every session of a bot that identifies beyond the day\u2019s starts, as Discord resets its token', async () => {
    const running = await identified(sandbox);
    const person = await identified(sandbox, { token: sandbox.persona('member').token });
    sandbox.gateway.startLimit.setRemaining(0);
    const { body } = await asBot(sandbox, 'GET', '/gateway/bot');
    expect(body['session_start_limit']).toMatchObject({ total: 1000, remaining: 0 });
    const late = openGateway(sandbox);
    late.send(2, identifyBody(sandbox));
    expect(await Promise.all([late.closed, running.closed])).toEqual([4004, 4004]);
    expect([...sandbox.gateway.sessions.values()].map(({ bot }) => bot)).toEqual([false]);
    person.close();
    sandbox.gateway.startLimit.setRemaining(1);
    await identified(sandbox);
  });

  it('discord.js does not even try where the starts are exhausted', async () => {
    sandbox.gateway.startLimit.setRemaining(0);
    const client = new Client({ intents: [], rest: { api: sandbox.apiUrl } });
    await expect(client.login(sandbox.botToken)).rejects.toThrow(/sessions remaining/);
    await client.destroy();
    expect(sandbox.gateway.sessions.size).toBe(0);
  });

  it('gives each shard its own guilds', async () => {
    const seed = buildManyGuilds(6);
    const many = await startTestSandbox({ seed });
    const shards = await Promise.all([0, 1].map((id) => identified(many, { shard: [id, 2] })));
    const ids = await Promise.all(
      shards.map(async (shard) =>
        ((await shard.event('READY'))['guilds'] as { id: string }[]).map(({ id }) => id),
      ),
    );
    expect(ids.flat().sort()).toEqual(seed.guilds.map(({ id }) => id).sort());
    ids.forEach((own, shard) => {
      for (const id of own) expect(Number((BigInt(id) >> 22n) % 2n)).toBe(shard);
    });
    await many.close();
  });
});

describe('resuming', () => {
  const resumeBody = (ready: Record<string, unknown>, seq: number) => ({
    token: sandbox.botToken,
    session_id: ready['session_id'],
    seq,
  });

  it('replays what was missed, then says RESUMED', async () => {
    const first = await identified(sandbox, { intents: I.GuildMessages });
    const ready = await first.event('READY');
    sandbox.gateway.faults.inject({ kind: 'reset' });
    await first.closed;
    await sandbox.persona('member').say('while you were away');
    const second = openGateway(sandbox);
    second.send(6, resumeBody(ready, 1));
    await second.event('RESUMED');
    const names = second.packets.filter((one) => one.op === 0).map((one) => [one.t, one.s]);
    expect(names).toEqual([
      ['MESSAGE_CREATE', 2],
      ['RESUMED', 3],
    ]);
  });

  it('refuses an unknown session with op 9 and a sequence number from the future with 4007', async () => {
    const first = await identified(sandbox);
    const ready = await first.event('READY');
    const unknown = openGateway(sandbox);
    unknown.send(6, { ...resumeBody(ready, 1), session_id: 'nobody' });
    expect((await unknown.packet((one) => one.op === 9)).d).toBe(false);
    const future = openGateway(sandbox);
    future.send(6, resumeBody(ready, 99));
    expect(await future.closed).toBe(4007);
  });

  it('forgets the session of a client that said goodbye', async () => {
    const first = await identified(sandbox);
    const ready = await first.event('READY');
    first.close();
    await first.closed;
    await sandbox.until(() => sandbox.gateway.sessions.size === 0);
    const second = openGateway(sandbox);
    second.send(6, resumeBody(ready, 1));
    expect((await second.packet((one) => one.op === 9)).d).toBe(false);
  });
});

describe('what a session hears', () => {
  it('delivers only what the intents ask for', async () => {
    const [guilds, messages] = await Promise.all([
      identified(sandbox, { intents: I.Guilds }),
      identified(sandbox, { intents: I.GuildMessages }),
    ]);
    await sandbox.persona('member').say('hello');
    await messages.event('MESSAGE_CREATE');
    await asBot(sandbox, 'POST', `/guilds/${SMALL.guild}/channels`, { name: 'new' });
    expect(guilds.packets.some((one) => one.t === 'MESSAGE_CREATE')).toBe(false);
    expect(messages.packets.some((one) => one.t === 'GUILD_CREATE')).toBe(false);
  });

  it('blanks messages without MESSAGE_CONTENT, except own ones and those that mention the bot', async () => {
    const gateway = await identified(sandbox, { intents: I.GuildMessages });
    const member = sandbox.persona('member');
    await member.say('between us');
    await member.say(`<@${SMALL.users.bot}> between you and me`);
    await asBot(sandbox, 'POST', `/channels/${general}/messages`, { content: 'my own' });
    await sandbox.until(() => gateway.packets.filter((one) => one.t === 'MESSAGE_CREATE').length === 3);
    const contents = gateway.packets
      .filter((one) => one.t === 'MESSAGE_CREATE')
      .map((one) => one.d['content']);
    expect(contents).toEqual(['', `<@${SMALL.users.bot}> between you and me`, 'my own']);
    const page = await asBot(sandbox, 'GET', `/channels/${general}/messages`);
    expect((page.body as unknown as { content: string }[]).map(({ content }) => content)).toEqual(
      contents.toReversed(),
    );
  });

  it('shows contents where MESSAGE_CONTENT is switched on and asked for', async () => {
    const open = await startTestSandbox({ privilegedIntents: I.MessageContent });
    const gateway = await identified(open, { intents: I.GuildMessages | I.MessageContent });
    await open.persona('member').say('between us');
    expect((await gateway.event('MESSAGE_CREATE'))['content']).toBe('between us');
    await open.close();
  });

  it('keeps a hidden channel from those who may not see it', async () => {
    const [member, moderator] = await Promise.all(
      ['member', 'moderator'].map((name) => identified(sandbox, { token: sandbox.persona(name).token })),
    );
    await sandbox.persona('moderator').say('staff only', { channel: 'staff' });
    await sandbox.persona('moderator').say('for all');
    expect((await moderator?.event('MESSAGE_CREATE'))?.['content']).toBe('staff only');
    expect((await member?.event('MESSAGE_CREATE'))?.['content']).toBe('for all');
  });

  it('answers op 8 with members: one by id without the intent, the whole list only with it', async () => {
    const open = await startTestSandbox({ privilegedIntents: I.GuildMembers });
    const gateway = await identified(open, { intents: I.Guilds | I.GuildMembers });
    gateway.send(8, { guild_id: SMALL.guild, query: '', limit: 0, nonce: 'all' });
    expect(((await gateway.event('GUILD_MEMBERS_CHUNK'))['members'] as unknown[]).length).toBe(8);
    await open.close();
    const plain = await identified(sandbox);
    plain.send(8, { guild_id: SMALL.guild, query: '', limit: 0 });
    plain.send(8, { guild_id: SMALL.guild, user_ids: [SMALL.users.member, SMALL.users.stranger] });
    const chunk = await plain.event('GUILD_MEMBERS_CHUNK');
    expect((chunk['members'] as { user: { id: string } }[]).map(({ user }) => user.id)).toEqual([
      SMALL.users.member,
    ]);
    expect(chunk['not_found']).toEqual([SMALL.users.stranger]);
  });

  it('tells a page when the clock was moved and when the bot comes and goes, and the bot nothing of it', async () => {
    const person = await identified(sandbox, { token: sandbox.persona('member').token });
    const bot = await identified(sandbox);
    expect(await person.event('SANDBOX_BOT_UPDATE')).toEqual({ connected: true });
    sandbox.clock.advance(86_400_000);
    expect(await person.event('SANDBOX_CLOCK_UPDATE')).toMatchObject({ clock_offset_ms: 86_400_000 });
    bot.close();
    await sandbox.until(() => person.packets.filter((one) => one.t === 'SANDBOX_BOT_UPDATE').length === 2);
    expect(person.packets.at(-1)?.d).toEqual({ connected: false });
    expect(bot.packets.filter((one) => one.t?.startsWith('SANDBOX'))).toEqual([]);
  });

  it('gives a person the guild as they may see it, and no channel of others', async () => {
    const gateway = await identified(sandbox, { token: sandbox.persona('member').token });
    const ready = await gateway.event('READY');
    const [guild] = ready['guilds'] as { channels: { name: string }[]; members: unknown[] }[];
    expect(guild?.channels.map(({ name }) => name)).toEqual(['general', 'polls']);
    expect(guild?.members.length).toBe(8);
    expect(ready['sandbox']).toMatchObject({ clock_offset_ms: 0 });
  });
});
