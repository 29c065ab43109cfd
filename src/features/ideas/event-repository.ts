import type Sqlite from 'better-sqlite3';
import type { IdeaEvent, IdeaEventKind, IdeaStatus } from './model.ts';

export type EventRepository = ReturnType<typeof createEventRepository>;

export interface NewEvent {
  ideaId: number;
  at: number;
  kind: IdeaEventKind;
  /** Left out: the clock, or Discord. */
  actorId?: string | undefined;
  from?: IdeaStatus | undefined;
  to?: IdeaStatus | undefined;
  detail?: Readonly<Record<string, string | number>> | undefined;
}

interface EventRow {
  id: number;
  idea_id: number;
  at: number;
  kind: IdeaEventKind;
  actor_id: string | null;
  from_status: IdeaStatus | null;
  to_status: IdeaStatus | null;
  detail: string;
}

/** The audit trail: only ever added to. */
export function createEventRepository(sqlite: Sqlite.Database) {
  const insert = sqlite.prepare(
    `INSERT INTO idea_events (idea_id, at, kind, actor_id, from_status, to_status, detail) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const byId = sqlite.prepare<[number], EventRow>('SELECT * FROM idea_events WHERE id = ?');
  const after = sqlite.prepare<[number, number], EventRow>(
    'SELECT * FROM idea_events WHERE idea_id = ? AND id > ? ORDER BY id',
  );
  const newest = sqlite.prepare<[number, number], EventRow>(
    'SELECT * FROM idea_events WHERE idea_id = ? ORDER BY id DESC LIMIT ?',
  );

  return {
    /** Tells its id. */
    add(event: NewEvent): number {
      const { ideaId, at, kind, actorId = null, from = null, to = null, detail = {} } = event;
      const { lastInsertRowid } = insert.run(ideaId, at, kind, actorId, from, to, JSON.stringify(detail));
      return Number(lastInsertRowid);
    },
    find(id: number): IdeaEvent | undefined {
      const row = byId.get(id);
      return row && asEvent(row);
    },
    /** Those later than `eventId`, oldest first. */
    after: (ideaId: number, eventId: number): IdeaEvent[] => after.all(ideaId, eventId).map(asEvent),
    newest: (ideaId: number, limit: number): IdeaEvent[] => newest.all(ideaId, limit).map(asEvent),
  };
}

function asEvent(row: EventRow): IdeaEvent {
  return {
    id: row.id,
    ideaId: row.idea_id,
    at: row.at,
    kind: row.kind,
    actorId: row.actor_id ?? undefined,
    from: row.from_status ?? undefined,
    to: row.to_status ?? undefined,
    detail: JSON.parse(row.detail) as IdeaEvent['detail'],
  };
}
