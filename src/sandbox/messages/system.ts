import type { APIMessage, APIUser, MessageFlags, MessageType } from 'discord-api-types/v10';
import { addMessage } from '../world/messages.ts';
import type { ChannelState, MessageRecord, World } from '../world/types.ts';

const NO_FLAGS = 0 as MessageFlags;

/** Writes what Discord itself says in a channel: "pinned a message", "started a thread", a poll's result. */
export function sayInChannel(
  world: World,
  state: ChannelState,
  author: APIUser,
  type: MessageType,
  more: Partial<APIMessage> = {},
): MessageRecord {
  const message: APIMessage = {
    id: world.snowflake(),
    type,
    channel_id: state.id,
    author,
    content: '',
    timestamp: world.timestamp(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: NO_FLAGS,
    ...more,
  };
  return addMessage(world, state, message);
}
