import type Sqlite from 'better-sqlite3';
import { type Coverage, type First, NEW_MS } from './model.ts';

export type FirstRepository = ReturnType<typeof createFirstRepository>;

type Row = Omit<First, 'cardId' | 'joinedAt'> & { cardId: number | null; joinedAt: number | null };
export type NewFirst = Omit<First, 'id' | 'status' | 'cardId'>;

const columns = `id, guild_id AS guildId, user_id AS userId, place_id AS placeId, message_id AS messageId, at,
  joined_at AS joinedAt, status, card_id AS cardId`;

/** First messages of newcomers. Instants are UTC ms. */
export function createFirstRepository(sqlite: Sqlite.Database) {
  const where = (condition: string) => `SELECT ${columns} FROM guard_firsts WHERE ${condition}`;
  const person = sqlite.prepare<[string, string], Row>(where('guild_id = ? AND user_id = ?'));
  const due = sqlite.prepare<[string, number, number], Row>(
    where('guild_id = ? AND look_at <= ? ORDER BY look_at, id LIMIT ?'),
  );
  const ofCard = sqlite.prepare<[number], Row>(where('card_id = ? ORDER BY at, id'));
  const open = sqlite.prepare<[number], Row>(where(`status = 'carded' AND at >= ?`));
  const among = sqlite
    .prepare<[string], string>(
      'SELECT message_id FROM guard_firsts WHERE message_id IN (SELECT value FROM json_each(?))',
    )
    .pluck();
  const next = sqlite
    .prepare<[string], number | null>('SELECT min(look_at) FROM guard_firsts WHERE guild_id = ?')
    .pluck();
  const guilds = sqlite
    .prepare<[], string>('SELECT DISTINCT guild_id FROM guard_firsts WHERE look_at IS NOT NULL')
    .pluck();
  const add = sqlite.prepare(
    `INSERT INTO guard_firsts (guild_id, user_id, place_id, message_id, at, joined_at, look_at)
     VALUES (@guildId, @userId, @placeId, @messageId, @at, @joinedAt, @lookAt) ON CONFLICT DO NOTHING`,
  );
  const set = sqlite.prepare(
    `UPDATE guard_firsts SET status = @status, look_at = @lookAt, card_id = @cardId, joined_at = @joinedAt
     WHERE id = @id`,
  );
  const lookAgain = sqlite.prepare(
    `UPDATE guard_firsts SET look_at = @now
     WHERE guild_id = @guildId AND status = 'carded' AND (@messageId IS NULL OR message_id = @messageId)`,
  );
  const remove = sqlite.prepare<[number]>('DELETE FROM guard_firsts WHERE id = ?');
  const removeWaiting = sqlite.prepare<[string]>(
    `DELETE FROM guard_firsts WHERE guild_id = ? AND status = 'waiting'`,
  );
  const removeBefore = sqlite.prepare<[number]>('DELETE FROM guard_firsts WHERE at < ?');
  const coverage = sqlite.prepare<[string, number, number], Coverage>(
    `SELECT count(*) AS firsts,
       coalesce(sum(status = 'answered' AND card_id IS NULL), 0) AS inTime,
       coalesce(sum(status = 'answered' AND card_id IS NOT NULL), 0) AS afterCard
     FROM guard_firsts WHERE guild_id = ? AND at >= ? AND at < ? AND status IN ('answered', 'carded', 'missed')`,
  );
  // The message itself may be among those counted already: then its place is counted up to it, or further.
  const spokeBefore = sqlite
    .prepare<[Pick<First, 'guildId' | 'userId' | 'placeId' | 'messageId' | 'at'> & { from: number }], number>(
      `SELECT EXISTS (SELECT 1 FROM activity_members
         WHERE guild_id = @guildId AND user_id = @userId AND first_at < @at)
       AND (SELECT coalesce(sum(messages), 0) FROM activity
         WHERE guild_id = @guildId AND day >= @from AND user_id = @userId)
       > (SELECT count(*) FROM activity_marks WHERE place_id = @placeId
         AND (length(counted_to), counted_to) >= (length(@messageId), @messageId))`,
    )
    .pluck();

  const asFirst = ({ cardId, joinedAt, ...row }: Row): First => ({
    ...row,
    joinedAt: joinedAt ?? undefined,
    cardId: cardId ?? undefined,
  });

  return {
    ofPerson(guildId: string, userId: string): First | undefined {
      const row = person.get(guildId, userId);
      return row && asFirst(row);
    },
    /** The longest due first. */
    due: (guildId: string, now: number, limit: number): First[] =>
      due.all(guildId, now, limit).map((row) => asFirst(row)),
    ofCard: (cardId: number): First[] => ofCard.all(cardId).map((row) => asFirst(row)),
    /** Those since then that the greeters know of and nobody answered yet. */
    open: (since: number): First[] => open.all(since).map((row) => asFirst(row)),
    /** Which of these messages are somebody's first. */
    among: (messageIds: readonly string[]): ReadonlySet<string> =>
      new Set(among.all(JSON.stringify(messageIds))),
    nextLook: (guildId: string): number | undefined => next.get(guildId) ?? undefined,
    /** Servers with something to look at. */
    guilds: (): readonly string[] => guilds.all(),
    /** False: there is one of that person already. */
    add: (first: NewFirst, lookAt: number): boolean =>
      add.run({ ...first, joinedAt: first.joinedAt ?? null, lookAt }).changes > 0,
    set: (
      { id, status, cardId, joinedAt }: Pick<First, 'id' | 'status' | 'cardId' | 'joinedAt'>,
      lookAt: number | undefined,
    ): void =>
      void set.run({
        id,
        status,
        cardId: cardId ?? null,
        joinedAt: joinedAt ?? null,
        lookAt: lookAt ?? null,
      }),
    /** One that the greeters know of, or all of them; how many there are. */
    lookAgain: (guildId: string, messageId: string | undefined, now: number): number =>
      lookAgain.run({ guildId, messageId: messageId ?? null, now }).changes,
    remove: (id: number): void => void remove.run(id),
    removeWaiting: (guildId: string): void => void removeWaiting.run(guildId),
    removeBefore: (at: number): number => removeBefore.run(at).changes,
    /** Of first messages from `from` and before `to`. */
    coverage: (guildId: string, from: number, to: number): Coverage =>
      coverage.get(guildId, from, to) ?? { firsts: 0, inTime: 0, afterCard: 0 },
    /** Whether anything else that they wrote since they joined is counted. */
    spokeBefore: ({ guildId, userId, placeId, messageId, at, joinedAt }: NewFirst): boolean =>
      spokeBefore.get({
        guildId,
        userId,
        placeId,
        messageId,
        at,
        // No local day of theirs is earlier, wherever the server is.
        from: Math.floor((joinedAt ?? at - NEW_MS) / 86_400_000) - 1,
      }) === 1,
  };
}
