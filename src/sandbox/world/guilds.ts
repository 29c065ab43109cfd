import {
  type APIRole,
  type APIUser,
  type GuildMemberFlags,
  GuildSystemChannelFlags,
  MessageType,
} from 'discord-api-types/v10';
import { sayInChannel } from '../messages/system.ts';
import { partialMember } from './lookup.ts';
import type { GuildData, GuildState, Member, Snowflake, World } from './types.ts';
import { leaveVoice } from './voice.ts';

/** Stores an empty guild without telling anybody. */
export function insertGuild(world: World, data: GuildData): GuildState {
  const guild: GuildState = {
    id: data.id,
    data,
    roles: new Map(),
    members: new Map(),
    channelIds: new Set(),
    threadIds: new Set(),
    emojis: new Map(),
    scheduledEvents: new Map(),
    stageInstances: new Map(),
    voiceStates: new Map(),
    bans: new Map(),
    invites: new Map(),
    permissionsVersion: 1,
    unavailable: false,
  };
  world.guilds.set(data.id, guild);
  return guild;
}

/** Adds or replaces a role and dispatches GUILD_ROLE_CREATE or GUILD_ROLE_UPDATE. */
export function putRole(world: World, guild: GuildState, role: APIRole): APIRole {
  const t = guild.roles.has(role.id) ? 'GUILD_ROLE_UPDATE' : 'GUILD_ROLE_CREATE';
  guild.roles.set(role.id, role);
  guild.permissionsVersion += 1;
  world.emit({ t, d: { guild_id: guild.id, role }, guildId: guild.id });
  return role;
}

/** Removes a role from the guild and from everybody, and dispatches GUILD_ROLE_DELETE. */
export function removeRole(world: World, guild: GuildState, roleId: Snowflake): void {
  if (!guild.roles.delete(roleId)) return;
  for (const member of guild.members.values()) {
    if (!member.roles.includes(roleId)) continue;
    updateMember(world, guild, member, { roles: member.roles.filter((id) => id !== roleId) });
  }
  guild.permissionsVersion += 1;
  world.emit({ t: 'GUILD_ROLE_DELETE', d: { guild_id: guild.id, role_id: roleId }, guildId: guild.id });
}

export interface NewMember {
  user: APIUser;
  roles?: Snowflake[];
  nick?: string | null;
  joinedAt: string;
}

export function newMember({ user, roles = [], nick = null, joinedAt }: NewMember): Member {
  return {
    user,
    nick,
    avatar: null,
    banner: null,
    roles,
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0 as GuildMemberFlags,
    pending: false,
    communication_disabled_until: null,
  };
}

/**
 * Lets somebody in and dispatches GUILD_MEMBER_ADD (GUILD_CREATE to the newcomer's own sessions); the system channel,
 * where there is one, says who joined.
 */
export function addMember(world: World, guild: GuildState, member: Member): Member {
  guild.members.set(member.user.id, member);
  guild.permissionsVersion += 1;
  world.emit({ t: 'GUILD_MEMBER_ADD', d: { ...member, guild_id: guild.id }, guildId: guild.id });
  const place = world.channels.get(guild.data.system_channel_id ?? '');
  const silent =
    Number(guild.data['system_channel_flags'] ?? 0) & GuildSystemChannelFlags.SuppressJoinNotifications;
  if (place !== undefined && silent === 0) sayInChannel(world, place, member.user, MessageType.UserJoin);
  return member;
}

/** Replaces fields of a member and dispatches GUILD_MEMBER_UPDATE. */
export function updateMember(
  world: World,
  guild: GuildState,
  member: Member,
  change: Partial<Member>,
): Member {
  const next: Member = { ...member, ...change };
  guild.members.set(next.user.id, next);
  guild.permissionsVersion += 1;
  world.emit({
    t: 'GUILD_MEMBER_UPDATE',
    d: { ...partialMember(next), user: next.user, guild_id: guild.id },
    guildId: guild.id,
  });
  return next;
}

/**
 * Takes somebody out and dispatches GUILD_MEMBER_REMOVE, and GUILD_DELETE to those who left. The role that came with a
 * bot goes with it.
 */
export function removeMember(world: World, guild: GuildState, userId: Snowflake): void {
  const member = guild.members.get(userId);
  if (member === undefined) return;
  leaveVoice(world, guild, userId);
  guild.members.delete(userId);
  guild.permissionsVersion += 1;
  world.emit({ t: 'GUILD_MEMBER_REMOVE', d: { guild_id: guild.id, user: member.user }, guildId: guild.id });
  world.emit({ t: 'GUILD_DELETE', d: { id: guild.id }, userIds: [userId] });
  for (const { id, tags } of guild.roles.values()) {
    if (tags?.bot_id === userId) removeRole(world, guild, id);
  }
}

/** Replaces fields of the guild and dispatches GUILD_UPDATE. */
export function updateGuild(world: World, guild: GuildState, change: Partial<GuildData>): void {
  guild.data = { ...guild.data, ...change };
  guild.permissionsVersion += 1;
  world.emit({ t: 'GUILD_UPDATE', d: guildObject(guild), guildId: guild.id });
}

/** The guild as REST answers it: with roles and emojis, without channels and members. */
export function guildObject(guild: GuildState): Record<string, unknown> {
  return {
    splash: null,
    discovery_splash: null,
    banner: null,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    widget_enabled: false,
    widget_channel_id: null,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    mfa_level: 0,
    max_presences: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    system_channel_flags: 0,
    safety_alerts_channel_id: null,
    hub_type: null,
    incidents_data: null,
    home_header: null,
    latest_onboarding_question_id: null,
    stickers: [],
    ...guild.data,
    roles: [...guild.roles.values()],
    emojis: [...guild.emojis.values()],
  };
}
