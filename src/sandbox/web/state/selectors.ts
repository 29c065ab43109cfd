import type { User } from '../api/types.ts';
import { compareIds, isNewer } from './ids.ts';
import type { Channel, Id, Member, Message, State } from './model.ts';
import { has, isThread, P, permissionsIn } from './permissions.ts';

export const isCategory = (channel: Channel): boolean => channel.type === 4;
export const isForum = (channel: Channel): boolean => channel.type === 15 || channel.type === 16;
export const isVoice = (channel: Channel): boolean => channel.type === 2 || channel.type === 13;
export const isDm = (channel: Channel): boolean => channel.type === 1 || channel.type === 3;

export function memberOf(state: State, guildId: Id | undefined, userId: Id): Member | undefined {
  return guildId === undefined ? undefined : state.members[guildId]?.[userId];
}

export function nameOf(state: State, guildId: Id | undefined, user: User): string {
  return memberOf(state, guildId, user.id)?.nick ?? user.global_name ?? user.username;
}

/** The colour of the highest coloured role, as CSS, or undefined. */
export function colourOf(state: State, guildId: Id | undefined, userId: Id): string | undefined {
  const guild = guildId === undefined ? undefined : state.guilds[guildId];
  const roles = memberOf(state, guildId, userId)?.roles ?? [];
  const coloured = (guild?.roles ?? []).filter((role) => roles.includes(role.id) && colourNumber(role) !== 0);
  const top = coloured.sort((a, b) => b.position - a.position)[0];
  return top === undefined ? undefined : hexColour(colourNumber(top));
}

const colourNumber = (role: { color: number; colors?: { primary_color: number } }): number =>
  role.colors?.primary_color ?? role.color;

export const hexColour = (value: number): string => `#${value.toString(16).padStart(6, '0')}`;

export function channelName(state: State, channel: Channel): string {
  if (!isDm(channel)) return channel.name ?? 'unnamed';
  const other = channel.recipients?.filter((user) => user.id !== state.me?.id) ?? [];
  return other.map((user) => user.global_name ?? user.username).join(', ') || 'Direct message';
}

export const canSee = (state: State, channel: Channel): boolean =>
  has(permissionsIn(state, channel), P.ViewChannel);

const byPosition = (a: Channel, b: Channel) =>
  (a.position ?? 0) - (b.position ?? 0) || compareIds(a.id, b.id);

export interface ChannelGroup {
  category: Channel | undefined;
  channels: Channel[];
}

/** The channels of a guild by category, as this reader sees them. */
export function channelGroups(state: State, guildId: Id): ChannelGroup[] {
  const all = Object.values(state.channels).filter(
    (channel) => channel.guild_id === guildId && !isThread(channel),
  );
  const visible = all.filter((channel) => !isCategory(channel) && canSee(state, channel)).sort(byPosition);
  const loose = { category: undefined, channels: visible.filter((channel) => !channel.parent_id) };
  const groups = all
    .filter(isCategory)
    .sort(byPosition)
    .map((category) => ({
      category,
      channels: visible.filter((channel) => channel.parent_id === category.id),
    }));
  return [loose, ...groups].filter((group) => group.channels.length > 0);
}

/** Who is in a voice channel, by name. */
export function peopleIn(state: State, channel: Channel): User[] {
  const guildId = channel.guild_id ?? '';
  return Object.entries(state.voice[guildId] ?? {})
    .flatMap(([userId, channelId]) => (channelId === channel.id ? (state.users[userId] ?? []) : []))
    .sort((a, b) => nameOf(state, guildId, a).localeCompare(nameOf(state, guildId, b)));
}

/** Threads of a channel, open ones first by their latest message. */
export function threadsOf(state: State, parentId: Id): Channel[] {
  return Object.values(state.channels)
    .filter((channel) => isThread(channel) && channel.parent_id === parentId)
    .sort((a, b) => compareIds(b.last_message_id ?? b.id, a.last_message_id ?? a.id));
}

export function directMessages(state: State): Channel[] {
  return Object.values(state.channels)
    .filter(isDm)
    .sort((a, b) => compareIds(b.last_message_id ?? b.id, a.last_message_id ?? a.id));
}

/** How much was written in a thread, in words. */
export function messageCount({ message_count = 0 }: Channel): string {
  return message_count === 1 ? '1 message' : `${message_count} messages`;
}

export function isUnread(state: State, channel: Channel): boolean {
  const last = channel.last_message_id;
  if (last === undefined || last === null || isForum(channel)) return false;
  const mark = state.read[channel.id];
  return mark !== undefined && isNewer(last, mark.lastId);
}

export function mentionCount(state: State, channelId: Id): number {
  return state.read[channelId]?.mentions ?? 0;
}

export function totalMentions(state: State): number {
  return Object.values(state.read).reduce((sum, mark) => sum + mark.mentions, 0);
}

export function mentionsMe(state: State, message: Message): boolean {
  const me = state.me?.id;
  if (me === undefined || message.author.id === me) return false;
  if (message.mention_everyone === true) return true;
  if (message.mentions?.some((user) => user.id === me) === true) return true;
  const guildId = state.channels[message.channel_id]?.guild_id;
  const roles = memberOf(state, guildId, me)?.roles ?? [];
  return message.mention_roles?.some((role) => roles.includes(role)) ?? false;
}

export const isEphemeral = (message: Message): boolean => ((message.flags ?? 0) & 64) !== 0;
export const isThinking = (message: Message): boolean => ((message.flags ?? 0) & 128) !== 0;
