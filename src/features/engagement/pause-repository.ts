import type Sqlite from 'better-sqlite3';
import { actKinds } from './model.ts';
import { dayOf, keptDays } from './rules.ts';

export type PauseRepository = ReturnType<typeof createPauseRepository>;

/** What a member decided about being counted; instants are UTC ms. */
export type Pause =
  | { what: 'paused'; since: number }
  /** Asked to be counted again: nothing from before ever is, however late it is read. */
  | { what: 'again'; from: number };

/** Whether something that was done then (UTC ms) counts. */
export function countsAt(pause: Pause | undefined, at: number): boolean {
  return pause === undefined || (pause.what === 'again' && at >= pause.from);
}

const sums = [...actKinds, 'voice_seconds'];
const range = 'WITH RECURSIVE d (day) AS (SELECT @from UNION ALL SELECT day + 1 FROM d WHERE day < @to)';

/** A day of somebody. */
interface PersonDay {
  guildId: string;
  userId: string;
  day: number;
}

/** Who asked not to be counted, and what is forgotten of them. */
export function createPauseRepository(sqlite: Sqlite.Database) {
  const find = sqlite
    .prepare<[string, string], number>('SELECT since FROM counting_pauses WHERE guild_id = ? AND user_id = ?')
    .pluck();
  const save = sqlite.prepare(
    `INSERT INTO counting_pauses (guild_id, user_id, since) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET since = excluded.since`,
  );
  const edges = sqlite.prepare<{ guildId: string }, { first: number | null; last: number | null }>(
    `SELECT min(first) AS first, max(last) AS last FROM (
       SELECT (SELECT min(day) FROM activity WHERE guild_id = @guildId) AS first,
         (SELECT max(day) FROM activity WHERE guild_id = @guildId) AS last
       UNION ALL SELECT (SELECT min(day) FROM activity_replies WHERE guild_id = @guildId),
         (SELECT max(day) FROM activity_replies WHERE guild_id = @guildId)
       UNION ALL SELECT (SELECT min(day) FROM conversations WHERE guild_id = @guildId),
         (SELECT max(day) FROM conversations WHERE guild_id = @guildId))`,
  );
  // One look at the key per day, however many people there are.
  const days = sqlite
    .prepare<unknown[], number>(
      `${range} SELECT count(DISTINCT a.day) FROM d
         CROSS JOIN activity AS a ON a.guild_id = @guildId AND a.day = d.day AND a.user_id = @userId`,
    )
    .pluck();
  const atOnce = ['activity_members', 'voice_presences'].map((table) =>
    sqlite.prepare<[string, string]>(`DELETE FROM ${table} WHERE guild_id = ? AND user_id = ?`),
  );
  // They keep UTC days, and at most `keptDays` of them.
  const ofDays = ['member_days', 'member_help'].map((table) =>
    sqlite.prepare(
      `${range} DELETE FROM ${table} WHERE day IN (SELECT day FROM d) AND guild_id = @guildId AND user_id = @userId`,
    ),
  );
  const ofDay = forgettingStatements(sqlite);

  return {
    /** Undefined: they never said anything about it. */
    find(guildId: string, userId: string): Pause | undefined {
      const since = find.get(guildId, userId);
      if (since === undefined) return undefined;
      return since < 0 ? { what: 'again', from: -since } : { what: 'paused', since };
    },
    save: (guildId: string, userId: string, pause: Pause): void =>
      void save.run(guildId, userId, pause.what === 'paused' ? pause.since : -pause.from),
    /** The first and the last local day of which anything of a server's members is known. */
    edges(guildId: string): { first: number; last: number } | undefined {
      const { first, last } = edges.get({ guildId }) ?? {};
      return typeof first === 'number' && typeof last === 'number' ? { first, last } : undefined;
    },
    /** On how many days from one to another something of a member is known. */
    countDays: (guildId: string, userId: string, from: number, to: number): number =>
      days.get({ guildId, userId, from, to }) ?? 0,
    /** Since when they take part, where they are, and whether they used Hearth: a few rows. `now` is UTC ms. */
    forgetPerson(guildId: string, userId: string, now: number): void {
      for (const statement of atOnce) statement.run(guildId, userId);
      const to = dayOf(now) + 1;
      for (const statement of ofDays) statement.run({ guildId, userId, from: to - keptDays - 2, to });
    },
    /** What they did on a day stays in the total of the server's day, which names nobody. */
    forgetDay: (of: PersonDay): void => ofDay.forEach((statement) => statement.run(of)),
  };
}

/** In this order: each leaves what the next one needs. */
function forgettingStatements(sqlite: Sqlite.Database): readonly Sqlite.Statement<[PersonDay]>[] {
  const ofThem = 'guild_id = @guildId AND day = @day AND user_id = @userId';
  const ofTheDay = 'guild_id = @guildId AND day = @day';
  return [
    `INSERT INTO activity_days (guild_id, day, people, ${sums.join(', ')})
     SELECT guild_id, day, 1, ${sums.map((name) => `sum(${name})`).join(', ')} FROM activity
       WHERE ${ofThem} GROUP BY guild_id, day
     ON CONFLICT DO UPDATE SET people = people + excluded.people,
       ${sums.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
    `DELETE FROM activity WHERE ${ofThem}`,
    `DELETE FROM activity_replies WHERE ${ofTheDay} AND (from_id = @userId OR to_id = @userId)`,
    `UPDATE conversations SET people = people - 1 WHERE ${ofTheDay}
       AND EXISTS (SELECT 1 FROM conversation_people WHERE conversation_id = id AND user_id = @userId)`,
    `DELETE FROM conversation_people WHERE user_id = @userId
       AND conversation_id IN (SELECT id FROM conversations WHERE ${ofTheDay})`,
    `DELETE FROM conversations WHERE ${ofTheDay} AND people < 1`,
    // A conversation of others stays one; nobody is told who began it, and it is in no number of beginnings.
    `UPDATE conversations SET starter_id = '', by_newcomer = 0, by_staff = 1 WHERE ${ofTheDay} AND starter_id = @userId`,
  ].map((sql) => sqlite.prepare<[PersonDay]>(sql));
}
