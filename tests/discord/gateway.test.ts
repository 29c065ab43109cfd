import { Client } from 'discord.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { customId } from '../../src/discord/custom-id.ts';
import { defineComponent } from '../../src/discord/define-component.ts';
import { button, row } from '../../src/discord/ui.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { closeAll, kit, type LocalDiscord, localDiscord, until } from './sandbox-bot.ts';

afterEach(closeAll);

const { general } = SMALL.channels;

async function connected(
  options: Parameters<typeof kit>[1] = {},
  world: Parameters<typeof localDiscord>[0] = {},
) {
  const discord = await localDiscord(world);
  const hearth = kit(discord, options);
  await hearth.connection.connect();
  return { discord, hearth };
}

const identifies = (discord: LocalDiscord) =>
  discord.gateway.startLimit.total - discord.gateway.startLimit.remaining();

describe('the connection', () => {
  test('is ready and keeps nothing of guilds, channels, roles and members', async () => {
    const login = vi.spyOn(Client.prototype, 'login');
    const { hearth } = await connected();
    const client = login.mock.contexts[0] as Client;
    login.mockRestore();
    await until(() => client.isReady());
    await until(() => hearth.events.some(([name]) => name === 'GUILD_CREATE'));
    expect(client.guilds.cache.size).toBe(0);
    expect(client.channels.cache.size).toBe(0);
    expect(client.users.cache.size).toBe(1);
    expect(hearth.connection.ownId()).toBe(SMALL.users.bot);
    expect(hearth.connection.applicationId()).toMatch(/^\d+$/u);
  });

  test('hands events on as Discord sent them', async () => {
    const { hearth } = await connected();
    const [, guild] = await until(() => hearth.events.find(([name]) => name === 'GUILD_CREATE'));
    expect(guild).toMatchObject({ id: SMALL.guild, channels: expect.any(Array) });
  });

  test('survives a reset: a press that was made meanwhile is answered after RESUME, once', async () => {
    const pressId = customId('test.press', 1, {});
    const body = { components: [row(button({ id: pressId.build({}), label: 'Press' }))] };
    let runs = 0;
    const component = defineComponent({
      kind: 'button',
      id: pressId,
      ack: 'now',
      run: () => {
        runs += 1;
        return { kind: 'update', body };
      },
    });
    const { discord, hearth } = await connected({ components: [component] });
    const posted = await hearth.messenger.post(general, body);
    if (!posted.ok) throw new Error(posted.failure.reason);
    const data = { component_type: 2, custom_id: pressId.build({}) };
    const press = { type: 3, channel_id: general, guild_id: SMALL.guild, message_id: posted.value.id, data };

    discord.gateway.faults.inject({ kind: 'reset' });
    const result = await discord.interact(SMALL.users.member, press);
    expect(result.result).toBe('success');
    expect(runs).toBe(1);
    discord.gateway.faults.inject({ kind: 'replay', count: 5 });
    discord.gateway.faults.inject({ kind: 'duplicate-next' });
    expect(await discord.interact(SMALL.users.other, press)).toMatchObject({ result: 'success' });
    await until(() => hearth.received.length >= 4);
    expect(runs).toBe(2);
    expect(hearth.lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
    expect(identifies(discord)).toBe(1);
  });

  test('waits for Discord to be reachable', async () => {
    const discord = await localDiscord();
    discord.gateway.faults.inject({ kind: 'outage', ms: 1500 });
    const hearth = kit(discord);
    await hearth.connection.connect();
    expect(hearth.connection.ownId()).toBe(SMALL.users.bot);
    expect(hearth.lines.some(({ msg }) => msg === 'Discord cannot be reached')).toBe(true);
  });

  test('does not identify when no session starts are left, and does when they are back', async () => {
    const discord = await localDiscord();
    discord.gateway.startLimit.setRemaining(0);
    const resetSoon = vi.spyOn(discord.gateway.startLimit, 'resetAfter').mockReturnValue(300);
    const hearth = kit(discord);
    const connecting = hearth.connection.connect();
    await until(() => hearth.lines.some(({ msg }) => String(msg).startsWith('no session starts left')));
    expect(hearth.received).toEqual([]);
    expect(() => hearth.connection.ownId()).toThrow('not connected yet');
    resetSoon.mockRestore();
    discord.gateway.startLimit.setRemaining(1000);
    await connecting;
    expect(hearth.connection.ownId()).toBe(SMALL.users.bot);
  });
});

describe('the end of the connection', () => {
  test('a wrong token is said before connecting', async () => {
    const discord = await localDiscord();
    const hearth = kit(discord, { options: { token: 'wrong' } });
    await expect(hearth.connection.connect()).rejects.toThrow(/DISCORD_TOKEN/u);
    expect(hearth.fatal).toEqual([]);
  });

  test.each([
    [4004, /does not accept the token.*4004/u],
    [4014, /privileged intent.*4014/u],
  ])('close code %i ends it with a reason', async (code, reason) => {
    const { discord, hearth } = await connected();
    discord.gateway.faults.inject({ kind: 'disconnect', code });
    await until(() => hearth.fatal.length > 0);
    expect(hearth.fatal).toEqual([expect.stringMatching(reason)]);
  });

  test('a token that Discord takes back while running ends it, because nothing could be sent any more', async () => {
    const { discord, hearth } = await connected();
    const action = { kind: 'status' as const, status: 401, body: { code: 0, message: '401: Unauthorized' } };
    discord.faults.add({ match: { route: '/guilds' }, action });
    expect(await hearth.guilds.memberCount(SMALL.guild)).toMatchObject({ ok: false });
    expect(hearth.fatal).toEqual([expect.stringMatching(/no longer accepts the token/u)]);
    expect(await hearth.guilds.memberCount(SMALL.guild)).toMatchObject({ ok: false });
    expect(hearth.fatal).toHaveLength(1);
  });

  test('silence for too long ends it', async () => {
    const { hearth } = await connected({ options: { silenceMs: 600 } });
    await until(() => hearth.fatal.length > 0);
    expect(hearth.fatal).toEqual([expect.stringMatching(/no sign of life/u)]);
  });

  test('regular heartbeats are signs of life', async () => {
    const { hearth } = await connected({ options: { silenceMs: 750 } }, { heartbeatInterval: 50 });
    await new Promise((resolve) => {
      setTimeout(resolve, 1600);
    });
    expect(hearth.fatal).toEqual([]);
  });

  test('being closed on purpose is not fatal', async () => {
    const { hearth } = await connected();
    await hearth.connection.close();
    expect(hearth.fatal).toEqual([]);
  });
});

describe('too many refused requests', () => {
  test('pause everything before Discord bans the address', async () => {
    const { discord, hearth } = await connected();
    for (let count = 0; count < 4999; count += 1) hearth.connection.invalidRequests.count(403, false);
    for (let count = 0; count < 100; count += 1) hearth.connection.invalidRequests.count(429, true);
    expect(await hearth.guilds.memberCount(SMALL.guild)).toMatchObject({ ok: true });
    hearth.connection.invalidRequests.count(403, false);
    const before = discord.requests.seq;
    const refused = await hearth.guilds.memberCount(SMALL.guild);
    expect(refused).toMatchObject({
      ok: false,
      failure: { kind: 'retry', retryAfterMs: expect.any(Number) },
    });
    expect(discord.requests.seq).toBe(before);
  });
});
