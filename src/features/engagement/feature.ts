import type { APIMessage } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { Result } from '../../discord/failure.ts';
import type { AccessOf } from '../../discord/own-access.ts';
import { recentIds } from '../../discord/recent-ids.ts';
import { threadParents } from '../../discord/thread-parents.ts';
import type { JobQueue } from '../../jobs/define-job.ts';
import type { Clock } from '../../platform/clock.ts';
import { endingTimers, type Timers } from '../../platform/timers.ts';
import type { EngagementRepositories } from './all-repository.ts';
import { createCounter } from './counter.ts';
import { createCountingService } from './counting-service.ts';
import { countingChoices } from './counting-settings-feature.ts';
import type { IsStaff } from './heard-message.ts';
import { engagementHearing } from './hearing.ts';
import { createHelpCount } from './help-service.ts';
import { historyJob, READ_HISTORY } from './history-job.ts';
import { engagementJobs } from './jobs.ts';
import { createLocalDays } from './local-days.ts';
import { recentComings } from './member-comings.ts';
import type { HeardMessage } from './model.ts';
import { metricsReader } from './reader.ts';
import { createRetention } from './retention-service.ts';
import { createEngagement } from './service.ts';
import { voiceClock } from './voice-clock.ts';

export interface EngagementDeps {
  repositories: EngagementRepositories;
  /** Of the same data: numbers are read on another connection. */
  databasePath: string;
  writer: Writer;
  jobs: JobQueue;
  clock: Clock;
  timers: Timers;
  log: Logger;
  ownId: () => string;
  isStaff: IsStaff;
  zoneOf: (guildId: string) => string;
  /** Channels for staff and for notices that a server has named. */
  staffChannelsOf: (guildId: string) => readonly string[];
  /** Somebody asked not to be counted: what others keep of them goes in the same write. */
  onPause: (guildId: string, userId: string) => void;
  /** A write. Said while Hearth was not there, in their order, and counted next. */
  onRead: (messages: readonly HeardMessage[]) => void;
  /** What Hearth may read in a server now. */
  accessIn: (guildId: string) => Promise<AccessOf>;
  /** At most 100 messages after this one. */
  readAfter: (channelId: string, after: string) => Promise<Result<readonly APIMessage[]>>;
}

/** Ids of messages that were counted lately: what overtook its neighbour is told from what is repeated. */
const REMEMBERED = 20_000;

/** Everything that counts what members do, connected. */
export function engagementFeature(deps: EngagementDeps) {
  const { repositories, writer, jobs, clock, log, ownId, isStaff, zoneOf } = deps;
  const timers = endingTimers(deps.timers);
  const { conversations, counting } = repositories;
  const choices = countingChoices({
    ...deps,
    flushHeard: () => counter.flush(),
    forgetWaiting(guildId, userId) {
      engagement.forget(guildId, userId);
      help.forget(guildId, userId);
      deps.onPause(guildId, userId);
    },
  });
  const { isPaused } = choices;
  const parents = threadParents();
  const service = createCountingService({
    ...repositories,
    isLeftOut: choices.isLeftOut,
    comings: recentComings(),
    localHour: createLocalDays(zoneOf),
    recent: recentIds(REMEMBERED),
    queue: {
      // In a lane: after an outage there is much to read, and everything else is on time all the same.
      readHistory: (guildId) =>
        jobs.enqueue({ kind: READ_HISTORY, key: guildId, runAt: clock.now(), lane: READ_HISTORY }),
    },
  });
  const counter = createCounter({ service, writer, timers, log });
  const voice = voiceClock({ clock, timers, push: counter.push });
  const hearing = engagementHearing({
    clock,
    parents,
    ownId,
    isStaff,
    push: counter.push,
    onVoice: voice.start,
  });
  const engagement = createEngagement({
    repository: repositories.days,
    isPaused,
    writer,
    clock,
    timers,
    log,
  });
  const help = createHelpCount({
    repository: repositories.help,
    isPaused,
    writer,
    clock,
    timers,
    log,
    ownId,
  });
  /** Writes down what was counted and waits in memory. */
  const flush = async (): Promise<void> => {
    await Promise.all([engagement.flush(), help.flush(), counter.flush()]);
  };
  const reader = metricsReader(deps.databasePath);
  const retention = createRetention({
    rows: repositories.retention,
    conversations,
    counting,
    zoneOf,
  });
  return {
    engagement,
    help,
    surface: choices.surface,
    components: choices.components,
    /** In the transaction of whatever a member did inside Hearth. */
    act: service.act,
    isComplete: service.isComplete,
    /** Nothing is counted in that channel or thread. */
    isLeftOut: (guildId: string, placeId: string): boolean =>
      choices.isLeftOut(guildId, parents.channelOf(placeId), placeId),
    count: reader.count,
    closeReader: reader.close,
    jobDefinitions: [
      ...engagementJobs({ engagement, help, retention, writer, log }),
      choices.job,
      historyJob({ ...deps, counting: service }),
    ],
    hear(event: string, data: unknown): void {
      choices.hear(event, data);
      help.hear(event, data);
      hearing(event, data);
    },
    flush,
    /** Writes down what waits for the last time: what cannot be written then is not tried again in this process. */
    close(): Promise<void> {
      timers.end();
      return flush();
    },
  };
}
