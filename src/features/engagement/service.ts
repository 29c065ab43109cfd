import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Timers } from '../../platform/timers.ts';
import type { EngagementRepository } from './repository.ts';
import { type Activity, activeDays, countedDays, dayOf, keptDays, type Sighting } from './rules.ts';

export interface Engagement {
  /** Somebody used Hearth. Hot path: mostly one look into a Set; it is written down later. Never throws. */
  note(guildId: string, userId: string): void;
  /** Who used Hearth within 28 days, whether it has been written down yet or not. `now` is UTC ms. */
  activity(guildId: string, now: number): Activity;
  /** Writes down what waits; resolves when that is done or failed. */
  flush(): Promise<void>;
  /** What waits of somebody who is not to be counted. */
  forget(guildId: string, userId: string): void;
  /** A write. Forgets days older than 60; returns how many rows went. */
  purge(now: number): number;
}

export interface EngagementParts {
  repository: EngagementRepository;
  /** Who asked not to be counted. */
  isPaused: (guildId: string, userId: string) => boolean;
  writer: Writer;
  clock: Clock;
  timers: Timers;
  log: Logger;
}

/** People come in waves, and a wave is written together (real ms). */
const flushAfterMs = 1_000;
/** One write holds up everybody's answers, so it stays short. */
const mostAtOnce = 200;

export function createEngagement(parts: EngagementParts): Engagement {
  const { repository, isPaused, writer, clock, timers, log } = parts;
  let today = Number.NaN;
  /** Who was noted today, by server. */
  let noted = new Map<string, Set<string>>();
  const waiting = new Set<Sighting>();
  let flushing: Promise<void> | undefined;

  function peopleToday(guildId: string, day: number): Set<string> {
    if (day !== today) {
      today = day;
      noted = new Map();
    }
    const people = noted.get(guildId) ?? new Set();
    noted.set(guildId, people);
    return people;
  }

  async function save(batch: readonly Sighting[]): Promise<void> {
    try {
      await writer.write(() => {
        for (const each of batch) if (!isPaused(each.guildId, each.userId)) repository.add(each);
      });
    } catch (error) {
      log.warn({ err: error, people: batch.length }, 'who was active could not be noted');
      // Whoever comes again today is noted then.
      for (const { guildId, userId, day } of batch) if (day === today) noted.get(guildId)?.delete(userId);
    }
    for (const each of batch) waiting.delete(each);
  }

  async function saveAll(): Promise<void> {
    // Each batch is a write of its own, so that answers go in between.
    while (waiting.size > 0) await save([...waiting].slice(0, mostAtOnce));
    flushing = undefined;
  }

  const flush = (): Promise<void> => {
    // Not within `saveAll`: where nothing waits it ends before its promise is kept here.
    flushing ??= saveAll().finally(() => {
      flushing = undefined;
    });
    return flushing;
  };

  return {
    note(guildId, userId) {
      const day = dayOf(clock.now());
      const people = peopleToday(guildId, day);
      if (people.has(userId) || isPaused(guildId, userId)) return;
      people.add(userId);
      waiting.add({ day, guildId, userId });
      if (waiting.size === 1) timers.after(flushAfterMs, () => void flush());
    },
    activity(guildId, now) {
      const days = countedDays(now);
      const unsaved = [...waiting].filter(
        (each) =>
          each.guildId === guildId &&
          days.includes(each.day) &&
          !repository.wasThere(guildId, each.userId, days),
      );
      const newcomers = new Set(unsaved.map(({ userId }) => userId)).size;
      return {
        active: repository.countPeople(guildId, days) + newcomers,
        days: activeDays,
        counted: 'used-hearth',
      };
    },
    flush,
    forget(guildId, userId) {
      noted.get(guildId)?.delete(userId);
      for (const each of waiting)
        if (each.guildId === guildId && each.userId === userId) waiting.delete(each);
    },
    purge: (now) => repository.deleteBefore(dayOf(now) - keptDays),
  };
}
