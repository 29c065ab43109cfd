import { join } from 'node:path';
import type { Logger } from 'pino';
import ideaCommand from '../commands/idea.ts';
import makeAPoll from '../commands/make-a-poll.ts';
import pollCommand from '../commands/poll.ts';
import setupCommand from '../commands/setup.ts';
import suggestAsAnIdea from '../commands/suggest-as-an-idea.ts';
import { chartRenderer } from './charts/renderer.ts';
import type { Config } from './config.ts';
import { flushLog } from './database/flush.ts';
import { createGroupWriter } from './database/group-writer.ts';
import { logSync } from './database/log-sync.ts';
import { openDatabase } from './database/open.ts';
import type { Writer } from './database/writer.ts';
import { attachmentReader } from './discord/attachments.ts';
import { callbackSender } from './discord/callbacks.ts';
import { deployCommands } from './discord/deploy.ts';
import { directChannel } from './discord/direct-channel.ts';
import { followUps } from './discord/follow-ups.ts';
import { forums } from './discord/forum.ts';
import { type Gateway, gateway } from './discord/gateway.ts';
import { guildInfo } from './discord/guild-info.ts';
import { guildMemory } from './discord/guild-memory.ts';
import { interactionHttp } from './discord/interaction-http.ts';
import { liveEditor } from './discord/live-editor.ts';
import { memberNames } from './discord/member-names.ts';
import { giveRole } from './discord/member-roles.ts';
import { messenger } from './discord/messenger.ts';
import { readableChannels } from './discord/readable-channels.ts';
import { router } from './discord/router.ts';
import { engagementJobs, queueEngagementUpkeep } from './features/engagement/jobs.ts';
import { engagementRepository } from './features/engagement/repository.ts';
import { createEngagement } from './features/engagement/service.ts';
import { ideaFeature } from './features/ideas/feature.ts';
import { queueIdeaUpkeep } from './features/ideas/jobs.ts';
import { createIdeaRepositories } from './features/ideas/repository.ts';
import { ideaSetupComponents } from './features/ideas/settings-components.ts';
import { ideaPanelNow } from './features/ideas/settings-panel.ts';
import { ideaSettingsRepository } from './features/ideas/settings-repository.ts';
import { ideaSettingsService } from './features/ideas/settings-service.ts';
import { pollFeature } from './features/polls/feature.ts';
import { queuePollUpkeep } from './features/polls/jobs.ts';
import { createPollRepositories } from './features/polls/repository.ts';
import { settingsComponents } from './features/settings/components.ts';
import { settingsRepository } from './features/settings/repository.ts';
import { isStaff, mayCreatePolls } from './features/settings/rules.ts';
import { settingsService } from './features/settings/service.ts';
import { translatorFor } from './i18n/translator.ts';
import { createJobQueue } from './jobs/queue.ts';
import { createJobRepository } from './jobs/repository.ts';
import { createJobWorker, type JobWorker } from './jobs/worker.ts';
import type { Clock } from './platform/clock.ts';
import { shortCode } from './platform/ids.ts';
import type { Monotonic } from './platform/monotonic.ts';
import { packageRoot } from './platform/package-root.ts';
import type { Random } from './platform/random.ts';
import { orderlyShutdown } from './platform/shutdown.ts';
import type { Timers } from './platform/timers.ts';

export interface AppDeps {
  /** With a token. */
  config: Config;
  clock: Clock;
  random: Random;
  monotonic: Monotonic;
  timers: Timers;
  log: Logger;
  redact: (text: string) => string;
  /** Nothing will work any more; the process has to end with an error. */
  onFatal: (reason: string) => void;
}

export interface App {
  /** Ends in order within about 8 s: no new work, the work under way, the last edits, the file. */
  stop(): Promise<void>;
}

/** As good as never: a year. */
const NEVER_MS = 365 * 86_400_000;

/**
 * Builds everything once and connects it. The store is opened and checked before Discord hears anything, so a
 * crash loop over a bad file costs no session starts. Rejects with words for whoever runs the bot.
 */
export async function startApp(deps: AppDeps): Promise<App> {
  const { config, clock, random, monotonic, timers, log } = deps;
  const store = openStore(deps);
  const memory = guildMemory();

  const connection: Gateway = gateway({
    token: config.discordToken ?? '',
    apiUrl: config.discordApiUrl,
    withMessages: true,
    shards: config.discordShards,
    silenceMs: config.gatewayWatchdogMinutes === 0 ? NEVER_MS : config.gatewayWatchdogMinutes * 60_000,
    onInteraction: (raw) => void routes.route(raw),
    onEvent: (event, data) => {
      memory.hear(event, data);
      features.hear(event, data);
    },
    onFatal: deps.onFatal,
    timers,
    monotonic,
    log,
  });
  const http = interactionHttp({
    apiUrl: config.discordApiUrl,
    onStatus: (status) => connection.invalidRequests.count(status, false),
  });
  const features = buildFeatures(deps, store, connection, memory);
  const routes = router({
    commands: features.commands,
    components: features.components,
    callbacks: callbackSender({ http, clock, timers }),
    followUps: followUps({ http, timers }),
    clock,
    timers,
    random,
    log,
    localeOf: features.localeOf,
    onUse: features.engagement.note,
  });
  const stop = orderlyShutdown({
    steps: [
      { name: 'finish what people asked for', withinMs: 3_000, run: () => routes.close(3_000) },
      { name: 'note who was active', withinMs: 500, run: () => features.engagement.flush() },
      { name: 'finish jobs', withinMs: 2_000, run: () => features.worker.stop() },
      { name: 'show the latest state', withinMs: 1_500, run: () => features.live.drain(1_500) },
      { name: 'leave Discord', withinMs: 1_000, run: () => connection.close() },
      { name: 'close connections', withinMs: 500, run: () => http.close() },
      { name: 'stop drawing', withinMs: 500, run: () => features.charts.close() },
      { name: 'close the store', withinMs: 1_500, run: () => store.close() },
    ],
    monotonic,
    onStep: ({ name, outcome, ms, error }) => log.debug({ step: name, outcome, ms, err: error }, 'shutdown'),
  });

  try {
    await store.writer.write(() => {
      queuePollUpkeep(store.jobs, clock.now());
      queueIdeaUpkeep(store.jobs, clock.now());
      queueEngagementUpkeep(store.jobs, clock.now());
    });
    await connection.connect();
    const commands = features.commands.map((command) => command.data);
    const applicationId = connection.applicationId();
    const [deployed] = await Promise.all([
      deployCommands({ rest: connection.rest, applicationId, commands }),
      http.warm(),
    ]);
    if (!deployed.ok) throw new Error(`the commands could not be registered: ${deployed.failure.reason}`);
    await features.worker.start();
    log.info({ commands: deployed.value }, 'ready');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    stop: async () => {
      await stop();
    },
  };
}

type Store = ReturnType<typeof openStore>;

function openStore({ config, monotonic, log: logger, onFatal }: AppDeps) {
  const database = openDatabase({
    path: config.databasePath,
    migrationsFolder: join(packageRoot(), 'migrations'),
    synchronous: config.databaseSync,
  });
  const log = config.databaseSync === 'full' ? logSync(database.sqlite) : undefined;
  const onSyncFailed = (error: unknown): void => {
    logger.fatal({ err: error }, 'the disk did not confirm what was saved');
    onFatal('the disk did not confirm what was saved');
  };
  const writer: Writer = createGroupWriter(database.sqlite, {
    monotonic,
    ...(log && { sync: log.sync, onSyncFailed }),
  });
  const jobRepository = createJobRepository(database.orm);
  const wake = { worker: undefined as JobWorker | undefined };
  return {
    database,
    writer,
    jobRepository,
    jobs: createJobQueue(jobRepository, () => wake.worker?.wake()),
    wake,
    async close() {
      await writer.close();
      await log?.close();
      database.close();
    },
  };
}

function buildFeatures(
  deps: AppDeps,
  store: Store,
  connection: Gateway,
  memory: ReturnType<typeof guildMemory>,
) {
  const { config, clock, random, timers, log } = deps;
  const { writer, jobs, database } = store;
  const { rest, ownId } = connection;
  const posts = messenger({ rest, random, ownId });
  const info = guildInfo({ rest, ownId });
  const charts = chartRenderer();

  const settings = settingsService({
    repository: settingsRepository(database.orm),
    defaults: { timeZone: config.defaultTimeZone, locale: config.defaultLanguage },
  });
  const engagement = createEngagement({
    repository: engagementRepository(database.sqlite),
    writer,
    clock,
    timers,
    log,
  });
  const live = liveEditor({
    messenger: posts,
    clock,
    timers,
    log,
    onFailure: ({ messageId }, failure) => {
      if (failure.kind === 'gone') polls.forgetMessage(messageId);
      ideas.editFailed(messageId, failure);
    },
  });
  const processId = shortCode(random);
  const guildT = (guildId: string) => translatorFor(settings.settingsOf(guildId).locale);
  const noticesChannelOf = (guildId: string) => settings.settingsOf(guildId).noticesChannelId;
  const polls = pollFeature({
    repositories: createPollRepositories(database.sqlite),
    jobs,
    random,
    clock,
    log,
    writer,
    live,
    charts,
    messenger: posts,
    processId,
    sealed: { flush: () => flushLog(database.sqlite) },
    policy: {
      timeZone: (guildId) => settings.settingsOf(guildId).timeZone,
      mayCreate: (guildId, actor) => mayCreatePolls(settings.settingsOf(guildId), actor),
      mayManage: (guildId, actor) => isStaff(settings.settingsOf(guildId), actor),
    },
    guildT,
    pollsChannelOf: (guildId) => settings.settingsOf(guildId).pollsChannelId,
    noticesChannelOf,
    directChannel: (userId) => directChannel(rest, userId),
    memberCount: memory.memberCount,
    isEmojiUsable: memory.hasEmoji,
    ownPermissions: info.ownPermissions,
    readableChannels: readableChannels({ rest, clock }),
    namesOf: (guildId, userIds) => memberNames(rest, guildId, userIds),
  });
  const ideaSettings = ideaSettingsService({ repository: ideaSettingsRepository(database.orm), jobs });
  const ideas = ideaFeature({
    repositories: createIdeaRepositories(database.sqlite),
    jobs,
    clock,
    log,
    writer,
    live,
    messenger: posts,
    forums: forums({ rest, restOnce: connection.restOnce, ownId }),
    giveRole: (gift) => giveRole(rest, gift),
    readAttachment: attachmentReader({ apiUrl: config.discordApiUrl, timers, fetch }),
    processId,
    policy: {
      settings: ideaSettings.settingsOf,
      mayManage: (guildId, actor) => isStaff(settings.settingsOf(guildId), actor),
      // Not the staff role: looking behind anonymity is for those who run the server.
      mayReveal: (guildId, actor) =>
        isStaff({ ...settings.settingsOf(guildId), staffRoleId: undefined }, actor),
      activity: engagement.activity,
    },
    guildT,
    noticesChannelOf,
    staffRoleOf: (guildId) => settings.settingsOf(guildId).staffRoleId,
  });
  const ideaSetup = {
    ideaSettings,
    writer,
    activity: engagement.activity,
    noticesChannelOf,
    ownPermissions: info.ownPermissions,
    roleOrder: info.roleOrder,
    dryRun: ideas.ideas.dryRun,
  };
  const worker = createJobWorker({
    repository: store.jobRepository,
    writer,
    clock,
    log,
    redact: deps.redact,
    definitions: [
      ...polls.jobDefinitions,
      ...ideas.jobDefinitions,
      ...engagementJobs({ engagement, writer, log }),
    ],
  });
  store.wake.worker = worker;

  return {
    live,
    charts,
    worker,
    engagement,
    localeOf: (guildId: string) => settings.settingsOf(guildId).locale,
    commands: [
      pollCommand(polls.surface),
      makeAPoll(polls.surface),
      ideaCommand(ideas.surface),
      suggestAsAnIdea(ideas.surface),
      setupCommand({ settings, sections: { ideas: (call) => ideaPanelNow(ideaSetup, call) } }),
    ],
    components: [
      ...polls.components,
      ...ideas.components,
      ...settingsComponents({ settings, writer, ownPermissions: info.ownPermissions }),
      ...ideaSetupComponents(ideaSetup),
    ],
    hear(event: string, data: unknown) {
      polls.hear(event, data);
      ideas.hear(event, data);
    },
  };
}
