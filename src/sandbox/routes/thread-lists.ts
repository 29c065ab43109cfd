import { ChannelType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { can } from '../rules/permissions.ts';
import { canView, permissionsOf } from '../world/permissions.ts';
import { compareSnowflakes } from '../world/snowflake.ts';
import type { ChannelState } from '../world/types.ts';
import { channelFor, guildOfPath, queryNumber } from './common.ts';
import { ok, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const archivedAt = ({ channel }: ChannelState): number =>
  Date.parse(channel.thread_metadata?.archive_timestamp ?? '');

/** Threads with the reader's own memberships. */
function answer(request: RouteRequest, threads: ChannelState[], more: object = {}): RouteAnswer {
  const { id } = request.actor.user;
  const members = threads.flatMap((state) => state.threadMembers.get(id) ?? []);
  return ok({ threads: threads.map(({ channel }) => channel), members, ...more });
}

function listActive(request: RouteRequest): RouteAnswer {
  const guild = guildOfPath(request);
  const threads = [...guild.threadIds]
    .flatMap((id) => request.world.channels.get(id) ?? [])
    .filter((state) => state.channel.thread_metadata?.archived === false)
    .filter((state) => canView(request.world, request.actor.user.id, state));
  return answer(
    request,
    threads.sort((a, b) => compareSnowflakes(b.id, a.id)),
    { has_more: false },
  );
}

function archivedOf(request: RouteRequest, type: 'public' | 'private', joined: boolean): RouteAnswer {
  const { world, actor } = request;
  const parent = channelFor(request, P.ViewChannel | P.ReadMessageHistory);
  const limit = queryNumber(request, 'limit', { min: 2, max: 100, standard: 50 });
  const before = Date.parse(request.query.get('before') ?? '') || Number.POSITIVE_INFINITY;
  const isPrivate = type === 'private';
  const threads = [...world.channels.values()].filter(
    (state) =>
      state.channel.parent_id === parent.id &&
      state.channel.thread_metadata?.archived === true &&
      (state.channel.type === ChannelType.PrivateThread) === isPrivate &&
      (!joined || state.threadMembers.has(actor.user.id)) &&
      archivedAt(state) < before,
  );
  threads.sort((a, b) => archivedAt(b) - archivedAt(a));
  return answer(request, threads.slice(0, limit), { has_more: threads.length > limit });
}

function listPrivate(request: RouteRequest): RouteAnswer {
  const parent = channelFor(request, P.ViewChannel | P.ReadMessageHistory | P.ManageThreads);
  const manages = can(permissionsOf(request.world, request.actor.user.id, parent), P.ManageThreads);
  return archivedOf(request, 'private', !manages);
}

/** Which threads there are. */
export const threadListRoutes: readonly Route[] = [
  { method: 'GET', path: '/guilds/:guild_id/threads/active', handle: listActive },
  {
    method: 'GET',
    path: '/channels/:channel_id/threads/archived/public',
    handle: (request) => archivedOf(request, 'public', false),
  },
  { method: 'GET', path: '/channels/:channel_id/threads/archived/private', handle: listPrivate },
  {
    method: 'GET',
    path: '/channels/:channel_id/users/@me/threads/archived/private',
    handle: (request) => archivedOf(request, 'private', true),
  },
];
