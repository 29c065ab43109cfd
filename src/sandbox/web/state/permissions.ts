import type { Channel, Guild, Id, State } from './model.ts';

/** The permission bits the page itself looks at, to grey out what would be refused anyway. */
export const P = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  AddReactions: 1n << 6n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  Connect: 1n << 20n,
  AttachFiles: 1n << 15n,
  ManageThreads: 1n << 34n,
  CreatePublicThreads: 1n << 35n,
  SendMessagesInThreads: 1n << 38n,
  PinMessages: 1n << 51n,
} as const;

const EVERYTHING = (1n << 60n) - 1n;
const THREADS = new Set([10, 11, 12]);

export const isThread = (channel: Channel): boolean => THREADS.has(channel.type);

function basePermissions(guild: Guild, userId: Id, roleIds: Id[]): bigint {
  if (guild.owner_id === userId) return EVERYTHING;
  const held = guild.roles.filter((role) => role.id === guild.id || roleIds.includes(role.id));
  const sum = held.reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  return (sum & P.Administrator) !== 0n ? EVERYTHING : sum;
}

function applyOverwrites(base: bigint, channel: Channel, guildId: Id, userId: Id, roleIds: Id[]): bigint {
  const overwrites = channel.permission_overwrites ?? [];
  const apply = (bits: bigint, matching: typeof overwrites) => {
    const deny = matching.reduce((sum, item) => sum | BigInt(item.deny), 0n);
    const allow = matching.reduce((sum, item) => sum | BigInt(item.allow), 0n);
    return (bits & ~deny) | allow;
  };
  const everyone = overwrites.filter((item) => item.id === guildId);
  const roles = overwrites.filter(
    (item) => item.type === 0 && item.id !== guildId && roleIds.includes(item.id),
  );
  const own = overwrites.filter((item) => item.type === 1 && item.id === userId);
  return apply(apply(apply(base, everyone), roles), own);
}

/** What this reader may do in a channel. In a DM everything that a DM can do. */
export function permissionsIn(state: State, channel: Channel | undefined): bigint {
  const me = state.me?.id;
  if (channel === undefined || me === undefined) return 0n;
  if (channel.guild_id === undefined) return P.ViewChannel | P.SendMessages | P.AddReactions | P.AttachFiles;
  const guild = state.guilds[channel.guild_id];
  if (guild === undefined) return 0n;
  const roleIds = state.members[guild.id]?.[me]?.roles ?? [];
  const base = basePermissions(guild, me, roleIds);
  if (base === EVERYTHING) return base;
  const ruling = isThread(channel) ? state.channels[channel.parent_id ?? ''] : channel;
  return ruling === undefined ? base : applyOverwrites(base, ruling, guild.id, me, roleIds);
}

export const has = (bits: bigint, bit: bigint): boolean => (bits & bit) === bit;

/** Whether the composer is open, else the sentence that says why not. */
export function whyNoSending(state: State, channel: Channel): string | undefined {
  const bits = permissionsIn(state, channel);
  const needed = isThread(channel) ? P.SendMessagesInThreads : P.SendMessages;
  if (channel.thread_metadata?.locked === true && !has(bits, P.ManageThreads)) {
    return 'This thread is locked. Only moderators can write here.';
  }
  return has(bits, needed) ? undefined : 'You do not have permission to send messages in this channel.';
}
