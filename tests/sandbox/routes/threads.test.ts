import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { FORUM, type SmallWorld, smallWorld, TAGS } from './small-world.ts';

const { general, polls } = SMALL.channels;
const HOUR = 3_600_000;
let small: SmallWorld;

beforeEach(async () => {
  small = await smallWorld();
});
afterEach(() => small.close());

const post = async (content = 'hello'): Promise<string> =>
  (await small.as('member')('POST', `/channels/${general}/messages`, { content })).body.id;
const thread = async (name = 'Talk'): Promise<string> =>
  (await small.as('member')('POST', `/channels/${general}/threads`, { name, type: 11 })).body.id;
const metadata = async (id: string) =>
  (await small.as('member')('GET', `/channels/${id}`)).body.thread_metadata;

describe('a thread from a message', () => {
  it('takes the message’s id, joins its maker and marks the message', async () => {
    const id = await post();
    small.heard();
    const answer = await small.bot('POST', `/channels/${general}/messages/${id}/threads`, {
      name: 'About it',
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        id,
        type: 11,
        name: 'About it',
        parent_id: general,
        owner_id: SMALL.users.bot,
        member: { user_id: SMALL.users.bot },
      },
    });
    expect(small.heard()).toEqual([
      'THREAD_CREATE',
      'THREAD_MEMBERS_UPDATE',
      'MESSAGE_UPDATE',
      'MESSAGE_CREATE',
    ]);
    const message = (await small.bot('GET', `/channels/${general}/messages/${id}`)).body;
    expect(message).toMatchObject({ flags: 32, thread: { id } });
  });

  it('counts its messages without the pointer that it starts with, also when one is deleted', async () => {
    const id = await post();
    await small.bot('POST', `/channels/${general}/messages/${id}/threads`, { name: 'About it' });
    const count = async () => (await small.bot('GET', `/channels/${id}`)).body.message_count;
    expect(await count()).toBe(0);
    const { body } = await small.bot('POST', `/channels/${id}/messages`, { content: 'inside' });
    expect(await count()).toBe(1);
    await small.bot('DELETE', `/channels/${id}/messages/${body.id}`);
    expect(await count()).toBe(0);
  });

  it('exists once (160004)', async () => {
    const id = await post();
    await small.bot('POST', `/channels/${general}/messages/${id}/threads`, { name: 'One' });
    const again = await small.bot('POST', `/channels/${general}/messages/${id}/threads`, { name: 'Two' });
    expect(again).toMatchObject({ status: 400, body: { code: 160004 } });
  });

  it('needs a fitting name and CREATE_PUBLIC_THREADS', async () => {
    const id = await post();
    const long = await small.bot('POST', `/channels/${general}/messages/${id}/threads`, {
      name: 'n'.repeat(101),
    });
    expect(long.body.errors).toMatchObject({ name: { _errors: [{ code: 'BASE_TYPE_BAD_LENGTH' }] } });
    const everyone = small.guild.roles.get(SMALL.guild);
    if (everyone) small.guild.roles.set(SMALL.guild, { ...everyone, permissions: '1024' });
    small.guild.permissionsVersion += 1;
    expect(
      (await small.as('member')('POST', `/channels/${general}/messages/${id}/threads`, { name: 'n' })).body
        .code,
    ).toBe(50013);
  });
});

describe('a thread of its own', () => {
  it('is announced in the channel when it is public', async () => {
    const id = await thread();
    const [latest] = (await small.as('member')('GET', `/channels/${general}/messages?limit=1`)).body;
    expect(latest).toMatchObject({ type: 18, content: 'Talk', message_reference: { channel_id: id } });
  });

  it('can be private, and is then hidden from others until they are added', async () => {
    const admin = small.as('admin');
    const { id } = (await admin('POST', `/channels/${general}/threads`, { name: 'Secret', type: 12 })).body;
    expect((await small.as('member')('GET', `/channels/${id}`)).body.code).toBe(50001);
    expect((await admin('PUT', `/channels/${id}/thread-members/${SMALL.users.member}`)).status).toBe(204);
    expect((await small.as('member')('GET', `/channels/${id}`)).body).toMatchObject({
      id,
      type: 12,
      member_count: 2,
    });
  });

  it('lets one send with SEND_MESSAGES_IN_THREADS alone', async () => {
    const { body } = await small.bot('POST', `/channels/${polls}/threads`, { name: 'Talk', type: 11 });
    expect(
      (await small.as('member')('POST', `/channels/${polls}/messages`, { content: 'a' })).body.code,
    ).toBe(50013);
    expect((await small.as('member')('POST', `/channels/${body.id}/messages`, { content: 'a' })).status).toBe(
      200,
    );
  });

  it('has members who join, leave and write themselves in', async () => {
    const id = await thread();
    const members = async () =>
      (await small.bot('GET', `/channels/${id}/thread-members`)).body.map(
        (one: { user_id: string }) => one.user_id,
      );
    expect(await members()).toEqual([SMALL.users.member]);
    await small.as('other')('PUT', `/channels/${id}/thread-members/@me`);
    await small.as('german')('POST', `/channels/${id}/messages`, { content: 'hallo' });
    expect(await members()).toEqual([SMALL.users.member, SMALL.users.other, SMALL.users.german]);
    await small.as('other')('DELETE', `/channels/${id}/thread-members/@me`);
    expect(await members()).toEqual([SMALL.users.member, SMALL.users.german]);
    expect((await small.bot('GET', `/channels/${id}/thread-members/${SMALL.users.other}`)).body.code).toBe(
      10007,
    );
    expect(
      (await small.as('other')('DELETE', `/channels/${id}/thread-members/${SMALL.users.german}`)).body.code,
    ).toBe(50013);
  });
});

describe('an archived thread', () => {
  it('takes no reactions, pins or edits (50083) until a message opens it', async () => {
    const id = await thread();
    const { body: message } = await small.as('member')('POST', `/channels/${id}/messages`, {
      content: 'first',
    });
    await small.as('member')('PATCH', `/channels/${id}`, { archived: true });
    expect((await metadata(id)).archived).toBe(true);
    const react = `/channels/${id}/messages/${message.id}/reactions/${encodeURIComponent('☕')}/@me`;
    expect((await small.as('member')('PUT', react)).body.code).toBe(50083);
    expect((await small.as('admin')('PUT', `/channels/${id}/messages/pins/${message.id}`)).body.code).toBe(
      50083,
    );
    expect(
      (await small.as('member')('PATCH', `/channels/${id}/messages/${message.id}`, { content: 'b' })).body
        .code,
    ).toBe(50083);
    expect((await small.as('member')('PATCH', `/channels/${id}`, { name: 'New' })).body.code).toBe(50083);

    expect((await small.as('other')('POST', `/channels/${id}/messages`, { content: 'second' })).status).toBe(
      200,
    );
    expect((await metadata(id)).archived).toBe(false);
    expect((await small.as('member')('PUT', react)).status).toBe(204);
  });

  it('stays closed to members when it is locked', async () => {
    const id = await thread();
    expect((await small.as('member')('PATCH', `/channels/${id}`, { locked: true })).body.code).toBe(50013);
    expect(
      (await small.as('admin')('PATCH', `/channels/${id}`, { locked: true, archived: true })).status,
    ).toBe(200);
    expect((await small.as('member')('POST', `/channels/${id}/messages`, { content: 'a' })).status).toBe(400);
    expect((await small.as('member')('PATCH', `/channels/${id}`, { archived: false })).body.code).toBe(
      160005,
    );
    expect((await metadata(id)).archived).toBe(true);
  });

  it('closes by itself after a quiet time, counted from the last message', async () => {
    const { id } = (
      await small.as('member')('POST', `/channels/${general}/threads`, {
        name: 'Talk',
        type: 11,
        auto_archive_duration: 60,
      })
    ).body;
    small.sandbox.advance(HOUR / 2);
    await small.as('member')('POST', `/channels/${id}/messages`, { content: 'still here' });
    small.sandbox.advance(HOUR - 1000);
    expect((await metadata(id)).archived).toBe(false);
    small.sandbox.advance(2000);
    expect((await metadata(id)).archived).toBe(true);
  });

  it('moves from the active list to the archived one', async () => {
    const id = await thread();
    const active = async () => (await small.bot('GET', `/guilds/${SMALL.guild}/threads/active`)).body.threads;
    const archived = async () =>
      (await small.bot('GET', `/channels/${general}/threads/archived/public`)).body.threads;
    expect([await active(), await archived()]).toMatchObject([[{ id }], []]);
    await small.as('member')('PATCH', `/channels/${id}`, { archived: true });
    expect([await active(), await archived()]).toMatchObject([[], [{ id }]]);
  });

  it('may be renamed by its maker, which it says', async () => {
    const id = await thread();
    expect((await small.as('other')('PATCH', `/channels/${id}`, { name: 'Mine' })).body.code).toBe(50013);
    expect((await small.as('member')('PATCH', `/channels/${id}`, { name: 'Renamed' })).body.name).toBe(
      'Renamed',
    );
    const [latest] = (await small.as('member')('GET', `/channels/${id}/messages?limit=1`)).body;
    expect(latest).toMatchObject({ type: 4, content: 'Renamed' });
  });
});

describe('a forum post', () => {
  const create = (call: 'member' | 'moderator' | 'admin', more: object = {}) =>
    small.as(call)('POST', `/channels/${FORUM}/threads`, {
      name: 'Decaf',
      message: { content: 'More decaf' },
      ...more,
    });

  it('is a thread whose first message has its id', async () => {
    const { status, body } = await create('member', { applied_tags: [TAGS.plain] });
    expect([status, body]).toMatchObject([
      201,
      { type: 11, parent_id: FORUM, applied_tags: [TAGS.plain], message: { content: 'More decaf' } },
    ]);
    expect(body.message.id).toBe(body.id);
    const messages = (await small.as('other')('GET', `/channels/${body.id}/messages`)).body;
    expect(messages).toMatchObject([{ id: body.id, content: 'More decaf' }]);
  });

  it('is the only way to write into a forum', async () => {
    expect(
      (await small.as('member')('POST', `/channels/${FORUM}/messages`, { content: 'a' })).body.code,
    ).toBe(40058);
    expect((await create('member', { message: {} })).body.code).toBe(50006);
  });

  it('has moderated tags only from moderators, and a tag where one is required', async () => {
    expect((await create('member', { applied_tags: [TAGS.moderated] })).body.code).toBe(50013);
    expect((await create('admin', { applied_tags: [TAGS.moderated] })).status).toBe(201);
    const state = small.world.channels.get(FORUM);
    if (state) state.channel = { ...state.channel, flags: 16 };
    expect((await create('member')).body.code).toBe(40067);
  });

  it('is pinned once in a forum (30047)', async () => {
    const [first, second] = [(await create('member')).body.id, (await create('member')).body.id];
    expect((await small.as('member')('PATCH', `/channels/${first}`, { flags: 2 })).body.code).toBe(50013);
    expect((await small.as('admin')('PATCH', `/channels/${first}`, { flags: 2 })).status).toBe(200);
    expect((await small.as('admin')('PATCH', `/channels/${second}`, { flags: 2 })).body.code).toBe(30047);
  });
});
