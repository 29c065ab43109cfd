import type { APIUser } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import { isThread, threadTypes } from './channel-kinds.ts';
import { dmKey } from './lookup.ts';
import { endStage } from './stages.ts';
import type { ChannelData, ChannelState, GuildState, Snowflake, World } from './types.ts';
import { emptyVoice } from './voice.ts';

export const isDm = (channel: { type: number }): boolean => channel.type === ChannelType.DM;
export const isForum = (channel: { type: number }): boolean =>
  channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia;

const WITH_TEXT: ReadonlySet<number> = new Set([
  ChannelType.GuildText,
  ChannelType.DM,
  ChannelType.GuildVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildStageVoice,
  ...threadTypes,
]);

/** Whether messages can stand directly in it (forums and categories have none). */
export const holdsMessages = (channel: { type: number }): boolean => WITH_TEXT.has(channel.type);

function emptyState(channel: ChannelData): ChannelState {
  return {
    id: channel.id,
    guildId: channel.guild_id,
    channel,
    messages: [],
    byId: new Map(),
    pins: new Map(),
    threadMembers: new Map(),
    nonces: new Map(),
    lateEdits: [],
    renames: [],
  };
}

/** Stores a new guild channel or thread without telling anybody. */
export function insertChannel(world: World, guild: GuildState, channel: ChannelData): ChannelState {
  const state = emptyState(channel);
  world.channels.set(channel.id, state);
  (isThread(channel) ? guild.threadIds : guild.channelIds).add(channel.id);
  guild.permissionsVersion += 1;
  return state;
}

/** Stores a new guild channel and dispatches CHANNEL_CREATE. Threads: see `insertChannel`; their routes dispatch. */
export function addChannel(world: World, guild: GuildState, channel: ChannelData): ChannelState {
  const state = insertChannel(world, guild, channel);
  world.emit({ t: 'CHANNEL_CREATE', d: channel, guildId: guild.id, channelId: channel.id });
  return state;
}

/** Replaces fields and dispatches CHANNEL_UPDATE or THREAD_UPDATE. */
export function updateChannel(world: World, state: ChannelState, change: Partial<ChannelData>): ChannelData {
  changeChannel(world, state, change);
  const t = isThread(state.channel) ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE';
  world.emit({ t, d: state.channel, ...placeOf(state) });
  return state.channel;
}

/** Replaces fields silently: counters and `last_message_id` change without an event of their own. */
export function changeChannel(world: World, state: ChannelState, change: Partial<ChannelData>): void {
  state.channel = { ...state.channel, ...change };
  const guild = state.guildId === undefined ? undefined : world.guilds.get(state.guildId);
  if (guild !== undefined && ('permission_overwrites' in change || 'parent_id' in change)) {
    guild.permissionsVersion += 1;
  }
}

/** Removes a guild channel (with its threads and its live stage) or a thread: CHANNEL_DELETE or THREAD_DELETE. */
export function removeChannel(world: World, state: ChannelState): void {
  const { channel } = state;
  const place = placeOf(state);
  const guild = state.guildId === undefined ? undefined : world.guilds.get(state.guildId);
  if (isThread(channel)) {
    const d = {
      id: channel.id,
      guild_id: channel.guild_id,
      parent_id: channel.parent_id,
      type: channel.type,
    };
    world.emit({ t: 'THREAD_DELETE', d, ...place });
  } else {
    if (guild !== undefined) {
      endStage(world, guild, channel.id);
      emptyVoice(world, guild, channel.id);
    }
    world.emit({ t: 'CHANNEL_DELETE', d: channel, ...place });
  }
  for (const threadId of guild?.threadIds ?? []) {
    if (world.channels.get(threadId)?.channel.parent_id === channel.id) forget(world, guild, threadId);
  }
  forget(world, guild, channel.id);
}

function forget(world: World, guild: GuildState | undefined, channelId: Snowflake): void {
  world.channels.delete(channelId);
  guild?.channelIds.delete(channelId);
  guild?.threadIds.delete(channelId);
}

/** The DM channel between two users, made when first needed. */
export function openDm(world: World, a: APIUser, b: APIUser): ChannelState {
  const key = dmKey(a.id, b.id);
  const known = world.channels.get(world.dms.get(key) ?? '');
  if (known !== undefined) return known;
  const id = world.snowflake();
  const state = emptyState({ id, type: ChannelType.DM, last_message_id: null, flags: 0, recipients: [a, b] });
  world.channels.set(id, state);
  world.dms.set(key, id);
  for (const viewer of [a, b]) {
    if (viewer.bot !== true)
      world.emit({ t: 'CHANNEL_CREATE', d: viewChannel(state, viewer.id), userIds: [viewer.id] });
  }
  return state;
}

/** The channel as one user sees it: a DM lists only the other one. */
export function viewChannel(state: ChannelState, viewerId: Snowflake): ChannelData {
  const { channel } = state;
  if (channel.recipients === undefined) return channel;
  return { ...channel, recipients: channel.recipients.filter((user) => user.id !== viewerId) };
}

/** Where an event about a channel happens. */
export function placeOf(state: ChannelState): { channelId: Snowflake; guildId?: Snowflake } {
  return state.guildId === undefined
    ? { channelId: state.id }
    : { channelId: state.id, guildId: state.guildId };
}
