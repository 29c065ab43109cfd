import { snowflakeTime } from '../../discord/snowflake.ts';
import type { ActivityRepository } from './activity-repository.ts';
import { createBatch } from './batch.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import { trackConversations } from './conversation-tracker.ts';
import type { HeardPlace } from './events.ts';
import type { LocalHour } from './local-days.ts';
import type { MarkRepository } from './mark-repository.ts';
import { type RecentMessages, trackMarks } from './marks.ts';
import type { Coming, RecentComings } from './member-comings.ts';
import { type ActKind, type HeardMessage, NEWCOMER_MS } from './model.ts';
import { type PauseLookupParts, whoIsCounted } from './pause-lookup.ts';
import type { AddVoice } from './voice-counting.ts';

export interface CountingParts extends PauseLookupParts {
  activity: ActivityRepository;
  conversations: ConversationRepository;
  marks: MarkRepository;
  /** Who came, or left, lately. */
  comings: RecentComings;
  localHour: (guildId: string, at: number) => LocalHour;
  /** Ids of messages that were counted lately. */
  recent: RecentMessages;
}

/** Somebody did something that is counted. */
export interface Act {
  guildId: string;
  userId: string;
  /** Undefined where it is done in no channel. */
  channelId?: string | undefined;
  /** The thread, where it is one. */
  placeId?: string | undefined;
  kind: ActKind;
  /** UTC ms. */
  at: number;
  joinedAt?: number | undefined;
  staff?: boolean | undefined;
}

export type CountingWork = ReturnType<typeof openCounting>;

/** A member of whom only the history tells is not called new for having been read first. */
const UNSURE_MS = 28 * 86_400_000;

/** One write's worth of counting: reads each thing once, and writes it once, with `save`. */
export function openCounting(parts: CountingParts) {
  const batch = createBatch();
  const marks = trackMarks(parts.marks, parts.recent);
  const conversations = trackConversations(parts.conversations);
  const who = whoIsCounted(parts);

  const seenOf = (guildId: string, userId: string) => {
    const seen = batch.seen(guildId, userId);
    const known = parts.activity.member(guildId, userId);
    return {
      firstAt: Math.min(
        seen?.firstAt ?? Number.POSITIVE_INFINITY,
        known?.firstAt ?? Number.POSITIVE_INFINITY,
      ),
      joinedAt: seen?.joinedAt ?? known?.joinedAt,
      staff: seen?.staff ?? known?.staff ?? false,
    };
  };
  const isNew = (guildId: string, at: number, { firstAt, joinedAt }: ReturnType<typeof seenOf>): boolean => {
    if (joinedAt !== undefined) return at - joinedAt < NEWCOMER_MS;
    const historyFrom = who.guildOf(guildId)?.historyFrom ?? 0;
    return at - firstAt < NEWCOMER_MS && firstAt - historyFrom >= UNSURE_MS;
  };

  /** Of a day that is a total already nobody can tell who is in it: what comes so late would count people twice. */
  const isForgotten = (guildId: string, day: number): boolean => day < (who.guildOf(guildId)?.keptFrom ?? 0);

  const act = ({ channelId = '', placeId = channelId, kind, ...of }: Act): void => {
    const { guildId, userId, at, joinedAt, staff } = of;
    if (!who.isCounted(of, channelId, placeId)) return;
    const { day } = parts.localHour(guildId, at);
    if (isForgotten(guildId, day)) return;
    batch.add({ guildId, day, userId, channelId }, [kind]);
    batch.see({ guildId, userId, at, joinedAt, staff });
  };

  const said = (message: HeardMessage): void => {
    const { guildId, channelId, placeId, userId, at, replyTo, joinedAt, staff } = message;
    if (!who.isCounted(message, channelId, placeId)) return;
    const { day, hour } = parts.localHour(guildId, at);
    if (isForgotten(guildId, day)) return;
    const answered = replyTo?.isBot || replyTo?.userId === userId ? undefined : replyTo?.userId;
    batch.add(
      { guildId, day, userId, channelId },
      answered === undefined ? ['messages'] : ['messages', 'replies'],
    );
    batch.addHour(guildId, day, hour);
    if (answered !== undefined && who.countsAt({ guildId, userId: answered, at })) {
      batch.addReply(guildId, day, userId, answered);
    }
    batch.see({ guildId, userId, at, joinedAt, staff });
    const seen = seenOf(guildId, userId);
    conversations.add({ message, day, byNewcomer: isNew(guildId, at, seen), byStaff: seen.staff });
  };

  const told: Coming[] = [];
  const moved = (coming: Coming): void => {
    if (!who.countsAt(coming) || !parts.comings.add(coming)) return;
    told.push(coming);
    const { guildId, what, at } = coming;
    const { day } = parts.localHour(guildId, at);
    if (what === 'came') parts.activity.addJoin(guildId, day);
    else parts.activity.addLeave(guildId, day);
  };

  return {
    marks,
    guildOf: who.guildOf,
    begin: who.begin,
    act,
    count(message: HeardMessage): void {
      if (message.what === 'said') return said(message);
      return moved({ ...message, what: 'came' });
    },
    moved,
    countsAt: who.countsAt,
    isLeftOut: who.isLeftOut,
    voice({ guildId, userId, channelId, seconds, at }: Parameters<AddVoice>[0]): void {
      if (!who.isCounted({ guildId, userId, at }, channelId, channelId)) return;
      const { day } = parts.localHour(guildId, at);
      batch.addVoice({ guildId, day, userId, channelId }, seconds);
      batch.see({ guildId, userId, at, joinedAt: undefined, staff: undefined });
    },
    /** A thread whose opener is known counts for them, on the day on which it was opened. */
    opened(guildId: string, { placeId, channelId, ownerId: userId }: HeardPlace): void {
      if (userId !== undefined)
        act({ guildId, userId, channelId, placeId, kind: 'threads', at: snowflakeTime(placeId) });
    },
    /** Where the write is not kept: what it remembered is as if it had never been. */
    takeBack(): void {
      marks.takeBack();
      told.forEach(parts.comings.forget);
    },
    save(): void {
      batch.save(parts.activity);
      conversations.save();
      marks.save();
    },
  };
}
