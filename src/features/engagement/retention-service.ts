import { addSpan, startOfDay } from '../../shared/wall-time.ts';
import type { ConversationRepository } from './conversation-repository.ts';
import type { CountingRepository } from './counting-repository.ts';
import { localHour } from './local-days.ts';
import { defaultCounting } from './model.ts';
import type { RetentionRepository } from './retention-repository.ts';

export type Retention = ReturnType<typeof createRetention>;

/** Thirteen weeks: what is charted can be counted again. */
const CONVERSATION_DAYS = 91;

/** How long what is counted is kept. All here are writes. */
export function createRetention(parts: {
  rows: RetentionRepository;
  conversations: ConversationRepository;
  counting: CountingRepository;
  zoneOf: (guildId: string) => string;
}) {
  const { rows, conversations, counting, zoneOf } = parts;

  /** The first local day of which a server still knows what each member did. */
  const keptFrom = (guildId: string, now: number): number => {
    const months = counting.find(guildId)?.retentionMonths ?? defaultCounting.retentionMonths;
    const zone = zoneOf(guildId);
    const then = addSpan(now, { months: -months, weeks: 0, days: 0, hours: 0, minutes: 0 }, zone);
    // Before the calendar begins nothing was ever counted.
    return then === undefined ? 0 : localHour(zone, then).day;
  };

  /** Whole local days, as periods are: of the first one that is kept nothing is missing. */
  const forgetConversationsOf = (guildId: string, now: number): number => {
    const zone = zoneOf(guildId);
    const before = keptFrom(guildId, now);
    const day = Math.max(before, localHour(zone, now).day - CONVERSATION_DAYS);
    const ended = conversations.deleteBefore(guildId, { day, at: startOfDay(day, zone) });
    const forgotten = ended + conversations.forgetPeople(guildId, before);
    if (forgotten > 0 && day === before) counting.keepFrom(guildId, before);
    return forgotten;
  };

  return {
    keptFrom,
    /** Forgets a piece of what is too old. False: nothing is left to forget. `now` is UTC ms. */
    forgetSome(now: number): boolean {
      for (const guildId of rows.guilds()) {
        const before = keptFrom(guildId, now);
        const day = rows.oldestDay(guildId, before);
        rows.forgetReplies(guildId, before);
        if (day === undefined) continue;
        // With the first piece: a day of which some people are forgotten already says nothing true any more.
        counting.keepFrom(guildId, before);
        rows.forgetSome(guildId, day);
        return true;
      }
      return false;
    },
    /** Forgets conversations that ended too long ago, and who was in those that began so long ago; returns how many. */
    forgetConversations: (now: number): number =>
      rows.guilds().reduce((sum, guildId) => sum + forgetConversationsOf(guildId, now), 0),
  };
}
