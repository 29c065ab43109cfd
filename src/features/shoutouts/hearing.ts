import type { APIChannel, GatewayMessageDeleteDispatchData } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ShoutoutService } from './ports.ts';

/** Deletions: of what a shout-out was for, of its card, of the channel. */
export function shoutoutHearing(deps: {
  shoutouts: Pick<ShoutoutService, 'messagesGone' | 'channelGone'>;
  writer: Writer;
  clock: Clock;
  log: Logger;
}) {
  const { shoutouts, writer, clock, log } = deps;
  const note = (change: () => void): void => {
    writer.write(change).catch((error: unknown) => log.warn({ err: error }, 'a deletion could not be noted'));
  };
  const messagesGone = (guildId: string | undefined, channelId: string, messageIds: readonly string[]) => {
    if (guildId === undefined) return;
    const now = clock.now();
    note(() => shoutouts.messagesGone({ guildId, channelId, messageIds, now }));
  };

  const heard: Readonly<Record<string, (data: never) => void>> = {
    MESSAGE_DELETE: ({ guild_id, channel_id, id }: GatewayMessageDeleteDispatchData) =>
      messagesGone(guild_id, channel_id, [id]),
    MESSAGE_DELETE_BULK: (data: { guild_id?: string; channel_id: string; ids: string[] }) =>
      messagesGone(data.guild_id, data.channel_id, data.ids),
    CHANNEL_DELETE: (channel: Pick<APIChannel, 'id'> & { guild_id?: string }) => {
      const { id: channelId, guild_id: guildId } = channel;
      const now = clock.now();
      if (guildId !== undefined) note(() => shoutouts.channelGone({ guildId, channelId, now }));
    },
  };
  return (event: string, data: unknown): void => heard[event]?.(data as never);
}
