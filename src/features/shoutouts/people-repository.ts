import type Sqlite from 'better-sqlite3';
import type { SeenMember } from './ports.ts';

export type PeopleRepository = ReturnType<typeof createPeopleRepository>;

export interface Totals {
  given: number;
  received: number;
  hidden: boolean;
  staff: boolean;
  /** UTC ms. */
  joinedAt: number | undefined;
}

interface Thanked {
  shoutoutId: number;
  userId: string;
  guildId: string;
  giverId: string;
  now: number;
  returnsAt: number;
}

/** Who thanked whom, the giver's budget, and what is known of those who take part. */
export function createPeopleRepository(sqlite: Sqlite.Database) {
  const thank = sqlite.prepare(
    `INSERT INTO shoutout_receivers (shoutout_id, user_id, guild_id, giver_id, created_at, returns_at)
     VALUES (@shoutoutId, @userId, @guildId, @giverId, @now, @returnsAt)`,
  );
  const release = sqlite.prepare('UPDATE shoutout_receivers SET counts = 0 WHERE shoutout_id = ?');
  const used = sqlite
    .prepare<[string, string, number], number>(
      `SELECT returns_at FROM shoutout_receivers WHERE guild_id = ? AND giver_id = ? AND returns_at > ? AND counts = 1
       ORDER BY returns_at`,
    )
    .pluck();
  const last = sqlite
    .prepare<[string, string, string], number>(
      `SELECT created_at FROM shoutout_receivers WHERE guild_id = ? AND giver_id = ? AND user_id = ? AND counts = 1
       ORDER BY created_at DESC LIMIT 1`,
    )
    .pluck();
  const pairs = sqlite.prepare<[string, number], { giver: string; receiver: string; count: number }>(
    `SELECT giver_id AS giver, user_id AS receiver, count(*) AS count FROM shoutout_receivers
     WHERE guild_id = ? AND created_at >= ? AND counts = 1 GROUP BY giver_id, user_id`,
  );
  const thankedSince = sqlite
    .prepare<[string, number], string>(
      'SELECT DISTINCT user_id FROM shoutout_receivers WHERE guild_id = ? AND created_at >= ? AND counts = 1',
    )
    .pluck();

  const see = sqlite.prepare(
    `INSERT INTO shoutout_members (guild_id, user_id, staff, joined_at) VALUES (@guildId, @userId, coalesce(@staff, 0), @joinedAt)
     ON CONFLICT (guild_id, user_id) DO UPDATE SET staff = coalesce(@staff, staff),
       joined_at = coalesce(excluded.joined_at, joined_at)`,
  );
  const move = {
    given: sqlite
      .prepare<[number, string, string], number>(
        'UPDATE shoutout_members SET given = given + ? WHERE guild_id = ? AND user_id = ? RETURNING given',
      )
      .pluck(),
    received: sqlite
      .prepare<[number, string, string], number>(
        'UPDATE shoutout_members SET received = received + ? WHERE guild_id = ? AND user_id = ? RETURNING received',
      )
      .pluck(),
  };
  const first = sqlite.prepare(
    `UPDATE shoutout_members SET first_received_month = ? WHERE guild_id = ? AND user_id = ?
     AND first_received_month IS NULL`,
  );
  const hide = sqlite.prepare(
    `INSERT INTO shoutout_members (guild_id, user_id, hidden) VALUES (?, ?, ?)
     ON CONFLICT (guild_id, user_id) DO UPDATE SET hidden = excluded.hidden`,
  );
  const totals = sqlite.prepare<
    [string, string],
    { given: number; received: number; hidden: number; staff: number; joined_at: number | null }
  >(
    'SELECT given, received, hidden, staff, joined_at FROM shoutout_members WHERE guild_id = ? AND user_id = ?',
  );
  const received = sqlite
    .prepare<[string, string], number>(
      'SELECT received FROM shoutout_members WHERE guild_id = ? AND user_id = ?',
    )
    .pluck();
  const joined = sqlite.prepare<[string, number], { userId: string; joinedAt: number }>(
    `SELECT user_id AS userId, joined_at AS joinedAt FROM shoutout_members
     WHERE guild_id = ? AND joined_at <= ? AND given + received > 0`,
  );
  const apart = sqlite
    .prepare<[string, number], string>(
      `SELECT user_id FROM shoutout_members WHERE guild_id = ? AND (hidden = 1 OR (? = 0 AND staff = 1))`,
    )
    .pluck();

  return {
    thank: (thanked: Thanked): void => void thank.run(thanked),
    /** It does not count any more, and the budget is there again. */
    release: (shoutoutId: number): void => void release.run(shoutoutId),
    /** When the units that are used up come back, soonest first (UTC ms). */
    used: (guildId: string, giverId: string, now: number): number[] => used.all(guildId, giverId, now),
    /** When this giver thanked this person last (UTC ms). */
    lastThanks: (guildId: string, giverId: string, userId: string) => last.get(guildId, giverId, userId),
    pairs: (guildId: string, since: number) => pairs.all(guildId, since),
    thankedSince: (guildId: string, since: number): ReadonlySet<string> =>
      new Set(thankedSince.all(guildId, since)),
    /** What Discord did not say stays as it was known. */
    see(guildId: string, { userId, staff, joinedAt }: SeenMember): void {
      see.run({
        guildId,
        userId,
        staff: staff === undefined ? null : Number(staff),
        joinedAt: joinedAt ?? null,
      });
    },
    /** How many it is now. */
    move: (what: 'given' | 'received', by: number, guildId: string, userId: string): number =>
      move[what].get(by, guildId, userId) ?? 0,
    thankedFirst: (month: string, guildId: string, userId: string): void =>
      void first.run(month, guildId, userId),
    setHidden: (guildId: string, userId: string, hidden: boolean): void =>
      void hide.run(guildId, userId, Number(hidden)),
    totals(guildId: string, userId: string): Totals {
      const row = totals.get(guildId, userId);
      return {
        given: row?.given ?? 0,
        received: row?.received ?? 0,
        hidden: row?.hidden === 1,
        staff: row?.staff === 1,
        joinedAt: row?.joined_at ?? undefined,
      };
    },
    received: (guildId: string, userId: string): number => received.get(guildId, userId) ?? 0,
    /** Took part, and joined by then. */
    joinedBy: (guildId: string, at: number) => joined.all(guildId, at),
    /** Who is on no board. */
    apart: (guildId: string, staffOnBoards: boolean): ReadonlySet<string> =>
      new Set(apart.all(guildId, Number(staffOnBoards))),
  };
}
