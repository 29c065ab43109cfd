import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { isThread } from './channels.ts';
import type { ChannelState, GuildState, Member, Snowflake, World } from './types.ts';

const ALL = Object.values(P).reduce((sum, bit) => sum | bit, 0n);
/** What somebody may do in a DM. */
const IN_DMS =
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
  const until = member.communication_disabled_until;
  const silenced = until !== null && until !== undefined && Date.parse(until) > world.now();
  const cache = cacheOf(guild);
  const key = `${userId}:${state.id}:${silenced ? 1 : 0}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const permissions = computePermissions(world, guild, member, state, silenced);
  cache.set(key, permissions);
  return permissions;
}

/** What a member may do in the guild at large: the union of the roles, everything for owner and administrators. */
export function guildPermissions(guild: GuildState, member: Member): bigint {
  if (guild.data.owner_id === member.user.id) return ALL;
  let sum = BigInt(guild.roles.get(guild.id)?.permissions ?? 0);
  for (const id of member.roles) sum |= BigInt(guild.roles.get(id)?.permissions ?? 0);
  return (sum & P.Administrator) === 0n ? sum : ALL;
}

/** https://docs.discord.com/developers/topics/permissions#permission-overwrites and the implicit denials below it. */
function computePermissions(
  world: World,
  guild: GuildState,
  member: Member,
  state: ChannelState,
  silenced: boolean,
): bigint {
  const base = guildPermissions(guild, member);
  if (base === ALL) return ALL;
  const thread = isThread(state.channel);
  const holder = thread ? world.channels.get(state.channel.parent_id ?? '') : state;
  let sum = withOverwrites(base, guild, member, holder);
  if ((sum & P.ViewChannel) === 0n) return 0n;
  if (state.channel.type === 12 && (sum & P.ManageThreads) === 0n && !state.threadMembers.has(member.user.id)) return 0n;
  if (silenced) return sum & (P.ViewChannel | P.ReadMessageHistory);
  if (thread) sum = (sum & P.SendMessagesInThreads) === 0n ? sum & ~P.SendMessages : sum | P.SendMessages;
  if ((sum & P.SendMessages) === 0n) {
    sum &= ~(P.MentionEveryone | P.SendTTSMessages | P.AttachFiles | P.EmbedLinks | P.SendPolls | P.SendVoiceMessages);
  }
  return sum;
}

function withOverwrites(base: bigint, guild: GuildState, member: Member, holder: ChannelState | undefined): bigint {
  const overwrites = holder?.channel.permission_overwrites ?? [];
  let sum = base;
  const everyone = overwrites.find((one) => one.id === guild.id);
  if (everyone !== undefined) sum = (sum & ~BigInt(everyone.deny)) | BigInt(everyone.allow);
  let [allow, deny] = [0n, 0n];
  for (const one of overwrites) {
    if (one.id === guild.id || !member.roles.includes(one.id)) continue;
    allow |= BigInt(one.allow);
    deny |= BigInt(one.deny);
  }
  sum = (sum & ~deny) | allow;
  const own = overwrites.find((one) => one.id === member.user.id);
  return own === undefined ? sum : (sum & ~BigInt(own.deny)) | BigInt(own.allow);
}

/** Whether a user sees the channel at all. */
export function canView(world: World, userId: Snowflake, state: ChannelState): boolean {
  return (permissionsOf(world, userId, state) & P.ViewChannel) !== 0n;
}

/** Throws 50001 where the user does not see the channel, 50013 where any of the permissions is missing. */
export function requirePermissions(world: World, userId: Snowflake, state: ChannelState, needed: bigint): bigint {
  const permissions = permissionsOf(world, userId, state);
  if ((permissions & P.ViewChannel) === 0n) throw refuse(50001);
  if ((permissions & needed) !== needed) throw refuse(50013);
  return permissions;
}

/** Throws 50001 for outsiders, 50013 where any of the guild-wide permissions is missing. */
export function requireGuildPermissions(guild: GuildState, userId: Snowflake, needed: bigint): Member {
  const member = guild.members.get(userId);
  if (member === undefined) throw refuse(50001);
  if ((guildPermissions(guild, member) & needed) !== needed) throw refuse(50013);
  return member;
}
