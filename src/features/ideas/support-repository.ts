import type Sqlite from 'better-sqlite3';
import type { Supporter } from './model.ts';

export type SupportRepository = ReturnType<typeof createSupportRepository>;

/** What Hearth holds of one person and one idea, both kinds at once. */
export interface Standing {
  supporting: boolean;
  /** Since when they support; meaningless while they do not. */
  since: number | undefined;
  /** The last press of Support; undefined: never pressed. */
  supportPress: string | undefined;
  viaMerge: number | undefined;
  following: boolean;
  followPress: string | undefined;
}

interface StandingRow {
  supporting: number | null;
  since: number | null;
  support_press: string | null;
  via_merge: number | null;
  following: number | null;
  follow_press: string | null;
}

interface SupporterRow {
  user_id: string;
  since: number;
  via_merge: number | null;
}

export interface Press {
  ideaId: number;
  userId: string;
  interactionId: string;
  now: number;
}

/** Supporters and followers: one row each per person and idea, kept with a 0 when they go. */
export function createSupportRepository(sqlite: Sqlite.Database) {
  const standing = sqlite.prepare<[number, string], StandingRow>(
    `SELECT s.supporting, s.since, s.interaction_id AS support_press, s.via_merge, f.following,
       f.interaction_id AS follow_press
     FROM (SELECT ? AS idea_id, ? AS user_id) AS asked
       LEFT JOIN idea_supporters s ON s.idea_id = asked.idea_id AND s.user_id = asked.user_id
       LEFT JOIN idea_followers f ON f.idea_id = asked.idea_id AND f.user_id = asked.user_id`,
  );
  // Whoever presses for themselves is no longer here because of a merge.
  const saveSupport = sqlite.prepare(
    `INSERT INTO idea_supporters (idea_id, user_id, supporting, since, interaction_id) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (idea_id, user_id) DO UPDATE SET supporting = excluded.supporting, since = excluded.since,
       interaction_id = excluded.interaction_id, via_merge = NULL`,
  );
  const saveFollow = sqlite.prepare(
    `INSERT INTO idea_followers (idea_id, user_id, following, since, interaction_id) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (idea_id, user_id) DO UPDATE SET following = excluded.following, since = excluded.since,
       interaction_id = excluded.interaction_id, via_merge = NULL`,
  );
  const followFromStart = sqlite.prepare(
    `INSERT INTO idea_followers (idea_id, user_id, following, since, interaction_id) VALUES (?, ?, 1, ?, '0')
     ON CONFLICT (idea_id, user_id) DO NOTHING`,
  );
  const stay = sqlite.prepare(
    'UPDATE idea_supporters SET via_merge = NULL WHERE idea_id = ? AND user_id = ? AND via_merge IS NOT NULL',
  );
  const leave = sqlite.prepare(
    `UPDATE idea_supporters SET supporting = 0, via_merge = NULL
     WHERE idea_id = ? AND user_id = ? AND via_merge IS NOT NULL AND supporting = 1`,
  );
  const early = sqlite.prepare<[number, number], SupporterRow>(
    `SELECT user_id, since, via_merge FROM idea_supporters WHERE idea_id = ? AND supporting = 1
     ORDER BY since, user_id LIMIT ?`,
  );
  const nth = sqlite
    .prepare<[number, number], number>(
      `SELECT since FROM idea_supporters WHERE idea_id = ? AND supporting = 1 ORDER BY since LIMIT 1 OFFSET ?`,
    )
    .pluck();
  const followers = sqlite
    .prepare<[number, number], string>(
      `SELECT user_id FROM idea_followers WHERE idea_id = ? AND following = 1 ORDER BY since, user_id LIMIT ?`,
    )
    .pluck();
  const countFollowers = sqlite
    .prepare<[number], number>('SELECT count(*) FROM idea_followers WHERE idea_id = ? AND following = 1')
    .pluck();

  return {
    standing(ideaId: number, userId: string): Standing {
      const row = standing.get(ideaId, userId);
      return {
        supporting: row?.supporting === 1,
        since: row?.since ?? undefined,
        supportPress: row?.support_press ?? undefined,
        viaMerge: row?.via_merge ?? undefined,
        following: row?.following === 1,
        followPress: row?.follow_press ?? undefined,
      };
    },

    saveSupport({ ideaId, userId, interactionId, now }: Press, supporting: boolean): void {
      saveSupport.run(ideaId, userId, supporting ? 1 : 0, now, interactionId);
    },
    saveFollow({ ideaId, userId, interactionId, now }: Press, following: boolean): void {
      saveFollow.run(ideaId, userId, following ? 1 : 0, now, interactionId);
    },
    /** For those who are told without having asked: the author. Who has said no before is left alone. */
    followFromStart(ideaId: number, userId: string, now: number): void {
      followFromStart.run(ideaId, userId, now);
    },

    /** After a merge; false where there is nothing to answer. */
    stay: (ideaId: number, userId: string): boolean => stay.run(ideaId, userId).changes > 0,
    leave: (ideaId: number, userId: string): boolean => leave.run(ideaId, userId).changes > 0,

    /** The first so many. */
    early: (ideaId: number, limit: number): Supporter[] =>
      early
        .all(ideaId, limit)
        .map((row) => ({ userId: row.user_id, since: row.since, viaMerge: row.via_merge ?? undefined })),
    /** When the nth (from 1) of those who support it now came. */
    nthSince: (ideaId: number, n: number): number | undefined => nth.get(ideaId, n - 1),
    followers: (ideaId: number, limit: number): string[] => followers.all(ideaId, limit),
    countFollowers: (ideaId: number): number => countFollowers.get(ideaId) ?? 0,
  };
}
