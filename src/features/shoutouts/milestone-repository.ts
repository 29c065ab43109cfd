import type Sqlite from 'better-sqlite3';
import type { Milestone, MilestoneKind } from './model.ts';

export type MilestoneRepository = ReturnType<typeof createMilestoneRepository>;

interface Row {
  guild_id: string;
  user_id: string;
  kind: MilestoneKind;
  reached_at: number;
  shoutout_id: number | null;
}

/** What was reached; the key lets nobody reach it twice. */
export function createMilestoneRepository(sqlite: Sqlite.Database) {
  const add = sqlite.prepare(
    `INSERT INTO shoutout_milestones (guild_id, user_id, kind, reached_at, month, shoutout_id)
     VALUES (@guildId, @userId, @kind, @reachedAt, @month, @shoutoutId) ON CONFLICT DO NOTHING`,
  );
  const read = (which: string) =>
    sqlite.prepare<unknown[], Row>(`SELECT * FROM shoutout_milestones WHERE ${which}`);
  const ofShoutout = read('shoutout_id = ? ORDER BY user_id, kind');
  const ofMember = read('guild_id = ? AND user_id = ? ORDER BY reached_at, kind');
  const untold = read('guild_id = ? AND told = 0 ORDER BY reached_at, user_id');
  // A first thanks that was taken back is told nobody a second time.
  const ofMonth = read(
    `guild_id = ? AND month = ?
       AND (shoutout_id IS NULL OR shoutout_id IN (SELECT id FROM shoutouts WHERE status = 'given'))
     ORDER BY reached_at, user_id, kind`,
  );
  const tell = sqlite.prepare(
    'UPDATE shoutout_milestones SET told = 1 WHERE guild_id = ? AND user_id = ? AND kind = ?',
  );

  return {
    /** False: it was reached before. */
    add: ({ shoutoutId, ...milestone }: Milestone, month: string): boolean =>
      add.run({ ...milestone, month, shoutoutId: shoutoutId ?? null }).changes > 0,
    ofShoutout: (shoutoutId: number) => ofShoutout.all(shoutoutId).map(milestoneOf),
    ofMember: (guildId: string, userId: string) => ofMember.all(guildId, userId).map(milestoneOf),
    untold: (guildId: string) => untold.all(guildId).map(milestoneOf),
    ofMonth: (guildId: string, month: string) => ofMonth.all(guildId, month).map(milestoneOf),
    tell: ({ guildId, userId, kind }: Milestone): void => void tell.run(guildId, userId, kind),
  };
}

function milestoneOf(row: Row): Milestone {
  return {
    guildId: row.guild_id,
    userId: row.user_id,
    kind: row.kind,
    reachedAt: row.reached_at,
    shoutoutId: row.shoutout_id ?? undefined,
  };
}
