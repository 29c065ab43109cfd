import { GatewayIntentBits } from 'discord-api-types/v10';
import { isThread } from '../world/channel-kinds.ts';
import { viewChannel } from '../world/channels.ts';
import { guildObject } from '../world/guilds.ts';
import { canView } from '../world/permissions.ts';
import { readStatesOf } from '../world/reads.ts';
import type { ChannelData, ChannelState, GuildState, Snowflake, World } from '../world/types.ts';
import { voiceStatesSeen } from '../world/voice.ts';
import type { Session } from './session.ts';
import { channelsSeenBy, statesOf } from './visibility.ts';

/** Which shard of `count` a guild belongs to. */
export function shardOf(guildId: Snowflake, count: number): number {
  return count === 1 ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
}

/** The guilds a session hears of: those its user is in, for a bot only its shard's. */
export function guildsOf(world: World, session: Pick<Session, 'user' | 'shard'>): GuildState[] {
  const [id, count] = session.shard;
  return [...world.guilds.values()].filter(
    (guild) => guild.members.has(session.user.id) && shardOf(guild.id, count) === id,
  );
}

export function readyPayload(world: World, session: Session, gatewayUrl: string): object {
  const common = {
    v: 10,
    user: { ...session.user, verified: true, mfa_enabled: true, email: null },
    session_id: session.id,
    resume_gateway_url: gatewayUrl,
    session_type: 'normal',
    user_settings: {},
    presences: [],
    relationships: [],
    _trace: ['sandbox'],
  };
  if (!session.bot) return { ...common, ...personaParts(world, session) };
  return {
    ...common,
    shard: session.shard,
    guilds: guildsOf(world, session).map((guild) => ({ id: guild.id, unavailable: true })),
    private_channels: [],
    guild_join_requests: [],
    geo_ordered_rtc_regions: [],
    application: { id: world.application.id, flags: applicationFlags(world) },
  };
}

function personaParts(world: World, session: Session): object {
  return {
    guilds: guildsOf(world, session).map((guild) => guildCreate(world, guild, session)),
    private_channels: [...world.channels.values()]
      .filter((state) => state.channel.recipients?.some((user) => user.id === session.user.id) === true)
      .map((state) => viewChannel(state, session.user.id)),
    read_state: readStatesOf(world, session.user.id),
    sandbox: {
      clock_offset_ms: world.clock.offset,
      now: world.now(),
      bot_connected: world.botConnected(),
    },
  };
}

/** Flags of the application for its privileged intents ("limited" ones, as below 100 servers). */
export function applicationFlags(world: World): number {
  const enabled = world.application.privilegedIntents;
  const { GuildPresences, GuildMembers, MessageContent } = GatewayIntentBits;
  return (
    (1 << 23) |
    ((enabled & GuildPresences) === 0 ? 0 : 1 << 13) |
    ((enabled & GuildMembers) === 0 ? 0 : 1 << 15) |
    ((enabled & MessageContent) === 0 ? 0 : 1 << 19)
  );
}

/** GUILD_CREATE as one session gets it: a bot all channels, but members only with GUILD_PRESENCES; a persona what it may see. */
export function guildCreate(world: World, guild: GuildState, session: Session): object {
  const seen = session.bot
    ? statesOf(world, guild.channelIds)
    : channelsSeenBy(world, guild, session.user.id);
  const threads = statesOf(world, guild.threadIds).filter(
    (state) => state.channel.thread_metadata?.archived !== true && canView(world, session.user.id, state),
  );
  const everyone = !session.bot || (session.intents & GatewayIntentBits.GuildPresences) !== 0;
  const own = guild.members.get(session.user.id);
  return {
    ...guildObject(guild),
    joined_at: own?.joined_at ?? null,
    large: guild.members.size > 250,
    unavailable: false,
    member_count: guild.members.size,
    members: everyone ? [...guild.members.values()] : own === undefined ? [] : [own],
    channels: seen.map((state) => state.channel),
    threads: threads.map((state) => withOwnMembership(state, session.user.id)),
    voice_states: voiceStatesSeen(world, guild, session.user.id),
    presences: [],
    stage_instances: seen.flatMap(({ id }) => guild.stageInstances.get(id) ?? []),
    guild_scheduled_events: [...guild.scheduledEvents.values()].map((state) => state.event),
    soundboard_sounds: [],
    embedded_activities: [],
    activity_instances: [],
  };
}

/** A thread with the reader's own membership, where there is one. */
export function withOwnMembership(state: ChannelState, userId: Snowflake): ChannelData {
  const member = state.threadMembers.get(userId);
  if (member === undefined || !isThread(state.channel)) return state.channel;
  return { ...state.channel, member } as ChannelData;
}
