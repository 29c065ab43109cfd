import type Sqlite from 'better-sqlite3';
import { GUILD } from './harness.ts';

export interface Fill {
  shoutouts: number;
  members: number;
  /** UTC ms; they are spread over the time from then on. */
  from: number;
  /** ms between two. */
  every: number;
  values: number;
  /** Every so many-th member is hidden, and the one after is staff. */
  apart: number;
}

/**
 * So many shout-outs for one person each, and what the counters would have come to; some are thanked more than others.
 * In UTC. Past the services, which would take minutes.
 */
export function fillShoutouts(sqlite: Sqlite.Database, fill: Fill): void {
  const statements = [
    `INSERT INTO shoutout_members (guild_id, user_id, hidden, staff)
     WITH n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < @members)
     SELECT @guild, '84' || printf('%016d', i), i % @apart = 0, i % @apart = 1 FROM n`,
    `INSERT INTO shoutouts (guild_id, giver_id, value, reason, words, status, week, month, created_at, status_at, interaction_id)
     WITH n (i, at) AS (SELECT 0, @from UNION ALL SELECT i + 1, at + @every FROM n WHERE i + 1 < @shoutouts)
     SELECT @guild, '84' || printf('%016d', (i * 7919) % @members), 'v' || (1 + i % @values),
       'Thank you for the help with number ' || i, 'thank you ' || i, 'given',
       date(at / 1000, 'unixepoch', '-6 days', 'weekday 1'), strftime('%Y-%m', at / 1000, 'unixepoch'), at, at, 'i' || i
     FROM n`,
    `INSERT INTO shoutout_receivers (shoutout_id, user_id, guild_id, giver_id, created_at, returns_at)
     SELECT id, '84' || printf('%016d', ((id * 104729) % @members) * ((id * 31) % 97) / 97), guild_id, giver_id,
       created_at, created_at FROM shoutouts`,
    ...["''", "'v:' || s.value"].flatMap((value) =>
      ["'w:' || s.week", "'m:' || s.month", "'all'"].flatMap((period) =>
        ["''", 'r.user_id'].map(
          (user) =>
            `INSERT INTO shoutout_counts (guild_id, period, value, user_id, received)
             SELECT s.guild_id, ${period}, ${value}, ${user}, count(*) FROM shoutouts s
             JOIN shoutout_receivers r ON r.shoutout_id = s.id GROUP BY 1, 2, 3, 4`,
        ),
      ),
    ),
    `UPDATE shoutout_members SET received = t.received, first_received_month = t.month FROM (
       SELECT r.user_id, count(*) AS received, min(s.month) AS month FROM shoutout_receivers r
       JOIN shoutouts s ON s.id = r.shoutout_id GROUP BY r.user_id) AS t WHERE t.user_id = shoutout_members.user_id`,
  ];
  // Nothing is lost that could not be made again.
  sqlite.pragma('synchronous = OFF');
  for (const statement of statements) {
    // Each takes only what it names.
    const named = Object.entries({ ...fill, guild: GUILD }).filter(([name]) =>
      statement.includes(`@${name}`),
    );
    sqlite.prepare(statement).run(Object.fromEntries(named));
  }
  sqlite.exec('ANALYZE');
  sqlite.pragma('synchronous = FULL');
}
