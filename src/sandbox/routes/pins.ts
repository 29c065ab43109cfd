import { MessageReferenceType, MessageType, PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { sayInChannel } from '../messages/system.ts';
import { can } from '../rules/permissions.ts';
import { changeChannel, placeOf } from '../world/channels.ts';
import { messageOf, updateMessage } from '../world/messages.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { ChannelState, World } from '../world/types.ts';
import { timestampOf } from '../world/world.ts';
import { channelFor, queryNumber, readable, requireOpen } from './common.ts';
import { noContent, ok, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

const MAX_PINS = 250;
/** Message types that people write and that can be pinned. */
const PINNABLE = new Set<MessageType>([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
]);

function pin(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  const state = channelFor(request, P.ViewChannel | P.PinMessages);
  requireOpen(state);
  const record = messageOf(state, param(request, 'message_id'));
  if (!PINNABLE.has(record.message.type)) throw refuse(50021);
  if (state.pins.has(record.message.id)) return noContent();
  if (state.pins.size >= MAX_PINS) throw refuse(30003);
  state.pins.set(record.message.id, request.now);
  updateMessage(world, state, record, { pinned: true });
  announcePins(world, state);
  const place = state.guildId === undefined ? {} : { guild_id: state.guildId };
  sayInChannel(world, state, actor.user, MessageType.ChannelPinnedMessage, {
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: state.id,
      message_id: record.message.id,
      ...place,
    },
  });
  return noContent();
}

function unpin(request: RouteRequest): RouteAnswer {
  const state = channelFor(request, P.ViewChannel | P.PinMessages);
  requireOpen(state);
  const record = messageOf(state, param(request, 'message_id'));
  if (!state.pins.delete(record.message.id)) return noContent();
  updateMessage(request.world, state, record, { pinned: false });
  announcePins(request.world, state);
  return noContent();
}

function announcePins(world: World, state: ChannelState): void {
  const latest = Math.max(...state.pins.values());
  const last_pin_timestamp = state.pins.size === 0 ? null : timestampOf(latest);
  changeChannel(world, state, { last_pin_timestamp });
  const place = state.guildId === undefined ? {} : { guild_id: state.guildId };
  world.emit({
    t: 'CHANNEL_PINS_UPDATE',
    d: { channel_id: state.id, last_pin_timestamp, ...place },
    ...placeOf(state),
  });
}

interface Pin {
  pinnedAt: number;
  id: string;
}

/** Newest first; none for those who may not read the history. */
function pinsFor(request: RouteRequest): { state: ChannelState; pins: Pin[] } {
  const state = channelFor(request, P.ViewChannel);
  const reads = can(permissionsOf(request.world, request.actor.user.id, state), P.ReadMessageHistory);
  const pins = reads ? [...state.pins].map(([id, pinnedAt]) => ({ id, pinnedAt })) : [];
  return { state, pins: pins.toReversed() };
}

function listPins(request: RouteRequest): RouteAnswer {
  const { state, pins } = pinsFor(request);
  const limit = queryNumber(request, 'limit', { min: 1, max: 50, standard: 50 });
  const before = Date.parse(request.query.get('before') ?? '') || Number.POSITIVE_INFINITY;
  const older = pins.filter((one) => one.pinnedAt < before);
  const items = older.slice(0, limit).map(({ id, pinnedAt }) => ({
    pinned_at: timestampOf(pinnedAt),
    message: readable(request, state, messageOf(state, id)),
  }));
  return ok({ items, has_more: older.length > limit });
}

function listPinsAsBefore(request: RouteRequest): RouteAnswer {
  const { state, pins } = pinsFor(request);
  return ok(pins.slice(0, 50).map(({ id }) => readable(request, state, messageOf(state, id))));
}

/** Pinned messages, by their present routes and by those that Discord keeps for old clients. */
export const pinRoutes: readonly Route[] = [
  { method: 'GET', path: '/channels/:channel_id/messages/pins', handle: listPins },
  { method: 'PUT', path: '/channels/:channel_id/messages/pins/:message_id', handle: pin },
  { method: 'DELETE', path: '/channels/:channel_id/messages/pins/:message_id', handle: unpin },
  { method: 'GET', path: '/channels/:channel_id/pins', handle: listPinsAsBefore },
  { method: 'PUT', path: '/channels/:channel_id/pins/:message_id', handle: pin },
  { method: 'DELETE', path: '/channels/:channel_id/pins/:message_id', handle: unpin },
];
