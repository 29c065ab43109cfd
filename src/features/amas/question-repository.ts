import type Sqlite from 'better-sqlite3';
import type { Question, QuestionStatus } from './model.ts';
import { asQuestion, type QuestionRow } from './question-row.ts';

export type QuestionRepository = ReturnType<typeof createQuestionRepository>;

export type NewQuestion = Pick<
  Question,
  'amaId' | 'guildId' | 'number' | 'askerId' | 'anonymous' | 'text' | 'askedAt' | 'firstTimer' | 'images'
> & { status: 'pending' | 'approved'; interactionId: string };

/** What an asker holds in an AMA and its server. */
export interface AskerStanding {
  blocked: boolean;
  /** How many of theirs wait for an answer (pending, approved or on air), and the number of the oldest of them. */
  waiting: number;
  waitingNumber: number | undefined;
  /** Never asked in another AMA of this server. */
  firstTimer: boolean;
}

/** Questions: asking and reading. What becomes of them: question-change-repository. */
export function createQuestionRepository(sqlite: Sqlite.Database) {
  const byId = sqlite.prepare<[number], QuestionRow>('SELECT * FROM ama_questions WHERE id = ?');
  const byInteraction = sqlite.prepare<[string], QuestionRow>(
    'SELECT * FROM ama_questions WHERE interaction_id = ?',
  );
  const byAnswer = sqlite.prepare<[string], QuestionRow>(
    'SELECT * FROM ama_questions WHERE answer_message_id = ?',
  );
  const merged = sqlite.prepare<[number], QuestionRow>(
    'SELECT * FROM ama_questions WHERE merged_into = ? ORDER BY asker_id, id',
  );
  const ofStatus = sqlite.prepare<[{ amaId: number; statuses: string }], QuestionRow>(
    `SELECT * FROM ama_questions WHERE ama_id = @amaId AND status IN (SELECT value FROM json_each(@statuses))
     ORDER BY number`,
  );
  const standing = sqlite.prepare<
    [{ guildId: string; amaId: number; userId: string }],
    { blocked: number; waiting: number; waiting_number: number | null; first_timer: number }
  >(
    `SELECT EXISTS (SELECT 1 FROM ama_blocks WHERE guild_id = @guildId AND user_id = @userId) AS blocked,
       count(number) AS waiting, min(number) AS waiting_number,
       NOT EXISTS (SELECT 1 FROM ama_questions
         WHERE guild_id = @guildId AND asker_id = @userId AND ama_id <> @amaId) AS first_timer
     FROM ama_questions
     WHERE guild_id = @guildId AND asker_id = @userId AND ama_id = @amaId
       AND status IN ('pending', 'approved', 'on-air')`,
  );
  const insert = sqlite.prepare(
    `INSERT INTO ama_questions (ama_id, guild_id, number, asker_id, anonymous, text, status, asked_at, status_at,
       first_timer, images, interaction_id)
     VALUES (@amaId, @guildId, @number, @askerId, @anonymous, @text, @status, @askedAt, @askedAt, @firstTimer, @images,
       @interactionId)`,
  );
  const withdraw = sqlite.prepare(
    `UPDATE ama_questions SET status = 'withdrawn', status_at = @at, merged_into = NULL WHERE id = @id AND status = @from`,
  );
  const parkRest = sqlite.prepare<[{ amaId: number; at: number }], QuestionRow>(
    `UPDATE ama_questions SET status = 'parked', status_at = @at, unreviewed = (status = 'pending')
     WHERE ama_id = @amaId AND status IN ('pending', 'approved', 'on-air') RETURNING *`,
  );
  const offAir = sqlite.prepare(
    `UPDATE ama_questions SET status = 'approved', status_at = @at WHERE ama_id = @amaId AND status = 'on-air'`,
  );
  const saveNotify = sqlite.prepare('UPDATE ama_questions SET notify = ? WHERE id = ?');
  const forgetAnswer = sqlite.prepare('UPDATE ama_questions SET answer_message_id = NULL WHERE id = ?');
  const forgetAnswers = sqlite.prepare(
    'UPDATE ama_questions SET answer_message_id = NULL WHERE ama_id = ? AND answer_message_id IS NOT NULL',
  );
  const moveSupports = sqlite.prepare('UPDATE ama_questions SET supports = supports + ? WHERE id = ?');

  const found = (row: QuestionRow | undefined): Question | undefined => row && asQuestion(row);

  return {
    find: (id: number): Question | undefined => found(byId.get(id)),
    findByInteraction: (interactionId: string): Question | undefined =>
      found(byInteraction.get(interactionId)),
    /** The one whose answer stands in this message. */
    findByAnswer: (messageId: string): Question | undefined => found(byAnswer.get(messageId)),
    /** What is asked together with it. */
    mergedInto: (id: number): Question[] => merged.all(id).map(asQuestion),
    /** All of an AMA in these statuses, by number. */
    ofStatus: (amaId: number, statuses: readonly QuestionStatus[]): Question[] =>
      ofStatus.all({ amaId, statuses: JSON.stringify(statuses) }).map(asQuestion),

    standing(guildId: string, amaId: number, userId: string): AskerStanding {
      const row = standing.get({ guildId, amaId, userId });
      return {
        blocked: row?.blocked === 1,
        waiting: row?.waiting ?? 0,
        waitingNumber: row?.waiting_number ?? undefined,
        firstTimer: row?.first_timer === 1,
      };
    },
    add: (question: NewQuestion): number =>
      Number(
        insert.run({
          ...question,
          anonymous: question.anonymous ? 1 : 0,
          firstTimer: question.firstTimer ? 1 : 0,
        }).lastInsertRowid,
      ),
    /** False: somebody else was quicker. */
    withdraw: (id: number, from: QuestionStatus, at: number): boolean =>
      withdraw.run({ id, from, at }).changes > 0,
    /** At the end: whatever waits is kept for later. Tells which, by number. */
    parkRest: (amaId: number, at: number): Question[] =>
      parkRest
        .all({ amaId, at })
        .map(asQuestion)
        .toSorted((a, b) => a.number - b.number),
    /** It will not be answered in this AMA. */
    takeOffAir(amaId: number, at: number): void {
      offAir.run({ amaId, at });
    },
    saveNotify(id: number, notify: boolean): void {
      saveNotify.run(notify ? 1 : 0, id);
    },
    /** Its post was deleted. */
    forgetAnswer(id: number): void {
      forgetAnswer.run(id);
    },
    /** They stand in a thread that the AMA no longer has: nothing leads there by way of the new one. */
    forgetAnswers(amaId: number): void {
      forgetAnswers.run(amaId);
    },
    moveSupports(id: number, by: number): void {
      moveSupports.run(by, id);
    },
  };
}
