import type { APIMessageComponentInteraction, APIModalSubmitInteraction } from 'discord-api-types/v10';
import type { Writer } from '../../database/writer.ts';
import type { Result } from '../../discord/failure.ts';
import type { Actor, Call } from '../../discord/interaction.ts';
import type { Poll } from './model.ts';
import type { PollService } from './ports.ts';

/** What the commands and components of polls need from outside. */
export interface PollSurfaceDeps {
  polls: PollService;
  writer: Writer;
  /** Brings the public message up to date, coalesced; costs nothing that has to be waited for. */
  messages: { refreshPoll(poll: Poll): void };
  /** Where the server wants its polls; undefined: where they are made. */
  pollsChannelOf(guildId: string): string | undefined;
  /** How many people the server has, from memory; undefined: unknown, and no poll closes early for being settled. */
  memberCount(guildId: string): number | undefined;
  /** Hearth's own permission bits in a channel where nobody is pressing anything. */
  ownPermissions(guildId: string, channelId: string): Promise<Result<bigint>>;
  /** The channels that this person can read; undefined: Discord did not say, and only those of here are listed. */
  readableChannels(guildId: string, actor: Actor): Promise<readonly string[] | undefined>;
  /** Whether Hearth may put a custom emoji on a button: Discord refuses a whole message with a foreign one. */
  isEmojiUsable(guildId: string, emojiId: string): boolean;
  /** People's names for an export, as far as Discord tells them in time. */
  namesOf(guildId: string, userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export type PressCall = Call<APIMessageComponentInteraction | APIModalSubmitInteraction>;
