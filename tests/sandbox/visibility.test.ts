import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';
import { asBot } from './raw-api.ts';
import { identified, type RawGateway } from './raw-gateway.ts';

let sandbox: TestSandbox;
let member: RawGateway;
let bot: RawGateway;

beforeEach(async () => {
  sandbox = await startTestSandbox();
  member = await identified(sandbox, { token: sandbox.persona('member').token });
  bot = await identified(sandbox);
});
afterEach(() => sandbox.close());

const { staff, polls } = SMALL.channels;
const VIEW = '1024';

async function asAdmin(method: string, path: string, body?: object): Promise<{ id: string }> {
  const answer = await sandbox.persona('admin').api<{ id: string }>(method, path, body);
  expect(answer.status).toBeLessThan(300);
  return answer.body;
}

/** Names and channel ids of what a session was told of channels, in order. */
const told = (gateway: RawGateway): [string | null, unknown][] =>
  gateway.packets
    .filter((one) => one.t?.startsWith('CHANNEL_') === true && one.t !== 'CHANNEL_PINS_UPDATE')
    .map((one) => [one.t, one.d['id']]);

/** Resolves once everything before has arrived. */
async function settled(): Promise<void> {
  const { id } = await sandbox.persona('moderator').say('mark');
  await member.packet((one) => one.t === 'MESSAGE_CREATE' && one.d['id'] === id);
}

describe('the channels in somebody\u2019s list', () => {
  it('come and go with their roles, and with the threads in them', async () => {
    const thread = await asAdmin('POST', `/channels/${staff}/threads`, { name: 'inside', type: 11 });
    const path = `/guilds/${SMALL.guild}/members/${SMALL.users.member}/roles/${SMALL.roles.staff}`;
    await settled();
    expect(told(member)).toEqual([]);
    await asAdmin('PUT', path);
    await settled();
    expect(told(member)).toEqual([['CHANNEL_CREATE', staff]]);
    expect((await member.event('THREAD_LIST_SYNC'))['threads']).toMatchObject([{ id: thread.id }]);
    await asAdmin('DELETE', path);
    await settled();
    expect(told(member)).toEqual([
      ['CHANNEL_CREATE', staff],
      ['CHANNEL_DELETE', staff],
    ]);
  });

  it('come and go with what a role allows', async () => {
    const everyone = sandbox.world.guilds.get(SMALL.guild)?.roles.get(SMALL.guild)?.permissions ?? '0';
    const hidden = String(BigInt(everyone) & ~BigInt(VIEW));
    await asAdmin('PATCH', `/guilds/${SMALL.guild}/roles/${SMALL.guild}`, { permissions: hidden });
    await sandbox.until(() => told(member).length > 0);
    expect(told(member)).toContainEqual(['CHANNEL_DELETE', SMALL.channels.general]);
    await asAdmin('PATCH', `/guilds/${SMALL.guild}/roles/${SMALL.guild}`, { permissions: everyone });
    await settled();
    expect(told(member)).toContainEqual(['CHANNEL_CREATE', SMALL.channels.general]);
  });

  it('come and go with overwrites, each told once, while the bot hears of the update', async () => {
    const path = `/channels/${polls}/permissions/${SMALL.guild}`;
    await asAdmin('PUT', path, { type: 0, allow: '0', deny: VIEW });
    await asAdmin('PUT', path, { type: 0, allow: VIEW, deny: '0' });
    await settled();
    expect(told(member)).toEqual([
      ['CHANNEL_DELETE', polls],
      ['CHANNEL_CREATE', polls],
    ]);
    await sandbox.until(() => told(bot).length === 2);
    expect(told(bot)).toEqual([
      ['CHANNEL_UPDATE', polls],
      ['CHANNEL_UPDATE', polls],
    ]);
  });

  it('are told once when they are made, renamed and removed', async () => {
    const { id } = await asAdmin('POST', `/guilds/${SMALL.guild}/channels`, { name: 'fresh' });
    await asAdmin('PATCH', `/channels/${id}`, { name: 'fresher' });
    await asAdmin('DELETE', `/channels/${id}`);
    await settled();
    const expected = [
      ['CHANNEL_CREATE', id],
      ['CHANNEL_UPDATE', id],
      ['CHANNEL_DELETE', id],
    ];
    expect(told(member)).toEqual(expected);
    await asBot(sandbox, 'GET', '/users/@me');
    expect(told(bot)).toEqual(expected);
  });
});
