import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import type { ReadState } from '../../src/sandbox/world/reads.ts';
import { startTestSandbox, type TestSandbox } from '../support/sandbox.ts';
import { identified } from './raw-gateway.ts';

let sandbox: TestSandbox;

beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.close());

const general = SMALL.channels.general;

/** How far somebody has read, as their page hears it when it opens. */
async function readOf(name: string, channelId: string): Promise<ReadState | undefined> {
  const gateway = await identified(sandbox, { token: sandbox.persona(name).token });
  const ready = await gateway.event('READY');
  gateway.close();
  return (ready['read_state'] as ReadState[]).find(({ id }) => id === channelId);
}

const isUnread = (read: ReadState | undefined): boolean =>
  BigInt(sandbox.channel('general').channel.last_message_id ?? '0') > BigInt(read?.last_message_id ?? '0');

describe('what somebody has read', () => {
  it('is kept for the next time they open the page: the unread stay unread until acknowledged', async () => {
    expect(isUnread(await readOf('member', general))).toBe(false);
    await sandbox.persona('admin').say('one');
    const second = await sandbox.persona('admin').say(`<@${SMALL.users.member}> two`);
    const before = await readOf('member', general);
    expect([isUnread(before), before?.mention_count]).toEqual([true, 1]);
    await sandbox.persona('member').api('POST', `/channels/${general}/messages/${second.id}/ack`, {});
    expect(await readOf('member', general)).toEqual({
      id: general,
      last_message_id: second.id,
      mention_count: 0,
    });
    expect(isUnread(await readOf('other', general))).toBe(true);
  });

  it('includes what they wrote themselves', async () => {
    await sandbox.persona('member').say('mine');
    expect(isUnread(await readOf('member', general))).toBe(false);
    expect(isUnread(await readOf('admin', general))).toBe(true);
  });

  it('moves only forward, and not beyond the last message', async () => {
    const first = await sandbox.persona('admin').say('one');
    const second = await sandbox.persona('admin').say('two');
    const member = sandbox.persona('member');
    await member.api('POST', `/channels/${general}/messages/${second.id}0/ack`, {});
    await member.api('POST', `/channels/${general}/messages/${first.id}/ack`, {});
    expect((await readOf('member', general))?.last_message_id).toBe(second.id);
    await sandbox.persona('admin').say('three');
    expect(isUnread(await readOf('member', general))).toBe(true);
  });

  it('reaches the other windows of the same person, and nobody else', async () => {
    const [own, other] = await Promise.all(
      ['member', 'admin'].map((name) => identified(sandbox, { token: sandbox.persona(name).token })),
    );
    const message = await sandbox.persona('moderator').say('one');
    await sandbox.persona('member').api('POST', `/channels/${general}/messages/${message.id}/ack`, {});
    expect(await own?.event('MESSAGE_ACK')).toMatchObject({ channel_id: general, message_id: message.id });
    await sandbox.persona('moderator').say('two');
    await sandbox.until(() => other?.packets.filter((one) => one.t === 'MESSAGE_CREATE').length === 2);
    expect(other?.packets.some((one) => one.t === 'MESSAGE_ACK')).toBe(false);
  });
});
