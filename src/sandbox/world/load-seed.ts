import {
  type APIMessage,
  type APIRole,
  type APIThreadMember,
  type APIUser,
  type MessageFlags,
  MessageType,
  type RoleFlags,
  type ThreadMemberFlags,
  type UserFlags,
} from 'discord-api-types/v10';
import type {
  CommunitySeed,
  SeedChannel,
  SeedGuild,
  SeedMessage,
  SeedRole,
  SeedThread,
  SeedUser,
} from '../community/seed-types.ts';
import { resolveMentions } from '../messages/mentions.ts';
import { changeChannel, insertChannel } from './channels.ts';
import { insertGuild, newMember } from './guilds.ts';
import { insertMessage } from './messages.ts';
import { compareSnowflakes } from './snowflake.ts';
import type { ChannelData, GuildState, World } from './types.ts';
import { timestampOf } from './world.ts';

/** Fills a world: nobody is told, because nobody is connected yet. */
export function loadSeed(world: World, seed: CommunitySeed): void {
  for (const user of seed.users) loadUser(world, user);
  for (const guild of seed.guilds) loadGuild(world, guild);
}

export const personaToken = (userId: string): string => `persona.${userId}`;

export function loadUser(world: World, seed: SeedUser): void {
  const { id, username, global_name, discriminator, avatar, bot } = seed;
  const user: APIUser = {
    id,
    username,
    global_name,
    discriminator,
    avatar,
    ...(bot ? { bot } : {}),
    public_flags: 0 as UserFlags,
    flags: 0 as UserFlags,
    primary_guild: null,
  };
  world.users.set(id, user);
  world.locales.set(id, seed.locale);
  if (seed.persona !== undefined) {
    world.personas.set(id, { id, label: seed.persona, token: personaToken(id) });
  }
}

/** Adds one guild with everything in it. */
export function loadGuild(world: World, seed: SeedGuild): GuildState {
  const { roles, channels, threads, members, emojis, messages, ...fields } = seed;
  const guild = insertGuild(world, { icon: null, ...fields });
  for (const role of roles) guild.roles.set(role.id, roleFrom(role));
  for (const { user_id, nick, joined_at, roles: memberRoles } of members) {
    const user = world.users.get(user_id);
    if (user === undefined) throw new Error(`the seed's guild ${seed.id} names an unknown user ${user_id}`);
    guild.members.set(user_id, newMember({ user, roles: memberRoles, nick, joinedAt: iso(joined_at) }));
  }
  for (const emoji of emojis) {
    world.emojiIds.add(emoji.id);
    guild.emojis.set(emoji.id, {
      ...emoji,
      roles: [],
      require_colons: true,
      managed: false,
      available: true,
    });
  }
  for (const channel of channels) insertChannel(world, guild, channelFrom(guild.id, channel));
  for (const thread of threads) loadThread(world, guild, thread);
  const ordered = [...messages].sort((a, b) => compareSnowflakes(a.id, b.id));
  for (const message of ordered) loadMessage(world, guild, message);
  return guild;
}

const iso = (text: string): string => timestampOf(Date.parse(text));

function roleFrom(seed: SeedRole): APIRole {
  const { color } = seed;
  const colors = { primary_color: color, secondary_color: null, tertiary_color: null };
  return { ...seed, colors, icon: null, unicode_emoji: null, flags: 0 as RoleFlags };
}

function channelFrom(guildId: string, seed: SeedChannel): ChannelData {
  const voice = seed.type === 2 || seed.type === 13;
  const forum = seed.type === 15;
  return {
    ...seed,
    guild_id: guildId,
    flags: 0,
    ...(seed.type === 4 ? {} : { last_message_id: null }),
    ...(voice ? { bitrate: 64_000, user_limit: 0, rtc_region: null } : {}),
    ...(forum
      ? {
          available_tags: seed.available_tags ?? [],
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
  };
}

function loadThread(world: World, guild: GuildState, seed: SeedThread): void {
  const { id, type, parent_id, name, owner_id, archived, locked, auto_archive_duration, applied_tags } = seed;
  const stamp = iso(seed.created_at);
  const state = insertChannel(world, guild, {
    id,
    type,
    guild_id: guild.id,
    parent_id,
    name,
    owner_id,
    flags: 0,
    rate_limit_per_user: 0,
    last_message_id: null,
    message_count: 0,
    total_message_sent: 0,
    member_count: seed.member_ids.length,
    ...(applied_tags.length > 0 ? { applied_tags } : {}),
    thread_metadata: {
      archived,
      locked,
      auto_archive_duration,
      archive_timestamp: stamp,
      create_timestamp: stamp,
    },
  });
  for (const userId of seed.member_ids) {
    const member: APIThreadMember = {
      id,
      user_id: userId,
      join_timestamp: stamp,
      flags: 0 as ThreadMemberFlags,
    };
    state.threadMembers.set(userId, member);
  }
}

function loadMessage(world: World, guild: GuildState, seed: SeedMessage): void {
  const state = world.channels.get(seed.channel_id);
  const author = world.users.get(seed.author_id);
  if (state === undefined || author === undefined)
    throw new Error(`the seed's message ${seed.id} stands nowhere`);
  const replied = seed.reply_to === undefined ? undefined : state.byId.get(seed.reply_to)?.message;
  const mentions = resolveMentions(world, [seed.content], {
    guild,
    permissions: 0n,
    allowed: undefined,
    standard: ['users', 'roles'],
    repliedTo: replied?.author,
  });
  const message: APIMessage = {
    id: seed.id,
    type: typeOf(seed, replied),
    channel_id: seed.channel_id,
    author,
    content: seed.content,
    timestamp: iso(seed.timestamp),
    edited_timestamp: null,
    tts: false,
    ...mentions,
    attachments: [],
    embeds: [],
    components: [],
    pinned: seed.pinned,
    flags: 0 as MessageFlags,
    ...(replied === undefined
      ? {}
      : {
          message_reference: {
            type: 0,
            message_id: replied.id,
            channel_id: replied.channel_id,
            guild_id: guild.id,
          },
          referenced_message: withoutReply(replied),
        }),
  };
  const record = insertMessage(world, state, message);
  if (seed.pinned) {
    state.pins.set(seed.id, Date.parse(seed.timestamp));
    changeChannel(world, state, { last_pin_timestamp: message.timestamp });
  }
  if (seed.reactions.length === 0) return;
  record.reactions = new Map(
    seed.reactions.map(({ emoji, user_ids }) => [
      emoji.id ?? emoji.name,
      { emoji, userIds: new Set(user_ids) },
    ]),
  );
}

function typeOf(seed: SeedMessage, replied: APIMessage | undefined): MessageType {
  if (seed.joined) return MessageType.UserJoin;
  return replied === undefined ? MessageType.Default : MessageType.Reply;
}

/** Discord nests a reply's original one level deep. */
function withoutReply(message: APIMessage): APIMessage {
  const { referenced_message: _, ...rest } = message;
  return rest;
}
