import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { isEmoji } from '../rules/emoji.ts';
import { can, isTimedOut, requirePermission } from '../rules/permissions.ts';
import { placeOf } from '../world/channels.ts';
import { partialMember } from '../world/lookup.ts';
import { messageOf } from '../world/messages.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { ChannelState, MessageRecord, ReactionState, World } from '../world/types.ts';
import { channelFor, messagePlace, queryNumber, requireOpen } from './common.ts';
import { noContent, ok, param, type Route, type RouteAnswer, type RouteRequest } from './route.ts';

/** Different emoji on one message. */
const MAX_REACTIONS = 20;
const PATH = '/channels/:channel_id/messages/:message_id/reactions';
const BUCKET = 'reactions';

type Emoji = ReactionState['emoji'];

const keyOf = (emoji: Emoji): string => emoji.id ?? emoji.name;

interface Place {
  state: ChannelState;
  record: MessageRecord;
}

function placeFor(request: RouteRequest, needed: bigint): Place {
  const state = channelFor(request, needed);
  requireOpen(state);
  return { state, record: messageOf(state, param(request, 'message_id')) };
}

/** `☕` or `name:id` of the path; throws 10014 for what is neither a Unicode emoji nor a custom one within reach. */
function emojiOf(request: RouteRequest, { state, record }: Place): Emoji {
  const text = param(request, 'emoji');
  const present = [...(record.reactions?.values() ?? [])].find(
    ({ emoji }) => text === emoji.name || text.endsWith(`:${emoji.id}`),
  );
  if (present) return present.emoji;
  if (isEmoji(text)) return { id: null, name: text };
  const id = text.split(':').at(-1) ?? '';
  for (const guild of request.world.guilds.values()) {
    const emoji = guild.emojis.get(id);
    if (emoji === undefined) continue;
    if (guild.id !== state.guildId) {
      requirePermission(permissionsOf(request.world, request.actor.user.id, state), P.UseExternalEmojis);
    }
    return { id, name: emoji.name ?? '', animated: emoji.animated ?? false };
  }
  throw refuse(10014);
}

function react(request: RouteRequest): RouteAnswer {
  const { world, actor } = request;
  const place = placeFor(request, P.ViewChannel | P.ReadMessageHistory);
  const { state, record } = place;
  const emoji = emojiOf(request, place);
  const member = world.guilds.get(state.guildId ?? '')?.members.get(actor.user.id);
  if (member && isTimedOut(member, request.now)) throw refuse(50013);
  const reactions = (record.reactions ??= new Map<string, ReactionState>());
  const known = reactions.get(keyOf(emoji));
  if (known?.userIds.has(actor.user.id)) return noContent();
  if (known === undefined) {
    if (!can(permissionsOf(world, actor.user.id, state), P.AddReactions)) throw refuse(50013);
    if (reactions.size >= MAX_REACTIONS) throw refuse(30010);
  }
  const reaction = known ?? { emoji, userIds: new Set<string>() };
  reactions.set(keyOf(emoji), reaction);
  reaction.userIds.add(actor.user.id);
  emit(world, place, 'MESSAGE_REACTION_ADD', {
    user_id: actor.user.id,
    emoji: reaction.emoji,
    message_author_id: record.message.author.id,
    burst: false,
    type: 0,
    ...(member ? { member: { ...partialMember(member), user: member.user } } : {}),
  });
  return noContent();
}

function emit(world: World, { state, record }: Place, t: string, more: object): void {
  world.emit({ t, d: { ...messagePlace(state, record.message.id), ...more }, ...placeOf(state) });
}

function removeOwn(request: RouteRequest): RouteAnswer {
  return removeOne(request, placeFor(request, P.ViewChannel | P.ReadMessageHistory), request.actor.user.id);
}

function removeOther(request: RouteRequest): RouteAnswer {
  const userId = param(request, 'user_id');
  if (userId === request.actor.user.id) return removeOwn(request);
  return removeOne(
    request,
    placeFor(request, P.ViewChannel | P.ReadMessageHistory | P.ManageMessages),
    userId,
  );
}

function removeOne(request: RouteRequest, place: Place, userId: string): RouteAnswer {
  const emoji = emojiOf(request, place);
  const reaction = place.record.reactions?.get(keyOf(emoji));
  if (!reaction?.userIds.delete(userId)) return noContent();
  if (reaction.userIds.size === 0) place.record.reactions?.delete(keyOf(emoji));
  emit(request.world, place, 'MESSAGE_REACTION_REMOVE', { user_id: userId, emoji, burst: false, type: 0 });
  return noContent();
}

function removeAll(request: RouteRequest): RouteAnswer {
  const place = placeFor(request, P.ViewChannel | P.ReadMessageHistory | P.ManageMessages);
  place.record.reactions?.clear();
  emit(request.world, place, 'MESSAGE_REACTION_REMOVE_ALL', {});
  return noContent();
}

function removeEmoji(request: RouteRequest): RouteAnswer {
  const place = placeFor(request, P.ViewChannel | P.ReadMessageHistory | P.ManageMessages);
  const emoji = emojiOf(request, place);
  if (!place.record.reactions?.delete(keyOf(emoji))) return noContent();
  emit(request.world, place, 'MESSAGE_REACTION_REMOVE_EMOJI', { emoji });
  return noContent();
}

function listUsers(request: RouteRequest): RouteAnswer {
  const state = channelFor(request, P.ViewChannel | P.ReadMessageHistory);
  const record = messageOf(state, param(request, 'message_id'));
  const limit = queryNumber(request, 'limit', { min: 1, max: 100, standard: 25 });
  const after = BigInt(request.query.get('after') ?? '0');
  const emoji = emojiOf(request, { state, record });
  const ids = [...(record.reactions?.get(keyOf(emoji))?.userIds ?? [])].filter((id) => BigInt(id) > after);
  const byId = ids.sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  return ok(byId.slice(0, limit).flatMap((id) => request.world.users.get(id) ?? []));
}

/** Reactions: adding, taking back, clearing, and who reacted. */
export const reactionRoutes: readonly Route[] = [
  { method: 'PUT', path: `${PATH}/:emoji/@me`, bucket: BUCKET, handle: react },
  { method: 'DELETE', path: `${PATH}/:emoji/@me`, bucket: BUCKET, handle: removeOwn },
  { method: 'DELETE', path: `${PATH}/:emoji/:user_id`, bucket: BUCKET, handle: removeOther },
  { method: 'DELETE', path: `${PATH}/:emoji`, bucket: BUCKET, handle: removeEmoji },
  { method: 'DELETE', path: PATH, bucket: BUCKET, handle: removeAll },
  { method: 'GET', path: `${PATH}/:emoji`, handle: listUsers },
];
