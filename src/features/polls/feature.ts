import type { APIChannel, GatewayMessageDeleteDispatchData } from 'discord-api-types/v10';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Failure } from '../../discord/failure.ts';
import type { JobDefinition, JobQueue } from '../../jobs/define-job.ts';
import { pollComponents } from './components.ts';
import { createPollJobs } from './jobs.ts';
import { type PollMessagesDeps, pollMessages } from './messages.ts';
import type { PollPolicy, SealedStore } from './ports.ts';
import type { PollRepositories } from './repository.ts';
import { createPolls, type PollParts } from './service.ts';
import type { PollSurfaceDeps } from './surface-types.ts';

/** What the feature needs from the house; everything else it builds itself. */
export interface PollFeatureDeps
  extends Omit<PollMessagesDeps, 'polls'>,
    Omit<PollSurfaceDeps, 'polls' | 'messages' | 'memberCount'>,
    Pick<PollParts, 'random' | 'onAct'> {
  repositories: PollRepositories;
  jobs: JobQueue;
  policy: PollPolicy;
  sealed: SealedStore;
  /** Different in every process. */
  processId: string;
}

export interface PollFeature {
  /** For the commands. */
  surface: PollSurfaceDeps;
  components: ComponentHandler[];
  jobDefinitions: readonly JobDefinition[];
  /** What happened on Discord to things that polls stand on; any gateway event. */
  hear(event: string, data: unknown): void;
  /** An edit of a live message was not made, and is not tried again by itself. */
  editFailed(messageId: string, failure: Failure): void;
}

/** Polls, put together once. */
export function pollFeature(deps: PollFeatureDeps): PollFeature {
  const { clock, log, writer } = deps;
  const { service: polls, work } = createPolls(deps);
  const messages = pollMessages({ ...deps, polls });
  const surface: PollSurfaceDeps = { ...deps, polls, messages };
  const { sealed, processId } = deps;
  const behind = new Set<string>();

  const note = (change: () => void): void => {
    writer.write(change).catch((error: unknown) => log.warn({ err: error }, 'a loss could not be noted'));
  };
  const forget = (messageIds: readonly string[]) => {
    const now = clock.now();
    note(() => messageIds.forEach((messageId) => polls.forgetMessage({ messageId, now })));
  };
  const forgetChannel = ({ id }: APIChannel) => {
    const now = clock.now();
    note(() => polls.forgetChannel({ channelId: id, now }));
  };
  const losses: Readonly<Record<string, (data: never) => void>> = {
    MESSAGE_DELETE: ({ id }: GatewayMessageDeleteDispatchData) => forget([id]),
    MESSAGE_DELETE_BULK: ({ ids }: { ids: string[] }) => forget(ids),
    CHANNEL_DELETE: forgetChannel,
    THREAD_DELETE: forgetChannel,
  };

  return {
    surface,
    components: pollComponents(surface),
    jobDefinitions: createPollJobs({ work, messages, writer, log, sealed, processId, behind }),
    hear: (event, data) => losses[event]?.(data as never),
    editFailed(messageId, { kind }) {
      if (kind === 'gone') forget([messageId]);
      if (kind === 'forbidden') behind.add(messageId);
    },
  };
}
