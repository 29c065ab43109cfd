import type Sqlite from 'better-sqlite3';
import { createCaseRepository } from './case-repository.ts';
import { createDraftRepository } from './draft-repository.ts';
import { createEventRepository } from './event-repository.ts';
import { createIdeaRepository } from './idea-repository.ts';
import { createListRepository } from './list-repository.ts';
import { createMergeRepository } from './merge-repository.ts';
import { createModerationRepository } from './moderation-repository.ts';
import { createMoveRepository } from './move-repository.ts';
import { createSearchRepository } from './search-repository.ts';
import { createShowcaseRepository } from './showcase-repository.ts';
import { createSupportRepository } from './support-repository.ts';

export type IdeaRepositories = ReturnType<typeof createIdeaRepositories>;

/** All SQL of the feature on one connection, every statement prepared once. */
export function createIdeaRepositories(sqlite: Sqlite.Database) {
  return {
    ideas: createIdeaRepository(sqlite),
    support: createSupportRepository(sqlite),
    drafts: createDraftRepository(sqlite),
    lists: createListRepository(sqlite),
    searches: createSearchRepository(sqlite),
    events: createEventRepository(sqlite),
    cases: createCaseRepository(sqlite),
    merges: createMergeRepository(sqlite),
    moves: createMoveRepository(sqlite),
    moderation: createModerationRepository(sqlite),
    showcase: createShowcaseRepository(sqlite),
  };
}
