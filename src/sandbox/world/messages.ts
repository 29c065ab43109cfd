import { type APIMessage, MessageType } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { isThread } from './channel-kinds.ts';
import { changeChannel, placeOf } from './channels.ts';
import { partialMember } from './lookup.ts';
import { compareSnowflakes } from './snowflake.ts';
import type { ChannelState, MessageRecord, Snowflake, World } from './types.ts';

/** The stored message; throws 10008. */
export function messageOf(state: ChannelState, messageId: Snowflake): MessageRecord {
  const record = state.byId.get(messageId);
  if (record === undefined) throw refuse(10008);
  return record;
}

/** Stores a message without telling anybody; its id must be the channel's greatest. */
export function insertMessage(world: World, state: ChannelState, message: APIMessage): MessageRecord {
  const record: MessageRecord = { message };
  state.messages.push(record);
  state.byId.set(message.id, record);
  changeChannel(world, state, { last_message_id: message.id, ...countsAfter(state, message) });
  return record;
}

/** A forum post's first message has the post's id; a thread under a message starts with a pointer to it. */
const opensThread = (state: ChannelState, message: APIMessage): boolean =>
  message.id === state.id || message.type === MessageType.ThreadStarterMessage;

/** Threads count their messages without the initial one (https://docs.discord.com/developers/resources/channel). */
function countsAfter(
  state: ChannelState,
  message: APIMessage,
): { message_count?: number; total_message_sent?: number } {
  if (!isThread(state.channel) || opensThread(state, message)) return {};
  return {
    message_count: (state.channel.message_count ?? 0) + 1,
    total_message_sent: (state.channel.total_message_sent ?? 0) + 1,
  };
}

/** Stores a message and dispatches MESSAGE_CREATE. `extra` goes into the event only (`nonce`). */
export function addMessage(
  world: World,
  state: ChannelState,
  message: APIMessage,
  extra: object = {},
): MessageRecord {
  const record = insertMessage(world, state, message);
  world.emit({ t: 'MESSAGE_CREATE', d: eventMessage(world, state, record, extra), ...placeOf(state) });
  return record;
}

/** Replaces fields of a stored message and dispatches MESSAGE_UPDATE. Set `edited_timestamp` for an edit by its author. */
export function updateMessage(
  world: World,
  state: ChannelState,
  record: MessageRecord,
  change: Partial<APIMessage>,
): APIMessage {
  record.message = { ...record.message, ...change };
  const view = hasViewerParts(record)
    ? { view: (viewerId: Snowflake) => eventMessage(world, state, record, {}, viewerId) }
    : {};
  world.emit({ t: 'MESSAGE_UPDATE', d: eventMessage(world, state, record), ...view, ...placeOf(state) });
  return record.message;
}

/** Removes messages and dispatches MESSAGE_DELETE, or MESSAGE_DELETE_BULK for more than one. */
export function removeMessages(world: World, state: ChannelState, ids: readonly Snowflake[]): void {
  const counted = ids
    .flatMap((id) => state.byId.get(id) ?? [])
    .filter(({ message }) => !opensThread(state, message));
  const gone = ids.filter((id) => state.byId.delete(id));
  for (const id of gone) {
    state.messages.splice(indexOf(state, id), 1);
    state.pins.delete(id);
  }
  if (isThread(state.channel) && gone.length > 0) {
    changeChannel(world, state, {
      message_count: Math.max(0, (state.channel.message_count ?? 0) - counted.length),
    });
  }
  const place = { channel_id: state.id, ...(state.guildId === undefined ? {} : { guild_id: state.guildId }) };
  if (gone.length > 1) {
    world.emit({ t: 'MESSAGE_DELETE_BULK', d: { ids: gone, ...place }, ...placeOf(state) });
  } else if (gone.length === 1) {
    world.emit({ t: 'MESSAGE_DELETE', d: { id: gone[0], ...place }, ...placeOf(state) });
  }
}

/** The index of a message, or where it would stand (binary search). */
export function indexOf(state: ChannelState, id: Snowflake): number {
  const { messages } = state;
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = messages[middle];
    if (found !== undefined && compareSnowflakes(found.message.id, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const hasViewerParts = (record: MessageRecord): boolean =>
  record.reactions !== undefined || record.pollVotes !== undefined;

/** The message as REST answers it to one viewer: with `reactions[].me` and the poll's `me_voted`. */
export function viewMessage(record: MessageRecord, viewerId: Snowflake): APIMessage {
  if (!hasViewerParts(record)) return record.message;
  const view: APIMessage = { ...record.message };
  if (record.reactions !== undefined && record.reactions.size > 0) {
    view.reactions = [...record.reactions.values()].map((reaction) => ({
      emoji: reaction.emoji,
      count: reaction.userIds.size,
      count_details: { burst: 0, normal: reaction.userIds.size },
      me: reaction.userIds.has(viewerId),
      me_burst: false,
      burst_colors: [],
    }));
  }
  if (view.poll !== undefined && record.pollVotes !== undefined) {
    view.poll = { ...view.poll, results: pollResults(record, viewerId) };
  }
  return view;
}

function pollResults(record: MessageRecord, viewerId: Snowflake) {
  return {
    is_finalized: record.pollFinalized ?? false,
    answer_counts: [...(record.pollVotes ?? [])].map(([id, voters]) => ({
      id,
      count: voters.size,
      me_voted: voters.has(viewerId),
    })),
  };
}

/** The message as MESSAGE_CREATE and MESSAGE_UPDATE carry it: with the guild and the author's member. */
function eventMessage(
  world: World,
  state: ChannelState,
  record: MessageRecord,
  extra: object = {},
  viewerId: Snowflake = world.botId,
): object {
  const message = viewMessage(record, viewerId);
  if (state.guildId === undefined) return { ...message, channel_type: state.channel.type, ...extra };
  const member = world.guilds.get(state.guildId)?.members.get(message.author.id);
  return {
    ...message,
    channel_type: state.channel.type,
    guild_id: state.guildId,
    ...(member === undefined ? {} : { member: partialMember(member) }),
    ...extra,
  };
}
