import { Client } from 'discord.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { closeAll, kit, localDiscord, until } from './sandbox-bot.ts';

afterEach(closeAll);

/** The discord.js client behind the kit, to look into its caches. */
async function connectedClient(options: Parameters<typeof kit>[1] = {}) {
  const login = vi.spyOn(Client.prototype, 'login');
  const discord = await localDiscord();
  const hearth = kit(discord, options);
  await hearth.connection.connect();
  const client = login.mock.contexts[0] as Client;
  login.mockRestore();
  return { discord, hearth, client };
}

describe('the connection', () => {
  test('is ready and keeps nothing of the guilds, channels, roles and members', async () => {
    const { hearth, client } = await connectedClient();
    await until(() => client.isReady());
    await until(() => hearth.events.some(([name]) => name === 'GUILD_CREATE'));
    expect(client.guilds.cache.size).toBe(0);
    expect(client.channels.cache.size).toBe(0);
    expect(client.users.cache.size).toBe(1);
    expect(hearth.connection.ownId()).toBe(SMALL.users.bot);
    expect(hearth.connection.applicationId()).toMatch(/^\d+$/u);
  });

  test('hands events on as Discord sent them', async () => {
    const { hearth, discord } = await connectedClient();
    const [, guild] = await until(() => hearth.events.find(([name]) => name === 'GUILD_CREATE'));
    expect(guild).toMatchObject({ id: SMALL.guild, channels: expect.any(Array) });
    discord.gateway.faults.inject({ kind: 'reconnect' });
    await until(() => hearth.lines.some(({ msg }) => msg === 'gateway connection closed') || undefined).catch(
      () => {},
    );
  });
});
