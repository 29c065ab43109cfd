import type Sqlite from 'better-sqlite3';
import { createAmaRepository } from './ama-repository.ts';
import { createBlockRepository } from './block-repository.ts';
import { createDraftRepository } from './draft-repository.ts';
import { createEventRepository } from './event-repository.ts';
import { createImageRepository } from './image-repository.ts';
import { createListRepository } from './list-repository.ts';
import { createMergeRepository } from './merge-repository.ts';
import { createQuestionChangeRepository } from './question-change-repository.ts';
import { createQuestionRepository } from './question-repository.ts';
import { createReminderRepository } from './reminder-repository.ts';
import { createResultRepository } from './result-repository.ts';
import { createSupportRepository } from './support-repository.ts';

export type AmaRepositories = ReturnType<typeof createAmaRepositories>;

/** All SQL of the feature on one connection, every statement prepared once. */
export function createAmaRepositories(sqlite: Sqlite.Database) {
  return {
    amas: createAmaRepository(sqlite),
    questions: createQuestionRepository(sqlite),
    support: createSupportRepository(sqlite),
    lists: createListRepository(sqlite),
    drafts: createDraftRepository(sqlite),
    images: createImageRepository(sqlite),
    reminders: createReminderRepository(sqlite),
    events: createEventRepository(sqlite),
    changes: createQuestionChangeRepository(sqlite),
    merges: createMergeRepository(sqlite),
    blocks: createBlockRepository(sqlite),
    results: createResultRepository(sqlite),
  };
}
