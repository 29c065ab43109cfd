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

/** Merges themselves, and the way back of their sources. */
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
  const undo = sqlite.prepare(
    'UPDATE idea_merges SET undone_at = ?, undone_by = ?, objection = ? WHERE id = ? AND undone_at IS NULL',
  );
  const restore = sqlite.prepare(
    `UPDATE ideas SET status = @status, status_at = @statusAt, deadline = @deadline, reason = @reason,
       merged_into = NULL, version = version + 1, refreshing = 1
     WHERE id = @sourceId AND status = 'merged' AND merged_into = @targetId`,
  );
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
