import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { checkAnswer } from '../../support/conformance.ts';
import { identified } from '../raw-gateway.ts';
import { type SmallWorld, START, smallWorld } from './small-world.ts';

const { guild, roles } = SMALL;
const { general } = SMALL.channels;
const HOUR = 3_600_000;
const STAGES = '/stage-instances';
let small: SmallWorld;
let stage: string;

beforeEach(async () => {
  small = await smallWorld();
  const made = await small.as('admin')('POST', `/guilds/${guild}/channels`, {
    name: 'Tasting table',
    type: ChannelType.GuildStageVoice,
  });
  stage = made.body.id;
  small.heard();
});
afterEach(() => small.close());

const open = (more: object = {}) =>
  small.as('admin')('POST', STAGES, { channel_id: stage, topic: 'Ask our roaster', ...more });
const allowBot = (allow: bigint, deny = 0n) =>
  small.as('admin')('PUT', `/channels/${stage}/permissions/${roles.bot}`, {
    type: 0,
    allow: String(allow),
    deny: String(deny),
  });

describe('a stage', () => {
  it('is opened, read, renamed and closed, and tells about itself', async () => {
    expect((await small.as('member')('GET', `${STAGES}/${stage}`)).body.code).toBe(10067);
    const { status, body } = await open();
    expect(status).toBe(200);
    expect(body).toMatchObject({ guild_id: guild, channel_id: stage, privacy_level: 2 });
    checkAnswer('POST', STAGES, status, body);
    expect((await small.as('member')('GET', `${STAGES}/${stage}`)).body).toEqual(body);
    const renamed = await small.as('admin')('PATCH', `${STAGES}/${stage}`, { topic: 'Ask our baker' });
    expect(renamed.body).toEqual({ ...body, topic: 'Ask our baker' });
    expect((await small.as('admin')('DELETE', `${STAGES}/${stage}`)).status).toBe(204);
    expect(small.heard()).toEqual([
      'STAGE_INSTANCE_CREATE',
      'STAGE_INSTANCE_UPDATE',
      'STAGE_INSTANCE_DELETE',
    ]);
    for (const method of ['GET', 'PATCH', 'DELETE'])
      expect((await small.as('admin')(method, `${STAGES}/${stage}`)).body.code).toBe(10067);
  });

  it('stands once in each stage channel, and in no other', async () => {
    const { body: first } = await open();
    expect((await open({ topic: 'Again' })).body.code).toBe(150006);
    expect((await open({ channel_id: general })).body.code).toBe(50024);
    expect((await open({ channel_id: '1191000000000000999' })).body.code).toBe(10003);
    expect((await small.bot('GET', `${STAGES}/${stage}`)).body).toEqual(first);
    expect(small.heard()).toEqual(['STAGE_INSTANCE_CREATE']);
  });

  it('is for those who manage the channel, mute and move in it', async () => {
    const all = P.Connect | P.ManageChannels | P.MuteMembers | P.MoveMembers;
    const asBot = () => small.bot('POST', STAGES, { channel_id: stage, topic: 'Mine' });
    expect((await asBot()).body.code).toBe(50013);
    for (const one of [P.Connect, P.ManageChannels, P.MuteMembers, P.MoveMembers]) {
      await allowBot(all & ~one, one);
      expect((await asBot()).body.code).toBe(50013);
    }
    await allowBot(all, P.ViewChannel);
    expect((await asBot()).body.code).toBe(50001);
    await allowBot(all);
    expect((await asBot()).status).toBe(200);
    for (const method of ['PATCH', 'DELETE'])
      expect((await small.as('member')(method, `${STAGES}/${stage}`, { topic: 'Ours' })).body.code).toBe(
        50013,
      );
    expect((await small.as('stranger')('GET', `${STAGES}/${stage}`)).body.code).toBe(50001);
  });

  it('has a topic of 1 to 120 characters, and an event that exists', async () => {
    const faults = async (more: object) => Object.keys((await open(more)).body.errors ?? {});
    expect(await faults({ topic: '' })).toEqual(['topic']);
    expect(await faults({ topic: 'a'.repeat(121), privacy_level: 3 })).toEqual(['topic', 'privacy_level']);
    expect(await faults({ channel_id: null })).toEqual(['channel_id']);
    expect((await open({ guild_scheduled_event_id: '1191000000000000999' })).body.code).toBe(10070);
    const event = await small.as('admin')('POST', `/guilds/${guild}/scheduled-events`, {
      name: 'AMA',
      privacy_level: 2,
      entity_type: 1,
      channel_id: stage,
      scheduled_start_time: new Date(START + HOUR).toISOString(),
    });
    const { body } = await open({ topic: 'a'.repeat(120), guild_scheduled_event_id: event.body.id });
    expect(body.guild_scheduled_event_id).toBe(event.body.id);
    const long = await small.as('admin')('PATCH', `${STAGES}/${stage}`, { topic: 'a'.repeat(121) });
    expect(long.body.code).toBe(50035);
  });

  it('closes with its channel', async () => {
    const { body } = await open();
    small.heard();
    expect((await small.as('admin')('DELETE', `/channels/${stage}`)).status).toBe(200);
    expect(small.heard()).toEqual(['STAGE_INSTANCE_DELETE', 'CHANNEL_DELETE']);
    expect(small.guild.stageInstances.size).toBe(0);
    expect((await small.bot('GET', `${STAGES}/${body.channel_id}`)).body.code).toBe(10003);
  });

  it('is told to bots with the intent for guilds, and to those who come while it is live', async () => {
    const hearing = await identified(small.sandbox as never, { intents: 1 });
    const deaf = await identified(small.sandbox as never, { intents: 1 << 9 });
    const { body } = await open();
    expect(await hearing.event('STAGE_INSTANCE_CREATE')).toEqual(body);
    const late = await identified(small.sandbox as never, { intents: 1 });
    const { d } = await late.packet((one) => one.t === 'GUILD_CREATE' && one.d['id'] === guild);
    expect(d['stage_instances']).toEqual([body]);
    await small.as('admin')('DELETE', `${STAGES}/${stage}`);
    expect(await hearing.event('STAGE_INSTANCE_DELETE')).toEqual(body);
    // A message that the deaf one does hear comes after.
    await small.as('admin')('POST', `/channels/${general}/messages`, { content: 'hello' });
    await deaf.event('MESSAGE_CREATE');
    expect(deaf.packets.map(({ t }) => t)).not.toContain('STAGE_INSTANCE_DELETE');
    for (const gateway of [hearing, deaf, late]) gateway.close();
  });
});
