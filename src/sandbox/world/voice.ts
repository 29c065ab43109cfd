import { ChannelType } from 'discord-api-types/v10';
import { canView } from './permissions.ts';
import type { ChannelState, GuildState, Snowflake, VoiceState, World } from './types.ts';

/*
 * Who is in which voice channel. Nobody hears anything here: what counts is who is where, and who is told of it.
 */

export const holdsVoice = (channel: { type: number }): boolean =>
  channel.type === ChannelType.GuildVoice || channel.type === ChannelType.GuildStageVoice;

/** How somebody listens and speaks; all off unless they say so. */
export interface Ears {
  selfMute?: boolean;
  selfDeaf?: boolean;
}

/** Lets a member into a voice channel of the guild, from another one as well. Dispatches VOICE_STATE_UPDATE. */
export function enterVoice(
  world: World,
  guild: GuildState,
  userId: Snowflake,
  to: ChannelState,
  { selfMute = false, selfDeaf = false }: Ears = {},
): VoiceState {
  const before = guild.voiceStates.get(userId);
  const state: VoiceState = {
    channel_id: to.id,
    user_id: userId,
    session_id: before?.session_id ?? BigInt(world.snowflake()).toString(16).padStart(32, '0'),
    deaf: false,
    mute: false,
    self_deaf: selfDeaf,
    self_mute: selfMute,
    self_stream: false,
    self_video: false,
    suppress: to.channel.type === ChannelType.GuildStageVoice,
    request_to_speak_timestamp: null,
  };
  guild.voiceStates.set(userId, state);
  tell(world, guild, state, before?.channel_id ?? undefined);
  return state;
}

/** Takes somebody out of the voice channel where they are, if they are in one. Dispatches VOICE_STATE_UPDATE. */
export function leaveVoice(world: World, guild: GuildState, userId: Snowflake): void {
  const before = guild.voiceStates.get(userId);
  if (before === undefined) return;
  guild.voiceStates.delete(userId);
  tell(world, guild, { ...before, channel_id: null }, before.channel_id ?? undefined);
}

/** Takes everybody out of a channel that is about to go. */
export function emptyVoice(world: World, guild: GuildState, channelId: Snowflake): void {
  for (const { user_id, channel_id } of guild.voiceStates.values()) {
    if (channel_id === channelId) leaveVoice(world, guild, user_id);
  }
}

/** Who is in the voice channels that somebody sees, as GUILD_CREATE lists them: without the guild's id. */
export function voiceStatesSeen(world: World, guild: GuildState, viewerId: Snowflake): object[] {
  return [...guild.voiceStates.values()]
    .filter(({ channel_id }) => sees(world, viewerId, channel_id))
    .map((state) => withMember(guild, state));
}

/** With the member, as the wire has it. */
export const withMember = (guild: GuildState, state: VoiceState): object => ({
  ...state,
  ...(guild.members.has(state.user_id) ? { member: guild.members.get(state.user_id) } : {}),
});

function sees(world: World, viewerId: Snowflake, channelId: Snowflake | null | undefined): boolean {
  const state = world.channels.get(channelId ?? '');
  return state !== undefined && canView(world, viewerId, state);
}

/** Those who see where somebody went are told so; those who only see where they were learn that they left. */
function tell(world: World, guild: GuildState, state: VoiceState, from: Snowflake | undefined): void {
  const d = { guild_id: guild.id, ...withMember(guild, state) };
  const viewers = [...guild.members.keys()];
  const seeing = viewers.filter((id) => sees(world, id, state.channel_id));
  const t = 'VOICE_STATE_UPDATE';
  if (seeing.length > 0) world.emit({ t, d, guildId: guild.id, userIds: seeing });
  const left = viewers.filter((id) => !seeing.includes(id) && sees(world, id, from));
  if (left.length > 0) world.emit({ t, d: { ...d, channel_id: null }, guildId: guild.id, userIds: left });
}
