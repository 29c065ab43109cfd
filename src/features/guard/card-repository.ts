import type Sqlite from 'better-sqlite3';
import type { Card } from './model.ts';

export type CardRepository = ReturnType<typeof createCardRepository>;

type Row = Omit<Card, 'messageId' | 'takenBy' | 'takenAt'> & {
  messageId: string | null;
  takenBy: string | null;
  takenAt: number | null;
};

const columns = `id, guild_id AS guildId, channel_id AS channelId, message_id AS messageId, made_at AS madeAt,
  taken_by AS takenBy, taken_at AS takenAt, version`;

/** Cards in greeters' channels. Instants are UTC ms. */
export function createCardRepository(sqlite: Sqlite.Database) {
  const where = (condition: string) => `SELECT ${columns} FROM guard_cards WHERE ${condition}`;
  const find = sqlite.prepare<[number], Row>(where('id = ?'));
  const behind = sqlite.prepare<[string], Row>(where('guild_id = ? AND shown < version ORDER BY id'));
  const guildsBehind = sqlite
    .prepare<[], string>('SELECT DISTINCT guild_id FROM guard_cards WHERE shown < version')
    .pluck();
  const latest = sqlite
    .prepare<[string], number | null>('SELECT max(made_at) FROM guard_cards WHERE guild_id = ?')
    .pluck();
  const add = sqlite.prepare(
    'INSERT INTO guard_cards (guild_id, channel_id, made_at) VALUES (@guildId, @channelId, @now)',
  );
  const take = sqlite.prepare(
    'UPDATE guard_cards SET taken_by = @takenBy, taken_at = @takenAt, version = version + 1 WHERE id = @id',
  );
  const move = sqlite.prepare(
    'UPDATE guard_cards SET channel_id = @channelId WHERE guild_id = @guildId AND message_id IS NULL',
  );
  const touch = sqlite.prepare<[number]>('UPDATE guard_cards SET version = version + 1 WHERE id = ?');
  const shown = sqlite.prepare(
    `UPDATE guard_cards SET shown = @version, message_id = coalesce(@messageId, message_id) WHERE id = @id`,
  );
  const remove = sqlite.prepare<[number]>('DELETE FROM guard_cards WHERE id = ?');
  const removeBefore = sqlite.prepare<[number]>('DELETE FROM guard_cards WHERE made_at < ?');

  const asCard = ({ messageId, takenBy, takenAt, ...row }: Row): Card => ({
    ...row,
    messageId: messageId ?? undefined,
    takenBy: takenBy ?? undefined,
    takenAt: takenAt ?? undefined,
  });

  return {
    find(id: number): Card | undefined {
      const row = find.get(id);
      return row && asCard(row);
    },
    /** What Discord does not show as it is, the oldest first. */
    behind: (guildId: string): Card[] => behind.all(guildId).map((row) => asCard(row)),
    guildsBehind: (): readonly string[] => guildsBehind.all(),
    latestMadeAt: (guildId: string): number | undefined => latest.get(guildId) ?? undefined,
    add: (guildId: string, channelId: string, now: number): number =>
      Number(add.run({ guildId, channelId, now }).lastInsertRowid),
    take: (id: number, takenBy: string | undefined, takenAt: number | undefined): void =>
      void take.run({ id, takenBy: takenBy ?? null, takenAt: takenAt ?? null }),
    /** Those that are not posted yet go there. */
    moveUnposted: (guildId: string, channelId: string): void => void move.run({ guildId, channelId }),
    /** It has to be shown anew. */
    touch: (id: number): void => void touch.run(id),
    /** This version stands on Discord; `messageId`: where it was posted just now. */
    shown: (id: number, version: number, messageId?: string): void =>
      void shown.run({ id, version, messageId: messageId ?? null }),
    remove: (id: number): void => void remove.run(id),
    removeBefore: (at: number): number => removeBefore.run(at).changes,
  };
}
