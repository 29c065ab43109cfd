import type Sqlite from 'better-sqlite3';
import type { AnswerKind, DeclineReason, Question, QuestionStatus } from './model.ts';
import { asQuestion, type QuestionRow } from './question-row.ts';

export type QuestionChangeRepository = ReturnType<typeof createQuestionChangeRepository>;

/** The question as whoever decides has just read it. */
interface Guard {
  id: number;
  from: QuestionStatus;
}

type At = Guard & { at: number };

/**
 * What becomes of questions. Each change is guarded by the status it was decided on: undefined means that somebody
 * else was quicker and nothing has changed.
 */
export function createQuestionChangeRepository(sqlite: Sqlite.Database) {
  const change = <Values extends Guard>(set: string): ((values: Values) => Question | undefined) => {
    const statement = sqlite.prepare<[Values], QuestionRow>(
      `UPDATE ama_questions SET ${set} WHERE id = @id AND status = @from RETURNING *`,
    );
    return (values) => {
      const row = statement.get(values);
      return row && asQuestion(row);
    };
  };

  const savePlace = sqlite.prepare(
    `UPDATE ama_questions SET answer_message_id = ? WHERE id = ? AND status = 'answered'`,
  );

  return {
    move: change<At & { to: QuestionStatus }>('status = @to, status_at = @at, unreviewed = 0'),
    decline: change<At & { reason: DeclineReason; words: string }>(
      `status = 'declined', status_at = @at, decline_reason = @reason, decline_words = @words`,
    ),
    answer: change<At & { kind: AnswerKind; text: string; by: string }>(
      `status = 'answered', status_at = @at, unreviewed = 0, answer_kind = @kind, answer_text = @text,
       answer_by = @by, answer_at = @at`,
    ),
    /** The asker's own words are kept; with them it is as if nobody had changed it. */
    edit: change<Guard & { text: string }>(
      'original = nullif(coalesce(original, text), @text), text = @text',
    ),
    tag: change<Guard & { tag: string | null }>('tag = @tag'),
    prepare: change<Guard & { text: string | null; by: string | null }>(
      'prepared_text = @text, prepared_by = @by',
    ),
    skip: change<Guard>('skips = skips + 1'),
    /** Where its answer stands. */
    saveAnswerPlace(id: number, messageId: string): void {
      savePlace.run(messageId, id);
    },
  };
}
