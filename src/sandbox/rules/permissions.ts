import { type APIOverwrite, type APIRole, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';

/*
 * Discord's permission arithmetic (https://docs.discord.com/developers/topics/permissions). Pure: callers
 * look up guild, member and channel.
 */

export interface GuildFacts {
  readonly id: string;
  readonly data: { readonly owner_id: string };
  readonly roles: ReadonlyMap<string, APIRole>;
}

export interface MemberFacts {
  readonly user: { readonly id: string };
  readonly roles: readonly string[];
  readonly communication_disabled_until?: string | null | undefined;
}

export interface ChannelFacts {
  readonly type: number;
  readonly permission_overwrites?: readonly APIOverwrite[];
}

export interface PermissionContext {
  /** A thread's parent, whose overwrites count for it. */
  readonly parent?: ChannelFacts | undefined;
  /** The present (UTC ms), for timeouts; without it nobody is timed out. */
  readonly now?: number;
}

export const ALL_PERMISSIONS = Object.values(P).reduce((all, bit) => all | bit, 0n);
const TIMED_OUT = P.ViewChannel | P.ReadMessageHistory;
const NEEDS_SENDING = P.MentionEveryone | P.SendTTSMessages | P.AttachFiles | P.EmbedLinks | P.SendPolls;

const known = new Map<string, bigint>();

/** Permission bits as Discord writes them: the same few texts are read again with every request. */
export function bitsOf(text: string): bigint {
  const seen = known.get(text);
  if (seen !== undefined) return seen;
  const bits = BigInt(text);
  if (known.size < 10_000) known.set(text, bits);
  return bits;
}

export const isThread = (channel: { readonly type: number }): boolean =>
  channel.type >= 10 && channel.type <= 12;

/** What the member may do in the guild at large: the union of the roles; everything for owner and administrators. */
export function permissionsInGuild(guild: GuildFacts, member: MemberFacts): bigint {
  if (guild.data.owner_id === member.user.id) return ALL_PERMISSIONS;
  let bits = rolePermissions(guild, guild.id);
  for (const id of member.roles) bits |= rolePermissions(guild, id);
  return bits & P.Administrator ? ALL_PERMISSIONS : bits;
}

function rolePermissions(guild: GuildFacts, id: string): bigint {
  const role = guild.roles.get(id);
  return role === undefined ? 0n : bitsOf(role.permissions);
}

/**
 * What the member may do in the channel: guild permissions, then the overwrites for @everyone, for the roles together and
 * for the member, then what one missing permission implies. 0 means that the channel does not exist for the member.
 */
export function permissionsIn(
  guild: GuildFacts,
  member: MemberFacts,
  channel: ChannelFacts,
  context: PermissionContext = {},
): bigint {
  const base = permissionsInGuild(guild, member);
  if (base === ALL_PERMISSIONS) return base;
  const place = isThread(channel) ? (context.parent ?? channel) : channel;
  const bits = withOverwrites(base, guild, member, place.permission_overwrites ?? []);
  if ((bits & P.ViewChannel) === 0n) return 0n;
  if (isTimedOut(member, context.now)) return bits & TIMED_OUT;
  const sending = isThread(channel) ? P.SendMessagesInThreads : P.SendMessages;
  return bits & sending ? bits : bits & ~NEEDS_SENDING;
}

function withOverwrites(
  base: bigint,
  guild: GuildFacts,
  member: MemberFacts,
  overwrites: readonly APIOverwrite[],
): bigint {
  if (overwrites.length === 0) return base;
  let bits = base;
  let allow = 0n;
  let deny = 0n;
  let own: APIOverwrite | undefined;
  for (const overwrite of overwrites) {
    if (overwrite.id === guild.id) bits = apply(bits, bitsOf(overwrite.deny), bitsOf(overwrite.allow));
    else if (overwrite.id === member.user.id) own = overwrite;
    else if (member.roles.includes(overwrite.id)) {
      allow |= bitsOf(overwrite.allow);
      deny |= bitsOf(overwrite.deny);
    }
  }
  bits = apply(bits, deny, allow);
  return own ? apply(bits, bitsOf(own.deny), bitsOf(own.allow)) : bits;
}

const apply = (bits: bigint, deny: bigint, allow: bigint): bigint => (bits & ~deny) | allow;

/** Whether a timeout (communication_disabled_until) holds at `now`. */
export function isTimedOut(member: MemberFacts, now: number | undefined): boolean {
  const until = member.communication_disabled_until;
  return until !== undefined && until !== null && now !== undefined && Date.parse(until) > now;
}

/** Whether all of `needed` are among `held`. */
export function can(held: bigint, needed: bigint): boolean {
  return (held & needed) === needed;
}

/**
 * Throws where something is missing: 50001 without VIEW_CHANNEL in a channel (pass what `permissionsIn` answers),
 * otherwise 50013.
 */
export function requirePermission(held: bigint, needed: bigint): void {
  if (held === 0n) throw refuse(50001);
  if (can(held, needed)) return;
  throw refuse((needed & ~held & P.ViewChannel) === 0n ? 50013 : 50001);
}

/** What one needs to write into the channel: threads have a permission of their own. */
export function sendPermission(channel: { readonly type: number }): bigint {
  return P.ViewChannel | (isThread(channel) ? P.SendMessagesInThreads : P.SendMessages);
}
