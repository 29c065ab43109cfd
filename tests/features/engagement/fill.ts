import type Sqlite from 'better-sqlite3';

const DAY_MS = 86_400_000;

interface Town {
  guildId: string;
  members: number;
  /** Local days, counted since 1970-01-01, up to and without `end`. */
  start: number;
  end: number;
}

/**
 * A large server as counting leaves it, written past it: every member is active on a third of the days, in three
 * channels; one talk a day for fifty members, and an answer to one of twenty others.
 */
export function fillActivity(sqlite: Sqlite.Database, { guildId, members, start, end }: Town): void {
  const days = `WITH RECURSIVE d(day) AS (SELECT @start UNION ALL SELECT day + 1 FROM d WHERE day + 1 < @end)`;
  const people = `, p(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM p WHERE n + 1 < @members)`;
  const fill = sqlite.transaction((town: Town) => {
    sqlite
      .prepare(
        `INSERT INTO counting (guild_id, since, history_from) VALUES (@guildId, @at, @at)
         ON CONFLICT DO NOTHING`,
      )
      .run({ guildId, at: start * DAY_MS });
    sqlite
      .prepare(
        `${days}${people}, c(channel) AS (VALUES ('c1'), ('c2'), ('c3'))
         INSERT INTO activity (guild_id, day, user_id, channel_id, messages, replies, reactions)
         SELECT @guildId, day, 'user' || n, channel, 1 + (n + day) % 4, (n + day) % 2, (n * 7 + day) % 3
         FROM d CROSS JOIN p CROSS JOIN c WHERE (n * 31 + day * 17) % 3 = 0`,
      )
      .run(town);
    sqlite
      .prepare(
        `${people.replace(', p', 'WITH RECURSIVE p')}
         INSERT INTO activity_members (guild_id, user_id, first_at, latest_at, joined_at, staff)
         SELECT @guildId, 'user' || n, @start * ${DAY_MS} + n * 60000, @end * ${DAY_MS}, @start * ${DAY_MS}, n < 20 FROM p`,
      )
      .run(town);
    sqlite
      .prepare(
        `${days}, h(hour) AS (SELECT 0 UNION ALL SELECT hour + 1 FROM h WHERE hour < 23)
         INSERT INTO activity_hours (guild_id, day, hour, messages) SELECT @guildId, day, hour, hour * 20 FROM d CROSS JOIN h`,
      )
      .run(town);
    sqlite
      .prepare(
        `${days}${people}
         INSERT INTO activity_replies (guild_id, day, from_id, to_id, replies)
         SELECT @guildId, day, 'user' || n, 'user' || ((n + day) % @members), 1 FROM d CROSS JOIN p
         WHERE (n + day * 13) % 20 = 0 AND day % @members <> 0`,
      )
      .run(town);
    sqlite
      .prepare(
        `${days}${people}
         INSERT INTO conversations (guild_id, place_id, channel_id, is_thread, starter_id, message_id, day, started_at,
           last_at, messages, people, first_reply_at, by_newcomer, by_staff)
         SELECT @guildId, 'c1', 'c1', 0, 'user' || n, day || '-' || n, day, day * ${DAY_MS} + n, day * ${DAY_MS} + n + 60000,
           5, CASE WHEN n % 3 = 0 THEN 1 ELSE 3 END, CASE WHEN n % 3 = 0 THEN NULL ELSE day * ${DAY_MS} + n + 30000 END, n % 7 = 0, n < 20
         FROM d CROSS JOIN p WHERE n % 50 = day % 50 AND day >= @end - 91`,
      )
      .run(town);
  });
  fill({ guildId, members, start, end });
}
