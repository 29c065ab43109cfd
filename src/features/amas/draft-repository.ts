import type Sqlite from 'better-sqlite3';
import type { AmaSpec } from './model.ts';
import type { AmaDraft } from './ports.ts';

export type DraftRepository = ReturnType<typeof createDraftRepository>;

export interface StoredDraft {
  draft: AmaDraft;
  dropped: boolean;
}

interface DraftRow {
  id: number;
  guild_id: string;
  user_id: string;
  spec: string;
  ama_id: number | null;
  published: number;
  dropped: number;
}

/** AMAs in the making, and changes of those that are. */
export function createDraftRepository(sqlite: Sqlite.Database) {
  const byId = sqlite.prepare<[number], DraftRow>('SELECT * FROM ama_drafts WHERE id = ?');
  const byInteraction = sqlite.prepare<[string], DraftRow>(
    'SELECT * FROM ama_drafts WHERE interaction_id = ?',
  );
  const insert = sqlite.prepare(
    `INSERT INTO ama_drafts (guild_id, user_id, interaction_id, spec, ama_id, changed_at)
     VALUES (@guildId, @userId, @interactionId, @spec, @amaId, @now)`,
  );
  const update = sqlite.prepare(
    `UPDATE ama_drafts SET spec = @spec, changed_at = @now WHERE id = @id AND published = 0 AND dropped = 0`,
  );
  const drop = sqlite.prepare('UPDATE ama_drafts SET dropped = 1 WHERE id = ? AND published = 0');
  const publish = sqlite.prepare(
    'UPDATE ama_drafts SET published = 1, ama_id = ? WHERE id = ? AND published = 0 AND dropped = 0',
  );
  const purge = sqlite.prepare('DELETE FROM ama_drafts WHERE changed_at < ?');

  return {
    find: (id: number): StoredDraft | undefined => asDraft(byId.get(id)),
    findByInteraction: (interactionId: string): StoredDraft | undefined =>
      asDraft(byInteraction.get(interactionId)),
    add: (draft: {
      guildId: string;
      userId: string;
      interactionId: string;
      spec: AmaSpec;
      amaId: number | undefined;
      now: number;
    }): number =>
      Number(
        insert.run({ ...draft, spec: JSON.stringify(draft.spec), amaId: draft.amaId ?? null })
          .lastInsertRowid,
      ),
    /** False if it was published or dropped before. */
    change: (id: number, spec: AmaSpec, now: number): boolean =>
      update.run({ id, spec: JSON.stringify(spec), now }).changes > 0,
    drop(id: number): void {
      drop.run(id);
    },
    /** False if it was published or dropped before. */
    markPublished: (id: number, amaId: number): boolean => publish.run(amaId, id).changes > 0,
    /** Deletes drafts that were last changed before `before`; tells how many. */
    purge: (before: number): number => purge.run(before).changes,
  };
}

function asDraft(row: DraftRow | undefined): StoredDraft | undefined {
  if (!row) return undefined;
  // JSON leaves out what is undefined.
  const spec = { stageId: undefined, ...(JSON.parse(row.spec) as object) } as AmaSpec;
  return {
    dropped: row.dropped === 1,
    draft: {
      id: row.id,
      guildId: row.guild_id,
      userId: row.user_id,
      spec,
      amaId: row.ama_id ?? undefined,
      published: row.published === 1,
    },
  };
}
