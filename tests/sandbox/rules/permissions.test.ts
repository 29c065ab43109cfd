import { type APIOverwrite, type APIRole, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { assert, bigInt, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  requireAbove,
  requireManageableRole,
  requireOwnPermissions,
  requireTimeoutable,
} from '../../../src/sandbox/rules/hierarchy.ts';
import {
  ALL_PERMISSIONS,
  type ChannelFacts,
  can,
  permissionsIn,
  permissionsInGuild,
  requirePermission,
} from '../../../src/sandbox/rules/permissions.ts';
import { refusalOf } from './refusal.ts';

const role = (id: string, position: number, permissions: bigint, more: Partial<APIRole> = {}) =>
  [id, { id, position, permissions: String(permissions), managed: false, ...more } as APIRole] as const;
const EVERYONE = P.ViewChannel | P.SendMessages | P.SendMessagesInThreads | P.EmbedLinks | P.AttachFiles;
const guild = {
  id: 'everyone',
  data: { owner_id: 'owner' },
  roles: new Map([
    role('everyone', 0, EVERYONE),
    role('bot', 2, P.ManageRoles, { managed: true }),
    role('low', 1, 0n),
    role('staff', 3, P.ModerateMembers | P.ManageRoles),
    role('admin', 4, P.Administrator),
  ]),
};
const member = (id: string, ...roles: string[]) => ({ user: { id }, roles });
const overwrite = (id: string, allow: bigint, deny: bigint): APIOverwrite => ({
  id,
  type: 0,
  allow: String(allow),
  deny: String(deny),
});
const channel = (...permission_overwrites: APIOverwrite[]): ChannelFacts => ({
  type: 0,
  permission_overwrites,
});
const thread: ChannelFacts = { type: 11 };

describe('what a member may do', () => {
  it('is everything for the owner and for administrators, whatever the channel denies', () => {
    const closed = channel(overwrite('everyone', 0n, ALL_PERMISSIONS));
    expect(permissionsIn(guild, member('owner'), closed)).toBe(ALL_PERMISSIONS);
    expect(permissionsIn(guild, member('a', 'admin'), closed)).toBe(ALL_PERMISSIONS);
    expect(permissionsIn(guild, member('m'), closed)).toBe(0n);
  });

  it('joins the roles, then applies @everyone, roles together and the member, in this order', () => {
    const open = channel(
      overwrite('everyone', 0n, P.SendMessages),
      overwrite('low', 0n, P.EmbedLinks),
      overwrite('staff', P.SendMessages | P.EmbedLinks, 0n),
      overwrite('m', 0n, P.SendMessages),
    );
    expect(can(permissionsIn(guild, member('n'), open), P.SendMessages)).toBe(false);
    expect(can(permissionsIn(guild, member('n', 'low', 'staff'), open), P.SendMessages | P.EmbedLinks)).toBe(
      true,
    );
    expect(can(permissionsIn(guild, member('m', 'staff'), open), P.SendMessages)).toBe(false);
  });

  it('is nothing at all where the channel cannot be seen', () => {
    const hidden = channel(overwrite('everyone', P.ManageMessages, P.ViewChannel));
    expect(permissionsIn(guild, member('m'), hidden)).toBe(0n);
  });

  it('loses what needs sending where sending is denied', () => {
    const readOnly = permissionsIn(guild, member('m'), channel(overwrite('everyone', 0n, P.SendMessages)));
    expect(readOnly & (P.EmbedLinks | P.AttachFiles | P.MentionEveryone | P.SendPolls)).toBe(0n);
    expect(can(readOnly, P.ViewChannel)).toBe(true);
  });

  it('follows the parent in threads, where sending is a permission of its own', () => {
    const noSending = channel(overwrite('everyone', 0n, P.SendMessages));
    const noThreads = channel(overwrite('everyone', 0n, P.SendMessagesInThreads));
    expect(can(permissionsIn(guild, member('m'), thread, { parent: noSending }), P.EmbedLinks)).toBe(true);
    const silent = permissionsIn(guild, member('m'), thread, { parent: noThreads });
    expect(can(silent, P.SendMessagesInThreads)).toBe(false);
    expect(can(silent, P.EmbedLinks)).toBe(false);
  });

  it('shrinks to reading during a timeout and grows back when it ends', () => {
    const timedOut = { ...member('m'), communication_disabled_until: new Date(1000).toISOString() };
    expect(permissionsIn(guild, timedOut, channel(), { now: 999 })).toBe(P.ViewChannel);
    expect(permissionsIn(guild, timedOut, channel(), { now: 1000 })).toBe(EVERYONE);
  });

  it('never includes more in a channel that only denies', () => {
    const bits = bigInt(0n, ALL_PERMISSIONS).map((some) => some & ALL_PERMISSIONS);
    assert(
      property(constantFrom('everyone', 'low', 'm'), bits, (id, deny) => {
        const who = member('m', 'low');
        const there = permissionsIn(guild, who, channel(overwrite(id, 0n, deny)));
        expect(there & ~permissionsInGuild(guild, who)).toBe(0n);
        expect(there & deny).toBe(0n);
      }),
    );
  });

  it('is missing access where the channel is hidden, and missing permissions otherwise', () => {
    expect(refusalOf(() => requirePermission(0n, P.ViewChannel))?.code).toBe(50001);
    expect(refusalOf(() => requirePermission(P.ViewChannel, P.ViewChannel | P.PinMessages))?.code).toBe(
      50013,
    );
    expect(refusalOf(() => requirePermission(EVERYONE, P.SendMessages))).toBeUndefined();
  });
});

describe('the role hierarchy', () => {
  const manageable = (actor: ReturnType<typeof member>, id: string, giving = true) =>
    refusalOf(() => requireManageableRole(guild, actor, guild.roles.get(id) as APIRole, giving))?.code;

  it('lets one manage only roles below one’s own highest', () => {
    expect(manageable(member('bot', 'bot'), 'low')).toBeUndefined();
    expect(manageable(member('bot', 'bot'), 'staff')).toBe(50013);
    expect(manageable(member('s', 'staff'), 'staff')).toBe(50013);
    expect(manageable(member('m', 'low'), 'low')).toBe(50013);
    expect(manageable(member('owner'), 'admin')).toBeUndefined();
  });

  it('gives nobody a managed role or @everyone', () => {
    expect(manageable(member('owner'), 'bot')).toBe(50028);
    expect(manageable(member('owner'), 'everyone')).toBe(50028);
  });

  it('hands out no permission that the giver lacks', () => {
    expect(
      refusalOf(() => requireOwnPermissions(guild, member('s', 'staff'), P.ModerateMembers)),
    ).toBeUndefined();
    expect(refusalOf(() => requireOwnPermissions(guild, member('s', 'staff'), P.BanMembers))?.code).toBe(
      50013,
    );
  });

  it('protects those above, and administrators from timeouts', () => {
    const staff = member('s', 'staff');
    expect(refusalOf(() => requireAbove(guild, staff, member('m', 'low')))).toBeUndefined();
    expect(refusalOf(() => requireAbove(guild, staff, member('t', 'staff')))?.code).toBe(50013);
    expect(refusalOf(() => requireTimeoutable(guild, staff, member('m')))).toBeUndefined();
    expect(refusalOf(() => requireTimeoutable(guild, staff, member('owner')))?.code).toBe(50013);
    expect(refusalOf(() => requireTimeoutable(guild, member('owner'), member('a', 'admin')))?.code).toBe(
      50013,
    );
  });
});
