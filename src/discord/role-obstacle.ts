import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';

/** A role as Discord describes it. */
interface Role {
  id: string;
  position: number;
  permissions: string;
  managed: boolean;
}

export interface RoleQuestion {
  roleId: string;
  guildId: string;
  ownerId: string;
  roles: readonly Role[];
  /** Of the bot itself. */
  ownRoleIds: readonly string[];
  /** Who picked it. */
  actor: { userId: string; roleIds: readonly string[] };
}

/** Why a role cannot be one that Hearth gives to members. */
export type RoleObstacle =
  | 'roleGone'
  /** Belongs to an app or to boosts, or everybody has it. */
  | 'roleManaged'
  /** Comes with power over others; nobody should get that by being active. */
  | 'rolePowerful'
  /** Whoever picked it could not give it themselves. */
  | 'roleAboveYou'
  | 'roleNoPermission'
  | 'roleAboveMe';

const power =
  Bits.Administrator |
  Bits.ManageGuild |
  Bits.ManageRoles |
  Bits.ManageChannels |
  Bits.ManageThreads |
  Bits.ManageMessages |
  Bits.ManageWebhooks |
  Bits.ManageNicknames |
  Bits.ManageEvents |
  Bits.ManageGuildExpressions |
  Bits.KickMembers |
  Bits.BanMembers |
  Bits.ModerateMembers |
  Bits.MuteMembers |
  Bits.DeafenMembers |
  Bits.MoveMembers |
  Bits.MentionEveryone |
  Bits.ViewAuditLog |
  Bits.ViewGuildInsights;

/**
 * Whether the bot may give this role to members, and whether whoever picked it could give it too: otherwise
 * Hearth would lend them its own rank. Discord's rules: Manage Roles, and only roles below one's highest; a lower
 * id stands higher where positions are equal.
 */
export function roleObstacle(question: RoleQuestion): RoleObstacle | undefined {
  const { roleId, guildId, ownerId, roles, ownRoleIds, actor } = question;
  const role = roles.find(({ id }) => id === roleId);
  if (!role) return 'roleGone';
  if (role.managed || roleId === guildId) return 'roleManaged';
  if ((BigInt(role.permissions) & power) !== 0n) return 'rolePowerful';
  const theirs = held(roles, actor.roleIds, guildId);
  const mayGive = actor.userId === ownerId || (givesRoles(theirs) && theirs.some((one) => above(one, role)));
  if (!mayGive) return 'roleAboveYou';
  const own = held(roles, ownRoleIds, guildId);
  if (!givesRoles(own)) return 'roleNoPermission';
  return own.some((one) => above(one, role)) ? undefined : 'roleAboveMe';
}

function held(roles: readonly Role[], ids: readonly string[], guildId: string): Role[] {
  return roles.filter(({ id }) => id === guildId || ids.includes(id));
}

function givesRoles(roles: readonly Role[]): boolean {
  const bits = roles.reduce((all, { permissions }) => all | BigInt(permissions), 0n);
  return (bits & (Bits.ManageRoles | Bits.Administrator)) !== 0n;
}

function above(one: Role, other: Role): boolean {
  if (one.position !== other.position) return one.position > other.position;
  return BigInt(one.id) < BigInt(other.id);
}
