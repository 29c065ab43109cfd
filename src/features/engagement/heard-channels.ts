import type { APIChannel } from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import type { HeardPlace } from './events.ts';

/** A forum holds posts, and no messages of its own. */
const withoutText: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildCategory,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
]);

/** A channel with the latest that was said in it. */
export const asChannel = ({
  id,
  ...channel
}: Pick<APIChannel, 'id'> & { last_message_id?: string | null }): HeardPlace => ({
  placeId: id,
  channelId: id,
  lastId: channel.last_message_id ?? undefined,
  ownerId: undefined,
});

/** Those in which anything can be said. */
export const textChannels = (channels: readonly APIChannel[]): HeardPlace[] =>
  channels.flatMap((channel) =>
    withoutText.has(channel.type) || !('last_message_id' in channel) ? [] : [asChannel(channel)],
  );
