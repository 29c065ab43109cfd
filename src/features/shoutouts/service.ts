import type { JobQueue } from '../../jobs/define-job.ts';
import { type OnAct, unheard } from '../../shared/act.ts';
import { createCounting } from './counting.ts';
import { createEndService } from './end-service.ts';
import { createGiveService } from './give-service.ts';
import type { ShoutoutPolicy, ShoutoutService, ShoutoutWork } from './ports.ts';
import { createReadService, type HelpOf } from './read-service.ts';
import type { ShoutoutRepositories } from './repository.ts';
import { createSettingsService } from './settings-service.ts';
import { createShoutoutQueue } from './shoutout-queue.ts';
import { createWorkService } from './work-service.ts';

export interface ShoutoutParts {
  repositories: ShoutoutRepositories;
  jobs: JobQueue;
  policy: ShoutoutPolicy;
  helpOf: HelpOf;
  onAct?: OnAct;
}

/** All use cases of shout-outs: those of people, and those of the jobs. */
export function createShoutouts({ repositories, jobs, policy, helpOf, onAct = unheard }: ShoutoutParts): {
  service: ShoutoutService;
  work: ShoutoutWork;
} {
  const queue = createShoutoutQueue(jobs);
  const counting = createCounting(repositories);
  const { settings: stored, shoutouts } = repositories;
  const guildOf = (shoutoutId: number) => shoutouts.find(shoutoutId)?.guildId;
  const settings = createSettingsService({ repository: stored, policy, queue, guildOf });
  const parts = { ...repositories, settings, counting, queue, policy, helpOf, onAct };
  return {
    service: {
      ...settings,
      ...createGiveService(parts),
      ...createEndService({ ...parts, settings: stored }),
      ...createReadService(parts),
    },
    work: createWorkService({ ...parts, stored }),
  };
}
