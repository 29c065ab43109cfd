import type Sqlite from 'better-sqlite3';

export type BlockRepository = ReturnType<typeof createBlockRepository>;

/**
 * Who may not ask any more. A block is known by the question through which it was made, and only there: if it showed
 * on other questions of the same person too, it would tell whose the anonymous ones are.
 */
export function createBlockRepository(sqlite: Sqlite.Database) {
  const has = sqlite.prepare<[number], number>('SELECT 1 FROM ama_blocks WHERE question_id = ?').pluck();
  const block = sqlite.prepare(
    `INSERT INTO ama_blocks (guild_id, user_id, question_id, by, at)
     SELECT guild_id, asker_id, id, @by, @at FROM ama_questions WHERE id = @questionId
     ON CONFLICT (question_id) DO NOTHING`,
  );
  const unblock = sqlite.prepare('DELETE FROM ama_blocks WHERE question_id = ?');

  return {
    isBlocked: (questionId: number): boolean => has.get(questionId) !== undefined,
    /** False: its asker was blocked through it before. */
    block: (by: { questionId: number; by: string; at: number }): boolean => block.run(by).changes > 0,
    /** False: nobody was blocked through it. */
    unblock: (questionId: number): boolean => unblock.run(questionId).changes > 0,
  };
}
