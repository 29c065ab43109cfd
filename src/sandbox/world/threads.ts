import { type APIThreadMember, ChannelType, type ThreadMemberFlags } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { changeChannel, insertChannel, placeOf, updateChannel } from './channels.ts';
import { instantOf } from './snowflake.ts';
import type { ChannelData, ChannelState, GuildState, Snowflake, World } from './types.ts';
import { timestampOf } from './world.ts';

const MAX_ACTIVE_THREADS = 1000;
const MAX_THREAD_MEMBERS = 1000;
const NO_FLAGS = 0 as ThreadMemberFlags;
const MINUTE_MS = 60_000;

export interface NewThread {
  id: Snowflake;
  type: ChannelType.PublicThread | ChannelType.PrivateThread | ChannelType.AnnouncementThread;
  name: string;
  ownerId: Snowflake;
  autoArchiveMinutes: number;
  rateLimit: number;
  appliedTags?: Snowflake[];
  invitable?: boolean;
}

/** Stores a new thread that its maker has joined. Throws 160006 where the guild has too many. Dispatches nothing. */
export function makeThread(
  world: World,
  guild: GuildState,
  parent: ChannelState,
  thread: NewThread,
): ChannelState {
  const active = [...guild.threadIds].filter(
    (id) => world.channels.get(id)?.channel.thread_metadata?.archived === false,
  );
  if (active.length >= MAX_ACTIVE_THREADS) throw refuse(160_006);
  const data: ChannelData = {
    id: thread.id,
    type: thread.type,
    guild_id: guild.id,
    parent_id: parent.id,
    owner_id: thread.ownerId,
    name: thread.name,
    last_message_id: null,
    message_count: 0,
    total_message_sent: 0,
    member_count: 0,
    rate_limit_per_user: thread.rateLimit,
    flags: 0,
    thread_metadata: {
      archived: false,
      locked: false,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: world.timestamp(),
      create_timestamp: world.timestamp(),
      ...(thread.type === ChannelType.PrivateThread ? { invitable: thread.invitable ?? true } : {}),
    },
    ...(thread.appliedTags === undefined ? {} : { applied_tags: thread.appliedTags }),
  };
  const state = insertChannel(world, guild, data);
  join(world, state, thread.ownerId);
  return state;
}

/** Makes somebody a member of the thread. False where they were already. Throws 30033 when it is full. */
export function join(world: World, state: ChannelState, userId: Snowflake): boolean {
  if (state.threadMembers.has(userId)) return false;
  if (state.threadMembers.size >= MAX_THREAD_MEMBERS) throw refuse(30_033);
  const member: APIThreadMember = {
    id: state.id,
    user_id: userId,
    join_timestamp: world.timestamp(),
    flags: NO_FLAGS,
  };
  state.threadMembers.set(userId, member);
  changed(world, state);
  return true;
}

export function leave(world: World, state: ChannelState, userId: Snowflake): boolean {
  if (!state.threadMembers.delete(userId)) return false;
  changed(world, state);
  return true;
}

function changed(world: World, state: ChannelState): void {
  changeChannel(world, state, { member_count: Math.min(state.threadMembers.size, 50) });
  const guild = world.guilds.get(state.guildId ?? '');
  // A private thread appears and vanishes with the membership.
  if (guild) guild.permissionsVersion += 1;
}

/** Dispatches THREAD_MEMBERS_UPDATE, and THREAD_MEMBER_UPDATE to the user who joined. */
export function announceMembers(
  world: World,
  state: ChannelState,
  added: Snowflake[],
  removed: Snowflake[],
): void {
  const { id, guildId, channel, threadMembers } = state;
  const members = added.flatMap((userId) => threadMembers.get(userId) ?? []);
  const d = {
    id,
    guild_id: guildId,
    member_count: channel.member_count ?? 0,
    ...(members.length > 0 ? { added_members: members } : {}),
    ...(removed.length > 0 ? { removed_member_ids: removed } : {}),
  };
  world.emit({ t: 'THREAD_MEMBERS_UPDATE', d, ...placeOf(state) });
}

/** Archives or opens a thread and dispatches THREAD_UPDATE. */
function setArchived(world: World, state: ChannelState, archived: boolean): void {
  const metadata = state.channel.thread_metadata;
  if (!metadata || metadata.archived === archived) return;
  updateChannel(world, state, {
    thread_metadata: { ...metadata, archived, archive_timestamp: world.timestamp() },
  });
}

/** Whoever writes in a thread takes part in it. */
export function joinByWriting(world: World): void {
  world.subscribe(({ t, d, channelId }) => {
    const state = t === 'MESSAGE_CREATE' ? world.channels.get(channelId ?? '') : undefined;
    const userId = (d as { author?: { id: string } }).author?.id;
    if (!state?.channel.thread_metadata || userId === undefined) return;
    if (join(world, state, userId)) announceMembers(world, state, [userId], []);
  });
}

/** Archives threads once nobody has written in them for as long as their `auto_archive_duration` says. */
export function archiveQuietThreads(world: World): void {
  const watched = new Set<Snowflake>();
  const watch = (state: ChannelState): void => {
    if (state.channel.thread_metadata?.archived !== false || watched.has(state.id)) return;
    watched.add(state.id);
    world.at(quietAt(state), () => {
      watched.delete(state.id);
      const current = world.channels.get(state.id);
      if (current?.channel.thread_metadata?.archived !== false) return;
      if (quietAt(current) <= world.now()) setArchived(world, current, true);
      else watch(current);
    });
  };
  for (const state of world.channels.values()) watch(state);
  world.subscribe(({ t, channelId }) => {
    if (t !== 'THREAD_CREATE' && t !== 'THREAD_UPDATE') return;
    const state = world.channels.get(channelId ?? '');
    if (state) watch(state);
  });
}

/** When the thread will have been quiet for too long (UTC ms). */
function quietAt({ id, channel }: ChannelState): number {
  const metadata = channel.thread_metadata;
  const latest = Math.max(
    instantOf(channel.last_message_id ?? id),
    Date.parse(metadata?.archive_timestamp ?? timestampOf(0)),
  );
  return latest + (metadata?.auto_archive_duration ?? 1440) * MINUTE_MS;
}
