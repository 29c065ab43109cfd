import type { HeardMessage } from './model.ts';

/** What was heard of Discord, as far as it is counted; times are UTC ms. */
export type HeardEvent =
  | { what: 'message'; message: HeardMessage }
  /** A message that nobody is counted for: of a bot, or of Discord itself. */
  | { what: 'skipped'; guildId: string; placeId: string; channelId: string; messageId: string }
  | {
      what: 'reaction';
      guildId: string;
      channelId: string;
      placeId: string;
      userId: string;
      at: number;
      joinedAt: number | undefined;
      staff: boolean | undefined;
    }
  | { what: 'thread'; guildId: string; thread: HeardPlace }
  /** The server can be heard (again): what was said meanwhile is in its history. */
  | {
      what: 'arrived';
      guildId: string;
      at: number;
      places: readonly HeardPlace[];
      /** Who is in which voice channel. */
      inVoice: readonly { userId: string; channelId: string }[];
    }
  /** Came into a voice channel, or left all (undefined). */
  | { what: 'voice'; guildId: string; userId: string; channelId: string | undefined; at: number }
  /** A minute has passed for all who are in voice channels. */
  | { what: 'voice-look'; at: number }
  /** Messages up to `lastId` were heard and could not be kept: they are in the history. */
  | { what: 'missed'; guildId: string; place: HeardPlace & { lastId: string } }
  | { what: 'place-gone'; channelId: string }
  /** What Hearth may see of a server may have changed; a channel that it is about. */
  | { what: 'access'; guildId: string; place: HeardPlace | undefined }
  /** Told of members only where Discord is asked for them. */
  | { what: 'came' | 'left'; guildId: string; userId: string; at: number };

/** A channel or thread with text in it. */
export interface HeardPlace {
  placeId: string;
  /** The channel that a thread hangs on; the same as the place for a channel. */
  channelId: string;
  /** Its latest message; undefined: there never was one. */
  lastId: string | undefined;
  /** Who opened a thread; undefined for a channel, and where it was Hearth. */
  ownerId: string | undefined;
}
