import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Failure } from '../../discord/failure.ts';
import type { JobDefinition } from '../../jobs/define-job.ts';
import { perkComponents } from './components.ts';
import { perkHearing } from './hearing.ts';
import type { PerkJobParts } from './job-parts.ts';
import { createPerkJobs } from './jobs.ts';
import { type PerkMessagesDeps, perkMessages } from './messages.ts';
import type { PerkCore, PerkPolicy } from './ports.ts';
import type { PerkSurfaceDeps } from './surface-types.ts';

type JobNeeds = Pick<
  PerkJobParts,
  'writer' | 'log' | 'rolesOf' | 'giveRole' | 'takeRole' | 'roleOrder' | 'processId'
>;

/** What the feature needs from the house and from its core; everything else it builds itself. */
export interface PerkFeatureDeps
  extends Omit<PerkMessagesDeps, 'work'>,
    JobNeeds,
    Pick<PerkSurfaceDeps, 'readAttachment' | 'readCodes'> {
  core: PerkCore;
  policy: PerkPolicy;
}

export interface PerkFeature {
  /** For the command. */
  surface: PerkSurfaceDeps;
  components: ComponentHandler[];
  jobDefinitions: readonly JobDefinition[];
  /** What happened on Discord to things that perks stand on; any gateway event. */
  hear(event: string, data: unknown): void;
  /** An edit of a live message was not made, and is not tried again by itself. */
  editFailed(messageId: string, failure: Failure): void;
}

/** Perks, put together once. */
export function perkFeature(deps: PerkFeatureDeps): PerkFeature {
  const { core, policy, writer, readAttachment, readCodes, roleOrder } = deps;
  const { service: perks, work } = core;
  const messages = perkMessages({ ...deps, work });
  const { refresh } = messages;
  const behind = new Set<string>();
  const surface: PerkSurfaceDeps = { perks, writer, policy, refresh, readAttachment, readCodes, roleOrder };
  return {
    surface,
    components: perkComponents(surface),
    jobDefinitions: createPerkJobs({ ...deps, perks, work, messages, behind }),
    hear: perkHearing({ ...deps, perks }),
    editFailed(messageId, { kind }) {
      // A deletion is heard of by itself; the job asks for certain where it was not.
      if (kind === 'forbidden' || kind === 'gone') behind.add(messageId);
    },
  };
}
