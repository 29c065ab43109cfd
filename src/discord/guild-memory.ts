import {
  type APIEmoji,
  type APIGuild,
  type GatewayGuildCreateDispatchData,
  type GatewayGuildDeleteDispatchData,
  type GatewayGuildRoleDeleteDispatchData,
  type GatewayGuildRoleUpdateDispatchData,
  PermissionFlagsBits,
} from 'discord-api-types/v10';

/** The little that Hearth keeps of each guild, read from the gateway's events as they pass. */
export interface GuildMemory {
  hear(event: string, data: unknown): void;
  /** People in the guild, bots included; undefined before Discord has told. */
  memberCount(guildId: string): number | undefined;
  /** As its people named it, not escaped; undefined before Discord has told. */
  guildName(guildId: string): string | undefined;
  /** Whether the guild has this custom emoji: Discord refuses a whole message for a foreign one. */
  hasEmoji(guildId: string, emojiId: string): boolean;
  /** Owns the server, or has a role with Administrator or Manage Server, as far as Discord has told. */
  runsServer(guildId: string, userId: string, roleIds: readonly string[]): boolean;
  readonly guilds: number;
}

interface Kept {
  memberCount: number | undefined;
  name: string | undefined;
  emojiIds: ReadonlySet<string> | undefined;
  ownerId: string | undefined;
  /** Of those who run the server. */
  roleIds: Set<string>;
}

const inCharge = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild;

/** Nothing of it is authority: a wrong count makes a sentence inexact, never a decision wrong. */
export function guildMemory(): GuildMemory {
  const kept = new Map<string, Kept>();

  function learnRole({
    guild_id: id,
    role,
  }: Pick<GatewayGuildRoleUpdateDispatchData, 'guild_id' | 'role'>): void {
    const roleIds = kept.get(id)?.roleIds;
    if ((BigInt(role.permissions) & inCharge) === 0n) roleIds?.delete(role.id);
    else roleIds?.add(role.id);
  }

  const handlers: Readonly<Record<string, (data: never) => void>> = {
    GUILD_CREATE(guild: GatewayGuildCreateDispatchData) {
      const kind = { memberCount: guild.member_count, name: guild.name, emojiIds: idsOf(guild.emojis) };
      kept.set(guild.id, { ...kind, ownerId: guild.owner_id, roleIds: new Set() });
      for (const role of guild.roles ?? []) learnRole({ guild_id: guild.id, role });
    },
    GUILD_UPDATE({ id, name, owner_id: ownerId }: APIGuild) {
      const known = kept.get(id);
      if (known) Object.assign(known, { name, ownerId });
    },
    GUILD_ROLE_CREATE: learnRole,
    GUILD_ROLE_UPDATE: learnRole,
    GUILD_ROLE_DELETE({ guild_id: id, role_id: roleId }: GatewayGuildRoleDeleteDispatchData) {
      kept.get(id)?.roleIds.delete(roleId);
    },
    GUILD_EMOJIS_UPDATE({ guild_id: id, emojis }: { guild_id: string; emojis: APIEmoji[] }) {
      const known = kept.get(id);
      if (known) known.emojiIds = idsOf(emojis);
    },
    GUILD_DELETE({ id, unavailable }: GatewayGuildDeleteDispatchData) {
      // Unavailable is an outage of Discord's, not a farewell.
      if (!unavailable) kept.delete(id);
    },
  };

  return {
    hear: (event, data) => handlers[event]?.(data as never),
    memberCount: (guildId) => kept.get(guildId)?.memberCount,
    guildName: (guildId) => kept.get(guildId)?.name,
    hasEmoji: (guildId, emojiId) => kept.get(guildId)?.emojiIds?.has(emojiId) ?? false,
    runsServer(guildId, userId, roleIds) {
      const known = kept.get(guildId);
      return known !== undefined && (known.ownerId === userId || roleIds.some((id) => known.roleIds.has(id)));
    },
    get guilds() {
      return kept.size;
    },
  };
}

function idsOf(emojis: readonly APIEmoji[] | undefined): ReadonlySet<string> | undefined {
  if (!emojis || emojis.length === 0) return undefined;
  return new Set(emojis.flatMap(({ id, available }) => (id && available !== false ? id : [])));
}
