import { plainText } from '../markdown/plain.ts';
import { compareIds, isNewer } from './ids.ts';
import type { ChannelMessages, Id, Message, State } from './model.ts';
import { isDm, mentionsMe, nameOf } from './selectors.ts';

/** Discord counts a thread's messages without the one it began with. */
const THREAD_STARTER = 21;

const none: ChannelMessages = { list: [], loaded: false, loading: false, reachedStart: false };

export const messagesIn = (state: State, channelId: Id): ChannelMessages => state.messages[channelId] ?? none;

export function patchChannelMessages(state: State, channelId: Id, patch: Partial<ChannelMessages>): State {
  const now = messagesIn(state, channelId);
  return { ...state, messages: { ...state.messages, [channelId]: { ...now, ...patch } } };
}

function merged(old: Message[], incoming: Message[]): Message[] {
  const byId = new Map(old.map((message) => [message.id, message]));
  for (const message of incoming) byId.set(message.id, { ...byId.get(message.id), ...message });
  return [...byId.values()].sort((a, b) => compareIds(a.id, b.id));
}

/** Puts a page of history (newest first, as REST answers it) in its place. */
export function addHistory(state: State, channelId: Id, page: Message[], pageSize: number): State {
  const now = messagesIn(state, channelId);
  return patchChannelMessages(state, channelId, {
    list: merged(now.list, page),
    loaded: true,
    loading: false,
    reachedStart: page.length < pageSize,
  });
}

function withUser(state: State, message: Message): State {
  const users = {
    ...state.users,
    [message.author.id]: { ...state.users[message.author.id], ...message.author },
  };
  for (const user of message.mentions ?? []) users[user.id] ??= user;
  const guildId = message.guild_id ?? state.channels[message.channel_id]?.guild_id;
  if (guildId === undefined || message.member === undefined) return { ...state, users };
  const known = state.members[guildId] ?? {};
  if (known[message.author.id] !== undefined) return { ...state, users };
  const member = { ...message.member, user: message.author };
  return {
    ...state,
    users,
    members: { ...state.members, [guildId]: { ...known, [message.author.id]: member } },
  };
}

function touchChannel(state: State, message: Message): State {
  const channel = state.channels[message.channel_id];
  if (channel === undefined || ((message.flags ?? 0) & 64) !== 0) return state;
  const opens = message.id === channel.id || message.type === THREAD_STARTER;
  const message_count = (channel.message_count ?? 0) + (opens ? 0 : 1);
  const next = { ...channel, last_message_id: message.id, message_count };
  return { ...state, channels: { ...state.channels, [channel.id]: next } };
}

function markUnread(state: State, message: Message): State {
  if (((message.flags ?? 0) & 64) !== 0) return state;
  const own = message.author.id === state.me?.id;
  const mark = state.read[message.channel_id];
  if (own) return markRead(state, message.channel_id, message.id);
  const channel = state.channels[message.channel_id];
  const counts = mentionsMe(state, message) || (channel !== undefined && isDm(channel));
  const next = { lastId: mark?.lastId ?? '0', mentions: (mark?.mentions ?? 0) + (counts ? 1 : 0) };
  return { ...state, read: { ...state.read, [message.channel_id]: next } };
}

function announce(state: State, message: Message): State {
  if (state.channelId !== message.channel_id || message.author.id === state.me?.id) return state;
  const guildId = state.channels[message.channel_id]?.guild_id;
  const who = nameOf(state, guildId, message.author);
  const only = ((message.flags ?? 0) & 64) !== 0 ? ', only you can see this' : '';
  const thinking = ((message.flags ?? 0) & 128) !== 0;
  const text = thinking
    ? `${who} is thinking${only}`
    : `${who}${only}: ${plainText(message, state).slice(0, 400)}`;
  return { ...state, announcement: { id: state.announcement.id + 1, text } };
}

export function markRead(state: State, channelId: Id, messageId: Id, mentions = 0): State {
  const mark = state.read[channelId];
  const lastId = mark !== undefined && isNewer(mark.lastId, messageId) ? mark.lastId : messageId;
  if (mark?.lastId === lastId && mark.mentions === mentions) return state;
  return { ...state, read: { ...state.read, [channelId]: { lastId, mentions } } };
}

export function messageCreated(state: State, message: Message): State {
  let next = withUser(state, message);
  const now = messagesIn(next, message.channel_id);
  // The reader's own draft copy, if any, carries the nonce as its id.
  const rest = now.list.filter((item) => message.nonce === undefined || item.id !== `local-${message.nonce}`);
  next = patchChannelMessages(next, message.channel_id, { list: merged(rest, [message]) });
  next = announce(markUnread(touchChannel(next, message), message), message);
  const typing = { ...next.typing[message.channel_id] };
  delete typing[message.author.id];
  return { ...next, typing: { ...next.typing, [message.channel_id]: typing } };
}

export function messageUpdated(state: State, message: Message): State {
  const now = state.messages[message.channel_id];
  const old = now?.list.find((item) => item.id === message.id);
  if (now === undefined || old === undefined) return state;
  const next = patchChannelMessages(state, message.channel_id, { list: merged(now.list, [message]) });
  const wasThinking = ((old.flags ?? 0) & 128) !== 0;
  return wasThinking ? announce(next, { ...old, ...message }) : next;
}

export function messagesDeleted(state: State, channelId: Id, ids: Id[]): State {
  const now = state.messages[channelId];
  if (now === undefined) return state;
  return patchChannelMessages(state, channelId, { list: now.list.filter((item) => !ids.includes(item.id)) });
}

export function changeMessage(
  state: State,
  channelId: Id,
  id: Id,
  change: (message: Message) => Message,
): State {
  const now = state.messages[channelId];
  if (now === undefined) return state;
  return patchChannelMessages(state, channelId, {
    list: now.list.map((item) => (item.id === id ? change(item) : item)),
  });
}
