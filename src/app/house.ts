import type { Logger } from 'pino';
import { chartRenderer } from '../charts/renderer.ts';
import type { Config } from '../config.ts';
import type { Command } from '../discord/define-command.ts';
import type { ComponentHandler } from '../discord/define-component.ts';
import type { Failure } from '../discord/failure.ts';
import type { Gateway } from '../discord/gateway.ts';
import { guildInfo } from '../discord/guild-info.ts';
import type { GuildMemory } from '../discord/guild-memory.ts';
import { liveEditor } from '../discord/live-editor.ts';
import { messenger } from '../discord/messenger.ts';
import { settingsRepository } from '../features/settings/repository.ts';
import { isStaff, type SettingsActor } from '../features/settings/rules.ts';
import { settingsService } from '../features/settings/service.ts';
import { translatorFor } from '../i18n/translator.ts';
import type { JobDefinition } from '../jobs/define-job.ts';
import type { Clock } from '../platform/clock.ts';
import { shortCode } from '../platform/ids.ts';
import type { Random } from '../platform/random.ts';
import type { Timers } from '../platform/timers.ts';
import type { Store } from './store.ts';

/** A feature, connected to the house: what the process runs of it. */
export interface Wing {
  commands: readonly Command[];
  components: readonly ComponentHandler[];
  jobDefinitions: readonly JobDefinition[];
  /** Queues what has to be there from the first start on. A write; repeated at every start. */
  queueUpkeep?: (now: number) => void;
  /** What happened on Discord; any gateway event. */
  hear?: (event: string, data: unknown) => void;
  /** An edit of a live message was not made, and is not tried again by itself. */
  editFailed?: (messageId: string, failure: Failure) => void;
}

export interface HouseDeps {
  config: Config;
  clock: Clock;
  random: Random;
  timers: Timers;
  log: Logger;
  store: Store;
  connection: Gateway;
  memory: GuildMemory;
  /** Hears of edits that were not made. */
  onEditFailed: (messageId: string, failure: Failure) => void;
}

export type House = ReturnType<typeof buildHouse>;

/** What all features share, built once. */
export function buildHouse(deps: HouseDeps) {
  const { config, clock, random, timers, log, store, connection } = deps;
  const { rest, ownId } = connection;
  const posts = messenger({ rest, random, ownId });
  const settings = settingsService({
    repository: settingsRepository(store.database.orm),
    defaults: { timeZone: config.defaultTimeZone, locale: config.defaultLanguage },
  });
  const { settingsOf } = settings;
  return {
    ...deps,
    rest,
    messenger: posts,
    info: guildInfo({ rest, ownId }),
    live: liveEditor({
      messenger: posts,
      clock,
      timers,
      log,
      onFailure: ({ messageId }, failure) => deps.onEditFailed(messageId, failure),
    }),
    charts: chartRenderer(),
    settings,
    writer: store.writer,
    jobs: store.jobs,
    /** Different in every process. */
    processId: shortCode(random),
    guildT: (guildId: string) => translatorFor(settingsOf(guildId).locale),
    noticesChannelOf: (guildId: string) => settingsOf(guildId).noticesChannelId,
    staffRoleOf: (guildId: string) => settingsOf(guildId).staffRoleId,
    /** Staff: the staff role, or those who run the server. */
    mayManage: (guildId: string, actor: SettingsActor) => isStaff(settingsOf(guildId), actor),
    /** Those who run the server: not by the staff role alone. */
    mayAdminister: (guildId: string, actor: SettingsActor) =>
      isStaff({ ...settingsOf(guildId), staffRoleId: undefined }, actor),
  };
}
