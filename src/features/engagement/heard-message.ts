import type { APIMessage, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { MessageType } from 'discord-api-types/v10';
import { snowflakeTime } from '../../discord/snowflake.ts';
import type { HeardMessage } from './model.ts';

/** Where a message stands. */
export interface Place {
  guildId: string;
  placeId: string;
  channelId: string;
}

/** Whether somebody with these roles runs the server, or belongs to those who do. */
export type IsStaff = (guildId: string, userId: string, roleIds: readonly string[]) => boolean;

/**
 * Who wrote when, and to whom; never what. Undefined for bots, webhooks and what Discord itself writes, but for the line
 * that says that somebody joined.
 */
export function heardMessage(
  raw: APIMessage & Pick<Partial<GatewayMessageCreateDispatchData>, 'member'>,
  { guildId, placeId, channelId }: Place,
  isStaff: IsStaff,
): HeardMessage | undefined {
  const { id: messageId, author, type, webhook_id: webhookId, member, referenced_message: to } = raw;
  if (author.bot === true || author.system === true || webhookId !== undefined) return undefined;
  const joined = type === MessageType.UserJoin;
  if (!joined && type !== MessageType.Default && type !== MessageType.Reply) return undefined;
  const answers = type === MessageType.Reply && raw.message_reference?.channel_id === raw.channel_id;
  const repliedId = answers ? raw.message_reference?.message_id : undefined;
  return {
    guildId,
    placeId,
    channelId,
    messageId,
    userId: author.id,
    at: snowflakeTime(messageId),
    replyTo:
      repliedId === undefined
        ? undefined
        : { messageId: repliedId, userId: to?.author.id, isBot: to?.author.bot === true },
    joinedAt: joinTime(member?.joined_at),
    staff: member && isStaff(guildId, author.id, member.roles),
    what: joined ? 'joined' : 'said',
  };
}

export function joinTime(joinedAt: string | null | undefined): number | undefined {
  const at = joinedAt ? Date.parse(joinedAt) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}
