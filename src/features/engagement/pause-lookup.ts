import type { CountedGuild, CountingRepository } from './counting-repository.ts';
import { countsAt, type Pause, type PauseRepository } from './pause-repository.ts';

export interface PauseLookupParts {
  counting: CountingRepository;
  pauses: Pick<PauseRepository, 'find'>;
  /** Whether nothing in a channel, or a thread of it, is counted. */
  isLeftOut: (guildId: string, channelId: string, placeId: string) => boolean;
}

interface Moment {
  guildId: string;
  userId: string;
  /** UTC ms. */
  at: number;
}

/** Who asked not to be counted, and where nothing is; looked up once in a write. */
export function whoIsCounted({ counting, pauses, isLeftOut }: PauseLookupParts) {
  const guilds = new Map<string, CountedGuild | undefined>();
  const known = new Map<string, Pause | undefined>();
  const places = new Map<string, boolean>();
  const pauseOf = (guildId: string, userId: string): Pause | undefined => {
    const key = `${guildId}:${userId}`;
    if (!known.has(key)) known.set(key, pauses.find(guildId, userId));
    return known.get(key);
  };
  const who = {
    guildOf(guildId: string): CountedGuild | undefined {
      if (!guilds.has(guildId)) guilds.set(guildId, counting.find(guildId));
      return guilds.get(guildId);
    },
    begin(guildId: string, since: number, historyFrom: number): void {
      counting.begin(guildId, since, historyFrom);
      guilds.delete(guildId);
    },
    isLeftOut(guildId: string, channelId: string, placeId: string): boolean {
      const known = places.get(placeId);
      if (known !== undefined) return known;
      const isOut = placeId !== '' && isLeftOut(guildId, channelId, placeId);
      places.set(placeId, isOut);
      return isOut;
    },
    countsAt: ({ guildId, userId, at }: Moment): boolean => countsAt(pauseOf(guildId, userId), at),
    isCounted: (moment: Moment, channelId: string, placeId: string): boolean =>
      !who.isLeftOut(moment.guildId, channelId, placeId) && who.countsAt(moment),
  };
  return who;
}
