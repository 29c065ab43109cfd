import { type APIMessage, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { dismissEphemeral } from '../interactions/messages.ts';
import { fileFacts } from '../messages/attachments.ts';
import { editedParts, type MessageBody } from '../messages/build.ts';
import { repeatedMessage, requireMaySend, sendMessage } from '../messages/send.ts';
import { limited } from '../rate-limits.ts';
import { list } from '../rules/fields.ts';
import { bodySpot, settle } from '../rules/form.ts';
import { can } from '../rules/permissions.ts';
import { checkMessageCreate, checkMessageEdit } from '../rules/validate-message.ts';
import { messageOf, removeMessages, updateMessage, viewMessage } from '../world/messages.ts';
import { permissionsOf } from '../world/permissions.ts';
import { instantOf } from '../world/snowflake.ts';
import type { ChannelState, MessageRecord, World } from '../world/types.ts';
import { channelFor, readable, requireOpen } from './common.ts';
import { noContent, ok, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const LIST = '/channels/:channel_id/messages';
const ONE = `${LIST}/:message_id`;

export const messageRoutes: Route[] = [
  { method: 'POST', path: LIST, handle: postMessage },
  { method: 'POST', path: `${LIST}/bulk-delete`, handle: bulkDelete },
  { method: 'PATCH', path: ONE, handle: patchMessage },
  { method: 'DELETE', path: ONE, handle: deleteMessage },
];

function postMessage(request: RouteRequest): RouteAnswer {
  const { world, actor, body, files } = request;
  const state = channelFor(request, P.ViewChannel);
  checkMessageCreate(body, { emojiIds: world.emojiIds, files: files.map(fileFacts) });
  const message = body as MessageBody;
  requireMaySend(world, actor, state, message, files.length);
  const record =
    repeatedMessage(world, actor, state, message) ?? sendMessage(world, actor, state, message, files);
  const view = readable(request, state, record);
  return ok(message.nonce === undefined ? view : { ...view, nonce: message.nonce });
}

const HOUR_MS = 3_600_000;
/** Edits of messages older than an hour: 3 in 6 s and channel (unofficial, PLATFORM.md 1.3). */
const LATE_EDITS = 3;
const LATE_WINDOW_MS = 6000;

function patchMessage(request: RouteRequest): RouteAnswer {
  const { world, actor, body, files } = request;
  const state = channelFor(request, P.ViewChannel);
  const record = messageOf(state, param(request, 'message_id'));
  requireOpen(state);
  const own = record.message.author.id === actor.user.id;
  if (!own) return suppressEmbeds(request, state, record);
  checkMessageEdit(body, record.message, { emojiIds: world.emojiIds, files: files.map(fileFacts) });
  const late = lateEditRefused(world, state, record.message);
  if (late !== undefined) return late;
  const change = editedParts(world, record.message, {
    state,
    body: body as MessageBody,
    files,
    permissions: permissionsOf(world, actor.user.id, state),
    standardMentions: ['users', 'roles', 'everyone'],
    counts: true,
  });
  updateMessage(world, state, record, change);
  return ok(viewMessage(record, actor.user.id));
}

/** Of others' messages one may only hide the embeds, with MANAGE_MESSAGES. */
function suppressEmbeds(request: RouteRequest, state: ChannelState, record: MessageRecord): RouteAnswer {
  const { world, actor, body } = request;
  const keys = Object.keys(body ?? {});
  const { flags } = (body ?? {}) as MessageBody;
  if (keys.length !== 1 || typeof flags !== 'number') throw refuse(50005);
  if (!can(permissionsOf(world, actor.user.id, state), P.ManageMessages)) throw refuse(50013);
  updateMessage(world, state, record, { flags: ((record.message.flags ?? 0) & ~4) | (flags & 4) });
  return ok(readable(request, state, record));
}

function lateEditRefused(world: World, state: ChannelState, message: APIMessage): RouteAnswer | undefined {
  const now = world.now();
  if (now - instantOf(message.id) < HOUR_MS) return undefined;
  const { lateEdits } = state;
  while (lateEdits[0] !== undefined && now - lateEdits[0] >= LATE_WINDOW_MS) lateEdits.shift();
  if (lateEdits[0] === undefined || lateEdits.length < LATE_EDITS) {
    lateEdits.push(now);
    return undefined;
  }
  const answer = limited((lateEdits[0] + LATE_WINDOW_MS - now) / 1000, false, 'shared');
  return { ...answer, body: { ...(answer.body as object), code: 30046, message: refuse(30046).message } };
}

function deleteMessage(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  const id = param(request, 'message_id');
  if (world.ephemerals.get(id)?.userId === actor.user.id) {
    dismissEphemeral(world, id);
    return noContent();
  }
  const state = channelFor(request, P.ViewChannel);
  const record = messageOf(state, id);
  requireOpen(state);
  const own = record.message.author.id === actor.user.id;
  if (!own && state.guildId === undefined) throw refuse(50003);
  if (!own && !can(permissionsOf(world, actor.user.id, state), P.ManageMessages)) throw refuse(50013);
  removeMessages(world, state, [id]);
  return noContent();
}

const TWO_WEEKS_MS = 1_209_600_000;

function bulkDelete(request: RouteRequest): RouteAnswer {
  const { world } = request;
  const state = channelFor(request, P.ViewChannel | P.ManageMessages);
  if (state.guildId === undefined) throw refuse(50003);
  const spot = bodySpot();
  const ids =
    list(spot, (request.body ?? {}) as Record<string, unknown>, 'messages', { required: true, max: 100 }) ??
    [];
  settle(spot);
  const known = [...new Set(ids.map(String))];
  if (known.length < 2) throw refuse(50016);
  if (known.some((id) => world.now() - instantOf(id) > TWO_WEEKS_MS)) throw refuse(50034);
  removeMessages(world, state, known);
  return noContent();
}
