import type Sqlite from 'better-sqlite3';

export type ResultRepository = ReturnType<typeof createResultRepository>;

/** What is read of one month together. */
export function createResultRepository(sqlite: Sqlite.Database) {
  const givers = sqlite
    .prepare<[string, string], number>(
      `SELECT count(DISTINCT giver_id) FROM shoutouts WHERE guild_id = ? AND month = ? AND status = 'given'`,
    )
    .pluck();
  const firstTimers = sqlite
    .prepare<[string, string], string>(
      `SELECT user_id FROM shoutout_members
       WHERE guild_id = ? AND first_received_month = ? AND received > 0 AND hidden = 0 ORDER BY user_id`,
    )
    .pluck();
  const values = sqlite
    .prepare<[string, string], string>(
      `SELECT DISTINCT value FROM shoutouts WHERE guild_id = ? AND month = ? AND status = 'given'`,
    )
    .pluck();
  const ids = sqlite
    .prepare<[string, string, string, number], number>(
      `SELECT id FROM shoutouts WHERE guild_id = ? AND month = ? AND value = ? AND status = 'given'
       ORDER BY id DESC LIMIT ?`,
    )
    .pluck();

  return {
    givers: (guildId: string, month: string): number => givers.get(guildId, month) ?? 0,
    /** Thanked for the first time ever. */
    firstTimers: (guildId: string, month: string): string[] => firstTimers.all(guildId, month),
    /** Keys of the values that were used; '' for none. */
    values: (guildId: string, month: string): string[] => values.all(guildId, month),
    /** The latest for a value. */
    latest: (guildId: string, month: string, value: string, limit: number): number[] =>
      ids.all(guildId, month, value, limit),
  };
}
