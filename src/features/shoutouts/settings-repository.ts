import type Sqlite from 'better-sqlite3';
import type { Badge, ShoutoutSettings, Value } from './model.ts';

export type ShoutoutSettingsRepository = ReturnType<typeof createSettingsRepository>;

interface Row {
  channel_id: string | null;
  brand_values: string;
  last_key: number;
  budget: number;
  pair_days: number;
  back_hours: number;
  pictures: number;
  round_up: number;
  staff_on_boards: number;
  badges: string;
}

export interface StoredSettings {
  settings: ShoutoutSettings;
  lastKey: number;
}

export function createSettingsRepository(sqlite: Sqlite.Database) {
  const one = sqlite.prepare<[string], Row>('SELECT * FROM shoutout_settings WHERE guild_id = ?');
  const guilds = sqlite
    .prepare<[], string>('SELECT guild_id FROM shoutout_settings WHERE channel_id IS NOT NULL')
    .pluck();
  const save = sqlite.prepare(
    `INSERT INTO shoutout_settings (guild_id, channel_id, brand_values, last_key, budget, pair_days, back_hours, pictures,
       round_up, staff_on_boards, badges, changed_at, changed_by)
     VALUES (@guildId, @channelId, @values, @lastKey, @budget, @pairDays, @backHours, @pictures, @roundUp,
       @staffOnBoards, @badges, @at, @by)
     ON CONFLICT (guild_id) DO UPDATE SET channel_id = excluded.channel_id, brand_values = excluded.brand_values,
       last_key = excluded.last_key, budget = excluded.budget, pair_days = excluded.pair_days,
       back_hours = excluded.back_hours, pictures = excluded.pictures, round_up = excluded.round_up,
       staff_on_boards = excluded.staff_on_boards, badges = excluded.badges, changed_at = excluded.changed_at,
       changed_by = excluded.changed_by`,
  );

  return {
    find(guildId: string): StoredSettings | undefined {
      const row = one.get(guildId);
      return row && { settings: settingsOf(row), lastKey: row.last_key };
    },
    save(guildId: string, { settings, lastKey }: StoredSettings, change: { at: number; by: string }): void {
      const { channelId, values, badges, pictures, roundUp, staffOnBoards, ...numbers } = settings;
      save.run({
        ...numbers,
        ...change,
        guildId,
        lastKey,
        channelId: channelId ?? null,
        values: JSON.stringify(values),
        badges: JSON.stringify(badges),
        pictures: Number(pictures),
        roundUp: Number(roundUp),
        staffOnBoards: Number(staffOnBoards),
      });
    },
    /** Servers where something can be given. */
    guilds: (): string[] => guilds.all(),
  };
}

function settingsOf(row: Row): ShoutoutSettings {
  return {
    channelId: row.channel_id ?? undefined,
    values: JSON.parse(row.brand_values) as Value[],
    budget: row.budget,
    pairDays: row.pair_days,
    backHours: row.back_hours,
    pictures: row.pictures === 1,
    roundUp: row.round_up === 1,
    staffOnBoards: row.staff_on_boards === 1,
    badges: JSON.parse(row.badges) as Badge[],
  };
}
