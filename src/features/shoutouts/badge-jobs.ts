import type { Failure } from '../../discord/failure.ts';
import { refused } from '../../discord/post-once.ts';
import type { JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { undelivered, wasParked } from '../../jobs/deliveries.ts';
import { done, type ShoutoutJobParts } from './job-parts.ts';
import type { MilestoneKind } from './model.ts';

/** Gives the badges that somebody deserves and takes those that they do not: only roles that admins named as badges. */
export async function badges(parts: ShoutoutJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, rolesOf, giveRole, takeRole } = parts;
  const { guildId, userId } = job.payload as { guildId: string; userId: string };
  const wanted = work.badgesOf(guildId, userId);
  if (wanted.length === 0) return done;
  const held = await rolesOf(guildId, userId);
  // Who has left and comes back deserves them at their next shout-out.
  if (!held.ok) return undelivered(refused(held.failure), job);
  // One role may stand for several milestones: any of them is enough.
  const deserved = new Map<string, MilestoneKind | undefined>();
  for (const { roleId, deserved: yes, milestone } of wanted) {
    if (yes || !deserved.has(roleId)) deserved.set(roleId, yes ? milestone : deserved.get(roleId));
  }
  for (const [roleId, milestone] of deserved) {
    if ((milestone !== undefined) === held.value.includes(roleId)) continue;
    const gift = { guildId, userId, roleId, reason: `Shout-outs: ${milestone ?? 'no longer reached'}` };
    const changed = await (milestone === undefined ? takeRole(gift) : giveRole(gift));
    if (changed.ok || changed.failure.kind === 'gone') continue;
    if (changed.failure.kind !== 'retry')
      await tell(parts, job, { guildId, roleId, failure: changed.failure });
    return undelivered(refused(changed.failure), job);
  }
  return done;
}

/** Told once, until it is mended. */
async function tell(
  { messages, log }: ShoutoutJobParts,
  job: JobRun<unknown>,
  { guildId, roleId, failure }: { guildId: string; roleId: string; failure: Failure },
): Promise<void> {
  if (wasParked(job)) return;
  const { reason } = failure;
  log.warn({ guild: guildId, roleId, reason }, 'a badge cannot be given or taken');
  const words = { role: `<@&${roleId}>`, reason };
  // One nonce for the role: two people at once are one note.
  await messages.trouble(guildId, (t) => t('shoutouts.trouble.cannotBadge', words), `b${roleId}`);
}
