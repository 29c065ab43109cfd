import type Sqlite from 'better-sqlite3';
import type { QuestionStatus } from './model.ts';

export type MergeRepository = ReturnType<typeof createMergeRepository>;

interface Merging {
  sourceId: number;
  targetId: number;
}

/** Questions that are asked together. */
export function createMergeRepository(sqlite: Sqlite.Database) {
  const merge = sqlite.prepare(
    `UPDATE ama_questions SET status = 'merged', status_at = @at, merged_into = @targetId, unreviewed = 0
     WHERE id = @sourceId AND status = @from
       AND EXISTS (SELECT 1 FROM ama_questions t WHERE t.id = @targetId AND t.status = @targetStatus)`,
  );
  const follow = sqlite.prepare(
    'UPDATE ama_questions SET merged_into = @targetId WHERE merged_into = @sourceId',
  );
  // Whoever asked it, or the same in other words, counts as an asker.
  const askers = `SELECT asker_id FROM ama_questions WHERE id = @targetId OR merged_into = @targetId`;
  // Who pressed there before keeps that press, so that it is known if it is delivered again.
  const moveSupporters = sqlite.prepare(
    `INSERT INTO ama_supporters (question_id, user_id, supporting, since, interaction_id)
     SELECT @targetId, user_id, 1, since, '0' FROM ama_supporters
     WHERE question_id = @sourceId AND supporting = 1
     ON CONFLICT (question_id, user_id) DO UPDATE SET supporting = 1, since = excluded.since WHERE supporting = 0`,
  );
  const dropAskers = sqlite.prepare(
    `UPDATE ama_supporters SET supporting = 0 WHERE question_id = @targetId AND supporting = 1 AND user_id IN (${askers})`,
  );
  const count = sqlite.prepare(
    `UPDATE ama_questions SET
       supports = (SELECT count(*) FROM ama_supporters WHERE question_id = @targetId AND supporting = 1),
       also_asked = (SELECT count(DISTINCT m.asker_id) FROM ama_questions m
         WHERE m.merged_into = @targetId AND m.asker_id <> ama_questions.asker_id)
     WHERE id = @targetId`,
  );

  const eldest = sqlite
    .prepare<[number], number>('SELECT id FROM ama_questions WHERE merged_into = ? ORDER BY number LIMIT 1')
    .pluck();
  const free = sqlite.prepare(
    `UPDATE ama_questions SET status = @to, status_at = @at, merged_into = NULL WHERE id = @id`,
  );
  const supports = sqlite
    .prepare<[number], number>('SELECT supports FROM ama_questions WHERE id = ?')
    .pluck();

  /** Everybody counts once: as an asker, or else as a supporter. */
  const gather = (merging: Merging): void => {
    moveSupporters.run(merging);
    dropAskers.run({ targetId: merging.targetId });
    count.run({ targetId: merging.targetId });
  };

  return {
    /** False: one of them does not stand any more where it was. What was merged into the source moves on with it. */
    merge(
      { sourceId, targetId }: Merging,
      given: { from: QuestionStatus; targetStatus: QuestionStatus; at: number },
    ): boolean {
      if (merge.run({ sourceId, targetId, ...given }).changes === 0) return false;
      follow.run({ sourceId, targetId });
      gather({ sourceId, targetId });
      return true;
    },
    /** Somebody who asked the same took it back: they count there no longer. */
    recount(targetId: number): void {
      count.run({ targetId });
    },
    /**
     * A question was taken back that others asked, too: the oldest of theirs stands in its place, with everybody who
     * wanted to know. Undefined where nobody else asked it.
     */
    passOn(
      sourceId: number,
      { to, at }: { to: 'pending' | 'approved'; at: number },
    ): { supports: number } | undefined {
      const id = eldest.get(sourceId);
      if (id === undefined) return undefined;
      free.run({ id, to, at });
      follow.run({ sourceId, targetId: id });
      gather({ sourceId, targetId: id });
      return { supports: supports.get(id) ?? 0 };
    },
  };
}
