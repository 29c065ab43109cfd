import type { JobDefinition, JobQueue } from '../../jobs/define-job.ts';
import { answerJobs } from './answer-jobs.ts';
import type { AmaJobParts } from './job-parts.ts';
import { placeJobs } from './place-jobs.ts';
import { amaJobs } from './ports.ts';
import { timeJobs } from './time-jobs.ts';

export function createAmaJobs(parts: AmaJobParts): readonly JobDefinition[] {
  return [...placeJobs(parts), ...timeJobs(parts), ...answerJobs(parts)];
}

/** Queues what has to be there from the first start on. A write; may be repeated at every start. */
export function queueAmaUpkeep(jobs: JobQueue, now: number): void {
  jobs.enqueue({ kind: amaJobs.purge, key: 'amas', runAt: now });
}
