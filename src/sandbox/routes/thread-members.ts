import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { can, sendPermission } from '../rules/permissions.ts';
import { isThread } from '../world/channel-kinds.ts';
import { memberOf } from '../world/lookup.ts';
import { permissionsOf, requirePermissions } from '../world/permissions.ts';
import { announceMembers, join, leave } from '../world/threads.ts';
import type { ChannelState } from '../world/types.ts';
import { channelFor, guildOfChannel, requireOpen } from './common.ts';
import { noContent, ok, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const PATH = '/channels/:channel_id/thread-members';

function threadFor(request: RouteRequest, needed: bigint): ChannelState {
  const state = channelFor(request, needed);
  if (!isThread(state.channel)) throw refuse(50024);
  return state;
}

function joinSelf(request: RouteRequest): RouteAnswer {
  const state = threadFor(request, P.ViewChannel);
  requireOpen(state);
  const { id } = request.actor.user;
  if (join(request.world, state, id)) announceMembers(request.world, state, [id], []);
  return noContent();
}

function add(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const state = threadFor(request, P.ViewChannel);
  requirePermissions(world, request.actor.user.id, state, sendPermission(state.channel));
  requireOpen(state);
  const { user } = memberOf(guildOfChannel(world, state), param(request, 'user_id'));
  if (join(world, state, user.id)) announceMembers(world, state, [user.id], []);
  return noContent();
}

function leaveSelf(request: RouteRequest): RouteAnswer {
  const state = threadFor(request, P.ViewChannel);
  requireOpen(state);
  return remove(request, state, request.actor.user.id);
}

/** Needs MANAGE_THREADS, or to be the maker of a private thread. */
function removeOther(request: RouteRequest): RouteAnswer {
  const state = threadFor(request, P.ViewChannel);
  requireOpen(state);
  const { id } = request.actor.user;
  const manages = can(permissionsOf(request.world, id, state), P.ManageThreads);
  if (!manages && !(state.channel.type === 12 && state.channel.owner_id === id)) throw refuse(50013);
  return remove(request, state, param(request, 'user_id'));
}

function remove(request: RouteRequest, state: ChannelState, userId: string): RouteAnswer {
  if (!state.threadMembers.has(userId)) return noContent();
  announceMembers(request.world, state, [], [userId]);
  leave(request.world, state, userId);
  return noContent();
}

function get(request: RouteRequest): RouteAnswer {
  const state = threadFor(request, P.ViewChannel);
  const member = state.threadMembers.get(param(request, 'user_id'));
  if (member === undefined) throw refuse(10007);
  return ok(withGuildMember(request, state, member));
}

function list(request: RouteRequest): RouteAnswer {
  const state = threadFor(request, P.ViewChannel);
  return ok([...state.threadMembers.values()].map((member) => withGuildMember(request, state, member)));
}

function withGuildMember(request: RouteRequest, state: ChannelState, member: { user_id?: string }): object {
  if (request.query.get('with_member') !== 'true') return member;
  const guildMember = guildOfChannel(request.world, state).members.get(member.user_id ?? '');
  return guildMember ? { ...member, member: guildMember } : member;
}

/** Who takes part in a thread. */
export const threadMemberRoutes: readonly Route[] = [
  { method: 'PUT', path: `${PATH}/@me`, handle: joinSelf },
  { method: 'PUT', path: `${PATH}/:user_id`, handle: add },
  { method: 'DELETE', path: `${PATH}/@me`, handle: leaveSelf },
  { method: 'DELETE', path: `${PATH}/:user_id`, handle: removeOther },
  { method: 'GET', path: `${PATH}/:user_id`, handle: get },
  { method: 'GET', path: PATH, handle: list },
];
