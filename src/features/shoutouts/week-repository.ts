import type Sqlite from 'better-sqlite3';
import { messageLink } from '../../discord/words.ts';

interface Row {
  shoutoutId: number;
  giverId: string;
  reason: string;
  channelId: string;
  messageId: string;
  receiverIds: string;
}

/** What those in charge hear of shout-outs once a week. */
export function createShoutoutWeekRepository(sqlite: Sqlite.Database) {
  // Nobody says which thanks are worth more: the one that was told in most words is worth reading.
  const best = sqlite.prepare<[string, number, number], Row>(
    `SELECT s.id AS shoutoutId, s.giver_id AS giverId, s.reason, s.channel_id AS channelId, s.message_id AS messageId,
       json_group_array(r.user_id) AS receiverIds
     FROM shoutout_receivers r JOIN shoutouts s ON s.id = r.shoutout_id
     WHERE r.guild_id = ? AND r.counts = 1 AND r.created_at >= ? AND r.created_at < ?
       AND s.status = 'given' AND s.message_id IS NOT NULL
     GROUP BY s.id ORDER BY length(s.reason) DESC, s.id LIMIT 1`,
  );
  const thanked = sqlite
    .prepare<[string, string, number], string>(
      `SELECT DISTINCT r.user_id FROM json_each(?) AS e
       JOIN shoutout_receivers r ON r.guild_id = ? AND r.user_id = e.value AND r.counts = 1 AND r.created_at >= ?`,
    )
    .pluck();

  const people = sqlite.prepare<[string, number, number], { giverId: string; userId: string }>(
    `SELECT DISTINCT s.giver_id AS giverId, r.user_id AS userId
     FROM shoutout_receivers r JOIN shoutouts s ON s.id = r.shoutout_id
     WHERE r.guild_id = ? AND r.counts = 1 AND r.created_at >= ? AND r.created_at < ?`,
  );

  return {
    /** Who gave and who received thanks that count, within that time (UTC ms). */
    people(guildId: string, from: number, to: number) {
      const pairs = people.all(guildId, from, to);
      return {
        givers: [...new Set(pairs.map(({ giverId }) => giverId))],
        receivers: [...new Set(pairs.map(({ userId }) => userId))],
      };
    },
    /** One that stands in its channel, of that time (UTC ms). */
    best(guildId: string, from: number, to: number) {
      const row = best.get(guildId, from, to);
      if (!row) return undefined;
      const { channelId, messageId, receiverIds, ...rest } = row;
      return {
        ...rest,
        receiverIds: JSON.parse(receiverIds) as string[],
        url: messageLink({ guildId, channelId, messageId }),
      };
    },
    /** Of these people those who were thanked since (UTC ms). */
    thanked: (guildId: string, userIds: readonly string[], since: number): string[] =>
      thanked.all(JSON.stringify(userIds), guildId, since),
  };
}
