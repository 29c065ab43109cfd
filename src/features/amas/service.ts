import type { JobQueue } from '../../jobs/define-job.ts';
import { createAccess } from './access.ts';
import { createAmaQueue } from './ama-queue.ts';
import { createAskService } from './ask-service.ts';
import { createDraftService } from './draft-service.ts';
import { createDueService } from './due-service.ts';
import { createEventService } from './event-service.ts';
import { createLifecycle } from './lifecycle.ts';
import { createPlaceService } from './place-service.ts';
import type { AmaPolicy, AmaService, AmaWork } from './ports.ts';
import { createReadService } from './read-service.ts';
import type { AmaRepositories } from './repository.ts';
import { createSteerService } from './steer-service.ts';
import { createSupportService } from './support-service.ts';

export interface AmaParts {
  repositories: AmaRepositories;
  jobs: JobQueue;
  policy: AmaPolicy;
}

/** AMAs: `service` for their surface, `work` for their jobs. */
export function createAmas({ repositories, jobs, policy }: AmaParts): {
  service: AmaService;
  work: AmaWork;
} {
  const base = { ...repositories, queue: createAmaQueue(jobs), policy };
  const parts = { ...base, access: createAccess(base), lifecycle: createLifecycle(base) };
  const service = {
    ...createDraftService(parts),
    ...createSteerService(parts),
    ...createAskService(parts),
    ...createSupportService(parts),
    ...createReadService(parts),
    ...createPlaceService(parts),
    ...createEventService(parts),
  };
  const work = createDueService(parts);
  // Running, moderating and showing come with their own services.
  return { service: service as unknown as AmaService, work: work as unknown as AmaWork };
}
