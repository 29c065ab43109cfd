import type { Role } from '../api/types.ts';
import type { Channel, Emoji, Guild, Id, Member, Message, State, User } from './model.ts';
import {
  failureWords,
  interactionDone,
  interactionFailed,
  type ModalEvent,
  modalOpened,
} from './reduce-interactions.ts';
import {
  changeMessage,
  markRead,
  messageCreated,
  messagesDeleted,
  messageUpdated,
} from './reduce-messages.ts';
import { pollVoted, type ReactionEvent, reacted, type VoteEvent } from './reduce-reactions.ts';
import {
  channelGone,
  channelSet,
  channelShown,
  guildAdded,
  guildPatched,
  memberGone,
  memberSet,
  type ReadyEvent,
  ready,
  voiceMoved,
} from './reduce-world.ts';

type Reducer = (state: State, data: never) => State;

const withGuild = (state: State, id: Id, roles: (roles: Role[]) => Role[]): State =>
  guildPatched(state, id, (guild) => ({ ...guild, roles: roles(guild.roles) }));

const setRole = (state: State, data: { guild_id: Id; role: Role }): State =>
  withGuild(state, data.guild_id, (roles) => [
    ...roles.filter((role) => role.id !== data.role.id),
    data.role,
  ]);

/** What each gateway event does to the state; an event that is not named here changes nothing. */
const reducers: Record<string, Reducer> = {
  READY: (state, data: ReadyEvent) => ready(state, data),
  GUILD_CREATE: (state, data: Guild) => guildAdded(state, data),
  GUILD_UPDATE: (state, data: Guild) =>
    guildPatched(state, data.id, (guild) => ({ ...guild, ...data, channels: undefined, members: undefined })),
  GUILD_ROLE_CREATE: setRole,
  GUILD_ROLE_UPDATE: setRole,
  GUILD_ROLE_DELETE: (state, data: { guild_id: Id; role_id: Id }) =>
    withGuild(state, data.guild_id, (roles) => roles.filter((role) => role.id !== data.role_id)),
  GUILD_EMOJIS_UPDATE: (state, data: { guild_id: Id; emojis: Emoji[] }) =>
    guildPatched(state, data.guild_id, (guild) => ({ ...guild, emojis: data.emojis })),
  GUILD_MEMBER_ADD: (state, data: Member & { guild_id: Id }) => memberSet(state, data.guild_id, data),
  GUILD_MEMBER_UPDATE: (state, data: Member & { guild_id: Id }) => memberSet(state, data.guild_id, data),
  GUILD_MEMBER_REMOVE: (state, data: { guild_id: Id; user: User }) =>
    memberGone(state, data.guild_id, data.user.id),
  VOICE_STATE_UPDATE: voiceMoved,
  CHANNEL_CREATE: channelShown,
  CHANNEL_UPDATE: channelSet,
  THREAD_CREATE: channelSet,
  THREAD_UPDATE: channelSet,
  CHANNEL_DELETE: (state, data: Channel) => channelGone(state, data.id),
  THREAD_DELETE: (state, data: Channel) => channelGone(state, data.id),
  THREAD_LIST_SYNC: (state, data: { threads: Channel[] }) => data.threads.reduce(channelShown, state),
  MESSAGE_CREATE: (state, data: Message) => interactionDone(messageCreated(state, data), nonceOf(data)),
  MESSAGE_UPDATE: (state, data: Message) => messageUpdated(state, data),
  MESSAGE_DELETE: (state, data: { channel_id: Id; id: Id }) =>
    messagesDeleted(state, data.channel_id, [data.id]),
  MESSAGE_DELETE_BULK: (state, data: { channel_id: Id; ids: Id[] }) =>
    messagesDeleted(state, data.channel_id, data.ids),
  MESSAGE_REACTION_ADD: (state, data: ReactionEvent) => reacted(state, data, 1),
  MESSAGE_REACTION_REMOVE: (state, data: ReactionEvent) => reacted(state, data, -1),
  MESSAGE_REACTION_REMOVE_ALL: (state, data: { channel_id: Id; message_id: Id }) =>
    changeMessage(state, data.channel_id, data.message_id, (message) => ({ ...message, reactions: [] })),
  MESSAGE_REACTION_REMOVE_EMOJI: (state, data: { channel_id: Id; message_id: Id; emoji: Emoji }) =>
    changeMessage(state, data.channel_id, data.message_id, (message) => ({
      ...message,
      reactions: message.reactions?.filter(
        (item) => (item.emoji.id ?? item.emoji.name) !== (data.emoji.id ?? data.emoji.name),
      ),
    })),
  MESSAGE_POLL_VOTE_ADD: (state, data: VoteEvent) => pollVoted(state, data, 1),
  MESSAGE_POLL_VOTE_REMOVE: (state, data: VoteEvent) => pollVoted(state, data, -1),
  MESSAGE_ACK: (state, data: { channel_id: Id; message_id: Id; mention_count: number }) =>
    markRead(state, data.channel_id, data.message_id, data.mention_count),
  TYPING_START: (state, data: { channel_id: Id; user_id: Id }) =>
    data.user_id === state.me?.id
      ? state
      : {
          ...state,
          typing: {
            ...state.typing,
            [data.channel_id]: { ...state.typing[data.channel_id], [data.user_id]: Date.now() + 10_000 },
          },
        },
  SANDBOX_BOT_UPDATE: (state, data: { connected: boolean }) => ({ ...state, botConnected: data.connected }),
  INTERACTION_SUCCESS: (state, data: { nonce?: string }) => interactionDone(state, data.nonce),
  INTERACTION_FAILURE: (state, data: { nonce?: string; reason_code?: number }) =>
    interactionFailed(state, data.nonce ?? '', failureWords(data.reason_code)),
  INTERACTION_MODAL_CREATE: (state, data: ModalEvent) => modalOpened(state, data),
};

const nonceOf = (message: Message): string | undefined =>
  message.nonce === undefined ? undefined : String(message.nonce);

export function reduceDispatch(state: State, type: string, data: unknown): State {
  const reducer = reducers[type];
  return reducer === undefined ? state : reducer(state, data as never);
}
