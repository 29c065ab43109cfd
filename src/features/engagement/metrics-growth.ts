import type { MemberFact, Part, Period, PeriodNumbers, PersonDay } from './metrics-model.ts';

/** What growth is counted from. */
export interface GrowthFacts {
  period: Period;
  /** Every day of everybody from `GROWTH_DAYS` before the end, or one period before the start, on. */
  people: readonly PersonDay[];
  members: readonly MemberFact[];
  /** The first local day of which it was ever known what happened; who was there first is never forgotten. */
  heardFrom: number;
  /** The first local day of which it is still known who did what. */
  keptFrom: number;
  /** The local day of an instant (UTC ms). */
  dayOf: (at: number) => number;
  comings: { joins: number; leaves: number };
  /** Whether Discord tells of members who leave. */
  leavesAreTold: boolean;
}

const MONTH = 28;
const FORTNIGHT = 14;
const WEEK = 7;
/** So far back growth looks from the end of a period. */
export const GROWTH_DAYS = MONTH + FORTNIGHT;
/** Active on so many of 28 days somebody is a regular. */
const REGULAR_DAYS = 4;
/** Whoever writes so often in their first week has arrived (Discord's own threshold of "communicated"). */
const ARRIVED_MESSAGES = 3;

/** Are we gaining people? Only people who do something are seen: who just reads is not. */
export function growthOf(facts: GrowthFacts): PeriodNumbers['growth'] {
  const { period, people, heardFrom, keptFrom } = facts;
  const { start, end } = period;
  const length = end - start;
  const within = (from: number, to: number) => people.filter(({ day }) => day >= from && day < to);
  const peopleIn = (from: number, to: number) => new Set(within(from, to).map(({ userId }) => userId));
  const isKnown = (from: number) => from >= keptFrom;

  const active = peopleIn(start, end);
  const month = within(end - MONTH, end);
  const monthly = new Set(month.map(({ userId }) => userId)).size;
  const before = peopleIn(start - length, start);
  const lately = peopleIn(start - MONTH, start);
  const firstDays = new Map(facts.members.map(({ userId, firstAt }) => [userId, facts.dayOf(firstAt)]));
  const isNew = (userId: string) => (firstDays.get(userId) ?? start) >= start;

  return {
    active: active.size,
    daily: round(within(start, end).length / length),
    monthly: isKnown(end - MONTH) ? monthly : undefined,
    stickiness: isKnown(end - MONTH) && monthly > 0 ? round(month.length / MONTH / monthly) : undefined,
    newcomers: start - MONTH >= heardFrom ? count(active, isNew) : undefined,
    returning: isKnown(start - length) ? count(active, (userId) => before.has(userId)) : undefined,
    reactivated: isKnown(start - MONTH)
      ? count(active, (userId) => !lately.has(userId) && !isNew(userId))
      : undefined,
    lostRegulars: isKnown(end - GROWTH_DAYS) ? lostRegulars(within, peopleIn, end) : undefined,
    activation: activation(facts),
    joins: facts.comings.joins,
    leaves: facts.leavesAreTold ? facts.comings.leaves : undefined,
  };
}

/** Regulars of the four weeks before the last two, of whom nothing came in these two. */
function lostRegulars(
  within: (from: number, to: number) => PersonDay[],
  peopleIn: (from: number, to: number) => ReadonlySet<string>,
  end: number,
): number {
  const days = new Map<string, number>();
  for (const { userId } of within(end - GROWTH_DAYS, end - FORTNIGHT)) {
    days.set(userId, (days.get(userId) ?? 0) + 1);
  }
  const still = peopleIn(end - FORTNIGHT, end);
  return [...days].filter(([userId, active]) => active >= REGULAR_DAYS && !still.has(userId)).length;
}

/**
 * Of those who joined so that their first seven days ended within the period: who wrote three times or more in these.
 * Only people who ever did something are known; where nobody told when they joined, their first act stands for it.
 */
function activation({ period, people, members, heardFrom, keptFrom, dayOf }: GrowthFacts): Part {
  const wrote = new Map<string, PersonDay[]>();
  for (const each of people) {
    const days = wrote.get(each.userId);
    if (days) days.push(each);
    else wrote.set(each.userId, [each]);
  }
  let of = 0;
  let part = 0;
  for (const { userId, firstAt, joinedAt } of members) {
    const first = dayOf(firstAt);
    if (joinedAt === undefined && first < heardFrom + MONTH) continue;
    const day = joinedAt === undefined ? first : dayOf(joinedAt);
    if (day < keptFrom || day < period.start - WEEK || day >= period.end - WEEK) continue;
    of += 1;
    const messages = (wrote.get(userId) ?? [])
      .filter((each) => each.day >= day && each.day < day + WEEK)
      .reduce((sum, each) => sum + each.messages, 0);
    if (messages >= ARRIVED_MESSAGES) part += 1;
  }
  return { part, of };
}

const count = (people: ReadonlySet<string>, is: (userId: string) => boolean): number =>
  [...people].filter(is).length;

/** Three digits behind the point are more than anybody reads. */
const round = (value: number): number => Math.round(value * 1_000) / 1_000;
