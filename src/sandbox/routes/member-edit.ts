import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { requireAbove, requireManageableRole, requireTimeoutable } from '../rules/hierarchy.ts';
import { checkMemberEdit } from '../rules/validate-role.ts';
import { updateMember } from '../world/guilds.ts';
import { memberOf } from '../world/lookup.ts';
import { requireGuildPermissions } from '../world/permissions.ts';
import type { GuildState, Member } from '../world/types.ts';
import { bodyOf, guildOfPath } from './common.ts';
import { ok, param, type RouteAnswer, type RouteRequest } from './route.ts';

interface Change {
  nick: string | null;
  roles: string[] | null;
  communication_disabled_until: string | null;
}

/** Each changed field has a permission of its own, and nobody changes those who stand above. */
export function editMember(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const target = memberOf(guild, param(request, 'user_id'));
  checkMemberEdit(request.body, request.now);
  const change = bodyOf<Change>(request);
  const actor = memberOf(guild, request.actor.user.id);
  const next: Partial<Member> = {};
  if (change.nick !== undefined) {
    requireGuildPermissions(guild, actor.user.id, P.ManageNicknames);
    requireAbove(guild, actor, target);
    next.nick = change.nick?.trim() || null;
  }
  if (change.roles !== undefined) next.roles = newRoles(guild, actor, target, change.roles ?? []);
  if (change.communication_disabled_until !== undefined) {
    requireTimeoutable(guild, actor, target);
    next.communication_disabled_until = change.communication_disabled_until;
  }
  return ok(updateMember(request.world, guild, target, next));
}

function newRoles(guild: GuildState, actor: Member, target: Member, ids: string[]): string[] {
  requireGuildPermissions(guild, actor.user.id, P.ManageRoles);
  const touched = [
    ...ids.filter((id) => !target.roles.includes(id)),
    ...target.roles.filter((id) => !ids.includes(id)),
  ];
  for (const id of touched) {
    const role = guild.roles.get(id);
    if (role === undefined) throw refuse(10011);
    requireManageableRole(guild, actor, role, true);
  }
  return ids;
}

/** One's own nickname. */
export function editSelf(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  checkMemberEdit(request.body, request.now);
  const member = requireGuildPermissions(guild, request.actor.user.id, P.ChangeNickname);
  const { nick } = bodyOf<Change>(request);
  return ok(
    nick === undefined ? member : updateMember(request.world, guild, member, { nick: nick?.trim() || null }),
  );
}
