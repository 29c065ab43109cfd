import type { HeardEvent } from './events.ts';
import type { Presence, VoiceRepository } from './voice-repository.ts';

/** Adds seconds in a voice channel to somebody's day. A write. */
export type AddVoice = (presence: Omit<Presence, 'countedTo'> & { seconds: number; at: number }) => void;

/**
 * Time in voice channels. What is not yet counted of a presence is at most the minute since the last look: nobody can
 * tell later who left while Hearth was away, so that time is never made up.
 */
export function countVoice(repository: VoiceRepository, addVoice: AddVoice) {
  const countTo = (presence: Presence, at: number): void => {
    const seconds = Math.floor((at - presence.countedTo) / 1_000);
    const { guildId, userId, channelId } = presence;
    if (seconds > 0) addVoice({ guildId, userId, channelId, seconds, at });
  };

  return {
    /** Somebody came, went elsewhere, or left (no channel). */
    moved({ guildId, userId, channelId, at }: Extract<HeardEvent, { what: 'voice' }>): void {
      const known = repository.find(guildId, userId);
      // Muting and the like tell of the same channel again.
      if (known?.channelId === channelId) return;
      if (known) countTo(known, at);
      if (channelId === undefined) repository.remove(guildId, userId);
      else repository.put({ guildId, userId, channelId, countedTo: at });
    },
    /** Counts everybody who is there up to now (UTC ms). */
    look(at: number): void {
      for (const presence of repository.all()) {
        countTo(presence, at);
        // A clock that went back counts from there.
        const countedTo = at - ((at - presence.countedTo) % 1_000);
        repository.put({ ...presence, countedTo });
      }
    },
    /** Who is there when Hearth comes (back). */
    arrived(guildId: string, present: readonly { userId: string; channelId: string }[], at: number): void {
      repository.clear(guildId);
      for (const person of present) repository.put({ guildId, ...person, countedTo: at });
    },
  };
}
