import type Sqlite from 'better-sqlite3';
import { readKept } from './kept.ts';
import type { Period } from './model.ts';
import type { Counted } from './ports.ts';

export type PeriodRepository = ReturnType<typeof createPeriodRepository>;

/** What was counted of periods that are over, so that a digest costs its own period and not the history. */
export function createPeriodRepository(sqlite: Sqlite.Database) {
  const find = sqlite
    .prepare<[string, number, number], string>(
      'SELECT counted FROM digest_periods WHERE guild_id = ? AND start_day = ? AND end_day = ?',
    )
    .pluck();
  const save = sqlite.prepare<[string, number, number, string]>(
    `INSERT INTO digest_periods (guild_id, start_day, end_day, counted) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET counted = excluded.counted`,
  );

  return {
    find(guildId: string, { start, end }: Period): Counted | undefined {
      const json = find.get(guildId, start, end);
      return json === undefined ? undefined : (readKept(json) as Counted);
    },
    save: (guildId: string, { start, end }: Period, counted: Counted): void =>
      void save.run(guildId, start, end, JSON.stringify(counted)),
  };
}
