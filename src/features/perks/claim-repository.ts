import type Sqlite from 'better-sqlite3';
import type { Claim, Grant } from './model.ts';

export type ClaimRepository = ReturnType<typeof createClaimRepository>;

interface ClaimRow {
  id: number;
  perk_id: number;
  user_id: string;
  claimed_at: number;
  grant_id: number | null;
  lapsed_at: number | null;
}
interface GrantRow {
  id: number;
  perk_id: number;
  user_id: string;
  by: string;
  reason: string;
  at: number;
  until: number;
  status: Grant['status'];
}

/** Who has what, and what is kept for whom. */
export function createClaimRepository(sqlite: Sqlite.Database) {
  const one = sqlite.prepare<[number, string], ClaimRow>(
    'SELECT * FROM perk_claims WHERE perk_id = ? AND user_id = ?',
  );
  const byId = sqlite.prepare<[number], ClaimRow>('SELECT * FROM perk_claims WHERE id = ?');
  const ofRoles = sqlite.prepare<[string], ClaimRow>(
    `SELECT c.* FROM perk_claims c JOIN perks p ON p.id = c.perk_id
     WHERE p.guild_id = ? AND p.reward = 'role' AND c.grant_id IS NULL ORDER BY c.id`,
  );
  const insert = sqlite.prepare(
    'INSERT INTO perk_claims (perk_id, user_id, claimed_at, grant_id) VALUES (@perkId, @userId, @now, @grantId)',
  );
  const lapse = sqlite.prepare('UPDATE perk_claims SET lapsed_at = ? WHERE id = ?');
  const waiting = sqlite.prepare<[number, string], GrantRow>(
    `SELECT * FROM perk_grants WHERE perk_id = ? AND user_id = ? AND status = 'waiting'`,
  );
  const addGrant = sqlite.prepare(
    `INSERT INTO perk_grants (perk_id, user_id, by, reason, at, until, status)
     VALUES (@perkId, @userId, @by, @reason, @at, @until, 'waiting')`,
  );
  const takeGrant = sqlite.prepare(
    `UPDATE perk_grants SET status = 'claimed' WHERE id = ? AND status = 'waiting'`,
  );
  const due = sqlite.prepare<[number], GrantRow>(
    `UPDATE perk_grants SET status = 'returned' WHERE until <= ? AND status = 'waiting' RETURNING *`,
  );
  const ofPerk = sqlite.prepare<[number], GrantRow>(
    `UPDATE perk_grants SET status = 'returned' WHERE perk_id = ? AND status = 'waiting' RETURNING *`,
  );

  return {
    find: (perkId: number, userId: string): Claim | undefined => claimOf(one.get(perkId, userId)),
    findById: (id: number): Claim | undefined => claimOf(byId.get(id)),
    /** Of role perks, without those given by hand: nothing of them can lapse. */
    ofRoles: (guildId: string): Claim[] => ofRoles.all(guildId).flatMap((row) => claimOf(row) ?? []),
    add: (claim: { perkId: number; userId: string; now: number; grantId: number | undefined }): number =>
      Number(insert.run({ ...claim, grantId: claim.grantId ?? null }).lastInsertRowid),
    setLapsed: (id: number, at: number | undefined): void => void lapse.run(at ?? null, id),
    grant: (perkId: number, userId: string): Grant | undefined => grantOf(waiting.get(perkId, userId)),
    addGrant: (grant: Omit<Grant, 'id' | 'status'>): void => void addGrant.run(grant),
    takeGrant: (id: number): boolean => takeGrant.run(id).changes > 0,
    /** Nobody claimed them in time. */
    returnDue: (now: number): Grant[] => due.all(now).flatMap((row) => grantOf(row) ?? []),
    returnOf: (perkId: number): Grant[] => ofPerk.all(perkId).flatMap((row) => grantOf(row) ?? []),
  };
}

function claimOf(row: ClaimRow | undefined): Claim | undefined {
  return (
    row && {
      id: row.id,
      perkId: row.perk_id,
      userId: row.user_id,
      claimedAt: row.claimed_at,
      grantId: row.grant_id ?? undefined,
      lapsedAt: row.lapsed_at ?? undefined,
    }
  );
}

function grantOf(row: GrantRow | undefined): Grant | undefined {
  if (!row) return undefined;
  const { perk_id: perkId, user_id: userId, ...rest } = row;
  return { ...rest, perkId, userId };
}
