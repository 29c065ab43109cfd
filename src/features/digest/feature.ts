import type { Logger } from 'pino';
import type { ChartRenderer } from '../../charts/types.ts';
import type { Writer } from '../../database/writer.ts';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Messenger } from '../../discord/messenger.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { JobDefinition, JobQueue } from '../../jobs/define-job.ts';
import type { Clock } from '../../platform/clock.ts';
import { digestComponents } from './components.ts';
import { digestJobDefinitions, digestQueue } from './jobs.ts';
import { createDigestMaker } from './maker.ts';
import { digestMessages } from './messages.ts';
import type { PeriodRepository } from './period-repository.ts';
import { drawDigest } from './pictures.ts';
import type { DigestPolicy, DigestSources, DigestSurfaceDeps } from './ports.ts';
import type { DigestRepository } from './repository.ts';
import { createDigestService } from './service.ts';
import { stillToDo } from './still-to-do.ts';

export interface DigestFeatureDeps {
  repositories: { digests: DigestRepository; periods: PeriodRepository };
  writer: Writer;
  jobs: JobQueue;
  clock: Clock;
  log: Logger;
  messenger: Messenger;
  charts: ChartRenderer;
  policy: DigestPolicy;
  sources: DigestSources;
  doElsewhere: DigestSurfaceDeps['doElsewhere'];
  noticesChannelOf: (guildId: string) => string | undefined;
  /** Undefined: Discord has not told it yet. */
  serverName: (guildId: string) => string | undefined;
  /** In the server's language, or the one that its digests are wanted in. */
  translatorOf: (guildId: string, locale: string | undefined) => Translate;
}

export interface DigestFeature {
  /** For the command. */
  surface: DigestSurfaceDeps;
  components: ComponentHandler[];
  jobDefinitions: readonly JobDefinition[];
  /** A write. The clock on the server's wall was changed, or it can be heard again: when is looked up anew. */
  lookAgain(guildId: string, now: number): void;
  /** A write; repeated at every start. */
  queueUpkeep(now: number): void;
}

/** Digests, put together once. */
export function digestFeature(deps: DigestFeatureDeps): DigestFeature {
  const { repositories, writer, jobs, clock, log, policy, sources } = deps;
  const { digests: repository } = repositories;
  const queue = digestQueue(jobs);
  const service = createDigestService({
    digests: repository,
    queue,
    timeZone: policy.timeZone,
    stillToDo: stillToDo(sources, policy),
  });
  const maker = createDigestMaker({
    digests: repository,
    periods: repositories.periods,
    sources,
    writer,
    timeZone: policy.timeZone,
  });
  const draw = drawDigest(deps.charts, (error) => log.warn({ err: error }, 'a picture could not be drawn'));
  const digestT = (guildId: string) => deps.translatorOf(guildId, repository.settings(guildId).locale);
  const messages = digestMessages({ ...deps, draw, digestT });
  const surface: DigestSurfaceDeps = {
    digests: service,
    maker,
    writer,
    policy,
    draw,
    digestT,
    serverName: deps.serverName,
    doElsewhere: deps.doElsewhere,
    async postNow({ guildId, now, channelId }) {
      const content = await maker.preview(guildId, now);
      await writer.write(() => {
        const digestId = service.keepExtra(guildId, content.period, content, now);
        queue.extra(guildId, digestId, channelId, clock.now());
      });
    },
  };
  return {
    surface,
    components: digestComponents(surface),
    jobDefinitions: digestJobDefinitions({
      digests: service,
      maker,
      messages,
      writer,
      isComplete: sources.isComplete,
    }),
    lookAgain: service.wake,
    queueUpkeep: (now) => repository.guilds().forEach((guildId) => service.wake(guildId, now)),
  };
}
