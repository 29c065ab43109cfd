import type Sqlite from 'better-sqlite3';

/** With what its place is made of. */
export interface StoredCode {
  id: number;
  perkId: number;
  guildId: string;
  sealed: Buffer;
}

export interface StoredLink {
  perkId: number;
  guildId: string;
  link: Buffer;
}

export type SealedRepository = ReturnType<typeof createSealedRepository>;

/** Everything that is kept sealed, in whatever state, to be sealed anew. */
export function createSealedRepository(sqlite: Sqlite.Database) {
  const codes = sqlite.prepare<[number, number], StoredCode>(
    `SELECT c.id, c.perk_id AS perkId, p.guild_id AS guildId, c.sealed
     FROM perk_codes c JOIN perks p ON p.id = c.perk_id WHERE c.id > ? ORDER BY c.id LIMIT ?`,
  );
  const links = sqlite.prepare<[], StoredLink>(
    'SELECT id AS perkId, guild_id AS guildId, link FROM perks WHERE link IS NOT NULL ORDER BY id',
  );
  const replaceCode = sqlite.prepare(
    'UPDATE perk_codes SET sealed = @sealed, digest = @digest WHERE id = @id',
  );
  // What members see stays the same: no card is edited for it.
  const replaceLink = sqlite.prepare('UPDATE perks SET link = @link WHERE id = @perkId');
  return {
    /** The next ones after a code, at most `count`. */
    codesAfter: (id: number, count: number): StoredCode[] => codes.all(id, count),
    links: (): StoredLink[] => links.all(),
    replaceCode: (code: { id: number; sealed: Buffer; digest: Buffer }): void => void replaceCode.run(code),
    replaceLink: (link: { perkId: number; link: Buffer }): void => void replaceLink.run(link),
  };
}
