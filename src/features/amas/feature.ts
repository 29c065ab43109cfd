import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { ReadAttachment } from '../../discord/attachments.ts';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Failure } from '../../discord/failure.ts';
import type { GuildInfo } from '../../discord/guild-info.ts';
import type { JobDefinition, JobQueue } from '../../jobs/define-job.ts';
import type { OnAct } from '../../shared/act.ts';
import { amaComponents } from './components.ts';
import { amaHearing } from './hearing.ts';
import { createAmaJobs } from './jobs.ts';
import { amaMessages } from './messages.ts';
import type { AmaMessagesDeps } from './messages-deps.ts';
import type { AmaPolicy, AmaService } from './ports.ts';
import type { AmaRepositories } from './repository.ts';
import { createAmas } from './service.ts';
import type { AmaSurfaceDeps } from './surface-types.ts';
import { teamChannels } from './team-channels.ts';

/** What the feature needs from the house; everything else it builds itself. */
export interface AmaFeatureDeps extends Omit<AmaMessagesDeps, 'amas' | 'work' | 'place' | 'team'> {
  repositories: AmaRepositories;
  policy: AmaPolicy;
  readAttachment: ReadAttachment;
  ownPermissions: GuildInfo['ownPermissions'];
  ownServerPermissions: GuildInfo['ownServerPermissions'];
  isOpenToAll: GuildInfo['isOpenToAll'];
  jobs: JobQueue;
  writer: Writer;
  log: Logger;
  /** Different in every process. */
  processId: string;
  onAct?: OnAct;
}

export interface AmaFeature {
  amas: AmaService;
  /** For the command. */
  surface: AmaSurfaceDeps;
  components: ComponentHandler[];
  jobDefinitions: readonly JobDefinition[];
  /** What happened on Discord to things that AMAs stand on; any gateway event. */
  hear(event: string, data: unknown): void;
  /** An edit of a live message was not made, and is not tried again by itself. */
  editFailed(messageId: string, failure: Failure): void;
}

/** AMAs, put together once. */
export function amaFeature(deps: AmaFeatureDeps): AmaFeature {
  const { writer, clock, log, processId, jobs, policy } = deps;
  const { service: amas, work } = createAmas(deps);
  const place: AmaMessagesDeps['place'] = (amaId, places) =>
    writer.write(() => work.placed(amaId, places, clock.now()));
  const behind = new Set<string>();
  const team = teamChannels(deps);
  const messages = amaMessages({ ...deps, amas, work, place, team });
  const { hear, forgetMessages } = amaHearing({ amas, work, team, jobs, writer, clock, log });
  const surface: AmaSurfaceDeps = {
    amas,
    writer,
    policy,
    refresh: (ama) => messages.places.refresh(ama),
    readAttachment: deps.readAttachment,
    ownPermissions: deps.ownPermissions,
    ownServerPermissions: deps.ownServerPermissions,
    isOpenToAll: deps.isOpenToAll,
    noticesChannelOf: deps.noticesChannelOf,
    namesOf: deps.namesOf,
  };
  return {
    amas,
    surface,
    components: amaComponents(surface),
    jobDefinitions: createAmaJobs({ work, messages, writer, log, processId, behind }),
    hear,
    editFailed(messageId, { kind }) {
      if (kind === 'gone') forgetMessages([messageId]);
      if (kind === 'forbidden') behind.add(messageId);
    },
  };
}
