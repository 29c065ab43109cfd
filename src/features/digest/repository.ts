import type Sqlite from 'better-sqlite3';
import { readKept } from './kept.ts';
import {
  type Digest,
  type DigestContent,
  type DigestSettings,
  defaultDigest,
  type Period,
  type SuggestionKind,
} from './model.ts';
import type { Occurrence } from './schedule.ts';

export type DigestRepository = ReturnType<typeof createDigestRepository>;

interface Row {
  id: number;
  guildId: string;
  kind: Digest['kind'];
  status: Digest['status'];
  startDay: number;
  endDay: number;
  dueAt: number;
  content: string | null;
  channelId: string | null;
  messageId: string | null;
}

type SettingsRow = Omit<DigestSettings, 'channelId' | 'locale'> & {
  channelId: string | null;
  locale: string | null;
};

export interface NewDigest {
  guildId: string;
  kind: Digest['kind'];
  /** The local week or month of a scheduled one. */
  dueIn: string | undefined;
  status: Digest['status'];
  period: Period;
  dueAt: number;
  content: DigestContent | undefined;
}

const columns = `id, guild_id AS guildId, kind, status, start_day AS startDay, end_day AS endDay, due_at AS dueAt,
  content, channel_id AS channelId, message_id AS messageId`;

export function createDigestRepository(sqlite: Sqlite.Database) {
  const settings = sqlite.prepare<[string], SettingsRow>(
    `SELECT channel_id AS channelId, cadence, weekday, hour, minute, locale FROM digest_settings WHERE guild_id = ?`,
  );
  const guilds = sqlite
    .prepare<[], string>('SELECT guild_id FROM digest_settings WHERE channel_id IS NOT NULL')
    .pluck();
  const saveSettings = sqlite.prepare(
    `INSERT INTO digest_settings (guild_id, channel_id, cadence, weekday, hour, minute, locale, changed_at, changed_by)
     VALUES (@guildId, @channelId, @cadence, @weekday, @hour, @minute, @locale, @now, @userId)
     ON CONFLICT (guild_id) DO UPDATE SET channel_id = excluded.channel_id, cadence = excluded.cadence,
       weekday = excluded.weekday, hour = excluded.hour, minute = excluded.minute, locale = excluded.locale,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
  );
  const where = (condition: string) => `SELECT ${columns} FROM digests WHERE ${condition}`;
  const byId = sqlite.prepare<[number], Row>(where('id = ?'));
  const byWeek = sqlite.prepare<[string, string], Row>(where('guild_id = ? AND due_in = ?'));
  const latest = sqlite.prepare<[string, number], Row>(
    where(
      `guild_id = ? AND status = 'posted' AND kind = 'scheduled' AND due_at < ? ORDER BY due_at DESC LIMIT 1`,
    ),
  );
  const page = sqlite.prepare<[string, number, number], Row>(
    where('guild_id = ? ORDER BY due_at DESC, id DESC LIMIT ? OFFSET ?'),
  );
  const count = sqlite.prepare<[string], number>('SELECT count(*) FROM digests WHERE guild_id = ?').pluck();
  const insert = sqlite.prepare(
    `INSERT INTO digests (guild_id, kind, due_in, status, start_day, end_day, due_at, content)
     VALUES (@guildId, @kind, @dueIn, @status, @startDay, @endDay, @dueAt, @content) ON CONFLICT DO NOTHING`,
  );
  const posted = sqlite.prepare(
    `UPDATE digests SET status = 'posted', channel_id = @channelId, message_id = @messageId WHERE id = @id`,
  );
  const take = sqlite.prepare(
    `INSERT INTO digest_taken (digest_id, kind, user_id, at) VALUES (@digestId, @kind, @userId, @now)
     ON CONFLICT DO NOTHING`,
  );
  const lookedAt = sqlite
    .prepare<[{ guildId: string }], number>(
      `SELECT max(at) FROM (
         SELECT max(due_at) AS at FROM digests WHERE guild_id = @guildId AND kind = 'scheduled'
         UNION ALL SELECT changed_at FROM digest_settings WHERE guild_id = @guildId)`,
    )
    .pluck();
  const waiting = sqlite.prepare<[string], { at: number; start: number; end: number; key: string }>(
    `SELECT due_at AS at, start_day AS start, end_day AS end, due_in AS key FROM digests
     WHERE guild_id = ? AND kind = 'scheduled' AND status = 'due' ORDER BY due_at`,
  );
  const giveUp = sqlite.prepare<[string, string]>(
    `UPDATE digests SET status = 'skipped', content = NULL WHERE guild_id = ? AND due_in = ? AND status = 'due'`,
  );
  const taken = sqlite.prepare<[number], { kind: SuggestionKind; userId: string }>(
    'SELECT kind, user_id AS userId FROM digest_taken WHERE digest_id = ?',
  );

  const asDigest = (row: Row | undefined): Digest | undefined => {
    if (!row) return undefined;
    const { startDay: start, endDay: end, content, channelId, messageId, ...rest } = row;
    return {
      ...rest,
      period: { start, end },
      content: content === null ? undefined : (readKept(content) as DigestContent),
      channelId: channelId ?? undefined,
      messageId: messageId ?? undefined,
    };
  };

  return {
    settings(guildId: string): DigestSettings {
      const row = settings.get(guildId);
      return row
        ? { ...row, channelId: row.channelId ?? undefined, locale: row.locale ?? undefined }
        : defaultDigest;
    },
    saveSettings: (
      { guildId, userId, now }: { guildId: string; userId: string; now: number },
      next: DigestSettings,
    ): void =>
      void saveSettings.run({
        guildId,
        userId,
        now,
        ...next,
        channelId: next.channelId ?? null,
        locale: next.locale ?? null,
      }),
    /** Where digests are posted. */
    guilds: (): readonly string[] => guilds.all(),
    find: (id: number): Digest | undefined => asDigest(byId.get(id)),
    ofWeek: (guildId: string, dueIn: string): Digest | undefined => asDigest(byWeek.get(guildId, dueIn)),
    /** The last one that was posted by the schedule before an instant (UTC ms). */
    latestBefore: (guildId: string, at: number): Digest | undefined => asDigest(latest.get(guildId, at)),
    page: (guildId: string, { limit, offset }: { limit: number; offset: number }): Digest[] =>
      page.all(guildId, limit, offset).flatMap((row) => asDigest(row) ?? []),
    count: (guildId: string): number => count.get(guildId) ?? 0,
    /** Undefined: there is one for that week or month already. */
    add({
      period: { start: startDay, end: endDay },
      content,
      dueIn,
      ...digest
    }: NewDigest): number | undefined {
      const row = {
        ...digest,
        dueIn: dueIn ?? null,
        startDay,
        endDay,
        content: content ? JSON.stringify(content) : null,
      };
      const { changes, lastInsertRowid } = insert.run(row);
      return changes > 0 ? Number(lastInsertRowid) : undefined;
    },
    /** Everything up to this instant (UTC ms) is known to have been posted, kept or skipped. */
    lookedAt: (guildId: string): number | undefined => lookedAt.get({ guildId }) ?? undefined,
    /** Kept, and not posted yet. */
    waiting: (guildId: string): Occurrence[] =>
      waiting.all(guildId).map(({ at, start, end, key }) => ({ at, period: { start, end }, key })),
    giveUp: (guildId: string, dueIn: string): void => void giveUp.run(guildId, dueIn),
    posted: (id: number, place: { channelId: string; messageId: string }): void =>
      void posted.run({ id, ...place }),
    /** Whoever was first stays. */
    take: (taking: { digestId: number; kind: SuggestionKind; userId: string; now: number }): void =>
      void take.run(taking),
    taken: (digestId: number): ReadonlyMap<SuggestionKind, string> =>
      new Map(taken.all(digestId).map(({ kind, userId }) => [kind, userId])),
  };
}
