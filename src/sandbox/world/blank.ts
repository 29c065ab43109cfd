import { type APIMessage, GatewayIntentBits } from 'discord-api-types/v10';
import type { Snowflake, World } from './types.ts';

/**
 * What a bot without MESSAGE_CONTENT gets of a guild message: no content, embeds, attachments, components or
 * poll, except in its own messages and those that mention it. Also what it replies to is blanked.
 * https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function blankMessage<M extends APIMessage>(message: M, botId: Snowflake): M {
  const reply = message.referenced_message;
  const own = message.author.id === botId || message.mentions.some((user) => user.id === botId);
  if (own && (reply === undefined || reply === null)) return message;
  const { poll: _, ...rest } = message;
  const blanked: APIMessage = own
    ? { ...message }
    : { ...rest, content: '', embeds: [], attachments: [], components: [] };
  if (reply !== undefined && reply !== null) blanked.referenced_message = blankMessage(reply, botId);
  return blanked as M;
}

/** The message for a REST answer: blanked for a bot whose application lacks MESSAGE_CONTENT; DMs are never. */
export function readableBy(
  world: World,
  message: APIMessage,
  readerId: Snowflake,
  inGuild: boolean,
): APIMessage {
  if (readerId !== world.botId || !inGuild) return message;
  if ((world.application.privilegedIntents & GatewayIntentBits.MessageContent) !== 0) return message;
  return blankMessage(message, readerId);
}
