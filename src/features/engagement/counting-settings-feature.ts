import type { Writer } from '../../database/writer.ts';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { JobQueue } from '../../jobs/define-job.ts';
import type { EngagementRepositories } from './all-repository.ts';
import { countingSetupComponents } from './counting-settings-components.ts';
import { channelCategories } from './counting-settings-places.ts';
import { createCountingSettings } from './counting-settings-service.ts';
import { pauseComponents } from './pause-components.ts';
import { FORGET_MEMBER, memberKey, pauseJob } from './pause-jobs.ts';
import { createPauseService } from './pause-service.ts';

/** What members and admins decide about counting, connected. */
export function countingChoices(deps: {
  repositories: EngagementRepositories;
  writer: Writer;
  jobs: JobQueue;
  staffChannelsOf: (guildId: string) => readonly string[];
  /** Writes down what was heard, so that a decision is about what comes after it. */
  flushHeard: () => Promise<void>;
  /** What waits in memory of somebody. */
  forgetWaiting: (guildId: string, userId: string) => void;
}) {
  const { repositories, writer, jobs, staffChannelsOf, flushHeard, forgetWaiting } = deps;
  const { hear, categoryOf } = channelCategories();
  const settings = createCountingSettings({ ...repositories, staffChannelsOf, categoryOf });
  const pauses = createPauseService({
    pauses: repositories.pauses,
    queue: {
      forget: (guildId, userId, now) =>
        jobs.enqueue({ kind: FORGET_MEMBER, key: memberKey(guildId, userId), runAt: now }),
    },
    forgetWaiting,
  });
  const surface = { pauses, settings, writer, flushHeard };
  const components: readonly ComponentHandler[] = [
    ...pauseComponents(surface),
    ...countingSetupComponents(surface),
  ];
  return {
    surface,
    components,
    hear,
    isLeftOut: settings.isLeftOut,
    isPaused: pauses.isPaused,
    job: pauseJob({ pauses, writer }),
  };
}
