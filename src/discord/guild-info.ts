import type { REST } from '@discordjs/rest';
import type { APIChannel, APIGuild, APIGuildMember, APIRole } from 'discord-api-types/v10';
import { PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import type { Result } from './failure.ts';
import { sorted } from './messenger.ts';
import { type MemberInChannel, permissionsInChannel, permissionsInServer } from './permissions.ts';

/** What Hearth asks about a guild when it needs it, because it keeps none of it in memory. */
export interface GuildInfo {
  /** Roughly how many people are in the guild, as Discord counts them, bots included. */
  memberCount(guildId: string): Promise<Result<number>>;
  guildRoles(guildId: string): Promise<Result<APIRole[]>>;
  /** The guild's roles, and which of them are Hearth's own. */
  roleOrder(guildId: string): Promise<Result<RoleOrder>>;
  /** Hearth's own permission bits in a channel of the guild; 0 where it cannot see it. `gone` for another guild's. */
  ownPermissions(guildId: string, channelId: string): Promise<Result<bigint>>;
  /** Hearth's own permission bits in the server at large. */
  ownServerPermissions(guildId: string): Promise<Result<bigint>>;
  /** Whether everybody in the guild can read a channel. `gone` for another guild's. */
  isOpenToAll(guildId: string, channelId: string): Promise<Result<boolean>>;
}

export interface RoleOrder {
  ownerId: string;
  roles: readonly APIRole[];
  ownRoleIds: readonly string[];
}

type Place = Pick<MemberInChannel, 'guildId' | 'ownerId' | 'roles' | 'overwrites'>;

export function guildInfo(deps: { rest: REST; ownId: () => string }): GuildInfo {
  const { rest, ownId } = deps;
  const withCounts = new URLSearchParams({ with_counts: 'true' });
  const guildOf = (guildId: string, query?: URLSearchParams) =>
    sorted<APIGuild>(() => rest.get(Routes.guild(guildId), query ? { query } : {}));

  /** What decides there who may do what. */
  const placeOf = async (guildId: string, channelId: string): Promise<Result<Place>> => {
    const [guild, channel] = await Promise.all([guildOf(guildId), channelWithOverwrites(rest, channelId)]);
    if (!guild.ok) return guild;
    if (!channel.ok) return channel;
    if (!('guild_id' in channel.value) || channel.value.guild_id !== guildId) {
      return { ok: false, failure: { kind: 'gone', code: 0, reason: 'the channel is not in this guild' } };
    }
    const overwrites = 'permission_overwrites' in channel.value ? channel.value.permission_overwrites : [];
    const { owner_id: ownerId, roles } = guild.value;
    return { ok: true, value: { guildId, ownerId, roles, overwrites: overwrites ?? [] } };
  };

  const info: GuildInfo = {
    async memberCount(guildId) {
      const guild = await guildOf(guildId, withCounts);
      return guild.ok ? { ok: true, value: guild.value.approximate_member_count ?? 0 } : guild;
    },
    guildRoles: (guildId) => sorted<APIRole[]>(() => rest.get(Routes.guildRoles(guildId))),
    async roleOrder(guildId) {
      const [guild, member] = await Promise.all([
        guildOf(guildId),
        sorted<APIGuildMember>(() => rest.get(Routes.guildMember(guildId, ownId()))),
      ]);
      if (!guild.ok) return guild;
      if (!member.ok) return member;
      const { owner_id: ownerId, roles } = guild.value;
      return { ok: true, value: { ownerId, roles, ownRoleIds: member.value.roles } };
    },
    async ownPermissions(guildId, channelId) {
      const userId = ownId();
      const [member, place] = await Promise.all([
        sorted<APIGuildMember>(() => rest.get(Routes.guildMember(guildId, userId))),
        placeOf(guildId, channelId),
      ]);
      if (!member.ok) return member;
      if (!place.ok) return place.failure.code === missingAccess ? { ok: true, value: 0n } : place;
      const memberRoleIds = member.value.roles;
      return { ok: true, value: permissionsInChannel({ ...place.value, userId, memberRoleIds }) };
    },
    async ownServerPermissions(guildId) {
      const order = await info.roleOrder(guildId);
      if (!order.ok) return order;
      const { ownRoleIds: memberRoleIds, ...server } = order.value;
      return { ok: true, value: permissionsInServer({ ...server, guildId, userId: ownId(), memberRoleIds }) };
    },
    async isOpenToAll(guildId, channelId) {
      const place = await placeOf(guildId, channelId);
      if (!place.ok) return place;
      // Somebody who is nobody in particular: no owner, no role but that of all.
      const held = permissionsInChannel({ ...place.value, userId: '', memberRoleIds: [] });
      return { ok: true, value: (held & PermissionFlagsBits.ViewChannel) !== 0n };
    },
  };
  return info;
}

/** Discord's answer about a channel that Hearth cannot see. */
const missingAccess = 50001;

/** A thread has no overwrites of its own: its parent's count. */
async function channelWithOverwrites(rest: REST, channelId: string): Promise<Result<APIChannel>> {
  const channel = await sorted<APIChannel>(() => rest.get(Routes.channel(channelId)));
  if (!channel.ok || !('thread_metadata' in channel.value) || !channel.value.parent_id) return channel;
  const parentId = channel.value.parent_id;
  return sorted<APIChannel>(() => rest.get(Routes.channel(parentId)));
}
