import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../../src/discord/failure.ts';
import { checkChannel } from '../../../src/features/settings/channel-check.ts';
import { translatorFor } from '../../../src/i18n/translator.ts';

const channel = '810000000000000001';
const all =
  Bits.ViewChannel |
  Bits.SendMessages |
  Bits.AttachFiles |
  Bits.ReadMessageHistory |
  Bits.CreatePublicThreads;
const neverAsked = () => Promise.reject(new Error('Discord need not be asked'));
const answering = (value: bigint) => () => Promise.resolve<Result<bigint>>({ ok: true, value });
const gone = () =>
  Promise.resolve<Result<bigint>>({
    ok: false,
    failure: { kind: 'gone', code: 10003, reason: 'no channel' },
  });

function call(appPermissions: bigint | undefined) {
  const picked = appPermissions === undefined ? {} : { app_permissions: String(appPermissions) };
  const raw = { data: { resolved: { channels: { [channel]: { id: channel, ...picked } } } } };
  return { raw, guildId: '8', t: translatorFor('en') } as never;
}

describe('a channel that is picked in /setup', () => {
  test('is fine where the bot may do everything', async () => {
    expect(await checkChannel(call(all), 'polls', channel, neverAsked)).toEqual({
      fine: true,
      note: '✅ Saved.',
    });
  });

  test('is refused with the name of the missing permission and where to grant it', async () => {
    const { fine, note } = await checkChannel(call(all & ~Bits.AttachFiles), 'polls', channel, neverAsked);
    expect(fine).toBe(false);
    expect(note).toContain('Attach Files');
    expect(note).toContain(`<#${channel}>`);
    expect(note).toContain('Permissions');
  });

  test('is fine for notices without files, and for polls without threads, which is said', async () => {
    const plain = Bits.ViewChannel | Bits.SendMessages;
    expect((await checkChannel(call(plain), 'notices', channel, neverAsked)).fine).toBe(true);
    const withoutThreads = await checkChannel(
      call(all & ~Bits.CreatePublicThreads),
      'polls',
      channel,
      neverAsked,
    );
    expect(withoutThreads.fine).toBe(true);
    expect(withoutThreads.note).toContain('Create Public Threads');
  });

  test('is looked up where Discord does not send the permissions along', async () => {
    expect((await checkChannel(call(undefined), 'polls', channel, answering(all))).fine).toBe(true);
    expect((await checkChannel(call(undefined), 'polls', channel, answering(0n))).fine).toBe(false);
    expect(await checkChannel(call(undefined), 'polls', channel, gone)).toMatchObject({
      fine: false,
      note: expect.stringContaining('View Channel') as string,
    });
  });
});
