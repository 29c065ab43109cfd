import type { REST } from '@discordjs/rest';
import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { Messenger } from '../../discord/messenger.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { JobQueue } from '../../jobs/define-job.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Timers } from '../../platform/timers.ts';
import type { GuardRepositories } from './all-repository.ts';
import { createCardService } from './card-service.ts';
import { guardComponents } from './components.ts';
import { type GuardHearing, guardHearing } from './hearing.ts';
import { guardJobDefinitions, guardQueue, queueGuardUpkeep } from './jobs.ts';
import { firstMessageReader } from './look.ts';
import { guardMessages } from './messages.ts';
import type { First } from './model.ts';
import { noticing } from './noticing.ts';
import type { GuardPolicy } from './ports.ts';
import { createGuard } from './service.ts';
import type { GuardSurface } from './surface-types.ts';

export interface GuardDeps extends Pick<GuardHearing, 'isStaff'>, Pick<GuardSurface, 'isOpenToAll'> {
  repositories: GuardRepositories;
  rest: REST;
  messenger: Messenger;
  writer: Writer;
  jobs: JobQueue;
  clock: Clock;
  timers: Timers;
  log: Logger;
  policy: GuardPolicy;
  guildT: (guildId: string) => Translate;
  noticesChannelOf: (guildId: string) => string | undefined;
}

/** Who wrote when and where; never what. */
export interface ReadMessage extends Pick<First, 'guildId' | 'userId' | 'placeId' | 'messageId' | 'at'> {
  what: 'said' | 'joined';
}

/** Sees to it that no newcomer is left without an answer; connected once. */
export function guardFeature(deps: GuardDeps) {
  const { repositories, writer, jobs, clock, log, policy } = deps;
  const queue = guardQueue(jobs);
  const guard = createGuard({ ...repositories, queue, policy });
  const surface: GuardSurface = { ...deps, guard, cards: createCardService({ ...repositories, queue }) };
  /** Read when first needed, and again when that may have changed. */
  let open: readonly First[] | undefined;
  return {
    surface,
    components: guardComponents(surface),
    jobDefinitions: guardJobDefinitions({
      guard,
      lookAt: firstMessageReader({ ...deps, firstsAmong: repositories.firsts.among }),
      messages: guardMessages(deps),
      writer,
      log,
      onLooked: () => {
        open = undefined;
      },
    }),
    hear: guardHearing({
      isOn: repositories.settings.isOn,
      isStaff: deps.isStaff,
      open: () => (open ??= guard.open(clock.now())),
      notice: noticing({ ...deps, notice: guard.notice }),
      lookAgain: (guildId, messageId) =>
        void writer
          .write(() => guard.lookAgain(guildId, messageId, clock.now()))
          .catch((error: unknown) => log.warn({ err: error }, 'a card is looked at later')),
    }),
    /** A write. */
    forget: (guildId: string, userId: string): void => guard.forget(guildId, userId, clock.now()),
    /** A write, before these are counted: read from the history in their order. */
    noticeRead: (messages: readonly ReadMessage[]): void =>
      guard.noticeRead(
        messages
          .filter(({ what }) => what === 'said')
          .map(({ guildId, userId, placeId, messageId, at }) => {
            return { guildId, userId, placeId, messageId, at, joinedAt: undefined };
          }),
        clock.now(),
      ),
    coverage: guard.coverage,
    /** A write; repeated at every start. */
    queueUpkeep(now: number): void {
      guard.goOn(now);
      queueGuardUpkeep(jobs, now);
    },
  };
}
