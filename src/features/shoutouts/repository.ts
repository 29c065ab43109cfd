import type Sqlite from 'better-sqlite3';
import { createCountRepository } from './count-repository.ts';
import { createDraftRepository } from './draft-repository.ts';
import { createMilestoneRepository } from './milestone-repository.ts';
import { createPeopleRepository } from './people-repository.ts';
import { createResultRepository } from './result-repository.ts';
import { createSettingsRepository } from './settings-repository.ts';
import { createShoutoutRepository } from './shoutout-repository.ts';

export type ShoutoutRepositories = ReturnType<typeof createShoutoutRepositories>;

export function createShoutoutRepositories(sqlite: Sqlite.Database) {
  return {
    settings: createSettingsRepository(sqlite),
    shoutouts: createShoutoutRepository(sqlite),
    people: createPeopleRepository(sqlite),
    counts: createCountRepository(sqlite),
    milestones: createMilestoneRepository(sqlite),
    drafts: createDraftRepository(sqlite),
    results: createResultRepository(sqlite),
  };
}
