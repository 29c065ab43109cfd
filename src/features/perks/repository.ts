import type Sqlite from 'better-sqlite3';
import { createClaimRepository } from './claim-repository.ts';
import { createCodeRepository } from './code-repository.ts';
import { createEventRepository } from './event-repository.ts';
import { createKeyRepository } from './key-repository.ts';
import { createPerkRepository } from './perk-repository.ts';

export type PerkRepositories = ReturnType<typeof createPerkRepositories>;

/** All SQL of the feature on one connection, every statement prepared once. */
export function createPerkRepositories(sqlite: Sqlite.Database) {
  return {
    perks: createPerkRepository(sqlite),
    codes: createCodeRepository(sqlite),
    claims: createClaimRepository(sqlite),
    events: createEventRepository(sqlite),
    keys: createKeyRepository(sqlite),
  };
}
