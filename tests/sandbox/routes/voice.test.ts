import { ChannelType, GatewayIntentBits as I, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { checkAnswer } from '../../support/conformance.ts';
import { startTestSandbox, type TestSandbox } from '../../support/sandbox.ts';
import { asBot } from '../raw-api.ts';
import { identified, type RawGateway } from '../raw-gateway.ts';

const { guild, users, roles } = SMALL;
const STATES = `/guilds/${guild}/voice-states`;
const LISTENING = I.Guilds | I.GuildVoiceStates | I.GuildMessages;

let sandbox: TestSandbox;
let lounge: string;
let backroom: string;

beforeEach(async () => {
  sandbox = await startTestSandbox({ rateLimits: false });
  lounge = await makeChannel('lounge');
  backroom = await makeChannel('backroom', [
    { id: guild, type: 0, allow: '0', deny: String(P.ViewChannel) },
    { id: roles.staff, type: 0, allow: String(P.ViewChannel), deny: '0' },
  ]);
});
afterEach(() => sandbox.close());

async function makeChannel(name: string, permission_overwrites: object[] = []): Promise<string> {
  const { status, body } = await sandbox
    .persona('admin')
    .api<{ id: string }>('POST', `/guilds/${guild}/channels`, {
      name,
      type: ChannelType.GuildVoice,
      permission_overwrites,
    });
  expect(status).toBe(201);
  return body.id;
}

/** Where a session was told that people are, in order; after all that happened before. */
async function told(gateway: RawGateway): Promise<(readonly [unknown, unknown])[]> {
  const { id } = await sandbox.persona('moderator').say('mark');
  await gateway.packet((one) => one.t === 'MESSAGE_CREATE' && one.d['id'] === id);
  return gateway.packets
    .filter((one) => one.t === 'VOICE_STATE_UPDATE')
    .map(({ d }) => [d['user_id'], d['channel_id']] as const);
}

const present = async (gateway: RawGateway): Promise<unknown> =>
  ((await gateway.event('GUILD_CREATE'))['voice_states'] as Record<string, unknown>[]).map(
    ({ user_id, channel_id }) => [user_id, channel_id],
  );

describe('people in voice channels', () => {
  it('come, go elsewhere and leave, and the bot is told with the member and as Discord writes it', async () => {
    const other = await makeChannel('kitchen');
    const bot = await identified(sandbox, { intents: LISTENING });
    const member = sandbox.persona('member');
    expect(await told(bot)).toEqual([]);
    member.joinVoice('lounge');
    const event = await bot.event('VOICE_STATE_UPDATE');
    expect(event).toMatchObject({
      guild_id: guild,
      channel_id: lounge,
      user_id: member.id,
      member: { user: { id: member.id }, roles: [] },
      self_mute: false,
      suppress: false,
    });
    const { status, body } = await asBot(sandbox, 'GET', `${STATES}/${member.id}`);
    expect(body).toEqual(event);
    checkAnswer('GET', `${STATES}/${member.id}`, status, body);
    member.joinVoice('kitchen');
    member.leaveVoice();
    member.leaveVoice();
    expect(await told(bot)).toEqual([
      [member.id, lounge],
      [member.id, other],
      [member.id, null],
    ]);
    expect((await asBot(sandbox, 'GET', `${STATES}/${member.id}`)).body.code).toBe(10065);
  });

  it('are told to nobody without the intent', async () => {
    const deaf = await identified(sandbox, { intents: I.Guilds | I.GuildMessages });
    const hearing = await identified(sandbox, { intents: LISTENING });
    sandbox.persona('member').joinVoice('lounge');
    expect(await told(hearing)).toEqual([[users.member, lounge]]);
    expect(await told(deaf)).toEqual([]);
  });

  it('are there when a bot comes, without those in channels that it does not see', async () => {
    sandbox.persona('member').joinVoice('lounge');
    sandbox.persona('moderator').joinVoice('backroom');
    expect(await present(await identified(sandbox, { intents: LISTENING }))).toEqual([
      [users.member, lounge],
    ]);
    const late = await identified(sandbox, { intents: LISTENING });
    const [state] = (await late.event('GUILD_CREATE'))['voice_states'] as Record<string, unknown>[];
    expect(state).not.toHaveProperty('guild_id');
    expect(state).toMatchObject({ member: { user: { id: users.member } } });
  });

  it('seem to leave for those who do not see where they went', async () => {
    const bot = await identified(sandbox, { intents: LISTENING });
    const admin = await identified(sandbox, { token: sandbox.persona('admin').token });
    const moderator = sandbox.persona('moderator');
    moderator.joinVoice('backroom');
    expect(await told(bot)).toEqual([]);
    moderator.joinVoice('lounge');
    moderator.joinVoice('backroom');
    expect(await told(bot)).toEqual([
      [moderator.id, lounge],
      [moderator.id, null],
    ]);
    expect((await told(admin)).map(([, channel]) => channel)).toEqual([backroom, lounge, backroom]);
    expect((await asBot(sandbox, 'GET', `${STATES}/${moderator.id}`)).body.code).toBe(50001);
  });

  it('leave with their membership and with the channel', async () => {
    const bot = await identified(sandbox, { intents: LISTENING });
    const [member, other] = [sandbox.persona('member'), sandbox.persona('other')];
    member.joinVoice('lounge');
    other.joinVoice('lounge');
    const kicked = await sandbox.persona('admin').api('DELETE', `/guilds/${guild}/members/${member.id}`);
    expect(kicked.status).toBe(204);
    expect((await told(bot)).at(-1)).toEqual([member.id, null]);
    expect((await sandbox.persona('admin').api('DELETE', `/channels/${lounge}`)).status).toBe(200);
    expect((await told(bot)).at(-1)).toEqual([other.id, null]);
    expect(sandbox.world.guilds.get(guild)?.voiceStates.size).toBe(0);
  });

  it('get in only where they may connect, where there is room, and where there is a voice channel', async () => {
    const { member, owner } = { member: sandbox.persona('member'), owner: sandbox.persona('owner') };
    expect(() => member.joinVoice('general')).toThrow(/channel type/);
    expect(() => member.joinVoice('backroom')).toThrow(/Missing Access/);
    const channel = sandbox.channel('lounge');
    channel.channel = { ...channel.channel, user_limit: 1 };
    sandbox.persona('other').joinVoice('lounge');
    expect(() => member.joinVoice('lounge')).toThrow(/Missing Permissions/);
    owner.joinVoice('lounge');
    const deny = { type: 0, allow: '0', deny: String(P.Connect) };
    await sandbox.persona('admin').api('PUT', `/channels/${lounge}/permissions/${guild}`, deny);
    sandbox.persona('other').leaveVoice();
    owner.leaveVoice();
    expect(() => member.joinVoice('lounge')).toThrow(/Missing Permissions/);
  });

  it('ask for it by opcode 4, as clients do; what is not allowed stays without an answer', async () => {
    const bot = await identified(sandbox, { intents: LISTENING });
    const member = await identified(sandbox, { token: sandbox.persona('member').token });
    member.send(4, { guild_id: guild, channel_id: backroom });
    member.send(4, { guild_id: guild, channel_id: lounge, self_mute: true, self_deaf: false });
    expect(await member.event('VOICE_STATE_UPDATE')).toMatchObject({ channel_id: lounge, self_mute: true });
    bot.send(4, { guild_id: guild, channel_id: lounge });
    member.send(4, { guild_id: guild, channel_id: null });
    await member.packet((one) => one.t === 'VOICE_STATE_UPDATE' && one.d['channel_id'] === null);
    expect(await told(bot)).toEqual([
      [users.member, lounge],
      [users.member, null],
    ]);
  });
});
