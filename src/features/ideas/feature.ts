import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { ReadAttachment } from '../../discord/attachments.ts';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Failure } from '../../discord/failure.ts';
import type { JobDefinition, JobQueue } from '../../jobs/define-job.ts';
import type { OnAct } from '../../shared/act.ts';
import { ideaComponents } from './components.ts';
import { ideaHearing } from './hearing.ts';
import { createIdeaJobs } from './jobs.ts';
import { ideaMessages } from './messages.ts';
import type { IdeaMessagesDeps } from './messages-deps.ts';
import type { Idea } from './model.ts';
import type { IdeaPolicy, IdeaService } from './ports.ts';
import type { IdeaRepositories } from './repository.ts';
import { createIdeas } from './service.ts';
import type { IdeaSurfaceDeps } from './surface-types.ts';
import { troubleReporter } from './trouble.ts';

/** What the feature needs from the house; everything else it builds itself. */
export interface IdeaFeatureDeps extends Omit<IdeaMessagesDeps, 'ideas' | 'work' | 'report' | 'settingsOf'> {
  repositories: IdeaRepositories;
  policy: IdeaPolicy;
  readAttachment: ReadAttachment;
  authorOf: IdeaSurfaceDeps['authorOf'];
  jobs: JobQueue;
  writer: Writer;
  log: Logger;
  /** Different in every process. */
  processId: string;
  onAct?: OnAct;
}

export interface IdeaFeature {
  ideas: IdeaService;
  /** For the commands. */
  surface: IdeaSurfaceDeps;
  components: ComponentHandler[];
  jobDefinitions: readonly JobDefinition[];
  /** What happened on Discord to things that ideas stand on; any gateway event. */
  hear(event: string, data: unknown): void;
  /** An edit of a live message was not made, and is not tried again by itself. */
  editFailed(messageId: string, failure: Failure): void;
}

/** Ideas, put together once. */
export function ideaFeature(deps: IdeaFeatureDeps): IdeaFeature {
  const { writer, clock, log, processId } = deps;
  const { service: ideas, work } = createIdeas(deps);
  const settingsOf = (guildId: string) => deps.policy.settings(guildId);
  const report = troubleReporter(deps);
  const messages = ideaMessages({ ...deps, settingsOf, ideas, work, report });
  const { hear, forgetMessages } = ideaHearing({
    ideas,
    work,
    wake: (threadId) => deps.forums.wake(threadId),
    forgetForum: (channelId) => messages.card.tags.forget(channelId),
    writer,
    clock,
    log,
  });

  const behind = new Set<string>();
  const refreshIdea = (idea: Idea): void => messages.card.refresh(idea);
  const { policy, readAttachment, authorOf } = deps;
  const surface: IdeaSurfaceDeps = { ideas, writer, policy, refreshIdea, readAttachment, authorOf };

  return {
    ideas,
    surface,
    components: ideaComponents(surface),
    jobDefinitions: createIdeaJobs({
      ideas,
      work,
      messages,
      writer,
      report,
      settingsOf,
      log,
      processId,
      behind,
    }),
    hear,
    editFailed(messageId, { kind }) {
      if (kind === 'gone') forgetMessages([messageId]);
      if (kind === 'bug') messages.card.refused(messageId);
      if (kind === 'forbidden') behind.add(messageId);
    },
  };
}
