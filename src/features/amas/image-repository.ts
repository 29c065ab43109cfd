import type Sqlite from 'better-sqlite3';
import type { ImageFile } from './ports.ts';

export type ImageRepository = ReturnType<typeof createImageRepository>;

/** Pictures of questions, until they are done with. */
export function createImageRepository(sqlite: Sqlite.Database) {
  const add = sqlite.prepare(
    'INSERT INTO ama_images (question_id, name, content_type, data) VALUES (?, ?, ?, ?)',
  );
  const ofQuestion = sqlite.prepare<[number], { name: string; content_type: string; data: Buffer }>(
    'SELECT name, content_type, data FROM ama_images WHERE question_id = ? ORDER BY id',
  );
  const drop = sqlite.prepare('DELETE FROM ama_images WHERE question_id = ?');
  // Once everything about the AMA was posted, or once nobody will see the question.
  const purge = sqlite.prepare(
    `DELETE FROM ama_images WHERE question_id IN (
       SELECT i.question_id FROM ama_images i JOIN ama_questions q ON q.id = i.question_id
       WHERE q.status_at < ? AND (q.status IN ('declined', 'withdrawn')
         OR (q.status = 'answered' AND q.answer_message_id IS NOT NULL)))`,
  );

  return {
    add(questionId: number, images: readonly ImageFile[]): void {
      for (const { name, contentType, data } of images) add.run(questionId, name, contentType, data);
    },
    of: (questionId: number): ImageFile[] =>
      ofQuestion
        .all(questionId)
        .map(({ name, content_type, data }) => ({ name, contentType: content_type, data })),
    drop(questionId: number): void {
      drop.run(questionId);
    },
    /** Of questions that were done with before `before`; tells how many. */
    purge: (before: number): number => purge.run(before).changes,
  };
}
