import { compareIds } from '../../discord/id-order.ts';
import { snowflakeTime } from '../../discord/snowflake.ts';
import type { HeardPlace } from './events.ts';
import type { Mark, MarkRepository } from './mark-repository.ts';

const DISCORD_EPOCH_MS = 1_420_070_400_000;
/** What overtook its neighbour on the way is still counted. */
const OVERTAKEN_MS = 10_000;

/** What was counted lately, in memory. */
export interface RecentMessages {
  /** False: it is known. */
  add(id: string): boolean;
  forget(id: string): void;
}

/** A message, and where it stands. */
interface PlacedMessage {
  guildId: string;
  placeId: string;
  channelId: string;
  messageId: string;
}

/** An id just before everything that was made at that instant (UTC ms). */
export function idAt(at: number): string {
  return String(BigInt(Math.max(0, at - DISCORD_EPOCH_MS)) << 22n);
}

/** The first message of a post in a forum has the id of the post itself. */
export const idBefore = (id: string): string => String(BigInt(id) - 1n);

/**
 * How far each place is counted, within one write. A message counts if it is beyond its place's mark; what a RESUME
 * repeats is not, and what was missed lies between the mark and the latest message, which is read from the history.
 */
export function trackMarks(repository: MarkRepository, recent: RecentMessages) {
  const marks = new Map<string, Mark | undefined>();
  const changed = new Set<Mark>();
  const remembered: string[] = [];

  const remember = (messageId: string): boolean => {
    const isNew = recent.add(messageId);
    if (isNew) remembered.push(messageId);
    return isNew;
  };
  const markOf = (placeId: string): Mark | undefined => {
    if (!marks.has(placeId)) marks.set(placeId, repository.find(placeId));
    return marks.get(placeId);
  };
  const put = (mark: Mark): void => {
    marks.set(mark.placeId, mark);
    changed.add(mark);
  };
  const overtaken = (messageId: string, mark: Mark): boolean =>
    snowflakeTime(mark.countedTo) - snowflakeTime(messageId) < OVERTAKEN_MS && remember(messageId);

  return {
    /** A place that is counted from its beginning on; false: it is already. Its first message may have its id. */
    begin(guildId: string, { placeId, channelId }: HeardPlace): boolean {
      if (markOf(placeId)) return false;
      put({ placeId, guildId, channelId, countedTo: idBefore(placeId), gapTo: undefined });
      return true;
    },
    /** Opens a gap where something was said since. True: it was never counted before, and is `from` that id on. */
    miss(guildId: string, { placeId, channelId, lastId }: HeardPlace, from: string): boolean {
      const known = markOf(placeId);
      const mark = known ?? { placeId, guildId, channelId, countedTo: from, gapTo: undefined };
      if (lastId !== undefined && compareIds(lastId, mark.gapTo ?? mark.countedTo) > 0) mark.gapTo = lastId;
      put(mark);
      return known === undefined;
    },
    /** Nothing up to its latest message is to be counted: it is not read back. */
    skip(guildId: string, { placeId, channelId, lastId }: HeardPlace): void {
      const known = markOf(placeId);
      const mark = known ?? { placeId, guildId, channelId, countedTo: idBefore(placeId), gapTo: undefined };
      const latest = [mark.countedTo, mark.gapTo, lastId].flatMap((id) => id ?? []);
      mark.countedTo = latest.reduce((a, b) => (compareIds(a, b) > 0 ? a : b));
      mark.gapTo = undefined;
      put(mark);
    },
    /** Whether a live message is to be counted now; each is once. */
    take({ guildId, placeId, channelId, messageId }: PlacedMessage): boolean {
      const mark = markOf(placeId);
      if (!mark) {
        put({ placeId, guildId, channelId, countedTo: messageId, gapTo: undefined });
        return remember(messageId);
      }
      if (mark.gapTo !== undefined) {
        // Its turn comes when the history before it is read: a place is counted in its order.
        if (compareIds(messageId, mark.gapTo) > 0) mark.gapTo = messageId;
        changed.add(mark);
        return false;
      }
      if (compareIds(messageId, mark.countedTo) <= 0) return overtaken(messageId, mark);
      mark.countedTo = messageId;
      changed.add(mark);
      remember(messageId);
      return true;
    },
    /** The same for one that was read from the history. */
    takeRead(placeId: string, messageId: string): boolean {
      const mark = markOf(placeId);
      if (!mark || compareIds(messageId, mark.countedTo) <= 0) return false;
      mark.countedTo = messageId;
      changed.add(mark);
      remember(messageId);
      return true;
    },
    /** Everything up to `until` has been read, or cannot be; what came meanwhile keeps the gap open. */
    settle(placeId: string, until: string): void {
      const mark = markOf(placeId);
      if (mark?.gapTo === undefined) return;
      if (compareIds(until, mark.countedTo) > 0) mark.countedTo = until;
      if (compareIds(mark.gapTo, mark.countedTo) <= 0) mark.gapTo = undefined;
      changed.add(mark);
    },
    /** A channel with its threads, or a thread, is no more. */
    forget(channelId: string): void {
      for (const mark of changed) {
        if (mark.placeId === channelId || mark.channelId === channelId) changed.delete(mark);
      }
      marks.clear();
      changed.forEach((mark) => marks.set(mark.placeId, mark));
      repository.forget(channelId);
    },
    save: (): void => changed.forEach(repository.save),
    /** Nothing of this write was kept: its messages are to be counted when they come again. */
    takeBack: (): void => remembered.splice(0).forEach(recent.forget),
  };
}
