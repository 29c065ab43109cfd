import { type APIRole, PermissionFlagsBits as P, type RoleFlags } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { highestPosition, requireManageableRole, requireOwnPermissions } from '../rules/hierarchy.ts';
import { checkRole, checkRolePositions } from '../rules/validate-role.ts';
import { putRole, removeRole } from '../world/guilds.ts';
import { memberOf } from '../world/lookup.ts';
import { requireGuildPermissions } from '../world/permissions.ts';
import type { GuildState } from '../world/types.ts';
import { bodyOf, guildOfPath } from './common.ts';
import { noContent, ok, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const PATH = '/guilds/:guild_id/roles';
const NO_FLAGS = 0 as RoleFlags;
const MAX_ROLES = 250;

interface Change {
  name: string | null;
  permissions: string | null;
  color: number | null;
  hoist: boolean | null;
  mentionable: boolean | null;
}

function roleOf(guild: GuildState, request: RouteRequest): APIRole {
  const role = guild.roles.get(param(request, 'role_id'));
  if (role === undefined) throw refuse(10011);
  return role;
}

const listed = (guild: GuildState): APIRole[] =>
  [...guild.roles.values()].sort((a, b) => a.position - b.position);

function create(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const actor = requireGuildPermissions(guild, request.actor.user.id, P.ManageRoles);
  checkRole(request.body);
  if (guild.roles.size >= MAX_ROLES) throw refuse(30005);
  const { name, permissions, color, hoist, mentionable } = bodyOf<Change>(request);
  const granted = permissions ?? guild.roles.get(guild.id)?.permissions ?? '0';
  requireOwnPermissions(guild, actor, BigInt(granted));
  const role: APIRole = {
    id: request.world.snowflake(),
    name: name?.trim() || 'new role',
    color: color ?? 0,
    colors: { primary_color: color ?? 0, secondary_color: null, tertiary_color: null },
    hoist: hoist ?? false,
    icon: null,
    unicode_emoji: null,
    position: 1,
    permissions: granted,
    managed: false,
    mentionable: mentionable ?? false,
    flags: NO_FLAGS,
  };
  for (const other of listed(guild)) {
    if (other.position > 0) putRole(request.world, guild, { ...other, position: other.position + 1 });
  }
  return ok(putRole(request.world, guild, role));
}

function edit(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const role = roleOf(guild, request);
  const actor = memberOf(guild, request.actor.user.id);
  requireManageableRole(guild, actor, role);
  checkRole(request.body);
  const change = bodyOf<Change>(request);
  const next: APIRole = { ...role };
  if (change.name !== undefined && role.id !== guild.id) next.name = change.name?.trim() || role.name;
  if (change.color !== undefined) {
    next.color = change.color ?? 0;
    next.colors = { primary_color: next.color, secondary_color: null, tertiary_color: null };
  }
  if (change.hoist !== undefined) next.hoist = change.hoist ?? false;
  if (change.mentionable !== undefined) next.mentionable = change.mentionable ?? false;
  if (change.permissions !== undefined) {
    next.permissions = change.permissions ?? '0';
    requireOwnPermissions(guild, actor, BigInt(next.permissions) & ~BigInt(role.permissions));
  }
  return ok(putRole(request.world, guild, next));
}

/** Roles move below the mover's highest only. */
function move(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const actor = requireGuildPermissions(guild, request.actor.user.id, P.ManageRoles);
  checkRolePositions(request.body);
  const moves = request.body as { id: string; position?: number | null }[];
  const moved = moves.flatMap(({ id, position }) => {
    const role = guild.roles.get(id);
    if (role === undefined) throw refuse(10011);
    if (position === undefined || position === null || position === role.position) return [];
    requireManageableRole(guild, actor, role);
    if (position >= highestPosition(guild, actor)) throw refuse(50013);
    return { role, position };
  });
  for (const { role, position } of moved) putRole(request.world, guild, { ...role, position });
  return ok(listed(guild));
}

function remove(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const role = roleOf(guild, request);
  requireManageableRole(guild, memberOf(guild, request.actor.user.id), role, true);
  removeRole(request.world, guild, role.id);
  return noContent();
}

/** Members by role, without @everyone. */
function counts(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const sums: Record<string, number> = {};
  for (const id of guild.roles.keys()) if (id !== guild.id) sums[id] = 0;
  for (const { roles } of guild.members.values()) for (const id of roles) sums[id] = (sums[id] ?? 0) + 1;
  return ok(sums);
}

/** Roles of a guild. */
export const roleRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, handle: (request) => ok(listed(guildOfPath(request))) },
  { method: 'POST', path: PATH, handle: create },
  { method: 'PATCH', path: PATH, handle: move },
  { method: 'GET', path: `${PATH}/member-counts`, handle: counts },
  { method: 'GET', path: `${PATH}/:role_id`, handle: (request) => ok(roleOf(guildOfPath(request), request)) },
  { method: 'PATCH', path: `${PATH}/:role_id`, handle: edit },
  { method: 'DELETE', path: `${PATH}/:role_id`, handle: remove },
];
