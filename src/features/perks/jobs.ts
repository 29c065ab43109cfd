import type { JobDefinition, JobQueue } from '../../jobs/define-job.ts';
import { cardJobs } from './card-jobs.ts';
import type { PerkJobParts } from './job-parts.ts';
import { perkJobs } from './ports.ts';
import { roleJobs } from './role-jobs.ts';

export function createPerkJobs(parts: PerkJobParts): readonly JobDefinition[] {
  return [...cardJobs(parts), ...roleJobs(parts)];
}

/** Queues what has to be there from the first start on. A write; may be repeated at every start. */
export function queuePerkUpkeep(jobs: JobQueue, now: number): void {
  jobs.enqueue({ kind: perkJobs.daily, key: 'all', runAt: now });
  jobs.enqueue({ kind: perkJobs.purge, key: 'perks', runAt: now });
}
