import type Sqlite from 'better-sqlite3';
import type { IdeaStatus, Merge } from './model.ts';

export type MergeRepository = ReturnType<typeof createMergeRepository>;

/** A merge with what undoing it restores. */
export interface StoredMerge {
  merge: Merge;
  source: {
    status: IdeaStatus;
    statusAt: number;
    deadline: number | undefined;
    reason: string | undefined;
    /** The case that the merge closed. */
    caseId: number | undefined;
    caseDueAt: number | undefined;
  };
}

interface MergeRow {
  id: number;
  source_id: number;
  target_id: number;
  by: string;
  at: number;
  undo_until: number;
  undone_at: number | null;
  objection: string | null;
  moved: number;
  source_status: IdeaStatus;
  source_status_at: number;
  source_deadline: number | null;
  source_reason: string | null;
  case_id: number | null;
  case_due_at: number | null;
}

export type NewMerge = StoredMerge['source'] &
  Pick<Merge, 'sourceId' | 'targetId' | 'by' | 'at' | 'undoUntil'>;

/** What else was merged into the same idea and brings the same person there. */
const otherMerge = (table: 'idea_supporters' | 'idea_followers', held: 'supporting' | 'following') =>
  `SELECT m.id FROM idea_merges m JOIN ${table} s ON s.idea_id = m.source_id
   WHERE m.target_id = ${table}.idea_id AND m.undone_at IS NULL AND s.user_id = ${table}.user_id AND s.${held} = 1
   ORDER BY m.id LIMIT 1`;

/** Merges, and who they move. The source keeps all its rows, so that it can be freed again as it was. */
export function createMergeRepository(sqlite: Sqlite.Database) {
  const byId = sqlite.prepare<[number], MergeRow>('SELECT * FROM idea_merges WHERE id = ?');
  const standing = sqlite.prepare<[number], MergeRow>(
    'SELECT * FROM idea_merges WHERE source_id = ? AND undone_at IS NULL',
  );
  const insert = sqlite.prepare(
    `INSERT INTO idea_merges (source_id, target_id, by, at, undo_until, moved, source_status, source_status_at,
       source_deadline, source_reason, case_id, case_due_at)
     VALUES (@sourceId, @targetId, @by, @at, @undoUntil, 0, @status, @statusAt, @deadline, @reason, @caseId, @caseDueAt)`,
  );
  const saveMoved = sqlite.prepare('UPDATE idea_merges SET moved = ? WHERE id = ?');
  const undo = sqlite.prepare(
    'UPDATE idea_merges SET undone_at = ?, undone_by = ?, objection = ? WHERE id = ? AND undone_at IS NULL',
  );
  const restore = sqlite.prepare(
    `UPDATE ideas SET status = @status, status_at = @statusAt, deadline = @deadline, reason = @reason,
       merged_into = NULL, version = version + 1, refreshing = 1
     WHERE id = @sourceId AND status = 'merged' AND merged_into = @targetId`,
  );
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
    find: (id: number): StoredMerge | undefined => asMerge(byId.get(id)),
    /** By which this idea is merged into another now. */
    standing: (sourceId: number): StoredMerge | undefined => asMerge(standing.get(sourceId)),

    /** Tells its id. */
    add(merge: NewMerge): number {
      const { deadline = null, reason = null, caseId = null, caseDueAt = null, ...rest } = merge;
      return Number(insert.run({ ...rest, deadline, reason, caseId, caseDueAt }).lastInsertRowid);
    },
    /** False: it was undone before. */
    undo: (id: number, by: { at: number; userId: string; objection: string | undefined }): boolean =>
      undo.run(by.at, by.userId, by.objection ?? null, id).changes > 0,
    /** The source as it was. False where it is not merged into that target any more. */
    restore(
      { merge: { sourceId, targetId }, source: { status, statusAt, reason } }: StoredMerge,
      deadline: number | undefined,
    ): boolean {
      const state = {
        sourceId,
        targetId,
        status,
        statusAt,
        reason: reason ?? null,
        deadline: deadline ?? null,
      };
      return restore.run(state).changes > 0;
    },

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

function asMerge(row: MergeRow | undefined): StoredMerge | undefined {
  return (
    row && {
      merge: {
        id: row.id,
        sourceId: row.source_id,
        targetId: row.target_id,
        by: row.by,
        at: row.at,
        undoUntil: row.undo_until,
        undoneAt: row.undone_at ?? undefined,
        objection: row.objection ?? undefined,
        moved: row.moved,
      },
      source: {
        status: row.source_status,
        statusAt: row.source_status_at,
        deadline: row.source_deadline ?? undefined,
        reason: row.source_reason ?? undefined,
        caseId: row.case_id ?? undefined,
        caseDueAt: row.case_due_at ?? undefined,
      },
    }
  );
}
