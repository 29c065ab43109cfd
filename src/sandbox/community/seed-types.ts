import type {
  APIGuild,
  APIGuildForumTag,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  ThreadAutoArchiveDuration,
} from 'discord-api-types/v10';

/**
 * What the sandbox's world starts from: plain JSON (it survives `JSON.parse(JSON.stringify(seed))`), in
 * Discord's own shapes where one fits. Ids are snowflakes as strings and agree with the instant they stand
 * for; instants are ISO 8601 in UTC; permissions are decimal strings. Every id that is mentioned exists.
 */
export interface CommunitySeed {
  /** Always true: nothing in here is a real person, brand or message. */
  sample: true;
  application: SeedApplication;
  /** Everybody, people and the bot; members refer to them by `user_id`. */
  users: SeedUser[];
  guilds: SeedGuild[];
}

/** The application that the sandbox answers for; its bot user is in `users`. */
export interface SeedApplication {
  id: string;
  name: string;
  description: string;
  bot_user_id: string;
  owner_id: string;
}

/** What the page calls a person one can act as. */
export type PersonaLabel = 'Member' | 'Moderator' | 'Admin' | 'Newcomer' | 'Guest';

export interface SeedUser
  extends Pick<APIUser, 'id' | 'username' | 'global_name' | 'discriminator' | 'avatar'> {
  bot: boolean;
  locale: string;
  /** Set for those whom the page offers to act as. */
  persona?: PersonaLabel;
}

export interface SeedGuild
  extends Pick<
    APIGuild,
    | 'id'
    | 'name'
    | 'description'
    | 'owner_id'
    | 'features'
    | 'preferred_locale'
    | 'verification_level'
    | 'system_channel_id'
    | 'rules_channel_id'
    | 'public_updates_channel_id'
  > {
  /** The first is @everyone, whose id is the guild's. */
  roles: SeedRole[];
  /** Categories, then their channels, by position. */
  channels: SeedChannel[];
  threads: SeedThread[];
  members: SeedMember[];
  emojis: SeedEmoji[];
  /** By time, over all channels and threads. */
  messages: SeedMessage[];
}

export interface SeedRole
  extends Pick<
    APIRole,
    'id' | 'name' | 'color' | 'hoist' | 'position' | 'permissions' | 'managed' | 'mentionable'
  > {
  /** Set for the bot's own role. */
  tags?: { bot_id: string };
}

export type SeedChannelType =
  | ChannelType.GuildText
  | ChannelType.GuildAnnouncement
  | ChannelType.GuildForum
  | ChannelType.GuildVoice
  | ChannelType.GuildStageVoice
  | ChannelType.GuildCategory;

export interface SeedChannel {
  id: string;
  type: SeedChannelType;
  name: string;
  position: number;
  parent_id: string | null;
  topic: string | null;
  nsfw: boolean;
  /** Seconds between two messages of one member. */
  rate_limit_per_user: number;
  permission_overwrites: APIOverwrite[];
  /** Forums only. */
  available_tags?: APIGuildForumTag[];
}

/** A thread under a text channel, or a post in a forum. Its id is that of its starter message. */
export interface SeedThread {
  id: string;
  type: ChannelType.PublicThread;
  parent_id: string;
  name: string;
  owner_id: string;
  created_at: string;
  archived: boolean;
  locked: boolean;
  auto_archive_duration: ThreadAutoArchiveDuration;
  /** Forum posts only; ids of the forum's `available_tags`. */
  applied_tags: string[];
  member_ids: string[];
}

export interface SeedMember {
  user_id: string;
  nick: string | null;
  joined_at: string;
  /** Without @everyone. */
  roles: string[];
}

export interface SeedEmoji {
  id: string;
  name: string;
  animated: boolean;
}

export interface SeedReaction {
  /** `id` is null for a Unicode emoji, whose character is then the name. */
  emoji: { id: string | null; name: string };
  user_ids: string[];
}

export interface SeedMessage {
  id: string;
  /** A channel or a thread. A forum post's first message is in the thread and has the thread's id. */
  channel_id: string;
  author_id: string;
  content: string;
  timestamp: string;
  pinned: boolean;
  /** What Discord writes itself when its author has joined; without content. */
  joined?: true;
  /** A message of the same channel. */
  reply_to?: string;
  reactions: SeedReaction[];
}
