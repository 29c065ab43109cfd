import type { REST } from '@discordjs/rest';
import type { APIMessage } from 'discord-api-types/v10';
import { Routes } from 'discord-api-types/v10';
import { sorted } from './messenger.ts';

/** The person who wrote a message; undefined for bots, webhooks and Discord itself. */
export function personBehind({
  author,
  webhook_id: webhookId,
}: Pick<APIMessage, 'author' | 'webhook_id'>): string | undefined {
  if (author.bot === true || author.system === true || webhookId !== undefined) return undefined;
  return author.id;
}

/** The same for a message that has to be looked up; undefined too where Hearth cannot read it. */
export async function messageAuthor(
  rest: REST,
  channelId: string,
  messageId: string,
): Promise<string | undefined> {
  const found = await sorted<APIMessage>(() => rest.get(Routes.channelMessage(channelId, messageId)));
  return found.ok ? personBehind(found.value) : undefined;
}
