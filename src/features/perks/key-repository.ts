import type Sqlite from 'better-sqlite3';

export type KeyRepository = ReturnType<typeof createKeyRepository>;

/** Which key everything was sealed with; only a change of the key (rekey-service.ts) replaces it. */
export function createKeyRepository(sqlite: Sqlite.Database) {
  const find = sqlite.prepare<[], Buffer>('SELECT check_value FROM perk_keys WHERE id = 1').pluck();
  const save = sqlite.prepare(
    `INSERT INTO perk_keys (id, check_value) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET check_value = excluded.check_value`,
  );
  return {
    find: (): Buffer | undefined => find.get(),
    save: (checkValue: Buffer): void => void save.run(checkValue),
  };
}
