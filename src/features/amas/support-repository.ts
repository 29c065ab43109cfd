import type Sqlite from 'better-sqlite3';

export type SupportRepository = ReturnType<typeof createSupportRepository>;

/** What Hearth holds of one person and one question. */
export interface SupportStanding {
  supporting: boolean;
  /** The last press; undefined: never pressed. */
  interactionId: string | undefined;
  /** Asked the same: merged into it. */
  alsoAsked: boolean;
}

export interface SupportPress {
  questionId: number;
  userId: string;
  interactionId: string;
  now: number;
}

/** Supporters of questions: one row each, kept with a 0 when they go. */
export function createSupportRepository(sqlite: Sqlite.Database) {
  const standing = sqlite.prepare<
    [{ questionId: number; userId: string }],
    { supporting: number | null; interaction_id: string | null; also_asked: number }
  >(
    `SELECT s.supporting, s.interaction_id,
       EXISTS (SELECT 1 FROM ama_questions WHERE merged_into = @questionId AND asker_id = @userId) AS also_asked
     FROM (SELECT 1) LEFT JOIN ama_supporters s ON s.question_id = @questionId AND s.user_id = @userId`,
  );
  const save = sqlite.prepare(
    `INSERT INTO ama_supporters (question_id, user_id, supporting, since, interaction_id)
     VALUES (@questionId, @userId, @supporting, @now, @interactionId)
     ON CONFLICT (question_id, user_id) DO UPDATE SET supporting = excluded.supporting, since = excluded.since,
       interaction_id = excluded.interaction_id`,
  );
  const supported = sqlite
    .prepare<[{ questionIds: string; userId: string }], number>(
      `SELECT question_id FROM ama_supporters
       WHERE question_id IN (SELECT value FROM json_each(@questionIds)) AND user_id = @userId AND supporting = 1`,
    )
    .pluck();

  return {
    standing(questionId: number, userId: string): SupportStanding {
      const row = standing.get({ questionId, userId });
      return {
        supporting: row?.supporting === 1,
        interactionId: row?.interaction_id ?? undefined,
        alsoAsked: row?.also_asked === 1,
      };
    },
    save(press: SupportPress, supporting: boolean): void {
      save.run({ ...press, supporting: supporting ? 1 : 0 });
    },
    /** Those of these questions that this person supports. */
    supportedOf: (questionIds: readonly number[], userId: string): ReadonlySet<number> =>
      new Set(supported.all({ questionIds: JSON.stringify(questionIds), userId })),
  };
}
