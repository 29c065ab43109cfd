import type Sqlite from 'better-sqlite3';

export type MarkRepository = ReturnType<typeof createMarkRepository>;

/** How far a channel or thread is counted. */
export interface Mark {
  placeId: string;
  guildId: string;
  channelId: string;
  /** The latest message that is counted, or that nobody has to count. */
  countedTo: string;
  /** Up to this one it is read from the history; undefined: nothing is missing. */
  gapTo: string | undefined;
}

type MarkRow = Omit<Mark, 'gapTo'> & { gapTo: string | null };

const columns =
  'place_id AS placeId, guild_id AS guildId, channel_id AS channelId, counted_to AS countedTo, gap_to AS gapTo';

export function createMarkRepository(sqlite: Sqlite.Database) {
  const find = sqlite.prepare<[string], MarkRow>(`SELECT ${columns} FROM activity_marks WHERE place_id = ?`);
  const gap = sqlite.prepare<[string], MarkRow>(
    `SELECT ${columns} FROM activity_marks WHERE guild_id = ? AND gap_to IS NOT NULL LIMIT 1`,
  );
  const gaps = sqlite.prepare<[string], MarkRow>(
    `SELECT ${columns} FROM activity_marks WHERE guild_id = ? AND gap_to IS NOT NULL`,
  );
  const save = sqlite.prepare<MarkRow>(
    `INSERT INTO activity_marks (place_id, guild_id, channel_id, counted_to, gap_to)
     VALUES (@placeId, @guildId, @channelId, @countedTo, @gapTo)
     ON CONFLICT (place_id) DO UPDATE SET
       channel_id = excluded.channel_id, counted_to = excluded.counted_to, gap_to = excluded.gap_to`,
  );
  const remove = sqlite.prepare<[{ id: string }]>(
    'DELETE FROM activity_marks WHERE place_id = @id OR channel_id = @id',
  );
  const asMark = (row: MarkRow | undefined): Mark | undefined =>
    row && { ...row, gapTo: row.gapTo ?? undefined };

  return {
    find: (placeId: string): Mark | undefined => asMark(find.get(placeId)),
    /** One that waits to be read from the history. */
    nextGap: (guildId: string): Mark | undefined => asMark(gap.get(guildId)),
    /** All that wait. */
    gaps: (guildId: string): Mark[] => gaps.all(guildId).flatMap((row) => asMark(row) ?? []),
    save: (mark: Mark): void => void save.run({ ...mark, gapTo: mark.gapTo ?? null }),
    /** A channel with its threads, or a thread. */
    forget: (channelId: string): void => void remove.run({ id: channelId }),
  };
}
