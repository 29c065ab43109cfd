import {
  type APIOverwrite,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import type { SeedChannel, SeedRole } from './seed-types.ts';
import { type Access, CATEGORIES, type ChannelPlan, EVERYONE, ROLES, type RoleKey } from './texts/house.ts';
import { IDEA_TAGS } from './texts/ideas.ts';

export interface House {
  roles: SeedRole[];
  roleIds: Record<RoleKey, string>;
  channels: SeedChannel[];
  /** The channel of that name; throws if there is none. */
  channel(name: string): SeedChannel;
}

/** Roles and channels of the sample guild. `id` makes the next snowflake of the day it was founded. */
export function buildHouse(guildId: string, botUserId: string, id: () => string): House {
  const { roles, roleIds } = buildRoles(guildId, botUserId, id);
  const channels: SeedChannel[] = [];
  const forumTag = (tag: (typeof IDEA_TAGS)[number]) => ({
    id: id(),
    name: tag.name,
    moderated: tag.moderated,
    emoji_id: null,
    emoji_name: tag.emoji,
  });

  CATEGORIES.forEach((category, position) => {
    const parent = buildChannel(
      { name: category.name, type: ChannelType.GuildCategory, access: 'everyone' },
      position,
      null,
    );
    channels.push(parent);
    for (const plan of category.channels) channels.push(buildChannel(plan, channels.length, parent.id));
  });

  function buildChannel(plan: ChannelPlan, position: number, parentId: string | null): SeedChannel {
    return {
      id: id(),
      type: plan.type,
      name: plan.name,
      position,
      parent_id: parentId,
      topic: plan.topic ?? null,
      nsfw: false,
      rate_limit_per_user: 0,
      permission_overwrites: overwrites(plan.access, guildId, roleIds, plan.bot),
      ...(plan.type === ChannelType.GuildForum ? { available_tags: IDEA_TAGS.map(forumTag) } : {}),
    };
  }

  return {
    roles,
    roleIds,
    channels,
    channel(name) {
      const found = channels.find((channel) => channel.name === name);
      if (!found) throw new Error(`the sample guild has no channel ${name}`);
      return found;
    },
  };
}

function buildRoles(guildId: string, botUserId: string, id: () => string) {
  const common = { hoist: false, managed: false, mentionable: false };
  const roles: SeedRole[] = [
    { id: guildId, name: '@everyone', color: 0, position: 0, permissions: EVERYONE.toString(), ...common },
  ];
  const roleIds = {} as Record<RoleKey, string>;
  ROLES.forEach((plan, index) => {
    const role = { ...common, id: id(), name: plan.name, color: plan.color, position: index + 1 };
    roleIds[plan.key] = role.id;
    const isBot = plan.key === 'bot';
    roles.push({
      ...role,
      permissions: plan.permissions.toString(),
      hoist: plan.hoist ?? false,
      managed: isBot,
      mentionable: plan.key === 'taster',
      ...(isBot ? { tags: { bot_id: botUserId } } : {}),
    });
  });
  return { roles, roleIds };
}

const roleOverwrite = (id: string, allow: bigint, deny: bigint): APIOverwrite => ({
  id,
  type: OverwriteType.Role,
  allow: allow.toString(),
  deny: deny.toString(),
});

function overwrites(
  access: Access,
  guildId: string,
  roleIds: Record<RoleKey, string>,
  bot: bigint | undefined,
): APIOverwrite[] {
  const write = P.SendMessages | P.CreatePublicThreads;
  const byAccess: Record<Access, APIOverwrite[]> = {
    everyone: [],
    'read-only': [roleOverwrite(guildId, 0n, write), roleOverwrite(roleIds.team, write, 0n)],
    'no-guests': [roleOverwrite(roleIds.guest, 0n, P.ViewChannel)],
    staff: [
      roleOverwrite(guildId, 0n, P.ViewChannel),
      roleOverwrite(roleIds.moderator, P.ViewChannel, 0n),
      roleOverwrite(roleIds.team, P.ViewChannel, 0n),
    ],
  };
  return bot === undefined ? byAccess[access] : [...byAccess[access], roleOverwrite(roleIds.bot, bot, 0n)];
}
