import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import { compareIds } from '../../discord/id-order.ts';
import type { Timers } from '../../platform/timers.ts';
import type { CountingService } from './counting-service.ts';
import type { HeardEvent, HeardPlace } from './events.ts';

export interface Counter {
  /** Hot path: it is written down within a second. Never throws. */
  push(event: HeardEvent): void;
  /** Writes down what waits; resolves when that is done or has failed. */
  flush(): Promise<void>;
}

/** Real ms. */
const FLUSH_AFTER_MS = 1_000;
/** One write holds up everybody's answers, so it stays short. */
const MOST_AT_ONCE = 500;
/** While nothing can be written: beyond it messages are forgotten, and read from the history later. */
const MOST_WAITING = 50_000;

/** Collects what is heard, and writes it down together. What cannot be written waits. */
export function createCounter(deps: {
  service: Pick<CountingService, 'apply'>;
  writer: Writer;
  timers: Timers;
  log: Logger;
}): Counter {
  const { service, writer, timers, log } = deps;
  let waiting: HeardEvent[] = [];
  let flushing: Promise<void> | undefined;
  let flushesSoon = false;

  const flushSoon = (): void => {
    if (flushesSoon) return;
    flushesSoon = true;
    timers.after(FLUSH_AFTER_MS, () => {
      flushesSoon = false;
      void flush();
    });
  };
  const saveAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_AT_ONCE);
      let takeBack = (): void => {};
      try {
        await writer.write(() => {
          takeBack = service.apply(batch);
        });
      } catch (error) {
        takeBack();
        waiting.unshift(...batch);
        log.warn({ err: error, events: waiting.length }, 'what happened could not be counted yet');
        flushSoon();
        break;
      }
    }
  };
  const flush = (): Promise<void> => {
    // Not within `saveAll`: where nothing waits it ends before its promise is kept here.
    flushing ??= saveAll().finally(() => {
      flushing = undefined;
    });
    return flushing;
  };

  return {
    push(event) {
      if (waiting.push(event) > MOST_WAITING) waiting = condensed(waiting);
      flushSoon();
    },
    flush,
  };
}

/** Of the messages of each place only up to which one they were missed; reactions go. */
function condensed(events: readonly HeardEvent[]): HeardEvent[] {
  const missed = new Map<string, Extract<HeardEvent, { what: 'missed' }>>();
  const miss = (guildId: string, { placeId, channelId }: HeardPlaceIds, lastId: string): void => {
    const known = missed.get(placeId)?.place.lastId;
    const latest = known !== undefined && compareIds(known, lastId) > 0 ? known : lastId;
    const place = { placeId, channelId, lastId: latest, ownerId: undefined };
    missed.set(placeId, { what: 'missed', guildId, place });
  };
  const others = events.filter((event) => {
    if (event.what === 'message') miss(event.message.guildId, event.message, event.message.messageId);
    else if (event.what === 'skipped') miss(event.guildId, event, event.messageId);
    else if (event.what === 'missed') miss(event.guildId, event.place, event.place.lastId);
    else return event.what !== 'reaction';
    return false;
  });
  return [...others, ...missed.values()];
}

type HeardPlaceIds = Pick<HeardPlace, 'placeId' | 'channelId'>;
