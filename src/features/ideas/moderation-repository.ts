import type Sqlite from 'better-sqlite3';

export type ModerationRepository = ReturnType<typeof createModerationRepository>;

/** Who may not submit any more, and what was reported. */
export function createModerationRepository(sqlite: Sqlite.Database) {
  const isBlocked = sqlite
    .prepare<[string, string], number>('SELECT 1 FROM idea_blocks WHERE guild_id = ? AND user_id = ?')
    .pluck();
  const block = sqlite.prepare(
    `INSERT INTO idea_blocks (guild_id, user_id, idea_id, by, at) VALUES (@guildId, @userId, @ideaId, @by, @at)
     ON CONFLICT (guild_id, user_id) DO NOTHING`,
  );
  const unblock = sqlite.prepare('DELETE FROM idea_blocks WHERE guild_id = ? AND user_id = ?');
  const report = sqlite.prepare(
    `INSERT INTO idea_reports (idea_id, user_id, reason, at) VALUES (@ideaId, @userId, @reason, @at)
     ON CONFLICT (idea_id, user_id) DO NOTHING`,
  );

  return {
    isBlocked: (guildId: string, userId: string): boolean => isBlocked.get(guildId, userId) !== undefined,
    /** False: they were blocked before. */
    block: (by: { guildId: string; userId: string; ideaId: number; by: string; at: number }): boolean =>
      block.run(by).changes > 0,
    /** False: they were not blocked. */
    unblock: (guildId: string, userId: string): boolean => unblock.run(guildId, userId).changes > 0,
    /** False: this person has reported it before. */
    report: (by: { ideaId: number; userId: string; reason: string; at: number }): boolean =>
      report.run(by).changes > 0,
  };
}
