import type Sqlite from 'better-sqlite3';
import type { IdeaText } from './model.ts';
import type { IdeaDraft, ImageFile } from './ports.ts';

export type DraftRepository = ReturnType<typeof createDraftRepository>;

export type NewDraft = Omit<IdeaDraft, 'id' | 'images' | 'ideaId'> & { interactionId: string; now: number };

export interface StoredDraft {
  draft: IdeaDraft;
  dropped: boolean;
}

interface DraftRow {
  id: number;
  guild_id: string;
  user_id: string;
  title: string;
  body: string;
  problem: string;
  category: string | null;
  anonymous: number;
  credit_id: string | null;
  dropped: number;
  idea_id: number | null;
}

interface ImageRow {
  name: string;
  content_type: string;
  data: Buffer;
}

/** Ideas in the making, and the pictures until they stand on Discord. */
export function createDraftRepository(sqlite: Sqlite.Database) {
  const byId = sqlite.prepare<[number], DraftRow>('SELECT * FROM idea_drafts WHERE id = ?');
  const byInteraction = sqlite.prepare<[string], DraftRow>(
    'SELECT * FROM idea_drafts WHERE interaction_id = ?',
  );
  const insert = sqlite.prepare(
    `INSERT INTO idea_drafts (guild_id, user_id, interaction_id, title, body, problem, category, anonymous, credit_id,
       changed_at, dropped)
     VALUES (@guildId, @userId, @interactionId, @title, @body, @problem, @category, @anonymous, @creditId, @now, 0)`,
  );
  const update = sqlite.prepare(
    `UPDATE idea_drafts SET title = @title, body = @body, problem = @problem, category = @category, changed_at = @now
     WHERE id = @id AND idea_id IS NULL AND dropped = 0`,
  );
  const drop = sqlite.prepare('UPDATE idea_drafts SET dropped = 1 WHERE id = ? AND idea_id IS NULL');
  const submitted = sqlite.prepare(
    'UPDATE idea_drafts SET idea_id = ? WHERE id = ? AND idea_id IS NULL AND dropped = 0',
  );
  const purge = sqlite.prepare('DELETE FROM idea_drafts WHERE changed_at < ?');
  const addImage = sqlite.prepare(
    'INSERT INTO idea_images (draft_id, name, content_type, data) VALUES (?, ?, ?, ?)',
  );
  const imageNames = sqlite.prepare<[number], Omit<ImageRow, 'data'>>(
    'SELECT name, content_type FROM idea_images WHERE draft_id = ? ORDER BY id',
  );
  const moveImages = sqlite.prepare('UPDATE idea_images SET idea_id = ?, draft_id = NULL WHERE draft_id = ?');
  const images = sqlite.prepare<[number], ImageRow>(
    'SELECT name, content_type, data FROM idea_images WHERE idea_id = ? ORDER BY id',
  );
  const dropImages = sqlite.prepare('DELETE FROM idea_images WHERE idea_id = ?');
  const dropDraftImages = sqlite.prepare('DELETE FROM idea_images WHERE draft_id = ?');

  const asDraft = (row: DraftRow | undefined): StoredDraft | undefined =>
    row && {
      dropped: row.dropped === 1,
      draft: {
        id: row.id,
        guildId: row.guild_id,
        userId: row.user_id,
        title: row.title,
        body: row.body,
        problem: row.problem,
        category: row.category ?? undefined,
        anonymous: row.anonymous === 1,
        creditId: row.credit_id ?? undefined,
        images: imageNames.all(row.id).map(({ name, content_type }) => ({ name, contentType: content_type })),
        ideaId: row.idea_id ?? undefined,
      },
    };

  return {
    find: (id: number): StoredDraft | undefined => asDraft(byId.get(id)),
    findByInteraction: (interactionId: string): StoredDraft | undefined =>
      asDraft(byInteraction.get(interactionId)),

    add(draft: NewDraft, pictures: readonly ImageFile[]): number {
      const { lastInsertRowid } = insert.run({
        ...draft,
        category: draft.category ?? null,
        anonymous: draft.anonymous ? 1 : 0,
        creditId: draft.creditId ?? null,
      });
      const id = Number(lastInsertRowid);
      for (const { name, contentType, data } of pictures) addImage.run(id, name, contentType, data);
      return id;
    },
    /** False if it was submitted or dropped before. */
    change: (id: number, text: IdeaText, now: number): boolean =>
      update.run({ ...text, category: text.category ?? null, id, now }).changes > 0,
    /** Its pictures go at once. */
    drop(id: number): void {
      if (drop.run(id).changes > 0) dropDraftImages.run(id);
    },
    /** The pictures are the idea's from now on. False if it was submitted or dropped before. */
    markSubmitted(id: number, ideaId: number): boolean {
      if (submitted.run(ideaId, id).changes === 0) return false;
      moveImages.run(ideaId, id);
      return true;
    },
    /** Deletes drafts (not their ideas) that were last changed before `before`, with their pictures; tells how many. */
    purge: (before: number): number => purge.run(before).changes,

    images: (ideaId: number): ImageFile[] =>
      images.all(ideaId).map(({ name, content_type, data }) => ({ name, contentType: content_type, data })),
    dropImages(ideaId: number): void {
      dropImages.run(ideaId);
    },
  };
}
