import setupCommand from '../../commands/setup.ts';
import { createHelpRepository } from '../features/engagement/help-repository.ts';
import { createHelpCount } from '../features/engagement/help-service.ts';
import { engagementJobs, queueEngagementUpkeep } from '../features/engagement/jobs.ts';
import { engagementRepository } from '../features/engagement/repository.ts';
import { createEngagement } from '../features/engagement/service.ts';
import { settingsComponents } from '../features/settings/components.ts';
import { createJobWorker } from '../jobs/worker.ts';
import { amaWing } from './amas.ts';
import { buildHouse, type HouseDeps, type Wing } from './house.ts';
import { ideaWing } from './ideas.ts';
import { perkWing } from './perks.ts';
import { pollWing } from './polls.ts';
import { shoutoutWing } from './shoutouts.ts';

export interface FeaturesDeps extends Omit<HouseDeps, 'onEditFailed'> {
  redact: (text: string) => string;
}

/** Every feature, connected to the house and to what one needs of another. */
export function buildFeatures(deps: FeaturesDeps) {
  const { clock, timers, log, redact, store } = deps;
  const { writer, jobs, database } = store;
  const house = buildHouse({
    ...deps,
    onEditFailed: (messageId, failure) => wings.forEach((wing) => wing.editFailed?.(messageId, failure)),
  });
  const { settings, info } = house;

  const repository = engagementRepository(database.sqlite);
  const engagement = createEngagement({ repository, writer, clock, timers, log });
  const help = createHelpCount({
    repository: createHelpRepository(database.sqlite),
    writer,
    clock,
    timers,
    log,
    ownId: deps.connection.ownId,
  });
  const ideas = ideaWing(house, engagement);
  const amas = amaWing(house);
  const shoutouts = shoutoutWing(house, (guildId, since) => help.since(guildId, since, clock.now()));
  const perks = perkWing(house, (act, guildId, userId) => {
    const counts = {
      'shoutouts-received': shoutouts.receivedBy,
      'ideas-shipped': ideas.shippedBy,
      'questions-answered': amas.answeredOf,
    };
    return counts[act](guildId, userId);
  });
  const wings: readonly Wing[] = [
    pollWing(house),
    ideas.wing,
    amas.wing,
    shoutouts.wing,
    perks,
    {
      commands: [],
      components: [],
      jobDefinitions: engagementJobs({ engagement, help, writer, log }),
      hear: help.hear,
      queueUpkeep: (now) => queueEngagementUpkeep(jobs, now),
    },
    {
      commands: [
        setupCommand({
          settings,
          sections: { ideas: ideas.setupSection, shoutouts: shoutouts.setupSection },
        }),
      ],
      components: settingsComponents({ settings, writer, ownPermissions: info.ownPermissions }),
      jobDefinitions: [],
    },
  ];
  const worker = createJobWorker({
    repository: store.jobRepository,
    writer,
    clock,
    log,
    redact,
    definitions: wings.flatMap(({ jobDefinitions }) => jobDefinitions),
  });
  store.wake.worker = worker;

  return {
    live: house.live,
    charts: house.charts,
    worker,
    /** Notes who used Hearth. Hot path. */
    noteUse: engagement.note,
    /** Writes down what was counted and waits in memory. */
    async flush(): Promise<void> {
      await Promise.all([engagement.flush(), help.flush()]);
    },
    localeOf: (guildId: string) => settings.settingsOf(guildId).locale,
    commands: wings.flatMap(({ commands }) => commands),
    components: wings.flatMap(({ components }) => components),
    /** A write; repeated at every start. */
    queueUpkeep: (now: number) => wings.forEach((wing) => wing.queueUpkeep?.(now)),
    hear: (event: string, data: unknown) => wings.forEach((wing) => wing.hear?.(event, data)),
  };
}
