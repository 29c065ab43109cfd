import type { JobDefinition, JobQueue } from '../../jobs/define-job.ts';
import { boardJobs } from './board-jobs.ts';
import { cardJobs } from './card-jobs.ts';
import type { IdeaJobParts } from './job-parts.ts';
import { ideaJobs } from './ports.ts';
import { staffJobs } from './staff-jobs.ts';
import { threadJobs } from './thread-jobs.ts';

export function createIdeaJobs(parts: IdeaJobParts): readonly JobDefinition[] {
  return [...cardJobs(parts), ...threadJobs(parts), ...staffJobs(parts), ...boardJobs(parts)];
}

/** Queues what has to be there from the first start on. A write; may be repeated at every start. */
export function queueIdeaUpkeep(jobs: JobQueue, now: number): void {
  jobs.enqueue({ kind: ideaJobs.purge, key: 'drafts', runAt: now });
}
