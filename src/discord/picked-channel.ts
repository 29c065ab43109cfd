import type { ChannelType } from 'discord-api-types/v10';

/** What Discord sends along with a channel that somebody picked in a menu. */
export interface PickedChannel {
  type: ChannelType | undefined;
  /** The bot's own bits there (`app_permissions`, since July 2026). */
  ownPermissions: bigint | undefined;
}

/** Reads `data.resolved.channels` of an interaction; what is not there, or not as expected, is undefined. */
export function pickedChannel(raw: object, channelId: string): PickedChannel {
  const { data } = raw as {
    data?: { resolved?: { channels?: Record<string, { type?: unknown; app_permissions?: unknown }> } };
  };
  const channel = data?.resolved?.channels?.[channelId];
  const bits = channel?.app_permissions;
  return {
    type: typeof channel?.type === 'number' ? channel.type : undefined,
    ownPermissions: typeof bits === 'string' && /^\d{1,20}$/u.test(bits) ? BigInt(bits) : undefined,
  };
}
