import type { MessageComponent } from './component-types.ts';

/** What the page reads of Discord's objects: a lenient subset, because a client must survive any answer. */
export type Id = string;

export interface User {
  id: Id;
  username: string;
  global_name?: string | null;
  avatar?: string | null;
  bot?: boolean;
  discriminator?: string;
}

export interface Member {
  user?: User;
  nick?: string | null;
  avatar?: string | null;
  roles: Id[];
  joined_at?: string | null;
  communication_disabled_until?: string | null;
}

export interface Role {
  id: Id;
  name: string;
  color: number;
  colors?: { primary_color: number };
  hoist?: boolean;
  position: number;
  permissions: string;
  mentionable?: boolean;
  managed?: boolean;
}

export interface Overwrite {
  id: Id;
  type: 0 | 1;
  allow: string;
  deny: string;
}

export interface Emoji {
  id?: Id | null;
  name?: string | null;
  animated?: boolean;
}

export interface ForumTag {
  id: Id;
  name: string;
  moderated?: boolean;
  emoji_id?: Id | null;
  emoji_name?: string | null;
}

export interface Channel {
  id: Id;
  type: number;
  guild_id?: Id;
  name?: string | null;
  topic?: string | null;
  position?: number;
  parent_id?: Id | null;
  owner_id?: Id;
  nsfw?: boolean;
  flags?: number;
  last_message_id?: Id | null;
  last_pin_timestamp?: string | null;
  permission_overwrites?: Overwrite[];
  recipients?: User[];
  available_tags?: ForumTag[];
  applied_tags?: Id[];
  default_reaction_emoji?: { emoji_id: Id | null; emoji_name: string | null } | null;
  message_count?: number;
  member_count?: number;
  thread_metadata?: {
    archived: boolean;
    locked?: boolean;
    archive_timestamp?: string;
    create_timestamp?: string | null;
  };
}

/** Where somebody is; null: they left. */
export interface VoiceState {
  user_id: Id;
  channel_id: Id | null;
  member?: Member;
}

export interface Guild {
  id: Id;
  name: string;
  icon?: string | null;
  owner_id: Id;
  roles: Role[];
  emojis?: Emoji[];
  channels?: Channel[];
  threads?: Channel[];
  members?: Member[];
  voice_states?: VoiceState[];
}

export interface Reaction {
  count: number;
  me: boolean;
  emoji: Emoji;
}

export interface Attachment {
  id: Id;
  filename: string;
  description?: string | null;
  content_type?: string;
  size: number;
  url: string;
  width?: number | null;
  height?: number | null;
}

export interface EmbedMedia {
  url?: string;
  proxy_url?: string;
  width?: number;
  height?: number;
  description?: string;
}

export interface Embed {
  title?: string;
  description?: string;
  url?: string;
  timestamp?: string;
  color?: number;
  footer?: { text: string; icon_url?: string };
  image?: EmbedMedia;
  thumbnail?: EmbedMedia;
  author?: { name: string; url?: string; icon_url?: string };
  fields?: { name: string; value: string; inline?: boolean }[];
}

export interface PollAnswer {
  answer_id: number;
  poll_media: { text?: string; emoji?: Emoji };
}

export interface NativePoll {
  question: { text?: string };
  answers: PollAnswer[];
  expiry?: string | null;
  allow_multiselect?: boolean;
  results?: { is_finalized: boolean; answer_counts: { id: number; count: number; me_voted: boolean }[] };
}

export interface InteractionMetadata {
  id: Id;
  type: number;
  user?: User;
  name?: string;
  command_name?: string;
  target_message_id?: Id;
}

export interface Message {
  id: Id;
  channel_id: Id;
  guild_id?: Id;
  type: number;
  author: User;
  member?: Member;
  content: string;
  timestamp: string;
  edited_timestamp?: string | null;
  flags?: number;
  pinned?: boolean;
  nonce?: string | number;
  mention_everyone?: boolean;
  mentions?: User[];
  mention_roles?: Id[];
  attachments?: Attachment[];
  embeds?: Embed[];
  reactions?: Reaction[];
  components?: MessageComponent[];
  poll?: NativePoll;
  message_reference?: { message_id?: Id; channel_id?: Id; type?: number };
  referenced_message?: Message | null;
  interaction?: { id: Id; type: number; name: string; user: User };
  interaction_metadata?: InteractionMetadata;
  application_id?: Id;
  thread?: Channel;
  webhook_id?: Id;
  /**
   * Set on what exists only in this page: the reader's own message on its way or not arrived, and the notice
   * that a command was not answered.
   */
  local?: 'sending' | 'failed' | 'unanswered';
  problem?: string;
}

export interface Persona {
  id: Id;
  username: string;
  global_name?: string | null;
  avatar?: string | null;
  token: string;
  label: string;
  roles?: unknown[];
}
