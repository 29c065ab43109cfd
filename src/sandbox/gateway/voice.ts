import { DiscordError, refuse } from '../errors.ts';
import { requireEntry } from '../rules/validate-voice.ts';
import { permissionsOf } from '../world/permissions.ts';
import type { GuildState, Snowflake, World } from '../world/types.ts';
import { type Ears, enterVoice, holdsVoice, leaveVoice } from '../world/voice.ts';
import type { Session } from './session.ts';
import type { GatewayState } from './state.ts';

interface Request {
  guild_id?: unknown;
  channel_id?: unknown;
  self_mute?: unknown;
  self_deaf?: unknown;
}

/**
 * Op 4: a person enters, changes or leaves a voice channel. As on Discord there is no answer but the events, and none
 * where it is not allowed. Bots would need a voice server, which does not exist here: theirs does nothing.
 */
export function askForVoice({ world }: GatewayState, session: Session, d: unknown): void {
  const { guild_id, channel_id, self_mute, self_deaf } = (d ?? {}) as Request;
  const guild = world.guilds.get(String(guild_id));
  if (session.bot || guild === undefined) return;
  try {
    goToVoice(world, guild, session.user.id, typeof channel_id === 'string' ? channel_id : null, {
      selfMute: self_mute === true,
      selfDeaf: self_deaf === true,
    });
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
  }
}

/** A member goes to a voice channel, or leaves (null). Throws 10003, 50001, 50013, 50024. */
export function goToVoice(
  world: World,
  guild: GuildState,
  userId: Snowflake,
  channelId: Snowflake | null,
  ears: Ears = {},
): void {
  if (channelId === null) return leaveVoice(world, guild, userId);
  const to = world.channels.get(channelId);
  if (to?.guildId !== guild.id) throw refuse(10003);
  if (!holdsVoice(to.channel)) throw refuse(50024);
  const others = [...guild.voiceStates.values()].filter(
    (one) => one.channel_id === channelId && one.user_id !== userId,
  );
  requireEntry(permissionsOf(world, userId, to), to.channel.user_limit ?? 0, others.length);
  enterVoice(world, guild, userId, to, ears);
}
