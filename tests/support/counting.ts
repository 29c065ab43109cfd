import { recentIds } from '../../src/discord/recent-ids.ts';
import { createEngagementRepositories } from '../../src/features/engagement/all-repository.ts';
import { createCountingService } from '../../src/features/engagement/counting-service.ts';
import { createCountingSettings } from '../../src/features/engagement/counting-settings-service.ts';
import type { HeardEvent } from '../../src/features/engagement/events.ts';
import { createFactsRepository } from '../../src/features/engagement/facts-repository.ts';
import { createLocalDays } from '../../src/features/engagement/local-days.ts';
import { recentComings } from '../../src/features/engagement/member-comings.ts';
import { countPeriod } from '../../src/features/engagement/metrics.ts';
import type { Period, PeriodNumbers } from '../../src/features/engagement/metrics-model.ts';
import { openTestDatabase } from './database.ts';
import type { Done } from './naive-metrics.ts';

export const GUILD = '800000000000000001';
const DISCORD_EPOCH = 1_420_070_400_000n;

/** An id as Discord makes them at that instant (UTC ms). */
export const idAt = (at: number, number = 0): string =>
  String(((BigInt(Math.floor(at)) - DISCORD_EPOCH) << 22n) + BigInt(number));

export type Town = ReturnType<typeof startCounting>;

/** Counting on real SQLite, without a bot around it. */
export function startCounting(zone = 'UTC', database = openTestDatabase()) {
  const { sqlite } = database;
  const repositories = createEngagementRepositories(sqlite);
  const reads: string[] = [];
  const staffChannels: string[] = [];
  const categories = new Map<string, string>();
  const settings = createCountingSettings({
    ...repositories,
    staffChannelsOf: () => staffChannels,
    categoryOf: (channelId) => categories.get(channelId),
  });
  const start = () =>
    createCountingService({
      ...repositories,
      isLeftOut: settings.isLeftOut,
      comings: recentComings(),
      localHour: createLocalDays(() => zone),
      recent: recentIds(20_000),
      queue: { readHistory: (guildId) => void reads.push(guildId) },
    });
  let service = start();
  const facts = createFactsRepository(sqlite);
  return {
    database,
    repositories,
    reads,
    settings,
    staffChannels,
    categories,
    get service() {
      return service;
    },
    /** As after a restart: nothing is remembered but what is in the file. */
    restart(): void {
      service = start();
    },
    apply: (events: readonly HeardEvent[]): void => void sqlite.transaction(() => service.apply(events))(),
    /** The server is heard for the first time at that instant (UTC ms). */
    arrive(at: number): void {
      sqlite.transaction(() =>
        service.apply([{ what: 'arrived', guildId: GUILD, at, places: [], inVoice: [] }]),
      )();
    },
    numbers: (period: Period, more: { givers?: string[]; receivers?: string[] } = {}): PeriodNumbers =>
      countPeriod(facts, {
        guildId: GUILD,
        period,
        zone,
        leavesAreTold: false,
        givers: more.givers ?? [],
        receivers: more.receivers ?? [],
      }),
    all: <T = Record<string, unknown>>(sql: string): T[] => sqlite.prepare(sql).all() as T[],
  };
}

/** As the gateway would tell it. */
export function heard(one: Done): HeardEvent {
  const { userId, at, channelId, placeId, staff, joinedAt, replyTo, id } = one;
  const place = { guildId: GUILD, channelId, placeId };
  if (one.kind === 'reaction') return { what: 'reaction', ...place, userId, at, joinedAt, staff };
  return {
    what: 'message',
    message: {
      ...place,
      messageId: idAt(at, id),
      userId,
      at,
      joinedAt,
      staff,
      what: 'said',
      replyTo: replyTo && {
        messageId: idAt(replyTo.at, replyTo.id),
        userId: replyTo.userId,
        isBot: false,
      },
    },
  };
}
