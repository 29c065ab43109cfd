import { type APIRole, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import {
  can,
  type GuildFacts,
  type MemberFacts,
  permissionsInGuild,
  requirePermission,
} from './permissions.ts';

/** The position of the member's highest role; the owner stands above all. */
export function highestPosition(guild: GuildFacts, member: MemberFacts): number {
  if (guild.data.owner_id === member.user.id) return Number.POSITIVE_INFINITY;
  let highest = 0;
  for (const id of member.roles) highest = Math.max(highest, guild.roles.get(id)?.position ?? 0);
  return highest;
}

/**
 * Whether the actor may give, take, edit or delete the role: MANAGE_ROLES, and the role lies below the actor's highest.
 * @throws DiscordError 50013, 50028 for roles that nobody gives by hand
 */
export function requireManageableRole(
  guild: GuildFacts,
  actor: MemberFacts,
  role: APIRole,
  giving = false,
): void {
  requirePermission(permissionsInGuild(guild, actor), P.ManageRoles);
  if (giving && (role.managed || role.id === guild.id)) throw refuse(50028);
  if (role.position >= highestPosition(guild, actor)) throw refuse(50013);
}

/** Nobody hands out permissions that they lack themselves. */
export function requireOwnPermissions(guild: GuildFacts, actor: MemberFacts, granted: bigint): void {
  if (!can(permissionsInGuild(guild, actor), granted)) throw refuse(50013);
}

/** Whether the actor stands above the target: needed to rename, time out or kick them. */
export function requireAbove(guild: GuildFacts, actor: MemberFacts, target: MemberFacts): void {
  if (actor.user.id === target.user.id) return;
  if (highestPosition(guild, target) >= highestPosition(guild, actor)) throw refuse(50013);
}

/** Timeouts do not touch the owner and administrators. */
export function requireTimeoutable(guild: GuildFacts, actor: MemberFacts, target: MemberFacts): void {
  requirePermission(permissionsInGuild(guild, actor), P.ModerateMembers);
  requireAbove(guild, actor, target);
  if (can(permissionsInGuild(guild, target), P.Administrator)) throw refuse(50013);
}
