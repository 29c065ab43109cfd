import { isDm } from './channels.ts';
import { canView } from './permissions.ts';
import { compareSnowflakes } from './snowflake.ts';
import type { ChannelState, MessageRecord, Snowflake, World } from './types.ts';

export interface ReadState {
  /** The channel's. */
  id: Snowflake;
  /** The last message that was read. */
  last_message_id: Snowflake;
  /** Unread messages that ping the reader; in DMs all unread ones. */
  mention_count: number;
}

/** What the seed brought counts as read by everybody, and so does what one writes oneself. */
export function keepReads(world: World): void {
  world.reads.from = world.snowflake();
  world.subscribe(({ t, d }) => {
    if (t !== 'MESSAGE_CREATE') return;
    const { id, channel_id, author } = d as {
      id: Snowflake;
      channel_id: Snowflake;
      author: { id: Snowflake };
    };
    if (world.channels.get(channel_id)?.byId.has(id) === true) advance(world, author.id, channel_id, id);
  });
}

/** Marks a channel as read up to a message and dispatches MESSAGE_ACK to the reader's sessions. Never goes back. */
export function acknowledge(
  world: World,
  userId: Snowflake,
  state: ChannelState,
  messageId: Snowflake,
): void {
  const last = state.channel.last_message_id ?? '0';
  const upTo = compareSnowflakes(messageId, last) > 0 ? last : messageId;
  if (!advance(world, userId, state.id, upTo)) return;
  const { mention_count } = readStateOf(world, userId, state);
  const d = { channel_id: state.id, message_id: upTo, mention_count, version: 1 };
  world.emit({ t: 'MESSAGE_ACK', d, userIds: [userId], only: 'users' });
}

/** How far somebody has read in every channel they see. */
export function readStatesOf(world: World, userId: Snowflake): ReadState[] {
  return [...world.channels.values()]
    .filter((state) => state.channel.last_message_id !== undefined && canView(world, userId, state))
    .map((state) => readStateOf(world, userId, state));
}

function readStateOf(world: World, userId: Snowflake, state: ChannelState): ReadState {
  const lastId = world.reads.byUser.get(userId)?.get(state.id) ?? world.reads.from;
  let mentions = 0;
  for (let index = state.messages.length - 1; index >= 0; index -= 1) {
    const record = state.messages[index];
    if (record === undefined || compareSnowflakes(record.message.id, lastId) <= 0) break;
    if (pings(world, userId, state, record)) mentions += 1;
  }
  return { id: state.id, last_message_id: lastId, mention_count: mentions };
}

function pings(world: World, userId: Snowflake, state: ChannelState, { message }: MessageRecord): boolean {
  if (message.author.id === userId) return false;
  if (isDm(state.channel) || message.mention_everyone) return true;
  const roles = world.guilds.get(state.guildId ?? '')?.members.get(userId)?.roles ?? [];
  return (
    message.mentions.some((user) => user.id === userId) ||
    message.mention_roles.some((roleId) => roles.includes(roleId))
  );
}

function advance(world: World, userId: Snowflake, channelId: Snowflake, messageId: Snowflake): boolean {
  let marks = world.reads.byUser.get(userId);
  if (marks === undefined) {
    marks = new Map();
    world.reads.byUser.set(userId, marks);
  }
  if (compareSnowflakes(messageId, marks.get(channelId) ?? world.reads.from) <= 0) return false;
  marks.set(channelId, messageId);
  return true;
}
