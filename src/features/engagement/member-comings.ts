import type {
  GatewayGuildMemberAddDispatchData,
  GatewayGuildMemberRemoveDispatchData,
} from 'discord-api-types/v10';
import type { HeardEvent } from './events.ts';
import { joinTime } from './heard-message.ts';

export type Coming = Extract<HeardEvent, { what: 'came' | 'left' }>;

/** People whose latest coming or going is remembered. */
const MOST = 20_000;
/** Longer than a RESUME repeats, and than the event and the line in a channel that tell of the same are apart. */
const SAME_MS = 10 * 60_000;

/** Who came, as Discord tells where it is asked for members; nobody where it is a bot. */
export function cameIn(raw: GatewayGuildMemberAddDispatchData, now: number): Coming[] {
  const { guild_id: guildId, user, joined_at: joinedAt } = raw;
  return user.bot === true ? [] : [{ what: 'came', guildId, userId: user.id, at: joinTime(joinedAt) ?? now }];
}

/** Who left; Discord does not say when. */
export function leftIn(
  { guild_id: guildId, user }: GatewayGuildMemberRemoveDispatchData,
  now: number,
): Coming[] {
  return user.bot === true ? [] : [{ what: 'left', guildId, userId: user.id, at: now }];
}

export interface RecentComings {
  /** False: that was told already. */
  add(coming: Coming): boolean;
  /** As if it had never been told. */
  forget(coming: Coming): void;
}

/** Whoever is told to have come, or left, again within minutes did so once. */
export function recentComings(): RecentComings {
  const known = new Map<string, number>();
  const keyOf = ({ what, guildId, userId }: Coming): string => `${what}:${guildId}:${userId}`;
  return {
    add(coming) {
      const key = keyOf(coming);
      const last = known.get(key);
      if (last !== undefined && Math.abs(last - coming.at) < SAME_MS) return false;
      known.delete(key);
      known.set(key, coming.at);
      // The first is the one that was told longest ago.
      const [oldest] = known.size > MOST ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
      return true;
    },
    forget: (coming) => void known.delete(keyOf(coming)),
  };
}
