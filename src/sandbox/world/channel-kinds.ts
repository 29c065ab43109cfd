import { ChannelType } from 'discord-api-types/v10';

export const threadTypes: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

export const isThread = (channel: { type: number }): boolean => threadTypes.has(channel.type);
