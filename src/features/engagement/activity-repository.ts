import type Sqlite from 'better-sqlite3';
import { type ActKind, actKinds } from './model.ts';

export type ActivityRepository = ReturnType<typeof createActivityRepository>;

/** A day of somebody in a channel, as it grows; the numbers are added to what is there. */
export interface ActivityGrowth {
  guildId: string;
  day: number;
  userId: string;
  channelId: string;
  counts: Partial<Record<ActKind | 'voiceSeconds', number>>;
}

/** When somebody did something. */
export interface Sight {
  guildId: string;
  userId: string;
  /** UTC ms. */
  firstAt: number;
  latestAt: number;
  joinedAt: number | undefined;
  staff: boolean | undefined;
}

export interface KnownMember {
  firstAt: number;
  joinedAt: number | undefined;
  staff: boolean;
}

const counted = [...actKinds, 'voiceSeconds'] as const;
const column = (name: (typeof counted)[number]) => (name === 'voiceSeconds' ? 'voice_seconds' : name);
const none = Object.fromEntries(counted.map((name) => [name, 0])) as Record<(typeof counted)[number], number>;

/** Everything here is part of a write. */
export function createActivityRepository(sqlite: Sqlite.Database) {
  const grow = sqlite.prepare(
    `INSERT INTO activity (guild_id, day, user_id, channel_id, ${counted.map(column).join(', ')})
     VALUES (@guildId, @day, @userId, @channelId, ${counted.map((name) => `@${name}`).join(', ')})
     ON CONFLICT DO UPDATE SET ${counted.map((name) => `${column(name)} = ${column(name)} + excluded.${column(name)}`).join(', ')}`,
  );
  const hour = sqlite.prepare(
    `INSERT INTO activity_hours (guild_id, day, hour, messages) VALUES (@guildId, @day, @hour, @messages)
     ON CONFLICT DO UPDATE SET messages = messages + excluded.messages`,
  );
  const reply = sqlite.prepare(
    `INSERT INTO activity_replies (guild_id, day, from_id, to_id, replies)
     VALUES (@guildId, @day, @fromId, @toId, @replies)
     ON CONFLICT DO UPDATE SET replies = replies + excluded.replies`,
  );
  const join = sqlite.prepare(
    `INSERT INTO activity_days (guild_id, day, joins) VALUES (@guildId, @day, 1)
     ON CONFLICT DO UPDATE SET joins = joins + 1`,
  );
  const leave = sqlite.prepare(
    `INSERT INTO activity_days (guild_id, day, leaves) VALUES (@guildId, @day, 1)
     ON CONFLICT DO UPDATE SET leaves = leaves + 1`,
  );
  // What is read from the history comes late, and says less than a live message.
  const see = sqlite.prepare(
    `INSERT INTO activity_members (guild_id, user_id, first_at, latest_at, joined_at, staff)
     VALUES (@guildId, @userId, @firstAt, @latestAt, @joinedAt, coalesce(@staff, 0))
     ON CONFLICT DO UPDATE SET first_at = min(first_at, excluded.first_at),
       latest_at = max(latest_at, excluded.latest_at),
       joined_at = coalesce(excluded.joined_at, joined_at), staff = coalesce(@staff, staff)`,
  );
  const member = sqlite.prepare<
    [string, string],
    { firstAt: number; joinedAt: number | null; staff: number }
  >(
    `SELECT first_at AS firstAt, joined_at AS joinedAt, staff FROM activity_members
     WHERE guild_id = ? AND user_id = ?`,
  );

  return {
    grow: ({ counts, ...key }: ActivityGrowth): void => void grow.run({ ...key, ...none, ...counts }),
    addHour: (row: { guildId: string; day: number; hour: number; messages: number }): void =>
      void hour.run(row),
    addReplies: (row: {
      guildId: string;
      day: number;
      fromId: string;
      toId: string;
      replies: number;
    }): void => void reply.run(row),
    addJoin: (guildId: string, day: number): void => void join.run({ guildId, day }),
    addLeave: (guildId: string, day: number): void => void leave.run({ guildId, day }),
    see: ({ joinedAt, staff, ...sight }: Sight): void =>
      void see.run({
        ...sight,
        joinedAt: joinedAt ?? null,
        staff: staff === undefined ? null : Number(staff),
      }),
    member(guildId: string, userId: string): KnownMember | undefined {
      const row = member.get(guildId, userId);
      return row && { firstAt: row.firstAt, joinedAt: row.joinedAt ?? undefined, staff: row.staff === 1 };
    },
  };
}
