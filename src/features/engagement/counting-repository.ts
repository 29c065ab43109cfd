import type Sqlite from 'better-sqlite3';
import type { CountingSettings } from './model.ts';

export type CountingRepository = ReturnType<typeof createCountingRepository>;

/** How a server is counted, and since when (UTC ms). */
export interface CountedGuild extends CountingSettings {
  since: number;
  historyFrom: number;
  /** Local day. What members did before it is forgotten. */
  keptFrom: number;
}

/** Before the id of a channel for staff that is counted all the same. */
const COUNTED = '!';

interface Row {
  since: number;
  historyFrom: number;
  excluded: string;
  retentionMonths: number;
  keptFrom: number;
}

export function createCountingRepository(sqlite: Sqlite.Database) {
  const find = sqlite.prepare<[string], Row>(
    `SELECT since, history_from AS historyFrom, excluded_channel_ids AS excluded,
       retention_months AS retentionMonths, kept_from AS keptFrom FROM counting WHERE guild_id = ?`,
  );
  const begin = sqlite.prepare(
    `INSERT INTO counting (guild_id, since, history_from) VALUES (@guildId, @since, @historyFrom)
     ON CONFLICT DO NOTHING`,
  );
  const decide = sqlite.prepare(
    `UPDATE counting SET excluded_channel_ids = @excluded, retention_months = @retentionMonths
     WHERE guild_id = @guildId`,
  );

  const forgotten = sqlite.prepare(
    'UPDATE counting SET kept_from = @day WHERE guild_id = @guildId AND kept_from < @day',
  );

  return {
    /** Undefined: nothing of this server was ever counted. */
    find(guildId: string): CountedGuild | undefined {
      const row = find.get(guildId);
      if (!row) return undefined;
      const { excluded, ...rest } = row;
      const ids = JSON.parse(excluded) as string[];
      return {
        ...rest,
        excludedChannelIds: ids.filter((id) => !id.startsWith(COUNTED)),
        includedChannelIds: ids.filter((id) => id.startsWith(COUNTED)).map((id) => id.slice(COUNTED.length)),
      };
    },
    begin: (guildId: string, since: number, historyFrom: number): void =>
      void begin.run({ guildId, since, historyFrom }),
    /** What members did before this local day is forgotten from now on; that never becomes less. */
    keepFrom: (guildId: string, day: number): void => void forgotten.run({ guildId, day }),
    decide(guildId: string, settings: CountingSettings): void {
      const { excludedChannelIds, includedChannelIds, retentionMonths } = settings;
      const excluded = [...excludedChannelIds, ...includedChannelIds.map((id) => `${COUNTED}${id}`)];
      decide.run({ guildId, excluded: JSON.stringify(excluded), retentionMonths });
    },
  };
}
