import { GatewayIntentBits as I, MessageType } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { checkAnswer } from '../../support/conformance.ts';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { asBot } from '../raw-api.ts';
import { identified, identifyBody, openGateway } from '../raw-gateway.ts';

const { guild, users, roles, channels } = SMALL;
let sandbox: TestSandbox;

beforeEach(async () => {
  sandbox = await startTestSandbox({ rateLimits: false, privilegedIntents: I.GuildMembers });
  const { status } = await sandbox
    .persona('admin')
    .api('PATCH', `/guilds/${guild}`, { system_channel_id: channels.general });
  expect(status).toBe(200);
});
afterEach(() => sandbox.close());

/** Somebody who is not a member comes in by an invite. */
async function comeIn(name: string): Promise<void> {
  const made = await sandbox
    .persona('member')
    .api<{ code: string }>('POST', `/channels/${channels.general}/invites`, {});
  expect((await sandbox.persona(name).api('POST', `/invites/${made.body.code}`)).status).toBe(200);
}

describe('people who join', () => {
  it('are announced by Discord in the system channel, to bots without any privileged intent', async () => {
    const bot = await identified(sandbox, { intents: I.Guilds | I.GuildMessages });
    await comeIn('stranger');
    const event = await bot.event('MESSAGE_CREATE');
    expect(event).toMatchObject({
      type: MessageType.UserJoin,
      channel_id: channels.general,
      content: '',
      author: { id: users.stranger },
      member: { joined_at: expect.any(String) },
    });
    expect(bot.packets.map(({ t }) => t)).not.toContain('GUILD_MEMBER_ADD');
    const path = `/channels/${channels.general}/messages/${String(event['id'])}`;
    const { status, body } = await asBot(sandbox, 'GET', path);
    checkAnswer('GET', path, status, body);
  });

  it('are announced nowhere where the server named no channel for it', async () => {
    await sandbox.persona('admin').api('PATCH', `/guilds/${guild}`, { system_channel_id: null });
    await comeIn('stranger');
    expect(sandbox.persona('stranger').messages('general')).toEqual([]);
  });

  it('and who leave are told by GUILD_MEMBER_ADD and GUILD_MEMBER_REMOVE with the privileged intent only', async () => {
    const plain = await identified(sandbox, { intents: I.Guilds | I.GuildMessages });
    const privileged = await identified(sandbox, { intents: I.Guilds | I.GuildMessages | I.GuildMembers });
    await comeIn('stranger');
    expect(await privileged.event('GUILD_MEMBER_ADD')).toMatchObject({
      guild_id: guild,
      user: { id: users.stranger },
      roles: [],
    });
    await sandbox.persona('admin').api('DELETE', `/guilds/${guild}/members/${users.stranger}`);
    expect(await privileged.event('GUILD_MEMBER_REMOVE')).toMatchObject({
      guild_id: guild,
      user: { id: users.stranger },
    });
    const { id } = await sandbox.persona('member').say('mark');
    await plain.packet(({ t, d }) => t === 'MESSAGE_CREATE' && d['id'] === id);
    expect(plain.packets.filter(({ t }) => t?.startsWith('GUILD_MEMBER'))).toEqual([]);
  });

  it('are kept from bots whose application did not switch the intent on: 4014', async () => {
    const strict = await startTestSandbox();
    const gateway = openGateway(strict);
    gateway.send(2, identifyBody(strict, { intents: I.Guilds | I.GuildMembers }));
    expect(await gateway.closed).toBe(4014);
    await strict.close();
  });
});

describe('the bot itself', () => {
  it('is kicked with its role, and comes back by an invite with a new one, to a whole guild', async () => {
    const bot = await identified(sandbox);
    await bot.event('GUILD_CREATE');
    sandbox.gateway.faults.inject({ kind: 'kicked' });
    // Without `unavailable`: an outage looks different.
    expect(await bot.event('GUILD_DELETE')).toEqual({ id: guild });
    const state = sandbox.world.guilds.get(guild);
    expect(state?.roles.has(roles.bot)).toBe(false);
    expect((await asBot(sandbox, 'GET', `/channels/${channels.general}`)).body.code).toBe(50001);
    sandbox.gateway.faults.inject({ kind: 'invited' });
    await sandbox.until(() => bot.packets.filter(({ t }) => t === 'GUILD_CREATE').length === 2);
    expect((await asBot(sandbox, 'GET', `/channels/${channels.general}`)).status).toBe(200);
    const [role] = state?.members.get(users.bot)?.roles ?? [];
    expect(state?.roles.get(role ?? '')).toMatchObject({ managed: true, tags: { bot_id: users.bot } });
  });
});
