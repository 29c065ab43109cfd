import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { type SmallWorld, smallWorld } from './small-world.ts';

const { general, staff } = SMALL.channels;
let small: SmallWorld;

beforeEach(async () => {
  small = await smallWorld();
});
afterEach(() => small.close());

const post = async (content = 'hello'): Promise<string> =>
  (await small.as('member')('POST', `/channels/${general}/messages`, { content })).body.id;

describe('pins', () => {
  it('need PIN_MESSAGES, mark the message and are announced in the channel', async () => {
    const id = await post();
    const path = `/channels/${general}/messages/pins/${id}`;
    expect(await small.bot('PUT', path)).toMatchObject({ status: 403, body: { code: 50013 } });
    expect((await small.bot('GET', `/channels/${general}/messages/pins`)).body).toEqual({
      items: [],
      has_more: false,
    });
    small.heard();

    expect(await small.as('admin')('PUT', path)).toEqual({ status: 204, body: undefined });
    expect(small.heard()).toEqual(['MESSAGE_UPDATE', 'CHANNEL_PINS_UPDATE', 'MESSAGE_CREATE']);
    const { body } = await small.as('member')('GET', `/channels/${general}/messages/pins`);
    expect(body.items).toMatchObject([{ message: { id, pinned: true } }]);
    const [latest] = (await small.as('member')('GET', `/channels/${general}/messages?limit=1`)).body;
    expect(latest).toMatchObject({ type: 6, message_reference: { message_id: id } });
  });

  it('are taken back, and the old routes still work', async () => {
    const id = await post();
    await small.as('admin')('PUT', `/channels/${general}/pins/${id}`);
    expect((await small.as('member')('GET', `/channels/${general}/pins`)).body).toMatchObject([{ id }]);
    expect((await small.as('admin')('DELETE', `/channels/${general}/messages/pins/${id}`)).status).toBe(204);
    expect((await small.as('member')('GET', `/channels/${general}/pins`)).body).toEqual([]);
  });

  it('are at most 250 in a channel', async () => {
    const state = small.world.channels.get(general);
    for (let i = 0; i < 250; i += 1) state?.pins.set(`pin${i}`, 1);
    const answer = await small.as('admin')('PUT', `/channels/${general}/messages/pins/${await post()}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 30003 } });
  });

  it('are refused for messages that are not there and in hidden channels', async () => {
    expect((await small.as('admin')('PUT', `/channels/${general}/messages/pins/1`)).body.code).toBe(10008);
    expect((await small.as('member')('GET', `/channels/${staff}/messages/pins`)).body.code).toBe(50001);
  });
});

describe('reactions', () => {
  const path = (id: string, emoji: string, who = '@me') =>
    `/channels/${general}/messages/${id}/reactions/${encodeURIComponent(emoji)}/${who}`;

  it('add up, show whether one took part, and name who did', async () => {
    const id = await post();
    small.heard();
    expect((await small.as('member')('PUT', path(id, '☕'))).status).toBe(204);
    expect(small.event('MESSAGE_REACTION_ADD')).toMatchObject({
      user_id: SMALL.users.member,
      message_author_id: SMALL.users.member,
      emoji: { id: null, name: '☕' },
    });
    await small.as('other')('PUT', path(id, '☕'));
    const view = (await small.as('other')('GET', `/channels/${general}/messages/${id}`)).body;
    expect(view.reactions).toMatchObject([{ count: 2, me: true, emoji: { name: '☕' } }]);
    const users = (await small.bot('GET', path(id, '☕').replace('/@me', ''))).body;
    expect(users.map((user: { id: string }) => user.id)).toEqual([SMALL.users.member, SMALL.users.other]);
  });

  it('count once for each person and emoji', async () => {
    const id = await post();
    await small.as('member')('PUT', path(id, '☕'));
    small.heard();
    expect((await small.as('member')('PUT', path(id, '☕'))).status).toBe(204);
    expect(small.heard()).toEqual([]);
  });

  it('need ADD_REACTIONS only for an emoji that nobody has used yet', async () => {
    const id = await post();
    const deny = { type: 1, allow: '0', deny: String(PermissionFlagsBits.AddReactions) };
    await small.as('admin')('PUT', `/channels/${general}/permissions/${SMALL.users.bot}`, deny);
    expect((await small.bot('PUT', path(id, '☕'))).body.code).toBe(50013);
    await small.as('member')('PUT', path(id, '☕'));
    expect((await small.bot('PUT', path(id, '☕'))).status).toBe(204);
  });

  it('are real emoji, at most 20 different ones', async () => {
    const id = await post();
    expect((await small.as('member')('PUT', path(id, 'coffee'))).body.code).toBe(10014);
    expect((await small.as('member')('PUT', path(id, 'beans:123'))).body.code).toBe(10014);
    const record = small.world.channels.get(general)?.byId.get(id);
    if (record)
      record.reactions = new Map(
        Array.from({ length: 20 }, (_, i) => [
          `e${i}`,
          { emoji: { id: null, name: `e${i}` }, userIds: new Set(['1']) },
        ]),
      );
    expect((await small.as('member')('PUT', path(id, '☕'))).body.code).toBe(30010);
  });

  it('are taken back by oneself, and by moderators for others', async () => {
    const id = await post();
    await small.as('member')('PUT', path(id, '☕'));
    expect((await small.as('other')('DELETE', path(id, '☕', SMALL.users.member))).body.code).toBe(50013);
    small.heard();
    expect((await small.as('moderator')('DELETE', path(id, '☕', SMALL.users.member))).status).toBe(204);
    expect(small.heard()).toEqual(['MESSAGE_REACTION_REMOVE']);
    await small.as('member')('PUT', path(id, '☕'));
    await small.as('member')('PUT', path(id, '🎉'));
    await small.as('moderator')('DELETE', path(id, '☕').replace('/@me', ''));
    await small.as('moderator')('DELETE', `/channels/${general}/messages/${id}/reactions`);
    expect(small.heard()).toEqual([
      'MESSAGE_REACTION_ADD',
      'MESSAGE_REACTION_ADD',
      'MESSAGE_REACTION_REMOVE_EMOJI',
      'MESSAGE_REACTION_REMOVE_ALL',
    ]);
    expect((await small.bot('GET', `/channels/${general}/messages/${id}`)).body.reactions).toBeUndefined();
  });
});

describe('typing', () => {
  it('is announced where one may write', async () => {
    small.heard();
    expect((await small.as('member')('POST', `/channels/${general}/typing`)).status).toBe(204);
    expect(small.event('TYPING_START')).toMatchObject({ user_id: SMALL.users.member, channel_id: general });
    expect((await small.as('member')('POST', `/channels/${SMALL.channels.polls}/typing`)).body.code).toBe(
      50013,
    );
  });
});
