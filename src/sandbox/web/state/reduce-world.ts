import type { Channel, Guild, Id, Member, State, User, VoiceState } from './model.ts';
import { emptyState } from './model.ts';

export interface ReadyEvent {
  user: User;
  guilds: (Guild & { unavailable?: boolean })[];
  private_channels?: Channel[];
  session_id: string;
  read_state?: ReadEntry[];
  sandbox?: { clock_offset_ms?: number; now?: number; bot_connected?: boolean };
}

interface ReadEntry {
  /** The channel's. */
  id: Id;
  last_message_id: Id;
  mention_count: number;
}

const readMarks = (entries: ReadEntry[] = []): State['read'] =>
  Object.fromEntries(
    entries.map((entry) => [entry.id, { lastId: entry.last_message_id, mentions: entry.mention_count }]),
  );

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
  const voice = Object.fromEntries(
    (guild.voice_states ?? []).flatMap((one) =>
      one.channel_id === null ? [] : [[one.user_id, one.channel_id]],
    ),
  );
  const { channels: _c, threads: _t, members: _m, voice_states: _v, ...rest } = guild;
  return {
    ...state,
    channels,
    users,
    members: { ...state.members, [guild.id]: members },
    voice: { ...state.voice, [guild.id]: voice },
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
    botConnected: event.sandbox?.bot_connected,
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
  const read = readMarks(event.read_state);
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
  const read = state.read[channel.id] ?? { lastId: '0', mentions: 0 };
  return {
    ...state,
    users,
    channels: { ...state.channels, [channel.id]: merged },
    read: { ...state.read, [channel.id]: read },
  };
}

/** A channel or thread that the reader may see from now on: what was written there before is not news. */
export function channelShown(state: State, channel: Channel): State {
  const mark = state.read[channel.id] ?? { lastId: channel.last_message_id ?? '0', mentions: 0 };
  return channelSet({ ...state, read: { ...state.read, [channel.id]: mark } }, channel);
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

/** Somebody came to a voice channel, changed it, or left. */
export function voiceMoved(
  state: State,
  { guild_id, user_id, channel_id }: VoiceState & { guild_id: Id },
): State {
  const voice = { ...state.voice[guild_id] };
  if (channel_id === null) delete voice[user_id];
  else voice[user_id] = channel_id;
  return { ...state, voice: { ...state.voice, [guild_id]: voice } };
}
