import type Sqlite from 'better-sqlite3';
import type { AnswerKind, DeclineReason, Question, QuestionStatus } from './model.ts';
import { asQuestion, type QuestionRow } from './question-row.ts';

export type QuestionChangeRepository = ReturnType<typeof createQuestionChangeRepository>;

type Values = Readonly<Record<string, string | number | null>>;

/** What a change writes; `from`: the status that whoever decides has just read. */
type Change<T = unknown> = (change: { id: number; from: QuestionStatus } & T) => Question | undefined;
type At = { at: number };

interface Changes {
  move: Change<At & { to: QuestionStatus }>;
  decline: Change<At & { reason: DeclineReason; words: string }>;
  answer: Change<At & { kind: AnswerKind; text: string; by: string }>;
  /** The asker's own words are kept; with them it is as if nobody had changed it. */
  edit: Change<{ text: string }>;
  tag: Change<{ tag: string | null }>;
  prepare: Change<{ text: string | null; by: string | null }>;
  skip: Change;
}

/**
 * What becomes of questions. Each change is guarded by the status it was decided on: undefined means that somebody
 * else was quicker and nothing has changed.
 */
export function createQuestionChangeRepository(sqlite: Sqlite.Database) {
  const change = (set: string) => {
    const statement = sqlite.prepare<[Values], QuestionRow>(
      `UPDATE ama_questions SET ${set} WHERE id = @id AND status = @from RETURNING *`,
    );
    return (values: Values): Question | undefined => {
      const row = statement.get(values);
      return row && asQuestion(row);
    };
  };
  const savePlace = sqlite.prepare(
    `UPDATE ama_questions SET answer_message_id = ? WHERE id = ? AND status = 'answered'`,
  );

  const changes: Changes = {
    move: change('status = @to, status_at = @at, unreviewed = 0'),
    decline: change(
      `status = 'declined', status_at = @at, unreviewed = 0, decline_reason = @reason, decline_words = @words`,
    ),
    answer: change(
      `status = 'answered', status_at = @at, unreviewed = 0, answer_kind = @kind, answer_text = @text,
       answer_by = @by, answer_at = @at`,
    ),
    edit: change('original = nullif(coalesce(original, text), @text), text = @text'),
    tag: change('tag = @tag'),
    prepare: change('prepared_text = @text, prepared_by = @by'),
    skip: change('skips = skips + 1'),
  };

  return {
    ...changes,
    /** Where its answer stands. */
    saveAnswerPlace(id: number, messageId: string): void {
      savePlace.run(messageId, id);
    },
  };
}
