import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import {
  can,
  isThread,
  isTimedOut,
  permissionsIn,
  permissionsInGuild,
  requirePermission,
} from '../rules/permissions.ts';
import type { ChannelState, GuildState, Member, Snowflake, World } from './types.ts';

/** What somebody may do in a DM. */
export const IN_DMS =
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.AddReactions |
  P.UseExternalEmojis |
  P.UseApplicationCommands |
  P.SendPolls |
  P.PinMessages;

interface Cache {
  version: number;
  byKey: Map<string, bigint>;
}

const caches = new WeakMap<GuildState, Cache>();

function cacheOf(guild: GuildState): Map<string, bigint> {
  let cache = caches.get(guild);
  if (cache === undefined || cache.version !== guild.permissionsVersion) {
    cache = { version: guild.permissionsVersion, byKey: new Map() };
    caches.set(guild, cache);
  }
  return cache.byKey;
}

/** What a user may do in a channel, thread or DM; 0n for outsiders. Timeouts count. */
export function permissionsOf(world: World, userId: Snowflake, state: ChannelState): bigint {
  if (state.guildId === undefined) {
    return state.channel.recipients?.some((user) => user.id === userId) === true ? IN_DMS : 0n;
  }
  const guild = world.guilds.get(state.guildId);
  const member = guild?.members.get(userId);
  if (guild === undefined || member === undefined) return 0n;
  const silenced = isTimedOut(member, world.now());
  const cache = cacheOf(guild);
  const key = `${userId}:${state.id}:${silenced ? 1 : 0}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const permissions = computePermissions(world, guild, member, state);
  cache.set(key, permissions);
  return permissions;
}

/** Threads take their parent's overwrites; private ones exist only for their members and who manages threads. */
function computePermissions(
  world: World,
  guild: GuildState,
  member: Member,
  { channel, threadMembers }: ChannelState,
): bigint {
  const parent = isThread(channel) ? world.channels.get(channel.parent_id ?? '')?.channel : undefined;
  const bits = permissionsIn(guild, member, channel, { parent, now: world.now() });
  const hidden = channel.type === ChannelType.PrivateThread && !threadMembers.has(member.user.id);
  return hidden && (bits & P.ManageThreads) === 0n ? 0n : bits;
}

/** Whether a user sees the channel at all. */
export function canView(world: World, userId: Snowflake, state: ChannelState): boolean {
  return (permissionsOf(world, userId, state) & P.ViewChannel) !== 0n;
}

/** Throws 50001 where the user does not see the channel, 50013 where any of the permissions is missing. */
export function requirePermissions(
  world: World,
  userId: Snowflake,
  state: ChannelState,
  needed: bigint,
): bigint {
  const held = permissionsOf(world, userId, state);
  requirePermission(held, needed | P.ViewChannel);
  return held;
}

/** Throws 50001 for outsiders, 50013 where any of the guild-wide permissions is missing. */
export function requireGuildPermissions(guild: GuildState, userId: Snowflake, needed: bigint): Member {
  const member = guild.members.get(userId);
  if (member === undefined) throw refuse(50001);
  if (!can(permissionsInGuild(guild, member), needed)) throw refuse(50013);
  return member;
}

/** What somebody may do in the guild at large; 0n for outsiders. */
export function guildPermissionsOf(guild: GuildState, userId: Snowflake): bigint {
  const member = guild.members.get(userId);
  return member === undefined ? 0n : permissionsInGuild(guild, member);
}
