import type Sqlite from 'better-sqlite3';
import type { MemberFact, Period, PersonDay } from './metrics-model.ts';
import { actKinds } from './model.ts';

export type FactsRepository = ReturnType<typeof createFactsRepository>;

export interface ConversationFact {
  startedAt: number;
  people: number;
  firstReplyAt: number | null;
  byNewcomer: number;
  byStaff: number;
}

const acts = actKinds.filter((kind) => kind !== 'replies').join(' + ');
const sums = actKinds.map((kind) => `coalesce(sum(${kind}), 0) AS ${kind}`).join(', ');

export type ActSums = Record<(typeof actKinds)[number], number> & { voiceSeconds: number };

/**
 * What the numbers of a period are made of. Reads only, so it works on a connection that may write nothing; every
 * query is a range of days of one server, so that its cost follows the period and not the history.
 */
export function createFactsRepository(sqlite: Sqlite.Database) {
  const range = 'guild_id = ? AND day >= ? AND day < ?';
  const people = sqlite.prepare<[string, number, number], PersonDay>(
    `SELECT user_id AS userId, day, sum(messages) AS messages, sum(${acts}) AS acts, sum(voice_seconds) AS voiceSeconds
     FROM activity WHERE ${range} GROUP BY day, user_id`,
  );
  const totals = sqlite.prepare<[string, number, number], ActSums>(
    `SELECT ${sums}, coalesce(sum(voice_seconds), 0) AS voiceSeconds FROM activity WHERE ${range}`,
  );
  const channels = sqlite.prepare<[string, number, number], { channelId: string; messages: number }>(
    `SELECT channel_id AS channelId, sum(messages) AS messages FROM activity
     WHERE ${range} AND channel_id <> '' GROUP BY channel_id HAVING sum(messages) > 0`,
  );
  const members = sqlite.prepare<
    [string],
    { userId: string; firstAt: number; joinedAt: number | null; staff: number }
  >(
    `SELECT user_id AS userId, first_at AS firstAt, joined_at AS joinedAt, staff FROM activity_members WHERE guild_id = ?`,
  );
  const hours = sqlite.prepare<[string, number, number], { day: number; hour: number; messages: number }>(
    `SELECT day, hour, messages FROM activity_hours WHERE ${range}`,
  );
  const replies = sqlite.prepare<[string, number, number], { fromId: string; toId: string }>(
    `SELECT DISTINCT from_id AS fromId, to_id AS toId FROM activity_replies WHERE ${range}`,
  );
  const comings = sqlite.prepare<[string, number, number], { joins: number; leaves: number }>(
    `SELECT coalesce(sum(joins), 0) AS joins, coalesce(sum(leaves), 0) AS leaves FROM activity_days WHERE ${range}`,
  );
  const conversations = sqlite.prepare<[string, number, number], ConversationFact>(
    `SELECT started_at AS startedAt, people, first_reply_at AS firstReplyAt, by_newcomer AS byNewcomer,
       by_staff AS byStaff FROM conversations WHERE ${range}`,
  );
  const since = sqlite.prepare<[string], { at: number; keptFrom: number }>(
    'SELECT history_from AS at, kept_from AS keptFrom FROM counting WHERE guild_id = ?',
  );
  const none: ActSums = {
    ...(Object.fromEntries(actKinds.map((kind) => [kind, 0])) as Omit<ActSums, 'voiceSeconds'>),
    voiceSeconds: 0,
  };

  return {
    people: (guildId: string, { start, end }: Period): PersonDay[] => people.all(guildId, start, end),
    totals: (guildId: string, { start, end }: Period): ActSums => totals.get(guildId, start, end) ?? none,
    channels: (guildId: string, { start, end }: Period) => channels.all(guildId, start, end),
    members: (guildId: string): MemberFact[] =>
      members.all(guildId).map(({ joinedAt, staff, ...member }) => ({
        ...member,
        joinedAt: joinedAt ?? undefined,
        staff: staff === 1,
      })),
    hours: (guildId: string, { start, end }: Period) => hours.all(guildId, start, end),
    /** Who answered whom. */
    replies: (guildId: string, { start, end }: Period) => replies.all(guildId, start, end),
    comings: (guildId: string, { start, end }: Period) =>
      comings.get(guildId, start, end) ?? { joins: 0, leaves: 0 },
    conversations: (guildId: string, { start, end }: Period) => conversations.all(guildId, start, end),
    /** From when on (UTC ms) it is known what happened, and the first local day of which that is still kept. */
    knownSince: (guildId: string): { at: number; keptFrom: number } | undefined => since.get(guildId),
  };
}
