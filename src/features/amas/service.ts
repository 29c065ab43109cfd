import type { JobQueue } from '../../jobs/define-job.ts';
import { type OnAct, unheard } from '../../shared/act.ts';
import { createAccess } from './access.ts';
import { createAmaQueue } from './ama-queue.ts';
import { createAskService } from './ask-service.ts';
import { createDraftService } from './draft-service.ts';
import { createEventService } from './event-service.ts';
import { createLifecycle } from './lifecycle.ts';
import { createMergeService } from './merge-service.ts';
import { createModerationService } from './moderation-service.ts';
import { createPlaceService } from './place-service.ts';
import type { AmaPolicy, AmaService, AmaWork } from './ports.ts';
import { createQuestionActs } from './question-acts.ts';
import { createReadService } from './read-service.ts';
import type { AmaRepositories } from './repository.ts';
import { createRunService } from './run-service.ts';
import { createShowcaseService } from './showcase-service.ts';
import { createSteerService } from './steer-service.ts';
import { createSupportService } from './support-service.ts';
import { createWorkService } from './work-service.ts';

export interface AmaParts {
  repositories: AmaRepositories;
  jobs: JobQueue;
  policy: AmaPolicy;
  onAct?: OnAct;
}

/** AMAs: `service` for their surface, `work` for their jobs. */
export function createAmas({ repositories, jobs, policy, onAct = unheard }: AmaParts): {
  service: AmaService;
  work: AmaWork;
} {
  const base = { ...repositories, queue: createAmaQueue(jobs), policy, onAct };
  const kept = { ...base, access: createAccess(base), lifecycle: createLifecycle(base) };
  const parts = { ...kept, acts: createQuestionActs(kept) };
  const service = {
    ...createDraftService(parts),
    ...createSteerService(parts),
    ...createAskService(parts),
    ...createSupportService(parts),
    ...createModerationService(parts),
    ...createRunService(parts),
    ...createMergeService(parts),
    ...createReadService(parts),
    ...createShowcaseService(parts),
    ...createPlaceService(parts),
    ...createEventService(parts),
  };
  return { service, work: createWorkService(parts) };
}
