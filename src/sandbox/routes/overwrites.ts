import { type APIOverwrite, OverwriteType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { bitsOf, can, permissionsInGuild } from '../rules/permissions.ts';
import { checkOverwrite } from '../rules/validate-role.ts';
import { isThread } from '../world/channel-kinds.ts';
import { updateChannel } from '../world/channels.ts';
import { memberOf } from '../world/lookup.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { ChannelState } from '../world/types.ts';
import { bodyOf, channelFor, guildOfChannel } from './common.ts';
import { noContent, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

function placeFor(request: RouteRequest): ChannelState {
  const state = channelFor(request, P.ViewChannel | P.ManageRoles);
  if (isThread(state.channel)) throw refuse(50024);
  return state;
}

/** Those without Administrator change only permissions that they have themselves. */
function requireHeld(request: RouteRequest, state: ChannelState, bits: bigint): void {
  const guild = guildOfChannel(request.world, state);
  const member = memberOf(guild, request.actor.user.id);
  if (can(permissionsInGuild(guild, member), P.Administrator)) return;
  if (!can(permissionsOf(request.world, member.user.id, state), bits)) throw refuse(50013);
}

function put(request: RouteRequest): RouteAnswer {
  const state = placeFor(request);
  checkOverwrite(request.body);
  const guild = guildOfChannel(request.world, state);
  const id = param(request, 'overwrite_id');
  const {
    type,
    allow = '0',
    deny = '0',
  } = bodyOf<{ type: OverwriteType; allow: string | null; deny: string | null }>(request);
  if (type === OverwriteType.Role && !guild.roles.has(id)) throw refuse(10011);
  if (type === OverwriteType.Member && !guild.members.has(id)) throw refuse(10007);
  const next: APIOverwrite = {
    id,
    type: type ?? OverwriteType.Role,
    allow: allow ?? '0',
    deny: deny ?? '0',
  };
  const others = (state.channel.permission_overwrites ?? []).filter((one) => one.id !== id);
  const before = state.channel.permission_overwrites?.find((one) => one.id === id);
  const [was, is] = [before ?? { allow: '0', deny: '0' }, next];
  const changed = (bitsOf(was.allow) ^ bitsOf(is.allow)) | (bitsOf(was.deny) ^ bitsOf(is.deny));
  requireHeld(request, state, changed);
  updateChannel(request.world, state, { permission_overwrites: [...others, next] });
  return noContent();
}

function remove(request: RouteRequest): RouteAnswer {
  const state = placeFor(request);
  const id = param(request, 'overwrite_id');
  const overwrites = state.channel.permission_overwrites ?? [];
  const left = overwrites.filter((one) => one.id !== id);
  if (left.length === overwrites.length) throw refuse(10009);
  updateChannel(request.world, state, { permission_overwrites: left });
  return noContent();
}

/** What roles and members may do in one channel. */
export const overwriteRoutes: readonly Route[] = [
  { method: 'PUT', path: '/channels/:channel_id/permissions/:overwrite_id', handle: put },
  { method: 'DELETE', path: '/channels/:channel_id/permissions/:overwrite_id', handle: remove },
];
