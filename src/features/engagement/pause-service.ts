import type { Pause, PauseRepository } from './pause-repository.ts';

export type PauseService = ReturnType<typeof createPauseService>;

export interface PauseQueue {
  /** With the write that made it necessary. */
  forget(guildId: string, userId: string, now: number): void;
}

/** What Hearth knows of a member's days, for themselves to see. */
export interface Counted {
  pause: Pause | undefined;
  /** On so many days something of them is known. */
  days: number;
}

/** One write holds up everybody's answers, so it stays short: replies and conversations are looked through by day. */
const DAYS_AT_ONCE = 15;

/** Who is counted at all. */
export function createPauseService(parts: {
  pauses: PauseRepository;
  queue: PauseQueue;
  /** What waits in memory of them. */
  forgetWaiting: (guildId: string, userId: string) => void;
}) {
  const { pauses, queue, forgetWaiting } = parts;
  const isPaused = (guildId: string, userId: string): boolean =>
    pauses.find(guildId, userId)?.what === 'paused';

  return {
    isPaused,
    lookUp(guildId: string, userId: string): Counted {
      const edges = pauses.edges(guildId);
      return {
        pause: pauses.find(guildId, userId),
        days: edges ? pauses.countDays(guildId, userId, edges.first, edges.last) : 0,
      };
    },
    /** A write. A second time changes nothing. */
    pause(guildId: string, userId: string, now: number): void {
      if (isPaused(guildId, userId)) return;
      pauses.save(guildId, userId, { what: 'paused', since: now });
      pauses.forgetPerson(guildId, userId, now);
      forgetWaiting(guildId, userId);
      queue.forget(guildId, userId, now);
    },
    /**
     * A write. Forgets some days of somebody who is not counted, the latest first, up to this one (undefined: the last).
     * Answers up to which day there is more to forget; undefined: that was all.
     */
    forgetSome(guildId: string, userId: string, until: number | undefined): number | undefined {
      const edges = pauses.edges(guildId);
      if (!edges || !isPaused(guildId, userId)) return undefined;
      const last = until ?? edges.last;
      const first = Math.max(edges.first, last - DAYS_AT_ONCE + 1);
      for (let day = last; day >= first; day -= 1) pauses.forgetDay({ guildId, userId, day });
      return first > edges.first ? first - 1 : undefined;
    },
    /** A write, when all of them is forgotten: from now on, and nothing from before. A second time changes nothing. */
    goOn(guildId: string, userId: string, now: number): void {
      if (isPaused(guildId, userId)) pauses.save(guildId, userId, { what: 'again', from: now });
    },
  };
}
