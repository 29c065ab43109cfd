import type { ActSums, FactsRepository } from './facts-repository.ts';
import { localHour } from './local-days.ts';
import { GROWTH_DAYS, growthOf } from './metrics-growth.ts';
import { healthOf } from './metrics-health.ts';
import type { Period, PeriodNumbers } from './metrics-model.ts';

/** What is asked, and what only other features know of the period. */
export interface MetricsQuestion {
  guildId: string;
  period: Period;
  /** IANA name. */
  zone: string;
  leavesAreTold: boolean;
  /** Who gave and who received a shout-out in the period. */
  givers: readonly string[];
  receivers: readonly string[];
}

const MONTH = 28;
const DAYS = 7;
const HOURS = 24;
/** 1970-01-01 was a Thursday; 0 is Monday. */
const weekdayOf = (day: number): number => (((day + 3) % DAYS) + DAYS) % DAYS;

/** All numbers of a period. Reads only. */
export function countPeriod(facts: FactsRepository, question: MetricsQuestion): PeriodNumbers {
  const { guildId, period, zone, leavesAreTold, givers, receivers } = question;
  const { start, end } = period;
  const dayOf = (at: number) => localHour(zone, at).day;
  const since = facts.knownSince(guildId);
  // Of the day on which it begins only a part is known.
  const heardFrom = since === undefined ? end : dayOf(since.at) + 1;
  const keptFrom = Math.max(heardFrom, since?.keptFrom ?? 0);
  const from = Math.min(end - GROWTH_DAYS, start - MONTH, start - (end - start), start - DAYS);
  const people = facts.people(guildId, { start: from, end });
  const members = facts.members(guildId);
  const now = people.filter(({ day }) => day >= start);
  const conversations = facts.conversations(guildId, period);
  return {
    period,
    growth: growthOf({
      period,
      people,
      members,
      heardFrom,
      keptFrom,
      dayOf,
      comings: facts.comings(guildId, period),
      leavesAreTold,
    }),
    activity: {
      ...actsOf(facts.totals(guildId, period)),
      // Somebody who talks alone has no conversation.
      conversations: conversations.filter((each) => each.people > 1).length,
      hours: hoursOf(facts.hours(guildId, period)),
      channels: channelsOf(facts, question, keptFrom),
    },
    health: healthOf({
      conversations,
      people: now,
      staffIds: new Set(members.filter(({ staff }) => staff).map(({ userId }) => userId)),
      replies: facts.replies(guildId, period),
      givers,
      receivers,
    }),
  };
}

function actsOf({ voiceSeconds, ...acts }: ActSums) {
  return { ...acts, voiceMinutes: Math.round(voiceSeconds / 60) };
}

function hoursOf(rows: readonly { day: number; hour: number; messages: number }[]): number[][] {
  const hours = Array.from({ length: DAYS }, () => Array.from({ length: HOURS }, () => 0));
  for (const { day, hour, messages } of rows) {
    const ofDay = hours[weekdayOf(day)];
    if (ofDay) ofDay[hour] = (ofDay[hour] ?? 0) + messages;
  }
  return hours;
}

/** Channels of the period and of the 28 days before; `usual` is what these had in as many days as the period has. */
function channelsOf(
  facts: FactsRepository,
  { guildId, period }: MetricsQuestion,
  keptFrom: number,
): PeriodNumbers['activity']['channels'] {
  const now = new Map(facts.channels(guildId, period).map((each) => [each.channelId, each.messages]));
  const past = { start: period.start - MONTH, end: period.start };
  const before = new Map(facts.channels(guildId, past).map((each) => [each.channelId, each.messages]));
  const isKnown = past.start >= keptFrom;
  const usual = (channelId: string): number =>
    Math.round((((before.get(channelId) ?? 0) * (period.end - period.start)) / MONTH) * 10) / 10;
  return [...new Set([...now.keys(), ...before.keys()])]
    .map((channelId) => ({
      channelId,
      messages: now.get(channelId) ?? 0,
      usual: isKnown ? usual(channelId) : undefined,
    }))
    .toSorted((a, b) => b.messages - a.messages || a.channelId.localeCompare(b.channelId));
}
