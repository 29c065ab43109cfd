import type Sqlite from 'better-sqlite3';
import type { ReviewCase, Score, Scores } from './model.ts';

export type CaseRepository = ReturnType<typeof createCaseRepository>;

interface CaseRow {
  id: number;
  idea_id: number;
  opened_at: number;
  due_at: number;
  channel_id: string | null;
  message_id: string | null;
  closed_at: number | null;
  escalated_at: number | null;
}

interface ScoreRow extends Scores {
  reviewer_id: string;
  reason: string;
  at: number;
}

/** Review cases with their scores. Of one idea at most one is open; older ones are kept. */
export function createCaseRepository(sqlite: Sqlite.Database) {
  const byId = sqlite.prepare<[number], CaseRow>('SELECT * FROM idea_cases WHERE id = ?');
  const latest = sqlite.prepare<[number], CaseRow>(
    'SELECT * FROM idea_cases WHERE idea_id = ? ORDER BY id DESC LIMIT 1',
  );
  const byMessage = sqlite.prepare<[string], CaseRow>('SELECT * FROM idea_cases WHERE message_id = ?');
  const scores = sqlite.prepare<[number], ScoreRow>(
    `SELECT reviewer_id, fit, effort, demand, cost, reason, at FROM idea_scores WHERE case_id = ?
     ORDER BY at, reviewer_id`,
  );
  const open = sqlite.prepare('INSERT INTO idea_cases (idea_id, opened_at, due_at) VALUES (?, ?, ?)');
  const close = sqlite.prepare('UPDATE idea_cases SET closed_at = ? WHERE id = ? AND closed_at IS NULL');
  const reopen = sqlite.prepare(
    'UPDATE idea_cases SET closed_at = NULL, due_at = ? WHERE id = ? AND closed_at IS NOT NULL',
  );
  const saveScore = sqlite.prepare(
    `INSERT INTO idea_scores (case_id, reviewer_id, fit, effort, demand, cost, reason, at)
     VALUES (@caseId, @reviewerId, @fit, @effort, @demand, @cost, @reason, @at)
     ON CONFLICT (case_id, reviewer_id) DO UPDATE SET fit = excluded.fit, effort = excluded.effort,
       demand = excluded.demand, cost = excluded.cost, reason = excluded.reason, at = excluded.at`,
  );
  const savePlace = sqlite.prepare('UPDATE idea_cases SET channel_id = ?, message_id = ? WHERE id = ?');
  const escalate = sqlite.prepare(
    'UPDATE idea_cases SET escalated_at = ? WHERE id = ? AND closed_at IS NULL',
  );

  const asCase = (row: CaseRow | undefined): ReviewCase | undefined =>
    row && {
      id: row.id,
      ideaId: row.idea_id,
      openedAt: row.opened_at,
      dueAt: row.due_at,
      scores: scores.all(row.id).map(asScore),
      channelId: row.channel_id ?? undefined,
      messageId: row.message_id ?? undefined,
      closedAt: row.closed_at ?? undefined,
    };

  return {
    find: (id: number): ReviewCase | undefined => asCase(byId.get(id)),
    /** The open one, or the last that there was. */
    latest: (ideaId: number): ReviewCase | undefined => asCase(latest.get(ideaId)),
    findByMessage: (messageId: string): ReviewCase | undefined => asCase(byMessage.get(messageId)),
    /** Tells its id. */
    open: (ideaId: number, at: number, dueAt: number): number =>
      Number(open.run(ideaId, at, dueAt).lastInsertRowid),
    close: (id: number, at: number): boolean => close.run(at, id).changes > 0,
    reopen: (id: number, dueAt: number): boolean => reopen.run(dueAt, id).changes > 0,
    /** A second score of the same person replaces the first. */
    saveScore(caseId: number, { reviewerId, scores: given, reason, at }: Score): void {
      saveScore.run({ caseId, reviewerId, ...given, reason, at });
    },
    savePlace(id: number, place: { channelId: string; messageId: string } | undefined): void {
      savePlace.run(place?.channelId ?? null, place?.messageId ?? null, id);
    },
    /** Whether staff has been told before that this one is late. */
    wasEscalated: (id: number): boolean => (byId.get(id)?.escalated_at ?? null) !== null,
    escalate(id: number, at: number): void {
      escalate.run(at, id);
    },
  };
}

function asScore({ reviewer_id, fit, effort, demand, cost, reason, at }: ScoreRow): Score {
  return { reviewerId: reviewer_id, scores: { fit, effort, demand, cost }, reason, at };
}
