import type Sqlite from 'better-sqlite3';
import { actKinds } from './model.ts';

export type RetentionRepository = ReturnType<typeof createRetentionRepository>;

const sums = [...actKinds, 'voice_seconds'];
/** People whose day is forgotten in one write, which holds up everybody's answers. */
const PEOPLE_AT_ONCE = 500;

/** Turns what members did into totals of their server's days, and forgets it. All here are writes. */
export function createRetentionRepository(sqlite: Sqlite.Database, peopleAtOnce = PEOPLE_AT_ONCE) {
  const oldest = sqlite
    .prepare<[string, number], number>('SELECT min(day) FROM activity WHERE guild_id = ? AND day < ?')
    .pluck();
  // One more than is forgotten: people are forgotten whole, so that each counts once in the total.
  const boundary = sqlite
    .prepare<[string, number, number], string>(
      `SELECT DISTINCT user_id FROM activity WHERE guild_id = ? AND day = ? ORDER BY user_id LIMIT 1 OFFSET ?`,
    )
    .pluck();
  const total = sqlite.prepare(
    `INSERT INTO activity_days (guild_id, day, people, ${sums.join(', ')})
     SELECT guild_id, day, count(DISTINCT user_id), ${sums.map((name) => `sum(${name})`).join(', ')} FROM activity
       WHERE guild_id = @guildId AND day = @day AND user_id < @before GROUP BY guild_id, day
     ON CONFLICT DO UPDATE SET people = people + excluded.people,
       ${sums.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
  );
  const forget = sqlite.prepare(
    'DELETE FROM activity WHERE guild_id = @guildId AND day = @day AND user_id < @before',
  );
  const forgetReplies = sqlite.prepare<[string, number]>(
    'DELETE FROM activity_replies WHERE guild_id = ? AND day < ?',
  );
  const guilds = sqlite.prepare<[], string>('SELECT guild_id FROM counting').pluck();

  return {
    guilds: (): string[] => guilds.all(),
    /** The oldest day before this one of which members are still known. */
    oldestDay: (guildId: string, before: number): number | undefined =>
      oldest.get(guildId, before) ?? undefined,
    /** Forgets some people's part of a day. False: that was all of it. */
    forgetSome(guildId: string, day: number): boolean {
      const next = boundary.get(guildId, day, peopleAtOnce);
      // Ids are digits: every one of them sorts before a colon.
      const part = { guildId, day, before: next ?? ':' };
      total.run(part);
      forget.run(part);
      return next !== undefined;
    },
    forgetReplies: (guildId: string, before: number): number => forgetReplies.run(guildId, before).changes,
  };
}
