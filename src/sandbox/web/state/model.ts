import type { CommandIndex } from '../api/command-types.ts';
import type { ModalComponent } from '../api/component-types.ts';
import type { GatewayStatus } from '../api/gateway.ts';
import type { Channel, Emoji, Guild, Id, Member, Message, User, VoiceState } from '../api/types.ts';

export interface ChannelMessages {
  /** Ascending by id; ephemeral messages of this reader are among them. */
  list: Message[];
  loaded: boolean;
  loading: boolean;
  reachedStart: boolean;
}

/** An interaction sent by this reader that has not been answered for good. */
export interface PendingInteraction {
  nonce: string;
  kind: 'command' | 'component' | 'modal';
  channelId: Id;
  state: 'sending' | 'failed';
  /** What the reader is told once it failed. */
  problem?: string;
  sentAt: number;
  messageId?: Id;
  customId?: string;
  commandName?: string;
  applicationId?: Id;
}

export interface OpenModal {
  id: Id;
  channelId: Id;
  applicationId: Id;
  applicationName: string;
  customId: string;
  title: string;
  components: ModalComponent[];
  nonce?: string;
  problem?: string;
}

export interface ReadMark {
  lastId: Id;
  mentions: number;
}

export interface State {
  status: GatewayStatus;
  me: User | undefined;
  /** Undefined until the sandbox has said so. */
  botConnected: boolean | undefined;
  guilds: Record<Id, Guild>;
  guildOrder: Id[];
  channels: Record<Id, Channel>;
  members: Record<Id, Record<Id, Member>>;
  users: Record<Id, User>;
  /** The voice channel that somebody is in, by guild and user. */
  voice: Record<Id, Record<Id, Id>>;
  messages: Record<Id, ChannelMessages>;
  read: Record<Id, ReadMark>;
  /** Where the "New" line stands in a channel, fixed while the channel is open. */
  newFrom: Record<Id, Id>;
  typing: Record<Id, Record<Id, number>>;
  interactions: Record<string, PendingInteraction>;
  modal: OpenModal | undefined;
  commands: Record<Id, CommandIndex>;
  channelId: Id | undefined;
  drafts: Record<Id, string>;
  replyTo: Record<Id, Message>;
  /** Spoken by screen readers, newest last. */
  announcement: { id: number; text: string };
  toast: { id: number; text: string; kind: 'info' | 'problem' } | undefined;
}

export const emptyState: State = {
  status: 'connecting',
  me: undefined,
  botConnected: undefined,
  guilds: {},
  guildOrder: [],
  channels: {},
  members: {},
  users: {},
  voice: {},
  messages: {},
  read: {},
  newFrom: {},
  typing: {},
  interactions: {},
  modal: undefined,
  commands: {},
  channelId: undefined,
  drafts: {},
  replyTo: {},
  announcement: { id: 0, text: '' },
  toast: undefined,
};

export type { Channel, Emoji, Guild, Id, Member, Message, User, VoiceState };
