import { snowflakeTime } from '../../discord/snowflake.ts';
import { type Act, type CountingParts, type CountingWork, openCounting } from './counting-work.ts';
import type { HeardEvent, HeardPlace } from './events.ts';
import type { Mark } from './mark-repository.ts';
import { idAt, idBefore } from './marks.ts';
import { type HeardMessage, HISTORY_MS } from './model.ts';
import { unseenPlaces } from './unseen-places.ts';
import { countVoice } from './voice-counting.ts';
import type { VoiceRepository } from './voice-repository.ts';

export type CountingService = ReturnType<typeof createCountingService>;

export interface CountingQueue {
  /** With the write that made it necessary. */
  readHistory(guildId: string): void;
}

/** A part of the history of a channel or thread, oldest first. */
export interface HistoryPage {
  placeId: string;
  /** Those that nobody is counted for have only an id. */
  messages: readonly (HeardMessage | { messageId: string })[];
  /** Everything up to this message has been read with it, or cannot be; undefined: there is more. */
  readTo: string | undefined;
}

/** All here are writes; what is counted is counted once, and in the order of its place. */
export function createCountingService(
  parts: CountingParts & { queue: CountingQueue; voice: VoiceRepository },
) {
  const { queue } = parts;
  /** Servers that were heard since this process began. */
  const heard = new Set<string>();
  const unseen = unseenPlaces();
  const nextGap = (guildId: string): Mark | undefined => {
    const gap = parts.marks.nextGap(guildId);
    if (!gap || !unseen.has(gap.placeId)) return gap;
    return parts.marks.gaps(guildId).find(({ placeId }) => !unseen.has(placeId));
  };
  /** Returns what to do where the write is not kept after all. */
  const within = (use: (work: CountingWork) => void): (() => void) => {
    const work = openCounting(parts);
    try {
      use(work);
      work.save();
    } catch (error) {
      work.takeBack();
      throw error;
    }
    return work.takeBack;
  };

  const voice = (work: CountingWork) => countVoice(parts.voice, work.voice);

  const handle = (work: CountingWork, event: HeardEvent): void => {
    switch (event.what) {
      case 'message':
        if (work.marks.take(event.message)) work.count(event.message);
        if (unseen.forget(event.message.placeId)) queue.readHistory(event.message.guildId);
        return;
      case 'skipped':
        work.marks.take(event);
        return;
      case 'reaction':
        work.act({ ...event, kind: 'reactions' });
        return;
      case 'thread':
        if (work.marks.begin(event.guildId, event.thread)) work.opened(event.guildId, event.thread);
        return;
      case 'arrived':
        arrived(work, event);
        heard.add(event.guildId);
        unseen.forgetServer(event.guildId);
        voice(work).arrived(
          event.guildId,
          event.inVoice.filter(({ userId }) => work.countsAt({ ...event, userId })),
          event.at,
        );
        queue.readHistory(event.guildId);
        return;
      case 'missed':
        if (isSkipped(work, event.guildId, event.place)) return;
        work.marks.miss(event.guildId, event.place, idBefore(event.place.placeId));
        queue.readHistory(event.guildId);
        return;
      case 'access':
        if (event.place && unseen.has(event.place.placeId)) {
          work.marks.miss(event.guildId, event.place, idBefore(event.place.placeId));
        }
        if (unseen.forgetServer(event.guildId)) queue.readHistory(event.guildId);
        return;
      case 'place-gone':
        work.marks.forget(event.channelId);
        return;
      case 'voice':
        if (work.countsAt(event)) voice(work).moved(event);
        return;
      case 'voice-look':
        voice(work).look(event.at);
        return;
      case 'came':
      case 'left':
        work.moved(event);
        return;
      default:
        event satisfies never;
    }
  };

  return {
    /** In the order in which it was heard. Call what it returns where that write is not kept: nothing is remembered. */
    apply: (events: readonly HeardEvent[]): (() => void) =>
      within((work) => events.forEach((event) => handle(work, event))),
    /** What was done inside Hearth, in the transaction of the act itself. */
    act: (act: Act): void => void within((work) => work.act(act)),
    applyRead: ({ placeId, messages, readTo }: HistoryPage): (() => void) =>
      within((work) => {
        for (const message of messages) {
          if (work.marks.takeRead(placeId, message.messageId) && 'userId' in message) work.count(message);
        }
        if (readTo !== undefined) work.marks.settle(placeId, readTo);
      }),
    /** One that waits to be read and may be, as far as is known. */
    nextGap,
    /** No write. It waits for Hearth to be let in, and nothing else waits for it. */
    setAside: (gap: Mark): void => unseen.add(gap),
    /** Whether all that was said up to now is counted; not before Discord has told what was missed. */
    isComplete: (guildId: string): boolean => heard.has(guildId) && nextGap(guildId) === undefined,
  };
}

/** What was said while Hearth was away is to be read; the first time, what was said before it came. */
function arrived(
  work: CountingWork,
  { guildId, at, places }: Extract<HeardEvent, { what: 'arrived' }>,
): void {
  const known = work.guildOf(guildId);
  const historyFrom = known?.historyFrom ?? at - HISTORY_MS;
  if (!known) work.begin(guildId, at, historyFrom);
  for (const place of places) {
    if (isSkipped(work, guildId, place)) continue;
    const isNew = work.marks.miss(guildId, place, idAt(historyFrom));
    const isThread = place.placeId !== place.channelId;
    if (isNew && isThread && snowflakeTime(place.placeId) >= historyFrom) work.opened(guildId, place);
  }
}

/** What is said where nothing is counted is not read back either, not even when it is counted again. */
function isSkipped(work: CountingWork, guildId: string, place: HeardPlace): boolean {
  if (!work.isLeftOut(guildId, place.channelId, place.placeId)) return false;
  work.marks.skip(guildId, place);
  return true;
}
