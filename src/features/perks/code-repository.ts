import type Sqlite from 'better-sqlite3';

export type CodeRepository = ReturnType<typeof createCodeRepository>;

export interface StoredImport {
  id: number;
  perkId: number;
  done: boolean;
}
export interface SealedCode {
  id: number;
  perkId: number;
  secret: Buffer;
  print: string;
}

/** Codes, sealed, and the files that they came in. */
export function createCodeRepository(sqlite: Sqlite.Database) {
  const importById = sqlite.prepare<[number], { id: number; perkId: number; done: number }>(
    'SELECT id, perk_id AS perkId, done FROM perk_imports WHERE id = ?',
  );
  const byInteraction = sqlite
    .prepare<[string], number>('SELECT id FROM perk_imports WHERE interaction_id = ?')
    .pluck();
  const running = sqlite
    .prepare<[number, number], number>(
      'SELECT id FROM perk_imports WHERE perk_id = ? AND done = 0 AND at > ? LIMIT 1',
    )
    .pluck();
  const stale = sqlite
    .prepare<[number], number>('SELECT id FROM perk_imports WHERE done = 0 AND at <= ?')
    .pluck();
  const begin = sqlite.prepare(
    'INSERT INTO perk_imports (perk_id, interaction_id, rows, at) VALUES (@perkId, @interactionId, @rows, @now)',
  );
  const add = sqlite.prepare(
    `INSERT INTO perk_codes (perk_id, import_id, secret, print) VALUES (@perkId, @importId, @secret, @print)
     ON CONFLICT (perk_id, print) DO NOTHING`,
  );
  const ready = sqlite.prepare('UPDATE perk_codes SET ready = 1 WHERE import_id = ?');
  const finish = sqlite.prepare('UPDATE perk_imports SET done = 1 WHERE id = ? AND done = 0');
  const dropCodes = sqlite.prepare('DELETE FROM perk_codes WHERE import_id = ? AND ready = 0');
  const dropImport = sqlite.prepare('DELETE FROM perk_imports WHERE id = ? AND done = 0');
  // Guarded by the store: a code that has a claim is never found here again.
  const take = sqlite
    .prepare<[{ perkId: number; claimId: number }], Buffer>(
      `UPDATE perk_codes SET claim_id = @claimId
       WHERE id = (SELECT id FROM perk_codes WHERE perk_id = @perkId AND ready = 1 AND claim_id IS NULL ORDER BY id LIMIT 1)
         AND claim_id IS NULL RETURNING secret`,
    )
    .pluck();
  const ofClaim = sqlite
    .prepare<[number], Buffer>('SELECT secret FROM perk_codes WHERE claim_id = ?')
    .pluck();
  const left = sqlite
    .prepare<[number], Buffer>(
      'SELECT secret FROM perk_codes WHERE perk_id = ? AND ready = 1 AND claim_id IS NULL ORDER BY id',
    )
    .pluck();
  const proof = sqlite.prepare<[], Buffer>('SELECT proof FROM perk_vault WHERE id = 1').pluck();
  const saveProof = sqlite.prepare(
    'INSERT INTO perk_vault (id, proof) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET proof = excluded.proof',
  );
  const page = sqlite.prepare<[number, number], SealedCode>(
    'SELECT id, perk_id AS perkId, secret, print FROM perk_codes WHERE id > ? ORDER BY id LIMIT ?',
  );
  const reseal = sqlite.prepare('UPDATE perk_codes SET secret = @secret, print = @print WHERE id = @id');
  const links = sqlite.prepare<[], { perkId: number; secret: Buffer }>(
    'SELECT id AS perkId, link AS secret FROM perks WHERE link IS NOT NULL',
  );
  const relink = sqlite.prepare('UPDATE perks SET link = @secret WHERE id = @perkId');

  return {
    findImport(id: number): StoredImport | undefined {
      const row = importById.get(id);
      return row && { ...row, done: row.done === 1 };
    },
    findImportByInteraction: (interactionId: string) => byInteraction.get(interactionId),
    /** One that began after `since` and is not done. */
    running: (perkId: number, since: number) => running.get(perkId, since),
    stale: (before: number): number[] => stale.all(before),
    begin: (given: { perkId: number; interactionId: string; rows: number; now: number }): number =>
      Number(begin.run(given).lastInsertRowid),
    /** False: the perk has it already. */
    add: (code: { perkId: number; importId: number; secret: Buffer; print: string }): boolean =>
      add.run(code).changes > 0,
    /** How many can be claimed now that could not before; 0 for one that was done. */
    finish: (importId: number): number =>
      finish.run(importId).changes === 0 ? 0 : ready.run(importId).changes,
    drop(importId: number): void {
      dropCodes.run(importId);
      dropImport.run(importId);
    },
    /** Exactly one, to exactly this claim; undefined: none is left. */
    take: (perkId: number, claimId: number): Buffer | undefined => take.get({ perkId, claimId }),
    ofClaim: (claimId: number): Buffer | undefined => ofClaim.get(claimId),
    left: (perkId: number): Buffer[] => left.all(perkId),
    proof: (): Buffer | undefined => proof.get(),
    saveProof: (sealed: Buffer): void => void saveProof.run(sealed),
    page: (after: number, limit: number): SealedCode[] => page.all(after, limit),
    reseal: (code: { id: number; secret: Buffer; print: string }): void => void reseal.run(code),
    links: () => links.all(),
    relink: (link: { perkId: number; secret: Buffer }): void => void relink.run(link),
  };
}
