import type Sqlite from 'better-sqlite3';
import type { Merge } from './model.ts';

export type MoveRepository = ReturnType<typeof createMoveRepository>;

/** What else was merged into the same idea and brings the same person there. */
const otherMerge = (table: 'idea_supporters' | 'idea_followers', held: 'supporting' | 'following') =>
  `SELECT m.id FROM idea_merges m JOIN ${table} s ON s.idea_id = m.source_id
   WHERE m.target_id = ${table}.idea_id AND m.undone_at IS NULL AND s.user_id = ${table}.user_id AND s.${held} = 1
   ORDER BY m.id LIMIT 1`;

/** Whom merges move. The source keeps all its rows, so that it can be freed again as it was. */
export function createMoveRepository(sqlite: Sqlite.Database) {
  const saveMoved = sqlite.prepare('UPDATE idea_merges SET moved = ? WHERE id = ?');
  // Who pressed there before keeps that press, so that it is known if it is delivered again.
  const moveSupporters = sqlite.prepare(
    `INSERT INTO idea_supporters (idea_id, user_id, supporting, since, interaction_id, via_merge)
     SELECT @targetId, user_id, 1, since, '0', @id FROM idea_supporters
     WHERE idea_id = @sourceId AND supporting = 1 AND user_id <> @except
     ON CONFLICT (idea_id, user_id) DO UPDATE SET supporting = 1, since = excluded.since, via_merge = excluded.via_merge
     WHERE supporting = 0`,
  );
  // Who has said there that they do not want to be told is left alone.
  const moveFollowers = sqlite.prepare(
    `INSERT INTO idea_followers (idea_id, user_id, following, since, interaction_id, via_merge)
     SELECT @targetId, user_id, 1, since, '0', @id FROM idea_followers
     WHERE idea_id = @sourceId AND following = 1 AND user_id <> @except
     ON CONFLICT (idea_id, user_id) DO NOTHING`,
  );
  // Of those whom a merge brought: all (`sourceId` null), or who does not support its source any more.
  const orphaned = (held: 'supporting' | 'following', table: 'idea_supporters' | 'idea_followers') =>
    `via_merge = @id AND (@sourceId IS NULL OR NOT EXISTS (SELECT 1 FROM ${table} b
       WHERE b.idea_id = @sourceId AND b.user_id = ${table}.user_id AND b.${held} = 1))`;
  const passOn = (held: 'supporting' | 'following', table: 'idea_supporters' | 'idea_followers') =>
    sqlite.prepare(
      `UPDATE ${table} SET via_merge = (${otherMerge(table, held)})
       WHERE ${orphaned(held, table)} AND EXISTS (${otherMerge(table, held)})`,
    );
  const passOnSupporters = passOn('supporting', 'idea_supporters');
  const passOnFollowers = passOn('following', 'idea_followers');
  const removeSupporters = sqlite.prepare(
    `UPDATE idea_supporters SET supporting = 0, via_merge = NULL WHERE ${orphaned('supporting', 'idea_supporters')}`,
  );
  const removeFollowers = sqlite.prepare(
    `DELETE FROM idea_followers WHERE ${orphaned('following', 'idea_followers')}`,
  );
  const takeBack = (given: { id: number; sourceId: number | null }): number => {
    passOnSupporters.run(given);
    passOnFollowers.run(given);
    removeFollowers.run(given);
    return removeSupporters.run(given).changes;
  };

  return {
    /** Tells how many came who did not support the target before. `except`: its author. */
    moveSupporters(
      { id, sourceId, targetId }: Pick<Merge, 'id' | 'sourceId' | 'targetId'>,
      except: string | undefined,
    ): number {
      const { changes } = moveSupporters.run({ id, sourceId, targetId, except: except ?? '' });
      saveMoved.run(changes, id);
      return changes;
    },
    moveFollowers(
      { id, sourceId, targetId }: Pick<Merge, 'id' | 'sourceId' | 'targetId'>,
      except: string | undefined,
    ): void {
      moveFollowers.run({ id, sourceId, targetId, except: except ?? '' });
    },
    /**
     * After `undo`: takes those away whom only this merge brought; who is also there by another one stays by that.
     * Tells how many supporters fewer there are.
     */
    takeBack: (id: number): number => takeBack({ id, sourceId: null }),
    /** Of a merge that stands: the same for those who are not in its source any more. */
    takeBackOrphans: ({ id, sourceId }: Pick<Merge, 'id' | 'sourceId'>): number => takeBack({ id, sourceId }),
  };
}
