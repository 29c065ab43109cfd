import type {
  APIInteraction,
  APIInteractionResponseCallbackData,
  APIModalInteractionResponseCallbackData,
  RESTPatchAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Translate } from '../i18n/translate.ts';

/** Who acts, as Discord vouches for in this very interaction. Nothing of it comes from a cache. */
export interface Actor {
  userId: string;
  /** The name that the guild sees (nickname, global name, user name), not escaped. */
  displayName: string;
  roleIds: readonly string[];
  /** Permission bits in this channel, overwrites applied by Discord. */
  permissions: bigint;
}

/** What every handler gets. The router has already checked that it happened in a guild. */
export interface Call<Raw extends APIInteraction = APIInteraction> {
  raw: Raw;
  guildId: string;
  channelId: string;
  actor: Actor;
  /** The bot's own permission bits in this channel. */
  appPermissions: bigint;
  /** In the presser's language: for what only they see. */
  t: Translate;
  /** The guild's language (from its settings): for what a channel sees. */
  guildT: Translate;
  /** UTC ms. */
  now: number;
  log: Logger;
}

/** A file to send along; `description` becomes its alt text (at most 1,024 characters). */
export interface OutgoingFile {
  name: string;
  data: Buffer;
  contentType: string;
  description?: string;
}

/** What a handler answers. `allowed_mentions` defaults to nobody; the router and the messenger add it. */
export type Reply =
  | { kind: 'reply'; ephemeral: boolean; body: MessageBody; files?: readonly OutgoingFile[] }
  | { kind: 'update'; body: MessageBody; files?: readonly OutgoingFile[] }
  | { kind: 'modal'; modal: APIModalInteractionResponseCallbackData };

/** A message in discord-api-types JSON, always Components V2 (the kit sets the flag). */
export interface MessageBody {
  components: NonNullable<RESTPatchAPIChannelMessageJSONBody['components']>;
  allowed_mentions?: APIInteractionResponseCallbackData['allowed_mentions'];
}

/**
 * Declared, so that the router can promise the 3 s: `now` answers at once with whatever Reply the handler
 * returns; the others tell Discord first and edit the answer in later (up to 15 min).
 */
export type Ack = 'now' | 'defer-ephemeral' | 'defer-public' | 'defer-update';
