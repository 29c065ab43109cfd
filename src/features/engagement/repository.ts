import type Sqlite from 'better-sqlite3';
import type { Sighting } from './rules.ts';

export interface EngagementRepository {
  /** A second time on the same day changes nothing. */
  add(sighting: Sighting): void;
  /** Different people on these days; one short range of the key per day. */
  countPeople(guildId: string, days: readonly number[]): number;
  wasThere(guildId: string, userId: string, days: readonly number[]): boolean;
  /** Forgets the days before; returns how many rows went. */
  deleteBefore(day: number): number;
}

export function engagementRepository(sqlite: Sqlite.Database): EngagementRepository {
  const insert = sqlite.prepare(
    'INSERT INTO member_days (day, guild_id, user_id) VALUES (@day, @guildId, @userId) ON CONFLICT DO NOTHING',
  );
  // CROSS JOIN keeps the order: without it SQLite may read all days of all servers.
  const people = sqlite
    .prepare<[string, string], number>(
      `SELECT count(DISTINCT m.user_id) FROM json_each(?) AS d
         CROSS JOIN member_days AS m ON m.day = d.value AND m.guild_id = ?`,
    )
    .pluck();
  const person = sqlite
    .prepare<[string, string, string], number>(
      `SELECT 1 FROM json_each(?) AS d
         CROSS JOIN member_days AS m ON m.day = d.value AND m.guild_id = ? AND m.user_id = ? LIMIT 1`,
    )
    .pluck();
  const remove = sqlite.prepare<[number]>('DELETE FROM member_days WHERE day < ?');

  return {
    add: (sighting) => void insert.run(sighting),
    countPeople: (guildId, days) => people.get(JSON.stringify(days), guildId) ?? 0,
    wasThere: (guildId, userId, days) => person.get(JSON.stringify(days), guildId, userId) !== undefined,
    deleteBefore: (day) => remove.run(day).changes,
  };
}
