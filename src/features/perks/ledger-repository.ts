import type Sqlite from 'better-sqlite3';
import type { LedgerLine } from './ports.ts';

export type LedgerRepository = ReturnType<typeof createLedgerRepository>;

interface Row {
  at: number;
  perkId: number;
  perkName: string;
  kind: LedgerLine['kind'];
  userId: string | null;
  by: string | null;
  reason: string;
  count: number;
}

/** What was done with perks, by whom and for whom; never a code. */
export function createLedgerRepository(sqlite: Sqlite.Database) {
  const add = sqlite.prepare(
    `INSERT INTO perk_ledger (guild_id, perk_id, at, kind, user_id, by, reason, count)
     VALUES (@guildId, @perkId, @at, @kind, @userId, @by, @reason, @count)`,
  );
  const read = (which: string) =>
    sqlite.prepare<unknown[], Row>(
      `SELECT l.at, l.perk_id AS perkId, p.name AS perkName, l.kind, l.user_id AS userId, l.by, l.reason, l.count
       FROM perk_ledger l JOIN perks p ON p.id = l.perk_id WHERE ${which} ORDER BY l.id`,
    );
  const ofGuild = read('l.guild_id = ?');
  const ofPerk = read('l.guild_id = ? AND l.perk_id = ?');

  return {
    add(line: Omit<LedgerLine, 'perkName'> & { guildId: string }): void {
      add.run({ ...line, userId: line.userId ?? null, by: line.by ?? null });
    },
    /** Oldest first. */
    of(guildId: string, perkId: number | undefined): LedgerLine[] {
      const rows = perkId === undefined ? ofGuild.all(guildId) : ofPerk.all(guildId, perkId);
      return rows.map(({ userId, by, ...line }) => ({
        ...line,
        userId: userId ?? undefined,
        by: by ?? undefined,
      }));
    },
  };
}
