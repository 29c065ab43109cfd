import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { JobDefinition, JobQueue } from '../../jobs/define-job.ts';
import type { Clock } from '../../platform/clock.ts';
import type { OnAct } from '../../shared/act.ts';
import { shoutoutComponents } from './components.ts';
import { shoutoutHearing } from './hearing.ts';
import type { ShoutoutJobParts } from './job-parts.ts';
import { createShoutoutJobs } from './jobs.ts';
import { type ShoutoutMessagesDeps, shoutoutMessages } from './messages.ts';
import type { ShoutoutPolicy, ShoutoutService } from './ports.ts';
import type { HelpOf } from './read-service.ts';
import type { ShoutoutRepositories } from './repository.ts';
import { createShoutouts } from './service.ts';
import type { ShoutoutSurfaceDeps } from './surface-types.ts';

type JobNeeds = Pick<ShoutoutJobParts, 'isThere' | 'rolesOf' | 'giveRole' | 'takeRole'>;

/** What the feature needs from the house; everything else it builds itself. */
export interface ShoutoutFeatureDeps extends Omit<ShoutoutMessagesDeps, 'work' | 'onNoPicture'>, JobNeeds {
  repositories: ShoutoutRepositories;
  policy: ShoutoutPolicy;
  helpOf: HelpOf;
  jobs: JobQueue;
  writer: Writer;
  clock: Clock;
  log: Logger;
  onAct?: OnAct;
}

export interface ShoutoutFeature {
  shoutouts: ShoutoutService;
  /** For the commands. */
  surface: ShoutoutSurfaceDeps;
  components: ComponentHandler[];
  jobDefinitions: readonly JobDefinition[];
  /** What happened on Discord to things that shout-outs stand on; any gateway event. */
  hear(event: string, data: unknown): void;
}

/** Shout-outs, put together once. */
export function shoutoutFeature(deps: ShoutoutFeatureDeps): ShoutoutFeature {
  const { writer, clock, log, policy } = deps;
  const { service: shoutouts, work } = createShoutouts(deps);
  const onNoPicture = (error: unknown) => log.warn({ err: error }, 'thanks go out without a picture');
  const messages = shoutoutMessages({ ...deps, work, onNoPicture });
  const surface: ShoutoutSurfaceDeps = { shoutouts, writer, policy };
  return {
    shoutouts,
    surface,
    components: shoutoutComponents(surface),
    jobDefinitions: createShoutoutJobs({ ...deps, work, shoutouts, messages }),
    hear: shoutoutHearing({ shoutouts, writer, clock, log }),
  };
}
