import type Sqlite from 'better-sqlite3';
import type { Ballot } from './model.ts';
import type { RankedBallots } from './runoff.ts';

export type VoteRepository = ReturnType<typeof createVoteRepository>;

export interface StoredVote {
  /** The user id, or in a sealed poll its keyed hash. */
  voter: string;
  ballot: Ballot;
  weight: number;
  interactionId: string;
  castAt: number;
}

interface VoteRow {
  voter: string;
  ballot: string;
  weight: number;
  interaction_id: string;
  cast_at: number;
}

/** Votes: one row per poll and voter. */
export function createVoteRepository(sqlite: Sqlite.Database) {
  const find = sqlite.prepare<[number, string], VoteRow>(
    'SELECT * FROM poll_votes WHERE poll_id = ? AND voter = ?',
  );
  const upsert = sqlite.prepare(
    `INSERT INTO poll_votes (poll_id, voter, ballot, weight, interaction_id, cast_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (poll_id, voter) DO UPDATE SET ballot = excluded.ballot, weight = excluded.weight,
       interaction_id = excluded.interaction_id, cast_at = excluded.cast_at`,
  );
  const remove = sqlite.prepare('DELETE FROM poll_votes WHERE poll_id = ? AND voter = ?');
  const removeAll = sqlite.prepare('DELETE FROM poll_votes WHERE poll_id = ?');
  const fold = sqlite.prepare(
    `INSERT INTO poll_ballots (poll_id, ballot, voters, weight)
     SELECT poll_id, ballot, count(*), sum(weight) FROM poll_votes WHERE poll_id = ? GROUP BY ballot`,
  );
  const grouped = sqlite.prepare<[number, number], { ballot: string; weight: number }>(
    `SELECT ballot, sum(weight) AS weight FROM poll_votes WHERE poll_id = ? GROUP BY ballot
     UNION ALL SELECT ballot, weight FROM poll_ballots WHERE poll_id = ?`,
  );
  const page = sqlite.prepare<[number, number, number], VoteRow>(
    'SELECT * FROM poll_votes WHERE poll_id = ? ORDER BY cast_at, voter LIMIT ? OFFSET ?',
  );

  return {
    find: (pollId: number, voter: string): StoredVote | undefined => {
      const row = find.get(pollId, voter);
      return row && asVote(row);
    },

    save(pollId: number, vote: StoredVote): void {
      upsert.run(pollId, vote.voter, vote.ballot.join(','), vote.weight, vote.interactionId, vote.castAt);
    },

    remove(pollId: number, voter: string): void {
      remove.run(pollId, voter);
    },

    removeAll(pollId: number): void {
      removeAll.run(pollId);
    },

    /** Leaves only how often each ballot occurred: no voters, no times, no order. */
    makeAnonymous(pollId: number): void {
      fold.run(pollId);
      removeAll.run(pollId);
    },

    /** What ranked counting needs: the different rankings with their weights. */
    rankings: (pollId: number): RankedBallots[] =>
      grouped.all(pollId, pollId).map((row) => ({ ranking: asBallot(row.ballot), weight: row.weight })),

    /** By time. */
    page: (pollId: number, limit: number, offset: number): StoredVote[] =>
      page.all(pollId, limit, offset).map(asVote),
  };
}

function asVote(row: VoteRow): StoredVote {
  return {
    voter: row.voter,
    ballot: asBallot(row.ballot),
    weight: row.weight,
    interactionId: row.interaction_id,
    castAt: row.cast_at,
  };
}

function asBallot(text: string): Ballot {
  return text.split(',').map(Number);
}
