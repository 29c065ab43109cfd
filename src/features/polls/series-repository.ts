import type Sqlite from 'better-sqlite3';
import { asSpec } from './draft-repository.ts';
import type { PollSpec } from './model.ts';

export type SeriesRepository = ReturnType<typeof createSeriesRepository>;

export interface Series {
  id: number;
  guildId: string;
  channelId: string;
  parentId: string | undefined;
  creatorId: string;
  spec: PollSpec;
  timeZone: string;
  firstOpensAt: number;
  firstClosesAt: number;
  /** Of the newest poll made, from 0. */
  occurrence: number;
  active: boolean;
}

interface SeriesRow {
  id: number;
  guild_id: string;
  channel_id: string;
  parent_id: string | null;
  creator_id: string;
  spec: string;
  time_zone: string;
  first_opens_at: number;
  first_closes_at: number;
  occurrence: number;
  active: number;
}

/** Repeating polls. */
export function createSeriesRepository(sqlite: Sqlite.Database) {
  const byId = sqlite.prepare<[number], SeriesRow>('SELECT * FROM poll_series WHERE id = ?');
  const insert = sqlite.prepare(
    `INSERT INTO poll_series (guild_id, channel_id, parent_id, creator_id, spec, time_zone, first_opens_at, first_closes_at,
       occurrence, active)
     VALUES (@guildId, @channelId, @parentId, @creatorId, @spec, @timeZone, @firstOpensAt, @firstClosesAt, 0, 1)`,
  );
  const advance = sqlite.prepare(
    'UPDATE poll_series SET occurrence = ? WHERE id = ? AND active = 1 AND occurrence < ?',
  );
  const stop = sqlite.prepare('UPDATE poll_series SET active = 0 WHERE id = ? AND active = 1');

  return {
    find(id: number): Series | undefined {
      const row = byId.get(id);
      return row && asSeries(row);
    },

    add(series: Omit<Series, 'id' | 'occurrence' | 'active'>): number {
      const { parentId = null, spec } = series;
      return Number(insert.run({ ...series, parentId, spec: JSON.stringify(spec) }).lastInsertRowid);
    },

    /** Claims an occurrence: false if it, or a later one, was made before, or the series was stopped. */
    advance: (id: number, occurrence: number): boolean => advance.run(occurrence, id, occurrence).changes > 0,

    /** False if it was stopped before. */
    stop: (id: number): boolean => stop.run(id).changes > 0,
  };
}

function asSeries(row: SeriesRow): Series {
  return {
    id: row.id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    parentId: row.parent_id ?? undefined,
    creatorId: row.creator_id,
    spec: asSpec(row.spec),
    timeZone: row.time_zone,
    firstOpensAt: row.first_opens_at,
    firstClosesAt: row.first_closes_at,
    occurrence: row.occurrence,
    active: row.active === 1,
  };
}
