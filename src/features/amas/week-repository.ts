import type Sqlite from 'better-sqlite3';
import { messageLink } from '../../discord/words.ts';

interface Row {
  id: number;
  title: string;
  channelId: string;
  messageId: string | null;
}

/** What those in charge hear of AMAs once a week. */
export function createAmaWeekRepository(sqlite: Sqlite.Database) {
  // Who asked is not read: the list may be about people who asked anonymously.
  const owed = sqlite.prepare<[string, number], Row>(
    `SELECT q.id, q.text AS title, a.staff_channel_id AS channelId, a.parked_message_id AS messageId
     FROM amas a JOIN ama_questions q ON q.ama_id = a.id AND q.status = 'parked'
     WHERE a.guild_id = ? AND a.status = 'closed' AND a.status_at <= ? ORDER BY a.status_at, q.id`,
  );
  const answered = sqlite
    .prepare<[string, string], number>(
      `SELECT q.id FROM json_each(?) AS e JOIN ama_questions q ON q.id = e.value
       WHERE q.guild_id = ? AND q.status <> 'parked'`,
    )
    .pluck();

  const asked = sqlite.prepare<[string, number, number], { part: number; of: number }>(
    `SELECT count(q.id) AS "of", coalesce(sum(q.status = 'answered'), 0) AS part
     FROM amas a JOIN ama_questions q ON q.ama_id = a.id AND q.status IN ('approved', 'on-air', 'answered', 'parked')
     WHERE a.guild_id = ? AND a.status = 'closed' AND a.status_at >= ? AND a.status_at < ?`,
  );

  return {
    /** Of the questions that were let in, in AMAs that closed within that time (UTC ms), those that are answered. */
    answeredShare: (guildId: string, from: number, to: number) =>
      asked.get(guildId, from, to) ?? { part: 0, of: 0 },
    /** Questions that were left open when their AMA closed, before that instant (UTC ms); the oldest first. */
    owed: (guildId: string, before: number) =>
      owed.all(guildId, before).map(({ channelId, messageId, ...rest }) => ({
        ...rest,
        url: messageId === null ? undefined : messageLink({ guildId, channelId, messageId }),
      })),
    /** Of these questions those that are owed no answer any more. */
    answered: (guildId: string, ids: readonly number[]): number[] =>
      answered.all(JSON.stringify(ids), guildId),
  };
}
