import type Sqlite from 'better-sqlite3';
import type { AmaEvent, AmaEventKind } from './model.ts';

export type EventRepository = ReturnType<typeof createEventRepository>;

export interface NewEvent {
  amaId: number;
  questionId?: number | undefined;
  at: number;
  kind: AmaEventKind;
  /** Left out: the clock, or Discord. */
  actorId?: string | undefined;
  detail?: Readonly<Record<string, string | number>> | undefined;
}

interface EventRow {
  id: number;
  ama_id: number;
  question_id: number | null;
  at: number;
  kind: AmaEventKind;
  actor_id: string | null;
  detail: string;
}

/** The audit trail: only ever added to. */
export function createEventRepository(sqlite: Sqlite.Database) {
  const insert = sqlite.prepare(
    'INSERT INTO ama_events (ama_id, question_id, at, kind, actor_id, detail) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const byId = sqlite.prepare<[number], EventRow>('SELECT * FROM ama_events WHERE id = ?');
  const newest = sqlite.prepare<[number, number], EventRow>(
    'SELECT * FROM ama_events WHERE ama_id = ? ORDER BY id DESC LIMIT ?',
  );

  const since = sqlite.prepare<[number, AmaEventKind, number], EventRow>(
    'SELECT * FROM ama_events WHERE ama_id = ? AND kind = ? AND at >= ? ORDER BY id',
  );

  return {
    /** Tells its id. */
    add({ amaId, questionId, at, kind, actorId, detail = {} }: NewEvent): number {
      const row = [amaId, questionId ?? null, at, kind, actorId ?? null, JSON.stringify(detail)] as const;
      return Number(insert.run(...row).lastInsertRowid);
    },
    find(id: number): AmaEvent | undefined {
      const row = byId.get(id);
      return row && asEvent(row);
    },
    since: (amaId: number, kind: AmaEventKind, at: number): AmaEvent[] =>
      since.all(amaId, kind, at).map(asEvent),
    newest: (amaId: number, limit: number): AmaEvent[] => newest.all(amaId, limit).map(asEvent),
  };
}

function asEvent(row: EventRow): AmaEvent {
  return {
    id: row.id,
    amaId: row.ama_id,
    questionId: row.question_id ?? undefined,
    at: row.at,
    kind: row.kind,
    actorId: row.actor_id ?? undefined,
    detail: JSON.parse(row.detail) as AmaEvent['detail'],
  };
}
