import type Sqlite from 'better-sqlite3';

export interface SealedCode {
  id: number;
  sealed: Buffer;
}

export interface Import {
  id: number;
  perkId: number;
  done: boolean;
}

/** Codes, sealed, and the files that they came with. */
export function createCodeRepository(sqlite: Sqlite.Database) {
  const lastId = sqlite
    .prepare<[], number>(`SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'perk_codes'), 0)`)
    .pluck();
  const insert = sqlite.prepare(
    `INSERT INTO perk_codes (id, perk_id, import_id, sealed, digest, state)
     VALUES (@id, @perkId, @importId, @sealed, @digest, 'free')`,
  );
  const known = sqlite
    .prepare<[number, Buffer], number>('SELECT 1 FROM perk_codes WHERE perk_id = ? AND digest = ?')
    .pluck();
  // One statement: whoever comes at the same time gets another one, or none. What is still being read in counts for
  // nothing; one look at the first is enough, since of a perk one file is read at a time and its ids are the highest.
  const take = sqlite.prepare<[{ perkId: number; to: string }], SealedCode>(
    `UPDATE perk_codes SET state = @to
     WHERE id = (SELECT id FROM perk_codes WHERE perk_id = @perkId AND state = 'free' ORDER BY id LIMIT 1)
       AND state = 'free' AND (SELECT done FROM perk_imports WHERE id = import_id) = 1
     RETURNING id, sealed`,
  );
  const change = sqlite.prepare('UPDATE perk_codes SET state = @to WHERE id = @id AND state = @from');
  const one = sqlite.prepare<[number], SealedCode>('SELECT id, sealed FROM perk_codes WHERE id = ?');
  const takeAll = sqlite.prepare<[number], SealedCode>(
    `UPDATE perk_codes SET state = 'taken' WHERE perk_id = ? AND state = 'free'
       AND (SELECT done FROM perk_imports WHERE id = import_id) = 1
     RETURNING id, sealed`,
  );
  const begin = sqlite.prepare(
    'INSERT INTO perk_imports (perk_id, interaction_id, started_at) VALUES (?, ?, ?)',
  );
  const importBy = (condition: string) =>
    sqlite.prepare<[number | string], { id: number; perkId: number; done: number }>(
      `SELECT id, perk_id AS perkId, done FROM perk_imports WHERE ${condition}`,
    );
  const importById = importBy('id = ?');
  const importByInteraction = importBy('interaction_id = ?');
  const running = importBy('perk_id = ? AND done = 0');
  const count = sqlite.prepare('UPDATE perk_imports SET added = added + ? WHERE id = ?');
  // One row, however many codes: none of them is touched.
  const finish = sqlite
    .prepare<[number], number>('UPDATE perk_imports SET done = 1 WHERE id = ? AND done = 0 RETURNING added')
    .pluck();
  const drop = sqlite.prepare('DELETE FROM perk_imports WHERE id = ? AND done = 0');
  const dropOld = sqlite.prepare('DELETE FROM perk_imports WHERE done = 0 AND started_at < ?');
  const asImport = (row: ReturnType<typeof importById.get>): Import | undefined =>
    row && { ...row, done: row.done === 1 };

  return {
    /** The id that the next code will have: it is sealed for it. */
    nextId: (): number => (lastId.get() ?? 0) + 1,
    has: (perkId: number, digest: Buffer): boolean => known.get(perkId, digest) !== undefined,
    add: (code: SealedCode & { perkId: number; importId: number; digest: Buffer }): void =>
      void insert.run(code),
    /** One that nobody has; undefined: none is left. */
    take: (perkId: number, to: 'claimed' | 'reserved'): SealedCode | undefined => take.get({ perkId, to }),
    change: (id: number, from: 'reserved', to: 'claimed' | 'free'): boolean =>
      change.run({ id, from, to }).changes > 0,
    find: (id: number): SealedCode | undefined => one.get(id),
    takeAll: (perkId: number): SealedCode[] => takeAll.all(perkId),

    beginImport: (perkId: number, interactionId: string, at: number): number =>
      Number(begin.run(perkId, interactionId, at).lastInsertRowid),
    findImport: (id: number) => asImport(importById.get(id)),
    importOf: (interactionId: string) => asImport(importByInteraction.get(interactionId)),
    runningImport: (perkId: number) => asImport(running.get(perkId)),
    countImported: (importId: number, added: number): void => void count.run(added, importId),
    /** Its codes can be handed out from now on; their number. */
    finishImport: (importId: number): number => finish.get(importId) ?? 0,
    /** With its codes, unless it is finished. */
    dropImport: (importId: number): void => void drop.run(importId),
    /** Those that a process began and never ended. */
    dropImports: (before: number): number => dropOld.run(before).changes,
  };
}
