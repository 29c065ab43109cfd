import type Sqlite from 'better-sqlite3';
import { createDraftRepository } from './draft-repository.ts';
import { createListRepository } from './list-repository.ts';
import { createPollRepository } from './poll-repository.ts';
import { createSeriesRepository } from './series-repository.ts';
import { createVoteRepository } from './vote-repository.ts';

export type PollRepositories = ReturnType<typeof createPollRepositories>;

/** All SQL of the feature on one connection, every statement prepared once. */
export function createPollRepositories(sqlite: Sqlite.Database) {
  return {
    polls: createPollRepository(sqlite),
    votes: createVoteRepository(sqlite),
    drafts: createDraftRepository(sqlite),
    series: createSeriesRepository(sqlite),
    lists: createListRepository(sqlite),
  };
}
