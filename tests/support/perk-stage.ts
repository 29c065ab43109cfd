import { test } from 'vitest';
import { endStage, markedToken, type Stored, storedIn } from './faults.ts';
import { type PerkTown, startPerks } from './perks.ts';

type TownOptions = Parameters<typeof startPerks>[0];

export interface PerkStage extends PerkTown {
  readonly stored: Stored;
}

/** A test whose town is ended after it, and held to what must be true after any fault. */
export const perkTest = test.extend<{ begin: (options?: TownOptions) => Promise<PerkStage> }>({
  async begin({ onTestFinished }, use) {
    await use(async (options = {}) => {
      const town = await startPerks({ botToken: markedToken, ...options });
      const stored = storedIn(town.config.databasePath);
      const stage = Object.assign(Object.create(town) as PerkTown, { stored });
      onTestFinished(() => endStage(stage));
      return stage;
    });
  },
});

type Kept = Pick<PerkStage, 'stored'>;

export interface StoredClaim {
  perk_id: number;
  user_id: string;
  code_id: number | null;
  lapsed_at: number | null;
}

export const claimsOf = ({ stored }: Kept): StoredClaim[] =>
  stored.all<StoredClaim>('SELECT perk_id, user_id, code_id, lapsed_at FROM perk_claims ORDER BY id');

/** How many codes are in which state. */
export const codesOf = ({ stored }: Kept, perkId: number): Record<string, number> =>
  Object.fromEntries(
    stored
      .all<{ state: string; count: number }>(
        `SELECT state, count(*) AS count FROM perk_codes WHERE perk_id = ${perkId} GROUP BY state ORDER BY state`,
      )
      .map(({ state, count }) => [state, count]),
  );
