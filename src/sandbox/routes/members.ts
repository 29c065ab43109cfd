import { GatewayIntentBits, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { requireAbove, requireManageableRole } from '../rules/hierarchy.ts';
import { removeMember, updateMember } from '../world/guilds.ts';
import { memberOf, userOf } from '../world/lookup.ts';
import { requireGuildPermissions } from '../world/permissions.ts';
import { compareSnowflakes } from '../world/snowflake.ts';
import type { Member } from '../world/types.ts';
import { guildOfPath, queryNumber } from './common.ts';
import { editMember, editSelf } from './member-edit.ts';
import { noContent, ok, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const PATH = '/guilds/:guild_id/members';

/** The whole list is for bots with the privileged GUILD_MEMBERS intent. */
function list(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const { actor, world } = request;
  const privileged = (world.application.privilegedIntents & GatewayIntentBits.GuildMembers) !== 0;
  if (!actor.bot || !privileged) throw refuse(50001);
  const limit = queryNumber(request, 'limit', { min: 1, max: 1000, standard: 1 });
  const after = request.query.get('after') ?? '0';
  const later = [...guild.members.values()].filter(({ user }) => compareSnowflakes(user.id, after) > 0);
  return ok(later.sort((a, b) => compareSnowflakes(a.user.id, b.user.id)).slice(0, limit));
}

function search(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const query = (request.query.get('query') ?? '').toLowerCase();
  const limit = queryNumber(request, 'limit', { min: 1, max: 1000, standard: 1 });
  const names = ({ nick, user }: Member): (string | null | undefined)[] => [
    nick,
    user.global_name,
    user.username,
  ];
  const found = [...guild.members.values()].filter((member) =>
    names(member).some((name) => name?.toLowerCase().startsWith(query)),
  );
  return ok(query === '' ? [] : found.slice(0, limit));
}

function changeRole(request: RouteRequest, giving: boolean): RouteAnswer {
  const guild = guildOfPath(request);
  const actor = memberOf(guild, request.actor.user.id);
  const target = memberOf(guild, param(request, 'user_id'));
  const role = guild.roles.get(param(request, 'role_id'));
  if (role === undefined) throw refuse(10011);
  requireManageableRole(guild, actor, role, true);
  if (target.roles.includes(role.id) === giving) return noContent();
  const others = target.roles.filter((id) => id !== role.id);
  updateMember(request.world, guild, target, { roles: giving ? [...others, role.id] : others });
  return noContent();
}

function kick(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const actor = requireGuildPermissions(guild, request.actor.user.id, P.KickMembers);
  const target = memberOf(guild, param(request, 'user_id'));
  requireAbove(guild, actor, target);
  removeMember(request.world, guild, target.user.id);
  return noContent();
}

/** Members of a guild, and users at large. */
export const memberRoutes: readonly Route[] = [
  { method: 'GET', path: PATH, handle: list },
  { method: 'GET', path: `${PATH}/search`, handle: search },
  {
    method: 'GET',
    path: `${PATH}/:user_id`,
    handle: (request) => ok(memberOf(guildOfPath(request), param(request, 'user_id'))),
  },
  { method: 'PATCH', path: `${PATH}/@me`, handle: editSelf },
  { method: 'PATCH', path: `${PATH}/:user_id`, handle: editMember },
  { method: 'DELETE', path: `${PATH}/:user_id`, handle: kick },
  { method: 'PUT', path: `${PATH}/:user_id/roles/:role_id`, handle: (request) => changeRole(request, true) },
  {
    method: 'DELETE',
    path: `${PATH}/:user_id/roles/:role_id`,
    handle: (request) => changeRole(request, false),
  },
  {
    method: 'GET',
    path: '/users/:user_id',
    handle: (request) => ok(userOf(request.world, param(request, 'user_id'))),
  },
];
