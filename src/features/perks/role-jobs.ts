import type { Failure } from '../../discord/failure.ts';
import { refused } from '../../discord/post-once.ts';
import { roleObstacle } from '../../discord/role-obstacle.ts';
import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD, PATIENT_ATTEMPTS, undelivered } from '../../jobs/deliveries.ts';
import { done, type PerkJobParts, perkOf, tellTrouble } from './job-parts.ts';
import type { Claim, Perk } from './model.ts';
import type { RoleReason } from './note-views.ts';
import { perkJobs } from './ports.ts';

const DAY = 86_400_000;
const PURGE_EVERY = 6 * 3_600_000;

/** Roles that perks give, and what is looked after every day. */
export function roleJobs(parts: PerkJobParts): readonly JobDefinition[] {
  return [
    { kind: perkJobs.role, maxAttempts: PATIENT_ATTEMPTS, run: (job) => giveOrTake(parts, job) },
    { kind: perkJobs.daily, maxAttempts: NEVER_DEAD, run: (job) => daily(parts, job) },
    { kind: perkJobs.purge, maxAttempts: NEVER_DEAD, run: (job) => purge(parts, job) },
  ];
}

/** As the claim says now: the job may be older than the latest change. */
async function giveOrTake(parts: PerkJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, guildT, giveRole, takeRole } = parts;
  const { userId } = job.payload as { userId: string };
  const perk = perkOf(parts, job);
  const claim = perk && work.claimOf(perk.id, userId);
  if (!perk || !claim || perk.roleId === undefined) return done;
  const { guildId, roleId } = perk;
  const lapsed = claim.lapsedAt !== undefined;
  const reason = guildT(guildId)(lapsed ? 'perks.auditLapsed' : 'perks.audit', { name: perk.name });
  const gift = { guildId, userId, roleId, reason };
  const changed = await (lapsed ? takeRole(gift) : giveRole(gift));
  if (changed.ok) return done;
  const { failure } = changed;
  const roleIsGone = failure.code === unknownRole;
  // Who has left and comes back is given it when they ask for it again.
  if (failure.kind === 'gone' && !roleIsGone) return done;
  if (failure.kind !== 'retry') {
    const why = await reasonOf(parts, guildId, roleId, failure);
    await tellTrouble(parts, job, { kind: lapsed ? 'cannot-take' : 'cannot-give', perk, userId, why });
  }
  return roleIsGone ? done : undelivered(refused(failure), job);
}

const unknownRole = 10011;
const rolesFull = 30005;

/** In words that an admin can act on; Discord says the same of two causes. */
async function reasonOf(
  { roleOrder }: PerkJobParts,
  guildId: string,
  roleId: string,
  { code, reason }: Failure,
): Promise<RoleReason> {
  if (code === unknownRole) return { kind: 'gone' };
  if (code === rolesFull) return { kind: 'full' };
  const order = await roleOrder(guildId);
  if (!order.ok) return { kind: 'other', reason };
  // Asked for the owner, who may give everything: what is left is what stands in Hearth's way.
  const actor = { userId: order.value.ownerId, roleIds: [] };
  const obstacle = roleObstacle({ ...order.value, roleId, guildId, actor });
  if (obstacle === 'roleNoPermission') return { kind: 'permission' };
  return obstacle === 'roleAboveMe' ? { kind: 'above' } : { kind: 'other', reason };
}

/** Roles whose condition lapsed or holds again, grants that come back, and a key that does not fit. */
async function daily(parts: PerkJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, writer, log } = parts;
  const returned = await writer.write(() => work.returnGrants(job.now));
  if (returned > 0) log.debug({ returned }, 'grants of perks came back');
  await tellOfKey(parts, job);
  for (const guildId of work.guilds('all')) {
    for (const { perk, claim } of work.roleClaims(guildId)) await review(parts, perk, claim, job.now);
  }
  return { kind: 'again', at: job.now + DAY };
}

async function tellOfKey({ perks, work, messages, log }: PerkJobParts, job: JobRun<unknown>): Promise<void> {
  const kind = perks.trouble();
  if (kind === undefined) return;
  for (const guildId of work.guilds('with-secrets')) {
    log.error({ guild: guildId, kind }, 'perks with codes and links are switched off');
    // Stays away while the same stands among the last messages: this runs at every start.
    await messages.note(guildId, { kind }, { nonce: job.nonce, mayHaveHappened: true });
  }
}

async function review(parts: PerkJobParts, perk: Perk, claim: Claim, now: number): Promise<void> {
  const { work, writer } = parts;
  const { userId } = claim;
  const roleIds = await rolesIfNeeded(parts, perk, userId);
  if (roleIds === 'unknown') return;
  const eligible = work.stillEligible(perk, userId, roleIds);
  const lapsed = claim.lapsedAt !== undefined;
  if (eligible !== lapsed) return;
  await writer.write(() => (lapsed ? work.revive(claim.id, now) : work.lapse(claim.id, now)));
}

/** Asked from Discord only where a condition is a role. Who has left has none; where Discord does not say, nothing is done. */
async function rolesIfNeeded(
  { rolesOf }: PerkJobParts,
  { guildId, conditions }: Perk,
  userId: string,
): Promise<readonly string[] | undefined | 'unknown'> {
  if (!conditions.some(({ kind }) => kind === 'role')) return undefined;
  const held = await rolesOf(guildId, userId);
  if (held.ok) return held.value;
  return held.failure.kind === 'gone' ? [] : 'unknown';
}

async function purge({ work, writer, log }: PerkJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const deleted = await writer.write(() => work.purge(job.now));
  if (deleted > 0) log.debug({ deleted }, 'leftovers of perks deleted');
  return { kind: 'again', at: job.now + PURGE_EVERY };
}
