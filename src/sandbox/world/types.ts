import type {
  APIApplicationCommand,
  APIAttachment,
  APIEmoji,
  APIGuildForumTag,
  APIGuildMember,
  APIGuildScheduledEvent,
  APIMessage,
  APIOverwrite,
  APIRole,
  APIStageInstance,
  APIThreadMember,
  APIUser,
  APIVoiceState,
  InteractionType,
} from 'discord-api-types/v10';
import type { AdjustableClock } from '../../platform/clock.ts';

/*
 * The sandbox's whole state, in Discord's own shapes.
 *
 * The objects inside (messages, channels, roles, members, users, guild data) are never changed in place: a
 * change stores a new object. So a payload may hold them without a copy, and caches may key on identity.
 */

export type Snowflake = string;

/** Any channel or thread. One wide shape instead of a union: which fields are set depends on `type`. */
export interface ChannelData {
  id: Snowflake;
  type: number;
  guild_id?: Snowflake;
  name?: string | null;
  topic?: string | null;
  position?: number;
  parent_id?: Snowflake | null;
  nsfw?: boolean;
  flags?: number;
  rate_limit_per_user?: number;
  permission_overwrites?: APIOverwrite[];
  last_message_id?: Snowflake | null;
  last_pin_timestamp?: string | null;
  default_auto_archive_duration?: number;
  /** Forums. */
  available_tags?: APIGuildForumTag[];
  default_reaction_emoji?: { emoji_id: Snowflake | null; emoji_name: string | null } | null;
  default_sort_order?: number | null;
  default_forum_layout?: number;
  default_thread_rate_limit_per_user?: number;
  /** Threads. */
  owner_id?: Snowflake;
  applied_tags?: Snowflake[];
  message_count?: number;
  total_message_sent?: number;
  member_count?: number;
  thread_metadata?: ThreadMetadata;
  /** Voice. */
  bitrate?: number;
  user_limit?: number;
  rtc_region?: string | null;
  /** DMs. */
  recipients?: APIUser[];
}

export interface ThreadMetadata {
  archived: boolean;
  locked: boolean;
  auto_archive_duration: number;
  archive_timestamp: string;
  create_timestamp?: string | null;
  invitable?: boolean;
}

export interface ReactionState {
  emoji: { id: Snowflake | null; name: string; animated?: boolean };
  /** In the order in which they reacted. */
  userIds: Set<Snowflake>;
}

export interface MessageRecord {
  /** Without `reactions` and `poll.results`, which depend on who looks: see `viewMessage`. */
  message: APIMessage;
  /** By `emoji.id ?? emoji.name`. */
  reactions?: Map<string, ReactionState>;
  /** Native poll: voters by answer id. */
  pollVotes?: Map<number, Set<Snowflake>>;
  pollFinalized?: boolean;
}

/** A message that one reader sees and no history has. */
export interface EphemeralRecord {
  message: APIMessage;
  userId: Snowflake;
}

export interface ChannelState {
  readonly id: Snowflake;
  readonly guildId: Snowflake | undefined;
  /** Store changes through `updateChannel`. */
  channel: ChannelData;
  /** By time, oldest first; `byId` has the same records. */
  readonly messages: MessageRecord[];
  readonly byId: Map<Snowflake, MessageRecord>;
  /** Message id -> instant of the pin (ms), in the order of pinning. */
  readonly pins: Map<Snowflake, number>;
  /** Threads only: members by user id. */
  readonly threadMembers: Map<Snowflake, APIThreadMember>;
  /** `author:nonce` -> the message that enforce_nonce returns again. */
  readonly nonces: Map<string, { messageId: Snowflake; at: number }>;
  /** Instants (ms) of the latest edits of messages older than an hour. */
  readonly lateEdits: number[];
  /** Instants (ms) of the latest changes of name or topic. */
  readonly renames: number[];
}

/** A guild's own fields as its object has them on the wire, without the collections kept beside it. */
export interface GuildData {
  id: Snowflake;
  name: string;
  icon: string | null;
  description: string | null;
  owner_id: Snowflake;
  features: string[];
  preferred_locale: string;
  verification_level: number;
  system_channel_id: Snowflake | null;
  rules_channel_id: Snowflake | null;
  public_updates_channel_id: Snowflake | null;
  [field: string]: unknown;
}

export type Member = APIGuildMember & { user: APIUser };

export interface ScheduledEventState {
  event: APIGuildScheduledEvent;
  subscriberIds: Set<Snowflake>;
}

/** Somebody in a voice channel; `channel_id` is set as long as they are there. */
export type VoiceState = Omit<APIVoiceState, 'member' | 'guild_id'>;

export interface GuildState {
  readonly id: Snowflake;
  data: GuildData;
  readonly roles: Map<Snowflake, APIRole>;
  readonly members: Map<Snowflake, Member>;
  /** Without threads. */
  readonly channelIds: Set<Snowflake>;
  readonly threadIds: Set<Snowflake>;
  readonly emojis: Map<Snowflake, APIEmoji>;
  readonly scheduledEvents: Map<Snowflake, ScheduledEventState>;
  /** Stages that are live, by channel id. */
  readonly stageInstances: Map<Snowflake, APIStageInstance>;
  /** Who is in a voice or stage channel, by user id; without the member, which changes meanwhile. */
  readonly voiceStates: Map<Snowflake, VoiceState>;
  readonly bans: Map<Snowflake, { user: APIUser; reason: string | null }>;
  /** Invites by code; their routes own the shape. */
  readonly invites: Map<string, Record<string, unknown>>;
  /** Raised whenever a role, an overwrite, a member's roles or the owner changes; caches of permissions follow it. */
  permissionsVersion: number;
  /** True while Discord "has an outage" for this guild. */
  unavailable: boolean;
}

export interface Persona {
  id: Snowflake;
  label: string;
  token: string;
}

export interface StoredFile {
  attachment: APIAttachment;
  data: Buffer;
}

/**
 * Something that happened, on its way to the gateway sessions that may see it.
 * Who gets it: with `userIds` only these users' sessions; else with `channelId` those who can view the channel
 * (DMs: the recipients); else with `guildId` the guild's members; else everybody. Bots are filtered by
 * intents on top, and content is blanked for those without MESSAGE_CONTENT.
 */
export interface WorldEvent {
  /** Dispatch name: `MESSAGE_CREATE`. */
  t: string;
  d: object;
  guildId?: Snowflake;
  channelId?: Snowflake;
  userIds?: readonly Snowflake[];
  /** Limits it to bot sessions or to personas' sessions. */
  only?: 'bot' | 'users';
  /** For payloads that differ by viewer (`me`, `me_voted`): replaces `d`. */
  view?: (viewerId: Snowflake) => object;
}

export interface ApplicationData {
  id: Snowflake;
  name: string;
  description: string;
  ownerId: Snowflake;
  /** Privileged intents switched on in the "developer portal": sum of GatewayIntentBits. */
  privilegedIntents: number;
}

export interface CommandStore {
  readonly global: Map<Snowflake, APIApplicationCommand>;
  /** By guild id. */
  readonly guild: Map<Snowflake, Map<Snowflake, APIApplicationCommand>>;
}

/** An interaction on its way: from the press to the end of its token. */
export interface InteractionRecord {
  readonly id: Snowflake;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  readonly guildId: Snowflake | undefined;
  readonly nonce: string | undefined;
  /** By the injected clock (UTC ms): the answer is due 3 s later, the token ends 15 min later. */
  readonly createdAt: number;
  /** Commands: what the answer's `interaction_metadata` and legacy `interaction` name. */
  readonly command: { name: string; type: number; targetId: Snowflake | undefined } | undefined;
  /** Autocomplete: the type of the focused option. */
  readonly optionType: number | undefined;
  /** The message whose component was pressed, also for the modal that the press opened. */
  readonly sourceId: Snowflake | undefined;
  /** A modal submit: the interaction that opened the modal. */
  readonly openedBy: InteractionRecord | undefined;
  state: 'waiting' | 'answered' | 'failed';
  /** What `@original` stands for. */
  originalId: Snowflake | undefined;
  /** Messages that were made with this token. */
  readonly messageIds: Snowflake[];
  /** Called once: at the first answer or at the missed deadline. */
  settle: (outcome: InteractionOutcome) => void;
  cancelDeadline: () => void;
}

/** How the first answer to an interaction came out. */
export interface InteractionOutcome {
  id: Snowflake;
  /** `failure`: no valid answer within 3 s. */
  result: 'success' | 'failure' | 'modal' | 'autocomplete';
  callbackType?: number;
  /** The new or updated message, as the presser sees it. */
  message?: APIMessage;
  modal?: OpenModal;
  choices?: unknown[];
}

/** A modal on somebody's screen. */
export interface OpenModal {
  /** Of the interaction that opened it. */
  id: Snowflake;
  custom_id: string;
  title: string;
  components: readonly Record<string, unknown>[];
}

export interface InteractionStore {
  readonly byId: Map<Snowflake, InteractionRecord>;
  /** Open modals by the id of the interaction that opened them. */
  readonly modals: Map<Snowflake, { modal: OpenModal; record: InteractionRecord }>;
}

export interface World {
  readonly clock: AdjustableClock;
  readonly application: ApplicationData;
  /** The bot's user id. */
  readonly botId: Snowflake;
  readonly users: Map<Snowflake, APIUser>;
  /** Client language by user id. */
  readonly locales: Map<Snowflake, string>;
  /** Everybody who is not a bot may act with the token `persona.<userId>`; these are offered by the page. */
  readonly personas: Map<Snowflake, Persona>;
  readonly guilds: Map<Snowflake, GuildState>;
  /** Guild channels, threads and DMs. */
  readonly channels: Map<Snowflake, ChannelState>;
  /** DM channel ids by `dmKey(a, b)`. */
  readonly dms: Map<string, Snowflake>;
  /** Every custom emoji of every guild: bots may use them anywhere. */
  readonly emojiIds: Set<Snowflake>;
  readonly ephemerals: Map<Snowflake, EphemeralRecord>;
  readonly commands: CommandStore;
  readonly interactions: InteractionStore;
  readonly files: Map<Snowflake, StoredFile>;
  /** How far people have read: by user and channel the last message; without one, up to `from`. */
  readonly reads: { from: Snowflake; readonly byUser: Map<Snowflake, Map<Snowflake, Snowflake>> };
  /** Users who take no DMs (50007). */
  readonly closedDms: Set<Snowflake>;
  /** Whether a bot session is open; the gateway keeps it. */
  botConnected: () => boolean;
  /** `http://127.0.0.1:PORT`, known once the server listens; CDN addresses start with it. */
  origin: string;
  /** The injected clock's present, UTC milliseconds. */
  now(): number;
  /** The same as ISO 8601, in Discord's form. */
  timestamp(): string;
  /** A new id for the present instant; later ones are always greater. */
  snowflake(): Snowflake;
  emit(event: WorldEvent): void;
  /** The gateway listens here. Returns the function that ends the subscription. */
  subscribe(listener: (event: WorldEvent) => void): () => void;
  /** Runs `task` once the clock reaches `instant` (UTC ms). Returns a function that cancels it. */
  at(instant: number, task: () => void): () => void;
  /** Runs what is due; called by the server's ticker and right after the clock was moved. */
  tick(): void;
}
