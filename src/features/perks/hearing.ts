import type { APIChannel, GatewayMessageDeleteDispatchData } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { PerkService } from './ports.ts';

/** Deletions of cards, or of the channels that they stand in. */
export function perkHearing(deps: { perks: Pick<PerkService, 'placeGone'>; writer: Writer; log: Logger }) {
  const { perks, writer, log } = deps;
  const gone = (
    guildId: string | undefined,
    channelId: string,
    messageIds: readonly string[] | undefined,
  ) => {
    if (guildId === undefined) return;
    writer
      .write(() => perks.placeGone({ guildId, channelId, messageIds }))
      .catch((error: unknown) => log.warn({ err: error }, 'a deletion could not be noted'));
  };
  const channelGone = ({ id, guild_id }: Pick<APIChannel, 'id'> & { guild_id?: string }) =>
    gone(guild_id, id, undefined);

  const heard: Readonly<Record<string, (data: never) => void>> = {
    MESSAGE_DELETE: ({ guild_id, channel_id, id }: GatewayMessageDeleteDispatchData) =>
      gone(guild_id, channel_id, [id]),
    MESSAGE_DELETE_BULK: (data: { guild_id?: string; channel_id: string; ids: string[] }) =>
      gone(data.guild_id, data.channel_id, data.ids),
    CHANNEL_DELETE: channelGone,
    THREAD_DELETE: channelGone,
  };
  return (event: string, data: unknown): void => heard[event]?.(data as never);
}
