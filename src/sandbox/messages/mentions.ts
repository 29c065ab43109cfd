import { type APIUser, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { GuildState, Snowflake, World } from '../world/types.ts';

export interface AllowedMentions {
  parse?: readonly string[];
  users?: readonly string[];
  roles?: readonly string[];
  replied_user?: boolean;
}

export interface Mentions {
  mention_everyone: boolean;
  mentions: APIUser[];
  mention_roles: Snowflake[];
}

export interface MentionContext {
  guild: GuildState | undefined;
  /** What the author may do here: MENTION_EVERYONE decides over everyone and unmentionable roles. */
  permissions: bigint;
  allowed: AllowedMentions | undefined;
  /** What is parsed without `allowed_mentions`: interactions and webhooks take users only. */
  standard: readonly string[];
  repliedTo: APIUser | undefined;
}

/** Whom a message pings: what its texts name, as far as `allowed_mentions` and permissions let it. */
export function resolveMentions(world: World, texts: readonly string[], context: MentionContext): Mentions {
  const { allowed, guild } = context;
  const parse = allowed === undefined ? context.standard : (allowed.parse ?? []);
  const userIds = new Set<Snowflake>();
  const roleIds = new Set<Snowflake>();
  let everyone = false;
  for (const text of texts) {
    if (!text.includes('@')) continue;
    for (const [, id = ''] of text.matchAll(/<@!?(\d+)>/g)) userIds.add(id);
    for (const [, id = ''] of text.matchAll(/<@&(\d+)>/g)) roleIds.add(id);
    everyone ||= /@(everyone|here)\b/.test(text);
  }
  const mayAll = (context.permissions & P.MentionEveryone) !== 0n;
  const pings = (id: Snowflake): boolean => parse.includes('users') || allowed?.users?.includes(id) === true;
  const calls = (id: Snowflake): boolean =>
    (parse.includes('roles') || allowed?.roles?.includes(id) === true) &&
    (mayAll || guild?.roles.get(id)?.mentionable === true);
  const mentions = [...userIds].filter(pings).flatMap((id) => world.users.get(id) ?? []);
  const { repliedTo } = context;
  if (repliedTo !== undefined && (allowed === undefined || allowed.replied_user === true)) {
    if (!mentions.includes(repliedTo)) mentions.push(repliedTo);
  }
  return {
    mention_everyone: everyone && mayAll && parse.includes('everyone') && guild !== undefined,
    mentions,
    mention_roles: [...roleIds].filter((id) => guild?.roles.has(id) === true && calls(id)),
  };
}
