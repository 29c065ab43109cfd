import type Sqlite from 'better-sqlite3';
import type { CloseReason, PollSpec, Tally } from './model.ts';
import { asPoll, type PollRow, type StoredPoll, splitSpec } from './poll-row.ts';

/** Polls with their counters. All SQL of a poll's life but votes, drafts and series. */
export type PollRepository = ReturnType<typeof createPollRepository>;

export interface NewPoll {
  guildId: string;
  channelId: string;
  parentId: string | undefined;
  creatorId: string;
  spec: PollSpec;
  timeZone: string;
  status: 'scheduled' | 'open';
  createdAt: number;
  seriesId: number | undefined;
  occurrence: number | undefined;
}

const columns = `p.*, t.voters, t.weight, t.counts, t.weights, t.version, t.refreshing, s.key AS seal_key,
    r.active AS repeats
  FROM polls p JOIN poll_tallies t ON t.poll_id = p.id LEFT JOIN poll_seals s ON s.poll_id = p.id
    LEFT JOIN poll_series r ON r.id = p.series_id`;

export function createPollRepository(sqlite: Sqlite.Database) {
  const byId = sqlite.prepare<[number], PollRow>(`SELECT ${columns} WHERE p.id = ?`);
  const byMessage = sqlite.prepare<[string], PollRow>(`SELECT ${columns} WHERE p.message_id = ?`);
  const runningInChannel = sqlite.prepare<[string, string], PollRow>(
    `SELECT ${columns} WHERE p.id IN (
       SELECT id FROM polls WHERE channel_id = ? AND status IN ('scheduled', 'open')
       UNION SELECT id FROM polls WHERE thread_id = ? AND thread_id IS NOT NULL AND status = 'open')`,
  );
  const running = sqlite
    .prepare<[string], number>(
      `SELECT count(*) FROM polls WHERE guild_id = ? AND status IN ('scheduled', 'open')`,
    )
    .pluck();
  const insertPoll = sqlite.prepare(
    `INSERT INTO polls (guild_id, channel_id, parent_id, creator_id, question, spec, time_zone, status, created_at,
       opens_at, closes_at, series_id, occurrence)
     VALUES (@guildId, @channelId, @parentId, @creatorId, @question, @spec, @timeZone, @status, @createdAt,
       @opensAt, @closesAt, @seriesId, @occurrence)`,
  );
  const insertTally = sqlite.prepare(
    `INSERT INTO poll_tallies (poll_id, voters, weight, counts, weights, version, refreshing)
     VALUES (?, 0, 0, ?, ?, 0, 0)`,
  );
  const insertSeal = sqlite.prepare('INSERT INTO poll_seals (poll_id, key) VALUES (?, ?)');
  const deleteSeal = sqlite.prepare('DELETE FROM poll_seals WHERE poll_id = ?');
  const updateTally = sqlite.prepare(
    `UPDATE poll_tallies SET voters = ?, weight = ?, counts = ?, weights = ?, version = version + 1, refreshing = 1
     WHERE poll_id = ?`,
  );
  const settleRefresh = sqlite.prepare(
    'UPDATE poll_tallies SET refreshing = 0 WHERE poll_id = ? AND version = ?',
  );
  const open = sqlite.prepare(`UPDATE polls SET status = 'open' WHERE id = ? AND status = 'scheduled'`);
  const close = sqlite.prepare<[number, CloseReason, number], { id: number }>(
    `UPDATE polls SET status = 'closed', closed_at = ?, close_reason = ?, finished_at = NULL
     WHERE id = ? AND status = 'open' RETURNING id`,
  );
  const cancel = sqlite.prepare(
    `UPDATE polls SET status = 'cancelled', closed_at = ?, finished_at = NULL
     WHERE id = ? AND status IN ('scheduled', 'open')`,
  );
  const extend = sqlite.prepare(
    `UPDATE polls SET closes_at = ? WHERE id = ? AND status = 'open' AND closes_at > ?`,
  );
  const reopen = sqlite.prepare(
    `UPDATE polls SET status = 'open', closes_at = ?, reopened_at = ?, closed_at = NULL, close_reason = NULL,
       finished_at = NULL
     WHERE id = ? AND (status = 'closed' OR (status = 'open' AND closes_at <= ?))`,
  );
  const setMessage = sqlite.prepare('UPDATE polls SET message_id = ? WHERE id = ?');
  const setThread = sqlite.prepare('UPDATE polls SET thread_id = ? WHERE id = ?');
  const setFinished = sqlite.prepare(
    `UPDATE polls SET finished_at = ? WHERE id = ? AND status IN ('closed', 'cancelled')`,
  );
  const oweEnd = sqlite.prepare('UPDATE polls SET finished_at = NULL WHERE id = ?');
  const insertEvent = sqlite.prepare(
    'INSERT INTO poll_events (poll_id, at, kind, actor_id, detail) VALUES (?, ?, ?, ?, ?)',
  );

  const find = (id: number): StoredPoll | undefined => asPoll(byId.get(id));

  return {
    find,

    findByMessage: (messageId: string): StoredPoll | undefined => asPoll(byMessage.get(messageId)),

    /** Open and scheduled polls in a channel, or discussed in a thread. */
    runningIn: (channelId: string): StoredPoll[] =>
      runningInChannel.all(channelId, channelId).flatMap((row) => asPoll(row) ?? []),

    /** Open and scheduled polls of a server. */
    countRunning: (guildId: string): number => running.get(guildId) ?? 0,

    /** Inserts the poll with empty counters and, for a sealed one, its key. */
    add(poll: NewPoll, sealKey: Buffer | undefined): number {
      const { question, opensAt, closesAt, rest } = splitSpec(poll.spec);
      const { lastInsertRowid } = insertPoll.run({
        ...poll,
        question,
        spec: JSON.stringify(rest),
        opensAt: opensAt ?? null,
        closesAt,
        seriesId: poll.seriesId ?? null,
        occurrence: poll.occurrence ?? null,
      });
      const id = Number(lastInsertRowid);
      const zeros = JSON.stringify(rest.options.map(() => 0));
      insertTally.run(id, zeros, zeros);
      if (sealKey) insertSeal.run(id, sealKey);
      return id;
    },

    /** Saves the counters; marks the poll as being refreshed. */
    saveTally(pollId: number, tally: Tally): void {
      const { voters, weight, counts, weights } = tally;
      updateTally.run(voters, weight, JSON.stringify(counts), JSON.stringify(weights), pollId);
    },

    /** True if nothing changed since `version`: nobody needs to refresh any more. */
    settleRefresh: (pollId: number, version: number): boolean =>
      settleRefresh.run(pollId, version).changes > 0,

    /** From here on nobody can tell whose vote a sealed vote was. */
    destroySeal(pollId: number): void {
      deleteSeal.run(pollId);
    },

    // Guarded changes of state: false when the poll was not in a state that allows it.
    open: (pollId: number): boolean => open.run(pollId).changes > 0,
    close: (pollId: number, reason: CloseReason, at: number): boolean =>
      close.get(at, reason, pollId) !== undefined,
    cancel: (pollId: number, at: number): boolean => cancel.run(at, pollId).changes > 0,
    extend: (pollId: number, closesAt: number, now: number): boolean =>
      extend.run(closesAt, pollId, now).changes > 0,
    reopen: (pollId: number, closesAt: number, now: number): boolean =>
      reopen.run(closesAt, now, pollId, now).changes > 0,
    setFinished: (pollId: number, at: number): boolean => setFinished.run(at, pollId).changes > 0,

    /** Its last state has to be shown (again). */
    oweEnd(pollId: number): void {
      oweEnd.run(pollId);
    },
    setMessage(pollId: number, messageId: string | undefined): void {
      setMessage.run(messageId ?? null, pollId);
    },
    setThread(pollId: number, threadId: string | undefined): void {
      setThread.run(threadId ?? null, pollId);
    },

    /** Audit: who steered and when. */
    record(event: { pollId: number; at: number; kind: EventKind; actorId?: string; detail?: object }): void {
      const detail = event.detail ? JSON.stringify(event.detail) : null;
      insertEvent.run(event.pollId, event.at, event.kind, event.actorId ?? null, detail);
    },
  };
}

export type EventKind =
  | 'published'
  | 'opened'
  | 'closed'
  | 'extended'
  | 'reopened'
  | 'cancelled'
  | 'lost'
  | 'repeat-stopped'
  | 'missed';
