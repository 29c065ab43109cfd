import type Sqlite from 'better-sqlite3';
import type { DeclineReason, Question, QuestionStatus } from './model.ts';
import { asQuestion, type QuestionRow } from './question-row.ts';
import type { Candidate } from './ranking.ts';

export type ResultRepository = ReturnType<typeof createResultRepository>;

/** What the receipt is counted from. */
export interface Outcome {
  status: QuestionStatus;
  askerId: string;
  firstTimer: boolean;
  supports: number;
  reason: DeclineReason | undefined;
  /** Parked before anybody had reviewed it. */
  unreviewed: boolean;
}

type CandidateRow = [number, number, string, number, number, number, number];

/** What is read across the questions of one AMA: thin rows, since there may be thousands. */
export function createResultRepository(sqlite: Sqlite.Database) {
  const candidates = sqlite
    .prepare<[number], CandidateRow>(
      `SELECT id, number, asker_id, supports, also_asked, skips, first_timer FROM ama_questions
       WHERE ama_id = ? AND status = 'approved'`,
    )
    .raw();
  // Whoever's question was merged into an answered one has an answer, too.
  const answered = sqlite
    .prepare<[{ amaId: number }], string>(
      `SELECT asker_id FROM ama_questions WHERE ama_id = @amaId AND status = 'answered'
       UNION SELECT m.asker_id FROM ama_questions m JOIN ama_questions t ON t.id = m.merged_into
       WHERE m.ama_id = @amaId AND m.status = 'merged' AND t.status = 'answered'`,
    )
    .pluck();
  const byIds = sqlite.prepare<[string], QuestionRow>(
    'SELECT * FROM ama_questions WHERE id IN (SELECT value FROM json_each(?))',
  );
  const counts = sqlite.prepare<[number], { status: QuestionStatus; count: number }>(
    'SELECT status, count(*) AS count FROM ama_questions WHERE ama_id = ? GROUP BY status',
  );
  const oldest = sqlite.prepare<[number, QuestionStatus, number, number], QuestionRow>(
    'SELECT * FROM ama_questions WHERE ama_id = ? AND status = ? ORDER BY id LIMIT ? OFFSET ?',
  );
  const outcomes = sqlite.prepare<
    [number],
    {
      status: QuestionStatus;
      asker_id: string;
      first_timer: number;
      supports: number;
      reason: DeclineReason | null;
      unreviewed: number;
    }
  >(
    `SELECT status, asker_id, first_timer, supports, decline_reason AS reason, unreviewed FROM ama_questions WHERE ama_id = ?`,
  );
  const all = sqlite.prepare<[number], QuestionRow>(
    'SELECT * FROM ama_questions WHERE ama_id = ? ORDER BY number',
  );
  const words = sqlite.prepare<
    [{ amaId: number; statuses: string }],
    { id: number; number: number; text: string }
  >(
    `SELECT id, number, text FROM ama_questions
     WHERE ama_id = @amaId AND status IN (SELECT value FROM json_each(@statuses))
     ORDER BY supports + also_asked DESC, number`,
  );

  return {
    candidates: (amaId: number): Candidate[] =>
      candidates.all(amaId).map(([id, number, askerId, supports, alsoAsked, skips, firstTimer]) => ({
        id,
        number,
        askerId,
        supports,
        alsoAsked,
        skips,
        firstTimer: firstTimer === 1,
      })),
    /** Who has an answer in this AMA. */
    answeredAskers: (amaId: number): ReadonlySet<string> => new Set(answered.all({ amaId })),
    /** In the order of the ids. */
    inOrder(ids: readonly number[]): Question[] {
      const found = new Map(byIds.all(JSON.stringify(ids)).map((row) => [row.id, asQuestion(row)]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },
    counts(amaId: number): Record<QuestionStatus, number> {
      const none = { pending: 0, approved: 0, 'on-air': 0, answered: 0 };
      const found = { ...none, parked: 0, declined: 0, merged: 0, withdrawn: 0 };
      for (const { status, count } of counts.all(amaId)) found[status] = count;
      return found;
    },
    oldest: (amaId: number, status: QuestionStatus, part: { limit: number; offset: number }): Question[] =>
      oldest.all(amaId, status, part.limit, part.offset).map(asQuestion),
    outcomes: (amaId: number): Outcome[] =>
      outcomes.all(amaId).map(({ status, asker_id, first_timer, supports, reason, unreviewed }) => ({
        status,
        askerId: asker_id,
        firstTimer: first_timer === 1,
        supports,
        reason: reason ?? undefined,
        unreviewed: unreviewed === 1,
      })),
    /** By number. */
    all: (amaId: number): Question[] => all.all(amaId).map(asQuestion),
    /** To look for some by their words; what most people want first. */
    words: (amaId: number, statuses: readonly QuestionStatus[]) =>
      words.all({ amaId, statuses: JSON.stringify(statuses) }),
  };
}
