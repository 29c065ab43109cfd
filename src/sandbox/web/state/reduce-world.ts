import type { Channel, Guild, Id, Member, State, User } from './model.ts';
import { emptyState } from './model.ts';

export interface ReadyEvent {
  user: User;
  guilds: (Guild & { unavailable?: boolean })[];
  private_channels?: Channel[];
  session_id: string;
  read_state?: unknown;
  sandbox?: { clock_offset_ms?: number; now?: number };
}

interface ReadEntry {
  id?: Id;
  channel_id?: Id;
  last_message_id?: Id;
  last_read_id?: Id;
  mention_count?: number;
}

/** Read states come as a list, as {entries}, or as a map of channel to last message. */
function readEntries(raw: unknown): State['read'] {
  const list = Array.isArray(raw) ? raw : ((raw as { entries?: unknown } | null)?.entries ?? raw ?? {});
  const read: State['read'] = {};
  if (!Array.isArray(list)) {
    for (const [id, value] of Object.entries(list as Record<string, unknown>)) {
      const entry = typeof value === 'string' ? { last_message_id: value } : (value as ReadEntry);
      read[id] = { lastId: entry?.last_message_id ?? '0', mentions: entry?.mention_count ?? 0 };
    }
    return read;
  }
  for (const entry of list as ReadEntry[]) {
    const id = entry.id ?? entry.channel_id;
    if (id === undefined) continue;
    read[id] = {
      lastId: entry.last_message_id ?? entry.last_read_id ?? '0',
      mentions: entry.mention_count ?? 0,
    };
  }
  return read;
}

export function guildAdded(state: State, guild: Guild): State {
  const channels = { ...state.channels };
  for (const channel of [...(guild.channels ?? []), ...(guild.threads ?? [])]) {
    channels[channel.id] = { ...channel, guild_id: guild.id };
  }
  const members: Record<Id, Member> = { ...state.members[guild.id] };
  const users = { ...state.users };
  for (const member of guild.members ?? []) {
    if (member.user === undefined) continue;
    members[member.user.id] = member;
    users[member.user.id] = member.user;
  }
  const { channels: _channels, threads: _threads, members: _members, ...rest } = guild;
  return {
    ...state,
    channels,
    users,
    members: { ...state.members, [guild.id]: members },
    guilds: { ...state.guilds, [guild.id]: rest },
    guildOrder: state.guildOrder.includes(guild.id) ? state.guildOrder : [...state.guildOrder, guild.id],
  };
}

/** A fresh session: the world is replaced, what the reader was doing is kept. */
export function ready(state: State, event: ReadyEvent): State {
  let next: State = {
    ...emptyState,
    status: 'ready',
    me: event.user,
    users: { [event.user.id]: event.user },
    drafts: state.drafts,
    replyTo: state.replyTo,
    channelId: state.channelId,
    newFrom: state.newFrom,
    modal: state.modal,
    interactions: state.interactions,
    announcement: state.announcement,
  };
  // Ephemeral messages exist nowhere but here, so a new session keeps them.
  for (const [id, channel] of Object.entries(state.messages)) {
    const list = channel.list.filter((message) => ((message.flags ?? 0) & 64) !== 0);
    if (list.length > 0) next.messages[id] = { list, loaded: false, loading: false, reachedStart: false };
  }
  for (const guild of event.guilds) if (guild.unavailable !== true) next = guildAdded(next, guild);
  next = (event.private_channels ?? []).reduce(channelSet, next);
  // Marks of an earlier connection are the reader's own; the server's only stand in for them.
  const read = { ...readEntries(event.read_state), ...state.read };
  for (const channel of Object.values(next.channels)) {
    read[channel.id] ??= { lastId: channel.last_message_id ?? '0', mentions: 0 };
  }
  return { ...next, read };
}

export function channelSet(state: State, channel: Channel): State {
  const old = state.channels[channel.id];
  const users = { ...state.users };
  for (const user of channel.recipients ?? []) users[user.id] ??= user;
  const merged = { ...old, ...channel, last_message_id: channel.last_message_id ?? old?.last_message_id };
  const read = state.read[channel.id] === undefined ? { lastId: '0', mentions: 0 } : state.read[channel.id];
  return {
    ...state,
    users,
    channels: { ...state.channels, [channel.id]: merged },
    read: { ...state.read, [channel.id]: read ?? { lastId: '0', mentions: 0 } },
  };
}

export function channelGone(state: State, id: Id): State {
  const channels = { ...state.channels };
  delete channels[id];
  for (const channel of Object.values(channels))
    if (channel.parent_id === id && channel.type >= 10 && channel.type <= 12) delete channels[channel.id];
  return { ...state, channels, channelId: state.channelId === id ? undefined : state.channelId };
}

export function memberSet(state: State, guildId: Id, member: Member): State {
  if (member.user === undefined) return state;
  const known = state.members[guildId] ?? {};
  const next = { ...known[member.user.id], ...member };
  return {
    ...state,
    users: { ...state.users, [member.user.id]: member.user },
    members: { ...state.members, [guildId]: { ...known, [member.user.id]: next } },
  };
}

export function memberGone(state: State, guildId: Id, userId: Id): State {
  const members = { ...state.members[guildId] };
  delete members[userId];
  return { ...state, members: { ...state.members, [guildId]: members } };
}

export function guildPatched(state: State, guildId: Id, change: (guild: Guild) => Guild): State {
  const guild = state.guilds[guildId];
  return guild === undefined ? state : { ...state, guilds: { ...state.guilds, [guildId]: change(guild) } };
}
