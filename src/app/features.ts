import setupCommand from '../../commands/setup.ts';
import { usualOf } from '../features/engagement/usual.ts';
import { settingsComponents } from '../features/settings/components.ts';
import type { SettingsService } from '../features/settings/service.ts';
import { createJobWorker } from '../jobs/worker.ts';
import { amaWing } from './amas.ts';
import { digestWing } from './digest.ts';
import { engagementWing } from './engagement.ts';
import { guardWing } from './guard.ts';
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
  const { clock, log, redact, store } = deps;
  const { writer } = store;
  const house = buildHouse({
    ...deps,
    onEditFailed: (messageId, failure) => wings.forEach((wing) => wing.editFailed?.(messageId, failure)),
  });
  const { settings, info } = house;

  const counting = engagementWing(
    house,
    (guildId) => [house.noticesChannelOf(guildId), ideas.staffChannelOf(guildId)].flatMap((id) => id ?? []),
    {
      onPause: (guildId, userId) => guard.forget(guildId, userId),
      onRead: (messages) => guard.noticeRead(messages),
    },
  );
  const { engagement, help, act, flush } = counting;
  const { isPaused } = counting.surface.pauses;
  const guard = guardWing(house, { ...counting, isPaused });
  const ideas = ideaWing(house, engagement, act);
  const amas = amaWing(house, act);
  const shoutouts = shoutoutWing(house, (guildId, since) => help.since(guildId, since, clock.now()), act);
  const perks = perkWing(house, (act, guildId, userId) => {
    const counts = {
      'shoutouts-received': shoutouts.receivedBy,
      'ideas-shipped': ideas.shippedBy,
      'questions-answered': amas.answeredOf,
    };
    return counts[act](guildId, userId);
  });
  const polls = pollWing(house, act);
  const digest = digestWing(house, {
    count: counting.count,
    flush,
    isComplete: counting.isComplete,
    isPaused,
    coverage: guard.coverage,
    usualOf,
    unsungIn: shoutouts.unsungIn,
    openIdea: ideas.openPanel,
    openQuestion: amas.openQuestion,
    openThanks: shoutouts.openThanks,
    askIn: polls.askIn,
  });
  const wings: readonly Wing[] = [
    polls.wing,
    ideas.wing,
    amas.wing,
    shoutouts.wing,
    perks,
    counting.wing,
    guard.wing,
    digest.wing,
    {
      commands: [
        setupCommand({
          settings,
          sections: {
            ideas: ideas.setupSection,
            shoutouts: shoutouts.setupSection,
            counting: counting.setupSection,
            newcomers: guard.setupSection,
          },
        }),
      ],
      components: settingsComponents({
        settings: retiming(settings, digest.lookAgain),
        writer,
        ownPermissions: info.ownPermissions,
      }),
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
    /** When nothing is heard any more: writes down what was counted and waits in memory. */
    finishCounting: counting.close,
    /** Ends what reads the data file beside the house. */
    closeReader: counting.closeReader,
    localeOf: (guildId: string) => settings.settingsOf(guildId).locale,
    commands: wings.flatMap(({ commands }) => commands),
    components: wings.flatMap(({ components }) => components),
    /** A write; repeated at every start. */
    queueUpkeep: (now: number) => wings.forEach((wing) => wing.queueUpkeep?.(now)),
    hear: (event: string, data: unknown) => wings.forEach((wing) => wing.hear?.(event, data)),
  };
}

/** With the clock on a server's wall its digest moves. */
function retiming(
  settings: SettingsService,
  lookAgain: (guildId: string, now: number) => void,
): SettingsService {
  return {
    ...settings,
    change(change) {
      const changed = settings.change(change);
      // Within the same write: what was set before is read again from here on.
      settings.forget(change.guildId);
      lookAgain(change.guildId, change.now);
      return changed;
    },
  };
}
