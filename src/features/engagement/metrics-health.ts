import type { ConversationFact } from './facts-repository.ts';
import type { Part, PeriodNumbers, PersonDay } from './metrics-model.ts';

const MINUTE_MS = 60_000;
const TOP = 10;

/** What health is counted from; all of one period. */
export interface HealthFacts {
  conversations: readonly ConversationFact[];
  people: readonly PersonDay[];
  staffIds: ReadonlySet<string>;
  replies: readonly { fromId: string; toId: string }[];
  /** Who gave, and who received, a shout-out. */
  givers: readonly string[];
  receivers: readonly string[];
}

/** Are people treated well? Bots are nowhere in it: only people answer. */
export function healthOf(facts: HealthFacts): PeriodNumbers['health'] {
  const { conversations, people, staffIds, replies } = facts;
  const byMembers = conversations.filter(({ byStaff }) => byStaff === 0);
  const byNewcomers = byMembers.filter(({ byNewcomer }) => byNewcomer === 1);
  const messages = messagesBy(people);
  const most = [...messages.values()].toSorted((a, b) => b - a);
  const all = sum(most);
  const byStaff = sum([...messages].map(([userId, count]) => (staffIds.has(userId) ? count : 0)));
  const active = new Set(people.map(({ userId }) => userId));
  const among = (userIds: readonly string[]): Part => ({
    part: new Set(userIds.filter((userId) => active.has(userId))).size,
    of: active.size,
  });
  return {
    solo: part(conversations, ({ people: count }) => count < 2),
    answered: part(byMembers, wasAnswered),
    medianReplyMinutes: median(byMembers.filter(wasAnswered).map(minutesToReply)),
    newcomersAnswered: part(byNewcomers, wasAnswered),
    halfBy: halfBy(most, all),
    topTen: { part: sum(most.slice(0, TOP)), of: all },
    staff: { part: byStaff, of: all },
    reciprocity: reciprocity(replies),
    recognition: { gave: among(facts.givers), received: among(facts.receivers) },
  };
}

const wasAnswered = ({ firstReplyAt }: ConversationFact): boolean => firstReplyAt !== null;

const minutesToReply = ({ startedAt, firstReplyAt }: ConversationFact): number =>
  ((firstReplyAt ?? startedAt) - startedAt) / MINUTE_MS;

function messagesBy(people: readonly PersonDay[]): Map<string, number> {
  const messages = new Map<string, number>();
  for (const { userId, messages: count } of people) {
    if (count > 0) messages.set(userId, (messages.get(userId) ?? 0) + count);
  }
  return messages;
}

/** The fewest people who wrote half of all messages; undefined where nobody wrote. */
function halfBy(mostFirst: readonly number[], all: number): number | undefined {
  if (all === 0) return undefined;
  let written = 0;
  const index = mostFirst.findIndex((count) => (written += count) * 2 >= all);
  return index + 1;
}

/** The one in the middle, of an even number the mean of both; to a tenth of a minute. */
function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return Math.round(((lower + upper) / 2) * 10) / 10;
}

/** Pairs of people with an answer between them, and those of them that answered each other. */
function reciprocity(replies: readonly { fromId: string; toId: string }[]): Part {
  const directed = new Set(replies.map(({ fromId, toId }) => `${fromId} ${toId}`));
  let both = 0;
  for (const { fromId, toId } of replies) if (directed.has(`${toId} ${fromId}`)) both += 1;
  // A pair that answered each other was met twice.
  return { part: both / 2, of: directed.size - both / 2 };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const part = <T>(all: readonly T[], is: (each: T) => boolean): Part => ({
  part: all.filter(is).length,
  of: all.length,
});
