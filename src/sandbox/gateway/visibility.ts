import { ChannelType } from 'discord-api-types/v10';
import { canView } from '../world/permissions.ts';
import type { ChannelState, GuildState, Snowflake, World, WorldEvent } from '../world/types.ts';
import { dispatch, type Session } from './session.ts';

/*
 * A person's session hears only of the channels its permissions let it see. Which those are changes with roles,
 * overwrites and memberships; whatever the reason, the session is told of the channels that came and went.
 */

/** Categories are shown to everybody, as containers. */
export const isVisibleTo = (world: World, userId: Snowflake, state: ChannelState): boolean =>
  state.channel.type === ChannelType.GuildCategory || canView(world, userId, state);

export function channelsSeenBy(world: World, guild: GuildState, userId: Snowflake): ChannelState[] {
  return statesOf(world, guild.channelIds).filter((state) => isVisibleTo(world, userId, state));
}

export function statesOf(world: World, ids: Iterable<Snowflake>): ChannelState[] {
  const states: ChannelState[] = [];
  for (const id of ids) {
    const state = world.channels.get(id);
    if (state !== undefined) states.push(state);
  }
  return states;
}

/** Notes what a session was told of with the guild itself. */
export function noteSight(world: World, session: Session, guild: GuildState): void {
  const ids = new Set(channelsSeenBy(world, guild, session.user.id).map(({ id }) => id));
  session.sights.set(guild.id, { version: guild.permissionsVersion, ids });
}

/** Whether an event about a guild channel reaches a person as it is: their arrival is told by `followSight`. */
export function isInSight(session: Session, { t, guildId, channelId }: WorldEvent): boolean {
  if (session.bot || guildId === undefined || channelId === undefined) return true;
  const sight = session.sights.get(guildId);
  if (t === 'CHANNEL_CREATE') return false;
  if (t === 'CHANNEL_UPDATE') return sight?.ids.has(channelId) === true;
  if (t === 'CHANNEL_DELETE') return sight?.ids.delete(channelId) === true;
  return true;
}

/** CHANNEL_CREATE with THREAD_LIST_SYNC for what a person sees since the event, CHANNEL_DELETE for what they lost. */
export function followSight(world: World, session: Session, guildId: Snowflake | undefined): void {
  const guild = world.guilds.get(guildId ?? '');
  const sight = session.sights.get(guildId ?? '');
  if (guild === undefined || sight === undefined || sight.version === guild.permissionsVersion) return;
  sight.version = guild.permissionsVersion;
  if (!guild.members.has(session.user.id)) return void session.sights.delete(guild.id);
  const seen = new Map(channelsSeenBy(world, guild, session.user.id).map((state) => [state.id, state]));
  for (const id of sight.ids) {
    if (seen.has(id)) continue;
    sight.ids.delete(id);
    const channel = world.channels.get(id)?.channel;
    if (channel !== undefined) dispatch(session, 'CHANNEL_DELETE', JSON.stringify(channel));
  }
  for (const state of seen.values()) {
    if (sight.ids.has(state.id)) continue;
    sight.ids.add(state.id);
    dispatch(session, 'CHANNEL_CREATE', JSON.stringify(state.channel));
    syncThreads(world, session, guild, state.id);
  }
}

function syncThreads(world: World, session: Session, guild: GuildState, parentId: Snowflake): void {
  const threads = statesOf(world, guild.threadIds).filter(
    ({ channel }) => channel.parent_id === parentId && channel.thread_metadata?.archived !== true,
  );
  const seen = threads.filter((state) => canView(world, session.user.id, state));
  if (seen.length === 0) return;
  const members = seen.flatMap((state) => state.threadMembers.get(session.user.id) ?? []);
  const d = {
    guild_id: guild.id,
    channel_ids: [parentId],
    threads: seen.map(({ channel }) => channel),
    members,
  };
  dispatch(session, 'THREAD_LIST_SYNC', JSON.stringify(d));
}
