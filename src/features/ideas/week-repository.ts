import type Sqlite from 'better-sqlite3';
import { messageLink } from '../../discord/words.ts';

interface Row {
  id: number;
  title: string;
  channelId: string | null;
  messageId: string | null;
}

/** What those in charge hear of ideas once a week. */
export function createIdeaWeekRepository(sqlite: Sqlite.Database) {
  const columns = 'i.id, i.title, i.channel_id AS channelId, i.message_id AS messageId';
  const overdue = sqlite.prepare<[string, number], Row>(
    `SELECT ${columns} FROM ideas i JOIN idea_cases c ON c.idea_id = i.id AND c.closed_at IS NULL
     WHERE i.guild_id = ? AND i.status = 'in-review' AND c.due_at <= ? ORDER BY c.due_at, i.id`,
  );
  const answered = sqlite
    .prepare<[string, string], number>(
      `SELECT i.id FROM json_each(?) AS e JOIN ideas i ON i.id = e.value
       WHERE i.guild_id = ? AND i.status <> 'in-review'`,
    )
    .pluck();
  // The index on the status leads to what moved lately, not through all ideas there ever were.
  const best = sqlite.prepare<[string, number, number], Row & { supporters: number }>(
    `SELECT ${columns}, i.supporters FROM ideas i
     WHERE i.guild_id = ? AND i.status IN ('gathering', 'in-review', 'planned', 'in-progress', 'shipped')
       AND i.status_at >= ? AND i.status_at < ?
     ORDER BY i.supporters DESC, i.id DESC LIMIT 1`,
  );
  // An answer was due for as many ideas as have a case, and a case is opened long after an idea.
  const promised = sqlite.prepare<[string, number, number], { part: number; of: number }>(
    `SELECT count(*) AS "of", coalesce(sum(c.closed_at IS NOT NULL AND c.closed_at <= c.due_at), 0) AS part
     FROM idea_cases c JOIN ideas i ON i.id = c.idea_id
     WHERE i.guild_id = ? AND c.due_at >= ? AND c.due_at < ?`,
  );
  const withUrl =
    (guildId: string) =>
    <R extends Row>({ channelId, messageId, ...rest }: R) => ({
      ...rest,
      url: channelId && messageId ? messageLink({ guildId, channelId, messageId }) : undefined,
    });

  return {
    /** Ideas whose promised answer is late at that instant (UTC ms), the oldest promise first. */
    overdue: (guildId: string, now: number) => overdue.all(guildId, now).map(withUrl(guildId)),
    /** Of these ideas those that wait for no answer any more. */
    answered: (guildId: string, ids: readonly number[]): number[] =>
      answered.all(JSON.stringify(ids), guildId),
    /** Of the answers that were due within that time (UTC ms) those that came in time. */
    inTime: (guildId: string, from: number, to: number) =>
      promised.get(guildId, from, to) ?? { part: 0, of: 0 },
    /** Of the ideas that moved within that time (UTC ms) the one with most supporters. */
    best(guildId: string, from: number, to: number) {
      const row = best.get(guildId, from, to);
      return row && withUrl(guildId)(row);
    },
  };
}
