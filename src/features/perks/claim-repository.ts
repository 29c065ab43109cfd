import type Sqlite from 'better-sqlite3';
import type { Claim, Grant } from './model.ts';

export type StoredClaim = Claim & { codeId: number | undefined };
export type StoredGrant = Grant & { codeId: number | undefined };

interface ClaimRow {
  id: number;
  perk_id: number;
  user_id: string;
  claimed_at: number;
  code_id: number | null;
  grant_id: number | null;
  lapsed_at: number | null;
}

interface GrantRow {
  id: number;
  perk_id: number;
  user_id: string;
  granted_by: string;
  reason: string;
  at: number;
  until: number;
  status: string;
  code_id: number | null;
}

/** Who has which perk, and who was granted one. */
export function createClaimRepository(sqlite: Sqlite.Database) {
  const claim = sqlite.prepare<[number, string], ClaimRow>(
    'SELECT * FROM perk_claims WHERE perk_id = ? AND user_id = ?',
  );
  const claimById = sqlite.prepare<[number], ClaimRow>('SELECT * FROM perk_claims WHERE id = ?');
  const roleClaims = sqlite.prepare<[string], ClaimRow>(
    `SELECT c.* FROM perk_claims c JOIN perks p ON p.id = c.perk_id
     WHERE p.guild_id = ? AND p.reward = 'role' ORDER BY c.id`,
  );
  const insertClaim = sqlite.prepare(
    `INSERT INTO perk_claims (perk_id, user_id, claimed_at, code_id, grant_id)
     VALUES (@perkId, @userId, @claimedAt, @codeId, @grantId)`,
  );
  const lapse = sqlite.prepare('UPDATE perk_claims SET lapsed_at = ? WHERE id = ? AND lapsed_at IS NULL');
  const revive = sqlite.prepare(
    'UPDATE perk_claims SET lapsed_at = NULL WHERE id = ? AND lapsed_at IS NOT NULL',
  );
  const waiting = sqlite.prepare<[number, string], GrantRow>(
    `SELECT * FROM perk_grants WHERE perk_id = ? AND user_id = ? AND status = 'waiting'`,
  );
  const waitingOf = sqlite.prepare<[number], GrantRow>(
    `SELECT * FROM perk_grants WHERE perk_id = ? AND status = 'waiting' ORDER BY id`,
  );
  const late = sqlite.prepare<[number], GrantRow>(
    `SELECT * FROM perk_grants WHERE status = 'waiting' AND until <= ? ORDER BY id`,
  );
  const insertGrant = sqlite.prepare(
    `INSERT INTO perk_grants (perk_id, user_id, granted_by, reason, at, until, status, code_id)
     VALUES (@perkId, @userId, @by, @reason, @at, @until, 'waiting', @codeId)`,
  );
  const settleGrant = sqlite.prepare(
    `UPDATE perk_grants SET status = @to WHERE id = @id AND status = 'waiting'`,
  );

  return {
    find: (perkId: number, userId: string) => claimOf(claim.get(perkId, userId)),
    findById: (id: number) => claimOf(claimById.get(id)),
    roleClaims: (guildId: string): StoredClaim[] =>
      roleClaims.all(guildId).flatMap((row) => claimOf(row) ?? []),
    add: (row: Pick<StoredClaim, 'perkId' | 'userId' | 'claimedAt' | 'codeId' | 'grantId'>): void =>
      void insertClaim.run({ ...row, codeId: row.codeId ?? null, grantId: row.grantId ?? null }),
    /** False: it had lapsed already. */
    lapse: (id: number, at: number): boolean => lapse.run(at, id).changes > 0,
    revive: (id: number): boolean => revive.run(id).changes > 0,

    waiting: (perkId: number, userId: string) => grantOf(waiting.get(perkId, userId)),
    waitingOf: (perkId: number): StoredGrant[] => waitingOf.all(perkId).flatMap((row) => grantOf(row) ?? []),
    lateGrants: (now: number): StoredGrant[] => late.all(now).flatMap((row) => grantOf(row) ?? []),
    addGrant: (row: Omit<StoredGrant, 'id' | 'status'>): void =>
      void insertGrant.run({ ...row, codeId: row.codeId ?? null }),
    /** False: it was not waiting any more. */
    settleGrant: (id: number, to: 'claimed' | 'returned'): boolean => settleGrant.run({ id, to }).changes > 0,
  };
}

function claimOf(row: ClaimRow | undefined): StoredClaim | undefined {
  return (
    row && {
      id: row.id,
      perkId: row.perk_id,
      userId: row.user_id,
      claimedAt: row.claimed_at,
      codeId: row.code_id ?? undefined,
      grantId: row.grant_id ?? undefined,
      lapsedAt: row.lapsed_at ?? undefined,
    }
  );
}

function grantOf(row: GrantRow | undefined): StoredGrant | undefined {
  return (
    row && {
      id: row.id,
      perkId: row.perk_id,
      userId: row.user_id,
      by: row.granted_by,
      reason: row.reason,
      at: row.at,
      until: row.until,
      status: row.status as Grant['status'],
      codeId: row.code_id ?? undefined,
    }
  );
}
