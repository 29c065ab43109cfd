import type Sqlite from 'better-sqlite3';

export type HelpRepository = ReturnType<typeof createHelpRepository>;

export interface Help {
  guildId: string;
  userId: string;
  replies: number;
  reactions: number;
}

/** What others found worth an answer, by member and day. */
export function createHelpRepository(sqlite: Sqlite.Database) {
  const add = sqlite.prepare(
    `INSERT INTO member_help (day, guild_id, user_id, replies, reactions)
     VALUES (@day, @guildId, @userId, @replies, @reactions)
     ON CONFLICT DO UPDATE SET replies = replies + excluded.replies, reactions = reactions + excluded.reactions`,
  );
  // CROSS JOIN keeps the order: a short range of the key per day.
  const since = sqlite.prepare<[string, string], Omit<Help, 'guildId'>>(
    `SELECT m.user_id AS userId, sum(m.replies) AS replies, sum(m.reactions) AS reactions FROM json_each(?) AS d
       CROSS JOIN member_help AS m ON m.day = d.value AND m.guild_id = ?
     GROUP BY m.user_id`,
  );
  const remove = sqlite.prepare<[number]>('DELETE FROM member_help WHERE day < ?');

  return {
    add: (help: Help & { day: number }): void => void add.run(help),
    onDays: (guildId: string, days: readonly number[]): Omit<Help, 'guildId'>[] =>
      since.all(JSON.stringify(days), guildId),
    deleteBefore: (day: number): number => remove.run(day).changes,
  };
}
