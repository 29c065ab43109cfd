import type Sqlite from 'better-sqlite3';
import { createCardRepository } from './card-repository.ts';
import { createFirstRepository } from './first-repository.ts';
import { createGuardSettingsRepository } from './settings-repository.ts';

export type GuardRepositories = ReturnType<typeof createGuardRepositories>;

/** All SQL of the feature on one connection, every statement prepared once. */
export function createGuardRepositories(sqlite: Sqlite.Database) {
  return {
    settings: createGuardSettingsRepository(sqlite),
    firsts: createFirstRepository(sqlite),
    cards: createCardRepository(sqlite),
  };
}
