import { ChannelType, GuildVerificationLevel, Locale } from 'discord-api-types/v10';
import { buildBot } from './build-bot.ts';
import { iso, snowflakes } from './ids.ts';
import type { CommunitySeed, SeedChannel, SeedGuild, SeedRole } from './seed-types.ts';
import { BOT, EVERYONE } from './texts/house.ts';

const FOUNDED = Date.UTC(2024, 0, 1);
const CHANNELS = 50;
const ROLES = 20;
const EMOJIS = 10;

/**
 * `guildCount` guilds of 50 channels, 20 roles and 10 emojis each, with `memberCount` people in every guild
 * (the same ones), for load and memory benchmarks. No messages.
 */
export function buildManyGuilds(guildCount: number, memberCount = 3): CommunitySeed {
  const snowflake = snowflakes();
  let at = FOUNDED;
  // An instant of its own for each: a millisecond holds only 4,096 ids.
  const id = () => snowflake((at += 1));
  const bot = buildBot(FOUNDED, snowflake);
  const people = Array.from({ length: Math.max(1, memberCount) }, (_, index) => ({
    id: id(),
    username: `person${index + 1}`,
    global_name: `Person ${index + 1}`,
    discriminator: '0',
    avatar: null,
    bot: false,
    locale: 'en-US',
  }));
  const ownerId = people[0]?.id ?? '';
  const userIds = people.map((person) => person.id);
  return {
    sample: true,
    application: { ...bot.application, owner_id: ownerId },
    users: [bot.user, ...people],
    guilds: Array.from({ length: guildCount }, (_, index) => buildGuild(index + 1, bot.user.id, userIds, id)),
  };
}

function buildGuild(
  number: number,
  botUserId: string,
  userIds: readonly string[],
  id: () => string,
): SeedGuild {
  const guildId = id();
  const roles = Array.from({ length: ROLES }, (_, position) => buildRole(position, guildId, botUserId, id));
  const joined_at = iso(FOUNDED);
  const botRoleId = roles[1]?.id ?? '';
  return {
    id: guildId,
    name: `Guild ${number} (sample)`,
    description: 'Sample data for benchmarks',
    owner_id: userIds[0] ?? '',
    features: [],
    preferred_locale: Locale.EnglishUS,
    verification_level: GuildVerificationLevel.None,
    system_channel_id: null,
    rules_channel_id: null,
    public_updates_channel_id: null,
    roles,
    channels: Array.from({ length: CHANNELS }, (_, position) => buildChannel(position, id())),
    threads: [],
    members: [
      { user_id: botUserId, nick: null, joined_at, roles: [botRoleId] },
      ...userIds.map((user_id) => ({ user_id, nick: null, joined_at, roles: [] })),
    ],
    emojis: Array.from({ length: EMOJIS }, (_, index) => ({
      id: id(),
      name: `emoji${index}`,
      animated: false,
    })),
    messages: [],
  };
}

function buildRole(position: number, guildId: string, botUserId: string, id: () => string): SeedRole {
  const role = { color: 0, hoist: false, position, managed: false, mentionable: false };
  if (position === 0) return { ...role, id: guildId, name: '@everyone', permissions: EVERYONE.toString() };
  if (position === 1) {
    const tags = { bot_id: botUserId };
    return { ...role, id: id(), name: 'Hearth', permissions: BOT.toString(), managed: true, tags };
  }
  return { ...role, id: id(), name: `Role ${position}`, permissions: '0' };
}

function buildChannel(position: number, id: string): SeedChannel {
  return {
    id,
    type: ChannelType.GuildText,
    name: `channel-${position}`,
    position,
    parent_id: null,
    topic: `What channel ${position} is for`,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: [],
  };
}
