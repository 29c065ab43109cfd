import type { ActivityGrowth, ActivityRepository, Sight } from './activity-repository.ts';
import type { ActKind } from './model.ts';

/** What one write adds to the rollups, summed first: a flood of messages by a few people is a few rows. */
export function createBatch() {
  const growth = new Map<string, ActivityGrowth>();
  const hours = new Map<string, { guildId: string; day: number; hour: number; messages: number }>();
  const replies = new Map<
    string,
    { guildId: string; day: number; fromId: string; toId: string; replies: number }
  >();
  const sights = new Map<string, Sight>();

  const rowOf = (key: Omit<ActivityGrowth, 'counts'>): ActivityGrowth => {
    const name = `${key.guildId}:${key.day}:${key.userId}:${key.channelId}`;
    const row = growth.get(name) ?? { ...key, counts: {} };
    growth.set(name, row);
    return row;
  };

  return {
    add(key: Omit<ActivityGrowth, 'counts'>, kinds: readonly ActKind[]): void {
      const { counts } = rowOf(key);
      for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
    },
    addVoice(key: Omit<ActivityGrowth, 'counts'>, seconds: number): void {
      const { counts } = rowOf(key);
      counts.voiceSeconds = (counts.voiceSeconds ?? 0) + seconds;
    },
    addHour(guildId: string, day: number, hour: number): void {
      const name = `${guildId}:${day}:${hour}`;
      const row = hours.get(name) ?? { guildId, day, hour, messages: 0 };
      row.messages += 1;
      hours.set(name, row);
    },
    addReply(guildId: string, day: number, fromId: string, toId: string): void {
      const name = `${guildId}:${day}:${fromId}:${toId}`;
      const row = replies.get(name) ?? { guildId, day, fromId, toId, replies: 0 };
      row.replies += 1;
      replies.set(name, row);
    },
    see({
      guildId,
      userId,
      at,
      joinedAt,
      staff,
    }: Omit<Sight, 'firstAt' | 'latestAt'> & { at: number }): void {
      const name = `${guildId}:${userId}`;
      const seen = sights.get(name);
      sights.set(name, {
        guildId,
        userId,
        firstAt: Math.min(seen?.firstAt ?? at, at),
        latestAt: Math.max(seen?.latestAt ?? at, at),
        joinedAt: joinedAt ?? seen?.joinedAt,
        staff: staff ?? seen?.staff,
      });
    },
    seen: (guildId: string, userId: string): Sight | undefined => sights.get(`${guildId}:${userId}`),
    /** A write. */
    save(repository: ActivityRepository): void {
      growth.forEach(repository.grow);
      hours.forEach(repository.addHour);
      replies.forEach(repository.addReplies);
      sights.forEach(repository.see);
    },
  };
}
