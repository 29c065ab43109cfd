import type Sqlite from 'better-sqlite3';
import type { Shoutout, ShoutoutStatus } from './model.ts';
import type { TrailLine } from './ports.ts';

export type ShoutoutRepository = ReturnType<typeof createShoutoutRepository>;

interface Row {
  id: number;
  guild_id: string;
  giver_id: string;
  value: string;
  reason: string;
  source_channel_id: string | null;
  source_message_id: string | null;
  status: ShoutoutStatus;
  created_at: number;
  status_at: number;
  void_reason: string;
  channel_id: string | null;
  message_id: string | null;
  week: string;
  month: string;
  receivers: string;
}

/** With the periods that it is counted in. */
export interface StoredShoutout {
  shoutout: Shoutout;
  week: string;
  month: string;
}

export interface NewShoutout {
  guildId: string;
  giverId: string;
  value: string | undefined;
  reason: string;
  words: string;
  source: { channelId: string; messageId: string } | undefined;
  week: string;
  month: string;
  now: number;
  interactionId: string;
}

const columns = `s.id, s.guild_id, s.giver_id, s.value, s.reason, s.source_channel_id, s.source_message_id, s.status,
  s.created_at, s.status_at, s.void_reason, s.channel_id, s.message_id, s.week, s.month,
  (SELECT json_group_array(r.user_id ORDER BY r.rowid) FROM shoutout_receivers r WHERE r.shoutout_id = s.id) AS receivers`;
const select = `SELECT ${columns} FROM shoutouts s WHERE`;

/** Shout-outs as they are, with who is thanked, and their trail. */
export function createShoutoutRepository(sqlite: Sqlite.Database) {
  const byId = sqlite.prepare<[number], Row>(`${select} s.id = ?`);
  const byInteraction = sqlite.prepare<[string], Row>(`${select} s.interaction_id = ?`);
  const bySource = sqlite.prepare<[string, string], Row>(
    `${select} s.source_message_id = ? AND s.guild_id = ? AND s.status = 'given'`,
  );
  const same = sqlite.prepare<[string, string, string, number], Row>(
    `${select} s.guild_id = ? AND s.giver_id = ? AND s.words = ? AND s.created_at > ? AND s.status = 'given'
     ORDER BY s.created_at DESC LIMIT 1`,
  );
  const latest = sqlite.prepare<[string, number, number], Row>(
    `${select} s.guild_id = ? ORDER BY s.id DESC LIMIT ? OFFSET ?`,
  );
  const count = sqlite.prepare<[string], number>('SELECT count(*) FROM shoutouts WHERE guild_id = ?').pluck();
  const given = sqlite.prepare<[string, string, number], Row>(
    `${select} s.guild_id = ? AND s.giver_id = ? ORDER BY s.id DESC LIMIT ?`,
  );
  const received = sqlite.prepare<[string, string, number], Row>(
    `SELECT ${columns} FROM shoutout_receivers x JOIN shoutouts s ON s.id = x.shoutout_id
     WHERE x.guild_id = ? AND x.user_id = ? AND x.counts = 1 ORDER BY x.shoutout_id DESC LIMIT ?`,
  );
  const withSource = sqlite.prepare<[string, string], Row>(
    `${select} s.guild_id = ? AND s.month = ? AND s.status = 'given' AND s.source_message_id IS NOT NULL`,
  );
  const insert = sqlite.prepare(
    `INSERT INTO shoutouts (guild_id, giver_id, value, reason, words, source_channel_id, source_message_id, status, week,
       month, created_at, status_at, interaction_id)
     VALUES (@guildId, @giverId, @value, @reason, @words, @sourceChannelId, @sourceMessageId, 'given', @week, @month,
       @now, @now, @interactionId)`,
  );
  const end = sqlite.prepare(
    `UPDATE shoutouts SET status = @to, status_at = @at, void_reason = @reason WHERE id = @id AND status = 'given'`,
  );
  const place = sqlite.prepare('UPDATE shoutouts SET channel_id = ?, message_id = ? WHERE id = ?');
  const forget = sqlite.prepare(
    'UPDATE shoutouts SET channel_id = NULL, message_id = NULL WHERE message_id = ? AND guild_id = ?',
  );
  const addEvent = sqlite.prepare(
    'INSERT INTO shoutout_events (shoutout_id, at, kind, actor_id, reason) VALUES (@id, @at, @kind, @actorId, @reason)',
  );
  const trail = sqlite.prepare<[number], TrailLine & { actor: string | null }>(
    'SELECT at, kind, actor_id AS actor, reason FROM shoutout_events WHERE shoutout_id = ? ORDER BY id',
  );

  const found = (row: Row | undefined): Shoutout | undefined => row && shoutoutOf(row);
  const all = (rows: Row[]): Shoutout[] => rows.map(shoutoutOf);

  return {
    find: (id: number): Shoutout | undefined => found(byId.get(id)),
    load(id: number): StoredShoutout | undefined {
      const row = byId.get(id);
      return row && { shoutout: shoutoutOf(row), week: row.week, month: row.month };
    },
    findByInteraction: (interactionId: string) => found(byInteraction.get(interactionId)),
    /** Given, for a message. */
    forMessage: (guildId: string, messageId: string) => all(bySource.all(messageId, guildId)),
    /** The latest with the same words since then. */
    withWords: (guildId: string, giverId: string, words: string, since: number) =>
      found(same.get(guildId, giverId, words, since)),
    latest: (guildId: string, limit: number, offset: number) => all(latest.all(guildId, limit, offset)),
    count: (guildId: string): number => count.get(guildId) ?? 0,
    givenBy: (guildId: string, userId: string, limit: number) => all(given.all(guildId, userId, limit)),
    receivedBy: (guildId: string, userId: string, limit: number) => all(received.all(guildId, userId, limit)),
    withSource: (guildId: string, month: string) => all(withSource.all(guildId, month)),
    add({ source, value, ...rest }: NewShoutout): number {
      const row = {
        ...rest,
        value: value ?? '',
        sourceChannelId: source?.channelId ?? null,
        sourceMessageId: source?.messageId ?? null,
      };
      return Number(insert.run(row).lastInsertRowid);
    },
    /** False: it does not count any more. */
    end: (id: number, to: Exclude<ShoutoutStatus, 'given'>, at: number, reason: string): boolean =>
      end.run({ id, to, at, reason }).changes > 0,
    place: (id: number, at: { channelId: string; messageId: string } | undefined): void =>
      void place.run(at?.channelId ?? null, at?.messageId ?? null, id),
    /** A card that was deleted. */
    forgetCard: (guildId: string, messageId: string): void => void forget.run(messageId, guildId),
    note(id: number, { actorId, ...line }: TrailLine): void {
      addEvent.run({ ...line, id, actorId: actorId ?? null });
    },
    trail: (id: number): TrailLine[] =>
      trail.all(id).map(({ actor, ...line }) => ({ ...line, actorId: actor ?? undefined })),
  };
}

function shoutoutOf(row: Row): Shoutout {
  const { source_channel_id: channelId, source_message_id: messageId } = row;
  return {
    id: row.id,
    guildId: row.guild_id,
    giverId: row.giver_id,
    receiverIds: JSON.parse(row.receivers) as string[],
    value: row.value === '' ? undefined : row.value,
    reason: row.reason,
    source: channelId === null || messageId === null ? undefined : { channelId, messageId },
    status: row.status,
    createdAt: row.created_at,
    statusAt: row.status_at,
    voidReason: row.void_reason,
    channelId: row.channel_id ?? undefined,
    messageId: row.message_id ?? undefined,
  };
}
