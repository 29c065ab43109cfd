import type { APIChannel, GatewayGuildCreateDispatchData } from 'discord-api-types/v10';

/** Which category a channel stands in, read from the gateway's events as they pass. */
export function channelCategories() {
  const categories = new Map<string, string>();
  const learn = ({ id, ...channel }: APIChannel): void => {
    const parent = 'parent_id' in channel ? channel.parent_id : undefined;
    if (parent) categories.set(id, parent);
    else categories.delete(id);
  };
  const heard: Readonly<Record<string, (data: never) => void>> = {
    GUILD_CREATE: ({ unavailable, channels }: GatewayGuildCreateDispatchData) => {
      if (unavailable !== true) channels.forEach((channel) => learn(channel));
    },
    CHANNEL_CREATE: learn,
    CHANNEL_UPDATE: learn,
    CHANNEL_DELETE: ({ id }: APIChannel) => categories.delete(id),
  };
  return {
    hear: (event: string, data: unknown): void => heard[event]?.(data as never),
    categoryOf: (channelId: string): string | undefined => categories.get(channelId),
  };
}
