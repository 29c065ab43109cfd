import type Sqlite from 'better-sqlite3';
import { createClaimRepository } from './claim-repository.ts';
import { createCodeRepository } from './code-repository.ts';
import { createLedgerRepository } from './ledger-repository.ts';
import { createPerkRepository } from './perk-repository.ts';

export type PerkRepositories = ReturnType<typeof createPerkRepositories>;

export function createPerkRepositories(sqlite: Sqlite.Database) {
  return {
    perks: createPerkRepository(sqlite),
    claims: createClaimRepository(sqlite),
    codes: createCodeRepository(sqlite),
    ledger: createLedgerRepository(sqlite),
  };
}
