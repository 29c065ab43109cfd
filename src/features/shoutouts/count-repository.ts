import type Sqlite from 'better-sqlite3';

export type CountRepository = ReturnType<typeof createCountRepository>;

interface Bucket {
  guildId: string;
  period: string;
  /** '': any. */
  value: string;
}
export interface Line {
  userId: string;
  received: number;
}

/** Who is counted in the row that counts the shout-outs themselves. */
const ALL = '';

/** The counters of the boards. A page costs the page: they are read in the order of an index. */
export function createCountRepository(sqlite: Sqlite.Database) {
  const up = sqlite.prepare(
    `INSERT INTO shoutout_counts (guild_id, period, value, user_id, received) VALUES (@guildId, @period, @value, @userId, 1)
     ON CONFLICT (guild_id, period, value, user_id) DO UPDATE SET received = received + 1`,
  );
  // No upsert: SQLite judges the row that would be inserted, and that one would be below 0.
  const down = sqlite.prepare(
    `UPDATE shoutout_counts SET received = received - 1
     WHERE guild_id = @guildId AND period = @period AND value = @value AND user_id = @userId`,
  );
  const drop = sqlite.prepare(
    `DELETE FROM shoutout_counts
     WHERE guild_id = @guildId AND period = @period AND value = @value AND user_id = @userId AND received = 0`,
  );
  const one = sqlite
    .prepare<[Bucket & { userId: string }], number>(
      `SELECT received FROM shoutout_counts
       WHERE guild_id = @guildId AND period = @period AND value = @value AND user_id = @userId`,
    )
    .pluck();
  // The index holds everything that is asked for; who is left out is looked up in a list made once.
  const seen = `FROM shoutout_counts WHERE guild_id = @guildId AND period = @period AND value = @value AND user_id <> ''
    AND user_id NOT IN (SELECT value FROM json_each(@apart))`;
  const page = sqlite.prepare<[Bucket & { apart: string; limit: number; offset: number }], Line>(
    `SELECT user_id AS userId, received ${seen} ORDER BY received DESC, user_id DESC LIMIT @limit OFFSET @offset`,
  );
  // Everybody is counted along the index, and the few who are left out are taken off again: far fewer steps.
  const all = sqlite
    .prepare<[Bucket & { received: number }], number>(
      `SELECT count(*) FROM shoutout_counts
       WHERE guild_id = @guildId AND period = @period AND value = @value AND received > @received`,
    )
    .pluck();
  const leftOut = sqlite
    .prepare<[Bucket & { apart: string; received: number }], number>(
      `SELECT count(*) FROM json_each(@apart) AS a CROSS JOIN shoutout_counts AS c
         ON c.guild_id = @guildId AND c.period = @period AND c.value = @value AND c.user_id = a.value
       WHERE c.received > @received`,
    )
    .pluck();
  const above = (bucket: Bucket, apart: ReadonlySet<string>, received: number): number => {
    const out = json(new Set([ALL, ...apart]));
    return (all.get({ ...bucket, received }) ?? 0) - (leftOut.get({ ...bucket, received, apart: out }) ?? 0);
  };

  return {
    /** A row at 0 goes. */
    move(bucket: Bucket, userId: string | undefined, by: 1 | -1): void {
      const row = { ...bucket, userId: userId ?? ALL };
      if (by > 0) {
        up.run(row);
        return;
      }
      down.run(row);
      drop.run(row);
    },
    shoutouts: (bucket: Bucket): number => one.get({ ...bucket, userId: ALL }) ?? 0,
    of: (bucket: Bucket, userId: string): number => one.get({ ...bucket, userId }) ?? 0,
    people: (bucket: Bucket, apart: ReadonlySet<string>): number => above(bucket, apart, 0),
    page: (bucket: Bucket, apart: ReadonlySet<string>, part: { limit: number; offset: number }): Line[] =>
      page.all({ ...bucket, ...part, apart: json(apart) }),
    /** How many have more. */
    above,
  };
}

const json = (ids: ReadonlySet<string>): string => JSON.stringify([...ids]);

/** '' is any value; a value's own counters are kept under its key with this mark, also for "no value". */
export const valueBucket = (value: string | undefined): string => `v:${value ?? ''}`;
export const weekBucket = (week: string): string => `w:${week}`;
export const monthBucket = (month: string): string => `m:${month}`;
export const ALL_TIME = 'all';
