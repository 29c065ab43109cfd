import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMALL } from '../../../src/sandbox/community/build-small-seed.ts';
import { type SmallWorld, START, smallWorld } from './small-world.ts';

const { guild, roles, users } = SMALL;
const { general } = SMALL.channels;
const DAY = 86_400_000;
let small: SmallWorld;

beforeEach(async () => {
  small = await smallWorld();
});
afterEach(() => small.close());

const member = async (id: string) => (await small.bot('GET', `/guilds/${guild}/members/${id}`)).body;
const allow = (roleId: string, bits: bigint): void => {
  const role = small.guild.roles.get(roleId);
  if (role) small.guild.roles.set(roleId, { ...role, permissions: String(BigInt(role.permissions) | bits) });
  small.guild.permissionsVersion += 1;
};

describe('members', () => {
  it('are found by id and by the start of a name', async () => {
    expect(await member(users.german)).toMatchObject({ user: { username: 'german' }, roles: [] });
    expect((await small.bot('GET', `/guilds/${guild}/members/1`)).body.code).toBe(10007);
    expect((await small.as('stranger')('GET', `/guilds/${guild}/members/${users.member}`)).body.code).toBe(
      50001,
    );
    const found = (await small.bot('GET', `/guilds/${guild}/members/search?query=MI&limit=5`)).body;
    expect(found.map((one: { user: { username: string } }) => one.user.username)).toEqual(['member']);
    expect((await small.bot('GET', `/users/${users.stranger}`)).body).toMatchObject({ username: 'stranger' });
  });

  it('are listed only for a bot with the privileged intent', async () => {
    expect((await small.bot('GET', `/guilds/${guild}/members?limit=100`)).body.code).toBe(50001);
    const open = await smallWorld({ privilegedIntents: 1 << 1 });
    try {
      const page = (await open.bot('GET', `/guilds/${guild}/members?limit=3&after=${users.owner}`)).body;
      expect(page.map((one: { user: { id: string } }) => one.user.id)).toEqual([
        users.admin,
        users.moderator,
        users.member,
      ]);
      const bad = await open.bot('GET', `/guilds/${guild}/members?limit=1001`);
      expect(bad.body.errors).toMatchObject({ limit: { _errors: [{ code: 'NUMBER_TYPE_MAX' }] } });
    } finally {
      await open.close();
    }
  });

  it('rename themselves; others need MANAGE_NICKNAMES and to stand above', async () => {
    const path = `/guilds/${guild}/members/${users.other}`;
    expect(
      (await small.as('member')('PATCH', `/guilds/${guild}/members/@me`, { nick: 'Bean' })).body.nick,
    ).toBe('Bean');
    expect((await small.as('moderator')('PATCH', path, { nick: 'Tea' })).body.code).toBe(50013);
    allow(roles.staff, P.ManageNicknames);
    expect((await small.as('moderator')('PATCH', path, { nick: 'Tea' })).body.nick).toBe('Tea');
    expect(
      (await small.as('moderator')('PATCH', `/guilds/${guild}/members/${users.admin}`, { nick: 'x' })).body
        .code,
    ).toBe(50013);
  });

  it('are timed out: they read, but neither write nor react, until it ends', async () => {
    const until = new Date(START + DAY).toISOString();
    const path = `/guilds/${guild}/members/${users.member}`;
    const write = () => small.as('member')('POST', `/channels/${general}/messages`, { content: 'a' });
    expect((await write()).status).toBe(200);
    expect((await small.as('moderator')('PATCH', path, { communication_disabled_until: until })).status).toBe(
      200,
    );
    expect((await write()).body.code).toBe(50013);
    expect((await small.as('member')('GET', `/channels/${general}/messages`)).status).toBe(200);
    small.sandbox.advance(DAY);
    expect((await write()).status).toBe(200);
  });

  it('get and lose roles below the highest of whoever gives them', async () => {
    const role = (await small.as('admin')('POST', `/guilds/${guild}/roles`, { name: 'Barista' })).body;
    const path = `/guilds/${guild}/members/${users.member}/roles`;
    expect((await small.bot('PUT', `${path}/${role.id}`)).body.code).toBe(50013);
    allow(roles.bot, P.ManageRoles);
    small.heard();
    expect((await small.bot('PUT', `${path}/${role.id}`)).status).toBe(204);
    expect(small.heard()).toEqual(['GUILD_MEMBER_UPDATE']);
    expect((await member(users.member)).roles).toEqual([role.id]);
    expect((await small.bot('PUT', `${path}/${roles.staff}`)).body.code).toBe(50013);
    expect((await small.as('admin')('PUT', `${path}/${roles.bot}`)).body.code).toBe(50028);
    expect((await small.bot('DELETE', `${path}/${role.id}`)).status).toBe(204);
    expect((await member(users.member)).roles).toEqual([]);
  });

  it('are kicked by those above, and the bot can leave', async () => {
    expect((await small.as('member')('DELETE', `/guilds/${guild}/members/${users.other}`)).body.code).toBe(
      50013,
    );
    expect((await small.as('admin')('DELETE', `/guilds/${guild}/members/${users.other}`)).status).toBe(204);
    expect((await small.bot('GET', `/guilds/${guild}/members/${users.other}`)).body.code).toBe(10007);
    small.heard();
    expect((await small.bot('DELETE', `/users/@me/guilds/${guild}`)).status).toBe(204);
    expect(small.heard()).toEqual(['GUILD_MEMBER_REMOVE', 'GUILD_DELETE', 'GUILD_ROLE_DELETE']);
    expect((await small.bot('GET', `/guilds/${guild}/roles`)).body.code).toBe(50001);
  });
});

describe('roles', () => {
  it('are made, changed, moved and removed below the highest of whoever does it', async () => {
    const admin = small.as('admin');
    const { body: role } = await admin('POST', `/guilds/${guild}/roles`, { name: 'Barista', color: 255 });
    expect(role).toMatchObject({ name: 'Barista', color: 255, position: 1, managed: false });
    const positions = (await small.bot('GET', `/guilds/${guild}/roles`)).body.map(
      (one: { name: string }) => one.name,
    );
    expect(positions).toEqual(['@everyone', 'Barista', 'Hearth', 'Staff', 'Admin']);
    expect((await admin('PATCH', `/guilds/${guild}/roles/${role.id}`, { name: 'Roaster' })).body.name).toBe(
      'Roaster',
    );
    expect((await admin('PATCH', `/guilds/${guild}/roles/${roles.admin}`, { name: 'Boss' })).body.code).toBe(
      50013,
    );
    expect((await admin('PATCH', `/guilds/${guild}/roles`, [{ id: role.id, position: 9 }])).body.code).toBe(
      50013,
    );
    expect((await admin('DELETE', `/guilds/${guild}/roles/${role.id}`)).status).toBe(204);
    expect((await admin('DELETE', `/guilds/${guild}/roles/${role.id}`)).body.code).toBe(10011);
  });

  it('never grant what their maker lacks', async () => {
    allow(roles.staff, P.ManageRoles);
    const make = (permissions: bigint) =>
      small.as('moderator')('POST', `/guilds/${guild}/roles`, {
        name: 'x',
        permissions: String(permissions),
      });
    expect((await make(P.ManageMessages)).status).toBe(200);
    expect((await make(P.BanMembers)).body.code).toBe(50013);
  });

  it('are counted, at most 250, and checked', async () => {
    expect((await small.bot('GET', `/guilds/${guild}/roles/member-counts`)).body).toEqual({
      [roles.bot]: 1,
      [roles.staff]: 1,
      [roles.admin]: 1,
    });
    const long = await small.as('admin')('POST', `/guilds/${guild}/roles`, { name: 'n'.repeat(101) });
    expect(long.body.errors).toMatchObject({ name: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } });
    const [first] = small.guild.roles.values();
    if (first) for (let i = 0; i < 246; i += 1) small.guild.roles.set(`r${i}`, { ...first, id: `r${i}` });
    expect((await small.as('admin')('POST', `/guilds/${guild}/roles`, {})).body.code).toBe(30005);
  });
});

describe('permissions of a channel', () => {
  it('change what people can do at once, and need MANAGE_ROLES', async () => {
    const path = `/channels/${general}/permissions/${guild}`;
    const write = () => small.as('member')('POST', `/channels/${general}/messages`, { content: 'a' });
    const denial = { type: 0, deny: String(P.SendMessages) };
    expect((await small.bot('PUT', path, denial)).body.code).toBe(50013);
    expect((await small.as('admin')('PUT', path, denial)).status).toBe(204);
    expect((await write()).body.code).toBe(50013);
    expect((await small.as('admin')('DELETE', path)).status).toBe(204);
    expect((await write()).status).toBe(200);
    expect((await small.as('admin')('DELETE', path)).body.code).toBe(10009);
    expect((await small.as('admin')('PUT', `/channels/${general}/permissions/1`, denial)).body.code).toBe(
      10011,
    );
  });
});

describe('the guild', () => {
  it('is changed by those who manage it', async () => {
    expect((await small.as('member')('PATCH', `/guilds/${guild}`, { name: 'Mine' })).body.code).toBe(50013);
    expect((await small.as('admin')('PATCH', `/guilds/${guild}`, { name: 'x' })).body.code).toBe(50035);
    expect((await small.as('admin')('PATCH', `/guilds/${guild}`, { name: 'Beans' })).body).toMatchObject({
      name: 'Beans',
    });
  });
});

describe('direct messages', () => {
  const dm = (recipient_id: string) => small.bot('POST', '/users/@me/channels', { recipient_id });
  const write = async (recipient: string) =>
    small.bot('POST', `/channels/${(await dm(recipient)).body.id}/messages`, { content: 'hello' });

  it('have one channel for two people', async () => {
    const { body } = await dm(users.member);
    expect(body).toMatchObject({ type: 1, recipients: [{ id: users.member }] });
    expect((await dm(users.member)).body.id).toBe(body.id);
    expect((await small.as('member')('GET', '/users/@me/channels')).body).toMatchObject([{ id: body.id }]);
    expect((await small.as('other')('GET', `/channels/${body.id}/messages`)).body.code).toBe(50001);
  });

  it('reach people who share a guild and have not closed their DMs', async () => {
    expect((await write(users.member)).status).toBe(200);
    expect((await write(users.stranger)).body.code).toBe(50278);
    await small.as('member')('PATCH', '/users/@me/settings', { default_guilds_restricted: true });
    expect((await write(users.member)).body.code).toBe(50007);
    await small.as('member')('PATCH', '/users/@me/settings', { default_guilds_restricted: false });
    expect((await write(users.member)).status).toBe(200);
  });

  it('need somebody else', async () => {
    expect((await dm('1')).body.code).toBe(50033);
    expect((await dm(users.bot)).body.code).toBe(50033);
    expect((await small.bot('POST', '/users/@me/channels', {})).body.errors).toHaveProperty('recipient_id');
  });
});
