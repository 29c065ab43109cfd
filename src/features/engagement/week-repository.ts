import type Sqlite from 'better-sqlite3';

interface OpenRow {
  conversationId: number;
  channelId: string;
  messageId: string;
  userId: string;
  at: number;
  byNewcomer: number;
}

/** Conversations that a digest points to. Days are local, counted since 1970. */
export function createActivityWeekRepository(sqlite: Sqlite.Database) {
  const liveliest = sqlite.prepare<
    [string, number, number],
    { channelId: string; messageId: string; messages: number; people: number }
  >(
    `SELECT place_id AS channelId, message_id AS messageId, messages, people FROM conversations
     WHERE guild_id = ? AND day >= ? AND day < ? AND people > 1 AND starter_id <> ''
     ORDER BY people DESC, messages DESC, id LIMIT 1`,
  );
  const open = sqlite.prepare<[string, number, number], OpenRow>(
    `SELECT id AS conversationId, place_id AS channelId, message_id AS messageId, starter_id AS userId,
       started_at AS at, by_newcomer AS byNewcomer FROM conversations
     WHERE guild_id = ? AND day >= ? AND day < ? AND first_reply_at IS NULL AND by_staff = 0
     ORDER BY started_at, id LIMIT 200`,
  );
  const answered = sqlite
    .prepare<[string], number>(
      `SELECT c.id FROM json_each(?) AS e JOIN conversations c ON c.id = e.value WHERE c.first_reply_at IS NOT NULL`,
    )
    .pluck();
  const messages = sqlite
    .prepare<[string, string, number], number>(
      `SELECT coalesce(sum(messages), 0) FROM activity WHERE guild_id = ? AND channel_id = ? AND day >= ?`,
    )
    .pluck();

  const first = sqlite
    .prepare<[string, string], number | null>(
      `SELECT min(day) FROM activity WHERE guild_id = ?
         AND day >= coalesce((SELECT kept_from FROM counting WHERE guild_id = ?), 0)`,
    )
    .pluck();

  return {
    /** The first day on which anybody did anything that was counted, of those that are not forgotten in part. */
    firstDay: (guildId: string): number | undefined => first.get(guildId, guildId) ?? undefined,
    /** The one with most people in it, of at least two. */
    liveliest: (guildId: string, { start, end }: { start: number; end: number }) =>
      liveliest.get(guildId, start, end),
    /** Begun by members who are not staff, and answered by nobody; the oldest first, at most 200. */
    unanswered: (guildId: string, { start, end }: { start: number; end: number }) =>
      open
        .all(guildId, start, end)
        .map(({ byNewcomer, ...conversation }) => ({ ...conversation, byNewcomer: byNewcomer === 1 })),
    /** Of these conversations those that somebody answered meanwhile. */
    answered: (conversationIds: readonly number[]): number[] => answered.all(JSON.stringify(conversationIds)),
    /** What was written in a channel from a day on. */
    messagesSince: (guildId: string, channelId: string, day: number): number =>
      messages.get(guildId, channelId, day) ?? 0,
  };
}
