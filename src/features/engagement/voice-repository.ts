import type Sqlite from 'better-sqlite3';

export type VoiceRepository = ReturnType<typeof createVoiceRepository>;

/** Somebody in a voice channel, counted up to an instant (UTC ms). */
export interface Presence {
  guildId: string;
  userId: string;
  channelId: string;
  countedTo: number;
}

export function createVoiceRepository(sqlite: Sqlite.Database) {
  const columns = 'guild_id AS guildId, user_id AS userId, channel_id AS channelId, counted_to AS countedTo';
  const find = sqlite.prepare<[string, string], Presence>(
    `SELECT ${columns} FROM voice_presences WHERE guild_id = ? AND user_id = ?`,
  );
  const all = sqlite.prepare<[], Presence>(`SELECT ${columns} FROM voice_presences`);
  const put = sqlite.prepare<Presence>(
    `INSERT INTO voice_presences (guild_id, user_id, channel_id, counted_to)
     VALUES (@guildId, @userId, @channelId, @countedTo)
     ON CONFLICT (guild_id, user_id) DO UPDATE SET channel_id = excluded.channel_id, counted_to = excluded.counted_to`,
  );
  const remove = sqlite.prepare<[string, string]>(
    'DELETE FROM voice_presences WHERE guild_id = ? AND user_id = ?',
  );
  const clear = sqlite.prepare<[string]>('DELETE FROM voice_presences WHERE guild_id = ?');

  return {
    find: (guildId: string, userId: string): Presence | undefined => find.get(guildId, userId),
    all: (): Presence[] => all.all(),
    put: (presence: Presence): void => void put.run(presence),
    remove: (guildId: string, userId: string): void => void remove.run(guildId, userId),
    clear: (guildId: string): void => void clear.run(guildId),
  };
}
