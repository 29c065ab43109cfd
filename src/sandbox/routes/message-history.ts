import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { can } from '../rules/permissions.ts';
import { indexOf, messageOf } from '../world/messages.ts';
import { permissionsOf } from '../world/permissions.ts';
import { acknowledge } from '../world/reads.ts';
import type { ChannelState, MessageRecord } from '../world/types.ts';
import { channelFor, queryNumber, readable } from './common.ts';
import { ok, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const LIST = '/channels/:channel_id/messages';
const ONE = `${LIST}/:message_id`;

/** Reading messages, and saying how far one has read. */
export const messageHistoryRoutes: readonly Route[] = [
  { method: 'GET', path: LIST, handle: listMessages },
  { method: 'GET', path: ONE, handle: getMessage },
  { method: 'POST', path: `${ONE}/ack`, auth: 'user', handle: acknowledgeMessage },
];

/** Without READ_MESSAGE_HISTORY the list is empty, as Discord's is. */
function listMessages(request: RouteRequest): RouteAnswer {
  const { world, actor, query } = request;
  const state = channelFor(request, P.ViewChannel);
  const limit = queryNumber(request, 'limit', { min: 1, max: 100, standard: 50 });
  if (!can(permissionsOf(world, actor.user.id, state), P.ReadMessageHistory)) return ok([]);
  const page = pageOf(state, query, limit);
  return ok(page.toReversed().map((record) => readable(request, state, record)));
}

/** Oldest first: `limit` messages before, after or around an id; the latest by default. */
function pageOf(state: ChannelState, query: URLSearchParams, limit: number): MessageRecord[] {
  const { messages } = state;
  const after = query.get('after');
  if (after !== null) {
    const from = indexOf(state, after);
    const first = messages[from]?.message.id === after ? from + 1 : from;
    return messages.slice(first, first + limit);
  }
  const around = query.get('around');
  if (around !== null) {
    const middle = indexOf(state, around);
    const first = Math.max(0, middle - Math.floor(limit / 2));
    return messages.slice(first, first + limit);
  }
  const before = query.get('before');
  const end = before === null ? messages.length : indexOf(state, before);
  return messages.slice(Math.max(0, end - limit), end);
}

function getMessage(request: RouteRequest): RouteAnswer {
  const state = channelFor(request, P.ViewChannel | P.ReadMessageHistory);
  return ok(readable(request, state, messageOf(state, param(request, 'message_id'))));
}

/** Also of a message that is already gone: it only says how far one has read. */
function acknowledgeMessage(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  acknowledge(world, actor.user.id, channelFor(request, P.ViewChannel), param(request, 'message_id'));
  return ok({ token: null });
}
