import type { JobQueue } from '../../jobs/define-job.ts';
import { type OnAct, unheard } from '../../shared/act.ts';
import { createAuthorService } from './author-service.ts';
import { createClimb } from './climb.ts';
import { createDecideService } from './decide-service.ts';
import { createDraftService } from './draft-service.ts';
import { createIdeaQueue } from './idea-queue.ts';
import { createLifecycle } from './lifecycle.ts';
import { createMergeService } from './merge-service.ts';
import { createModerationService } from './moderation-service.ts';
import { createPlaceService } from './place-service.ts';
import type { IdeaPolicy, IdeaService, IdeaWork } from './ports.ts';
import { createPublish } from './publication.ts';
import { createReadService } from './read-service.ts';
import type { IdeaRepositories } from './repository.ts';
import { createShowcaseService } from './showcase-service.ts';
import { createSupportService } from './support-service.ts';
import { createUnmerge } from './unmerge.ts';
import { createWorkService } from './work-service.ts';

export interface IdeaParts {
  repositories: IdeaRepositories;
  jobs: JobQueue;
  policy: IdeaPolicy;
  onAct?: OnAct;
}

/** Ideas: `service` for their surface, `work` for their jobs. */
export function createIdeas({ repositories, jobs, policy, onAct = unheard }: IdeaParts): {
  service: IdeaService;
  work: IdeaWork;
} {
  const base = { ...repositories, queue: createIdeaQueue(jobs), policy, onAct };
  const lifecycle = createLifecycle(base);
  const climb = createClimb({ ...base, lifecycle });
  const parts = { ...base, lifecycle, climb, publish: createPublish(base) };
  const merging = createMergeService({ ...parts, unmerge: createUnmerge(parts) });
  const service = {
    ...createDraftService(parts),
    ...createSupportService({ ...parts, mergeById: merging.mergeById }),
    ...createAuthorService(parts),
    ...createDecideService(parts),
    ...merging,
    ...createModerationService(parts),
    ...createReadService(parts),
    ...createShowcaseService(parts),
    ...createPlaceService(parts),
  };
  return { service, work: createWorkService(parts) };
}
