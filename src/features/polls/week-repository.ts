import type Sqlite from 'better-sqlite3';

/** What those in charge hear of polls once a week. */
export function createPollWeekRepository(sqlite: Sqlite.Database) {
  const told = sqlite.prepare<[string, number, number], { part: number; of: number }>(
    `SELECT count(*) AS "of", coalesce(sum(finished_at IS NOT NULL AND close_reason <> 'lost'), 0) AS part
     FROM polls WHERE guild_id = ? AND status = 'closed' AND closed_at >= ? AND closed_at < ?`,
  );
  return {
    /** Of the polls that ended within that time (UTC ms) those whose outcome stands where they were asked. */
    withOutcome: (guildId: string, from: number, to: number) =>
      told.get(guildId, from, to) ?? { part: 0, of: 0 },
  };
}
