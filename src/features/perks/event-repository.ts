import type Sqlite from 'better-sqlite3';
import type { LedgerLine } from './ports.ts';

export interface NewPerkEvent {
  guildId: string;
  perkId: number;
  at: number;
  kind: LedgerLine['kind'];
  userId?: string | undefined;
  by?: string | undefined;
  reason?: string;
  count?: number;
}

/** The ledger: what happened to perks, without any code. */
export function createEventRepository(sqlite: Sqlite.Database) {
  const insert = sqlite.prepare(
    `INSERT INTO perk_events (guild_id, perk_id, at, kind, user_id, done_by, reason, count)
     VALUES (@guildId, @perkId, @at, @kind, @userId, @by, @reason, @count)`,
  );
  const lines = sqlite.prepare<[{ guildId: string; perkId: number | null }], Line>(
    `SELECT e.at, e.perk_id AS perkId, p.name AS perkName, e.kind, e.user_id AS userId, e.done_by AS by, e.reason, e.count
     FROM perk_events e JOIN perks p ON p.id = e.perk_id
     WHERE e.guild_id = @guildId AND (@perkId IS NULL OR e.perk_id = @perkId) ORDER BY e.id`,
  );
  return {
    add({ userId, by, reason = '', count = 1, ...event }: NewPerkEvent): void {
      insert.run({ ...event, userId: userId ?? null, by: by ?? null, reason, count });
    },
    /** Newest last. */
    lines: (guildId: string, perkId: number | undefined): LedgerLine[] =>
      lines
        .all({ guildId, perkId: perkId ?? null })
        .map(({ userId, by, ...line }) => ({ ...line, userId: userId ?? undefined, by: by ?? undefined })),
  };
}

type Line = Omit<LedgerLine, 'userId' | 'by'> & { userId: string | null; by: string | null };
