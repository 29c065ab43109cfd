import type {
  APIEmoji,
  GatewayGuildCreateDispatchData,
  GatewayGuildDeleteDispatchData,
} from 'discord-api-types/v10';

/** The little that Hearth keeps of each guild, read from the gateway's events as they pass. */
export interface GuildMemory {
  hear(event: string, data: unknown): void;
  /** People in the guild, bots included; undefined before Discord has told. */
  memberCount(guildId: string): number | undefined;
  /** Whether the guild has this custom emoji: Discord refuses a whole message for a foreign one. */
  hasEmoji(guildId: string, emojiId: string): boolean;
  readonly guilds: number;
}

interface Kept {
  memberCount: number | undefined;
  emojiIds: ReadonlySet<string> | undefined;
}

/** Nothing of it is authority: a wrong count makes a sentence inexact, never a decision wrong. */
export function guildMemory(): GuildMemory {
  const kept = new Map<string, Kept>();

  const handlers: Readonly<Record<string, (data: never) => void>> = {
    GUILD_CREATE(guild: GatewayGuildCreateDispatchData) {
      kept.set(guild.id, { memberCount: guild.member_count, emojiIds: idsOf(guild.emojis) });
    },
    GUILD_EMOJIS_UPDATE({ guild_id: id, emojis }: { guild_id: string; emojis: APIEmoji[] }) {
      kept.set(id, { memberCount: kept.get(id)?.memberCount, emojiIds: idsOf(emojis) });
    },
    GUILD_DELETE({ id, unavailable }: GatewayGuildDeleteDispatchData) {
      // Unavailable is an outage of Discord's, not a farewell.
      if (!unavailable) kept.delete(id);
    },
  };

  return {
    hear: (event, data) => handlers[event]?.(data as never),
    memberCount: (guildId) => kept.get(guildId)?.memberCount,
    hasEmoji: (guildId, emojiId) => kept.get(guildId)?.emojiIds?.has(emojiId) ?? false,
    get guilds() {
      return kept.size;
    },
  };
}

function idsOf(emojis: readonly APIEmoji[] | undefined): ReadonlySet<string> | undefined {
  if (!emojis || emojis.length === 0) return undefined;
  return new Set(emojis.flatMap(({ id, available }) => (id && available !== false ? id : [])));
}
