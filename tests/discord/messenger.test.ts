import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, describe, expect, test } from 'vitest';
import { liveEditor } from '../../src/discord/live-editor.ts';
import { missing, permissionBits } from '../../src/discord/permissions.ts';
import { mediaGallery, text } from '../../src/discord/ui.ts';
import { systemTimers } from '../../src/platform/timers.ts';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { permissionsOf } from '../../src/sandbox/world/permissions.ts';
import { as, closeAll, kit, localDiscord, until } from './sandbox-bot.ts';
import { memoryLog } from './support.ts';

afterEach(closeAll);

const { general, staff } = SMALL.channels;
const { admin } = SMALL.users;
const saying = (words: string) => ({ components: [text(words)] });

async function connected(world: Parameters<typeof localDiscord>[0] = {}) {
  const discord = await localDiscord(world);
  const hearth = kit(discord);
  await hearth.connection.connect();
  const history = async () =>
    (await as(discord, admin, 'GET', `/channels/${general}/messages`)).body as unknown[];
  return { discord, ...hearth, history };
}

describe('a post', () => {
  test('pings nobody, whatever it says', async () => {
    const { messenger, discord } = await connected();
    const posted = await messenger.post(general, saying(`@everyone <@${admin}>`));
    expect(posted).toMatchObject({ ok: true, value: { mention_everyone: false, mentions: [] } });
    expect(discord.requests.since().at(-1)?.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  test.each([
    ['is lost by a reset after it arrived', { kind: 'drop-after', how: 'reset' }],
    ['never arrives', { kind: 'drop-before', how: 'reset' }],
    ['meets a 502', { kind: 'status', status: 502 }],
  ] as const)('that %s is there once', async (_, action) => {
    const { messenger, discord, history } = await connected();
    discord.faults.add({ match: { method: 'POST', route: '/channels' }, action });
    expect(await messenger.post(general, saying('result'))).toMatchObject({ ok: true });
    expect(await history()).toHaveLength(1);
  });

  test('made again by the next try of a job is the first one, and after the nonce’s window it is found', async () => {
    const { messenger, history, discord } = await connected();
    const first = await messenger.post(general, saying('result of poll 7'), { nonce: 'poll-7-result' });
    const second = await messenger.post(general, saying('result of poll 7'), { nonce: 'poll-7-result' });
    expect(second).toMatchObject({ ok: true, value: { id: first.ok && first.value.id } });
    expect(await history()).toHaveLength(1);
    await as(discord, admin, 'POST', `/channels/${general}/messages`, { content: 'result of poll 7' });
    const found = await messenger.findOwn(general, (message) =>
      JSON.stringify(message.components).includes('result of poll 7'),
    );
    expect(found).toMatchObject({ ok: true, value: { id: first.ok && first.value.id } });
    expect(await messenger.findOwn(general, () => false)).toEqual({ ok: true, value: undefined });
  });

  test('gets a thread and a pin, also when asked for twice', async () => {
    const { messenger } = await connected();
    const posted = await messenger.post(general, saying('which coffee?'));
    if (!posted.ok) throw new Error(posted.failure.reason);
    const { id } = posted.value;
    expect(await messenger.startThread(general, id, 'n'.repeat(200))).toEqual({ ok: true, value: { id } });
    expect(await messenger.startThread(general, id, 'again')).toEqual({ ok: true, value: { id } });
    expect(await messenger.pin(general, id)).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    expect(await messenger.delete(general, id)).toMatchObject({ ok: true });
  });

  test('carries its files, and an edit replaces them', async () => {
    const { messenger } = await connected();
    const file = (name: string) => ({
      name,
      data: Buffer.from('png'),
      contentType: 'image/png',
      description: 'alt',
    });
    const gallery = (name: string) => ({ components: [mediaGallery([{ file: name, alt: 'alt' }])] });
    const posted = await messenger.post(general, gallery('a.png'), { files: [file('a.png')] });
    expect(posted).toMatchObject({ ok: true, value: { attachments: [{ filename: 'a.png' }] } });
    if (!posted.ok) return;
    const edited = await messenger.edit(general, posted.value.id, gallery('b.png'), [file('b.png')]);
    expect(edited).toMatchObject({
      ok: true,
      value: { attachments: [{ filename: 'b.png', description: 'alt' }] },
    });
  });
});

describe('what Discord refuses', () => {
  test('is sorted into what can be done about it', async () => {
    const { messenger, discord } = await connected();
    const posted = await messenger.post(general, saying('1'));
    if (!posted.ok) throw new Error(posted.failure.reason);
    const { id } = posted.value;
    const kindOf = async () => {
      const result = await messenger.edit(general, id, saying('2'));
      return result.ok ? 'ok' : result.failure.kind;
    };
    const match = { method: 'PATCH', route: '/channels' };
    discord.faults.add({ match, action: { kind: 'forbid', code: 50013 } });
    expect(await kindOf()).toBe('forbidden');
    discord.faults.add({
      match,
      action: { kind: 'status', status: 429, body: { code: 30046, message: 'edits' } },
    });
    expect(await kindOf()).toBe('ok');
    discord.faults.add({
      match,
      action: { kind: 'status', status: 400, body: { code: 30046, message: 'edits' } },
    });
    expect(await kindOf()).toBe('retry');
    discord.faults.add({ match, times: 4, action: { kind: 'status', status: 503 } });
    expect(await kindOf()).toBe('retry');
    expect(await messenger.edit(general, id, { components: [] })).toMatchObject({
      ok: false,
      failure: { kind: 'bug' },
    });
    await as(discord, admin, 'DELETE', `/channels/${general}/messages/${id}`);
    expect(await kindOf()).toBe('gone');
    await as(discord, admin, 'DELETE', `/channels/${general}`);
    expect(await kindOf()).toBe('gone');
    expect(await messenger.post(general, saying('3'))).toMatchObject({
      ok: false,
      failure: { kind: 'gone' },
    });
  });

  test('is told without tokens or bodies', async () => {
    const { messenger, discord } = await connected();
    discord.faults.add({ match: { route: '/channels' }, action: { kind: 'forbid' } });
    const result = await messenger.post(general, saying('a secret question'));
    expect(JSON.stringify(result)).not.toMatch(/secret question|sandbox-bot-token/u);
  });
});

describe('what Hearth asks about a guild', () => {
  test('members, roles and its own permissions are those of the guild', async () => {
    const { guilds, discord, connection } = await connected();
    expect(await guilds.memberCount(SMALL.guild)).toEqual({ ok: true, value: 8 });
    const roles = await guilds.guildRoles(SMALL.guild);
    expect(roles.ok && roles.value.map(({ id }) => id)).toContain(SMALL.roles.staff);
    for (const channel of [general, staff]) {
      const state = discord.world.channels.get(channel);
      if (!state) throw new Error('no such channel');
      const expected = permissionsOf(discord.world, connection.ownId(), state);
      const own = await guilds.ownPermissions(SMALL.guild, channel);
      const bits = permissionBits(
        'ViewChannel',
        'SendMessages',
        'AttachFiles',
        'ManageMessages',
        'PinMessages',
      );
      expect(own.ok && own.value & bits).toBe(expected & bits);
    }
  });

  test('a channel of another guild and one that is gone are not its business', async () => {
    const { guilds } = await connected();
    expect(await guilds.ownPermissions('1191000000000000999', general)).toMatchObject({ ok: false });
    expect(await guilds.ownPermissions(SMALL.guild, '1191000000000000998')).toMatchObject({ ok: false });
    expect(await guilds.isOpenToAll(SMALL.guild, general)).toEqual({ ok: true, value: true });
    expect(await guilds.isOpenToAll('1191000000000000999', general)).toMatchObject({ ok: false });
    expect(missing(PermissionFlagsBits.ViewChannel, ['ViewChannel', 'SendMessages'])).toEqual([
      'SendMessages',
    ]);
  });
});

describe('a live message in a real channel', () => {
  test('with 100 changes a second is edited about once a second, meets no rate limit, and ends with the last state', async () => {
    const { messenger, discord } = await connected({ rateLimits: true });
    const posted = await messenger.post(general, saying('0 votes'));
    if (!posted.ok) throw new Error(posted.failure.reason);
    const key = { channelId: general, messageId: posted.value.id };
    const { log } = memoryLog();
    const editor = liveEditor({
      messenger,
      clock: discord.clock,
      timers: systemTimers,
      log,
      onFailure: () => {},
    });
    const before = discord.requests.seq;
    let votes = 0;
    const voting = setInterval(() => {
      votes += 1;
      editor.refresh(key, () => saying(`${votes} votes`));
    }, 10);
    await new Promise((resolve) => {
      setTimeout(resolve, 3500);
    });
    clearInterval(voting);
    await editor.drain(5000);
    const edits = discord.requests.since(before);
    expect(edits.map(({ status }) => status)).not.toContain(429);
    expect(edits.length).toBeGreaterThanOrEqual(3);
    expect(edits.length).toBeLessThanOrEqual(6);
    expect(JSON.stringify(edits.at(-1)?.body)).toContain(`${votes} votes`);
  });

  test('that was deleted, or that Hearth may no longer edit, is reported once', async () => {
    const { messenger, discord } = await connected();
    const posted = await messenger.post(general, saying('0 votes'));
    if (!posted.ok) throw new Error(posted.failure.reason);
    const key = { channelId: general, messageId: posted.value.id };
    const { log } = memoryLog();
    const failures: string[] = [];
    const onFailure = (_: unknown, { kind }: { kind: string }) => void failures.push(kind);
    const editor = liveEditor({ messenger, clock: discord.clock, timers: systemTimers, log, onFailure });
    discord.faults.add({ match: { method: 'PATCH', route: '/channels' }, action: { kind: 'forbid' } });
    editor.refresh(key, () => saying('1 vote'));
    await until(() => failures.length === 1);
    await as(discord, admin, 'DELETE', `/channels/${general}/messages/${key.messageId}`);
    editor.refresh(key, () => saying('2 votes'));
    await until(() => failures.length === 2);
    expect(failures).toEqual(['forbidden', 'gone']);
    editor.close();
  });
});
