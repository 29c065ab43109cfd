import '../../support/properties.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRetentionRepository } from '../../../src/features/engagement/retention-repository.ts';
import { createRetention } from '../../../src/features/engagement/retention-service.ts';
import { GUILD, type Town } from '../../support/counting.ts';
import { anyStep, arrivedTown, FIRST, happened, tell, zones } from '../../support/histories.ts';
import { type Done, local, naiveNumbers } from '../../support/naive-metrics.ts';

const DAY = 86_400_000;
const tables = [
  'activity',
  'activity_days',
  'activity_hours',
  'activity_replies',
  'activity_members',
  'conversations',
  'conversation_people',
  'counting',
];
const everything = (town: Town) => tables.map((table) => town.all(`SELECT * FROM ${table}`));

/** The same date so many months earlier, or the last of that month where it is shorter. */
function monthsBefore(day: number, months: number): number {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() - months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY;
}

/** Two people are forgotten at once, so that most days take several pieces. */
function retentionOf(town: Town, zone: string) {
  const rows = createRetentionRepository(town.database.sqlite, 2);
  return createRetention({ ...town.repositories, rows, zoneOf: () => zone });
}

/** What must be true at any moment, in the middle of forgetting too: every day adds up to what was done on it. */
function expectNothingLost(town: Town, done: readonly Done[], zone: string): void {
  const of = new Map<number, { people: Set<string>; messages: number; reactions: number; votes: number }>();
  for (const { at, userId, kind } of done) {
    const { day } = local(at, zone);
    const sums = of.get(day) ?? { people: new Set(), messages: 0, reactions: 0, votes: 0 };
    sums.people.add(userId);
    sums[kind === 'said' ? 'messages' : kind === 'reaction' ? 'reactions' : 'votes'] += 1;
    of.set(day, sums);
  }
  const kept = town.all(
    `SELECT day, sum(people) AS people, sum(messages) AS messages, sum(reactions) AS reactions, sum(votes) AS votes FROM (
       SELECT day, count(DISTINCT user_id) AS people, sum(messages) AS messages, sum(reactions) AS reactions,
         sum(votes) AS votes FROM activity GROUP BY day
       UNION ALL SELECT day, people, messages, reactions, votes FROM activity_days) GROUP BY day ORDER BY day`,
  );
  expect(kept).toEqual(
    [...of]
      .map(([day, { people, ...sums }]) => ({ day, people: people.size, ...sums }))
      .toSorted((a, b) => a.day - b.day),
  );
  for (const { userId, first, latest } of town.all<{ userId: string; first: number; latest: number }>(
    'SELECT user_id AS userId, first_at AS first, latest_at AS latest FROM activity_members',
  )) {
    const times = done.filter((one) => one.userId === userId).map(({ at }) => at);
    expect([first, latest]).toEqual([Math.min(...times), Math.max(...times)]);
  }
}

/** Nobody can be told any more from before that day, and of conversations that ended too long ago nothing is left. */
function expectForgotten(town: Town, keptFrom: number, conversationsFrom: number): void {
  const left = (sql: string) => town.all<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)[0]!.n;
  expect({
    acts: left(`activity WHERE day < ${keptFrom}`),
    replies: left(`activity_replies WHERE day < ${keptFrom}`),
    starters: left(`conversations WHERE day < ${keptFrom} AND starter_id <> ''`),
    people: left(
      `conversation_people JOIN conversations c ON c.id = conversation_id WHERE c.day < ${keptFrom}`,
    ),
    conversations: left(
      `conversations WHERE day < ${conversationsFrom} AND last_at < ${(conversationsFrom - 1) * DAY}`,
    ),
  }).toEqual({ acts: 0, replies: 0, starters: 0, people: 0, conversations: 0 });
}

const conversationNumbers = ['solo', 'answered', 'medianReplyMinutes', 'newcomersAnswered'] as const;

/** Every number of a period of which everything is kept; where conversations are not, without theirs. */
function expectSameNumbers(
  town: Town,
  done: readonly Done[],
  about: {
    start: number;
    length: number;
    zone: string;
    knownFrom: number;
    keptFrom: number;
    conversationsFrom: number;
  },
): void {
  const { start, length, conversationsFrom, ...known } = about;
  const period = { start, end: start + length };
  const { growth, activity, health } = naiveNumbers(done, { period, ...known });
  const expected = { growth, activity: { ...activity }, health: { ...health } as object };
  if (start < conversationsFrom) {
    Reflect.deleteProperty(expected.activity, 'conversations');
    for (const name of conversationNumbers) Reflect.deleteProperty(expected.health, name);
  }
  expect(town.numbers(period)).toMatchObject({ ...expected, period });
}

const anyPurge = fc.record({
  /** So many steps are done before it. */
  after: fc.nat(120),
  days: fc.oneof(fc.nat(3), fc.nat(120)),
  months: fc.constantFrom(1, 1, 2, 3, 4, 13),
  /** The process ends after so many pieces, and goes on with another beginning. */
  interrupted: fc.nat(6),
});

test('of any history, kept for however long, everything kept stays as it is and nothing else can be told of anybody', () => {
  fc.assert(
    fc.property(
      fc.array(anyStep, { minLength: 30, maxLength: 120, size: 'max' }),
      fc.constantFrom(1, 4),
      fc.constantFrom(...zones),
      fc.array(anyPurge, { minLength: 1, maxLength: 4 }),
      fc.array(fc.tuple(fc.nat(200), fc.constantFrom(7, 14, 30)), { minLength: 4, maxLength: 4 }),
      (drawn, stretch, zone, purges, periods) => {
        const inOrder = purges.toSorted((a, b) => a.after - b.after);
        const isContinued = inOrder[0]!.after < drawn.length;
        const steps = drawn.map((step, index) => ({
          ...step,
          // A thread that was silent for longer than is kept begins anew, which only its own history could tell.
          place: isContinued ? { ...step.place, placeId: step.place.channelId } : step.place,
          wait:
            (step.wait < 60 ? step.wait : step.wait * stretch) +
            inOrder.filter(({ after }) => after === index).reduce((sum, { days }) => sum + days * 1_440, 0),
        }));
        const done = happened(steps);
        const town = arrivedTown(zone, FIRST);
        const knownFrom = local(FIRST - 84 * DAY, zone).day + 1;
        let keptFrom = knownFrom;
        let told = 0;
        let now = FIRST;
        for (const { after, days: later, months, interrupted } of inOrder) {
          tell(town, done.slice(told, after));
          told = Math.max(told, Math.min(after, done.length));
          const past = done.slice(0, told);
          now = Math.max(now, (past.at(-1)?.at ?? FIRST) + later * DAY);
          const today = local(now, zone).day;
          const cutoff = monthsBefore(today, months);
          // Where there is nothing to forget, nothing is lost.
          const days = past.map(({ at }) => local(at, zone).day).filter((day) => day >= keptFrom);
          if (days.some((day) => day < cutoff)) keptFrom = cutoff;
          const conversationsFrom = Math.max(keptFrom, today - 91);
          town.repositories.counting.decide(GUILD, {
            excludedChannelIds: [],
            includedChannelIds: [],
            retentionMonths: months,
          });

          for (let slice = 0; slice < interrupted && retentionOf(town, zone).forgetSome(now); slice += 1) {
            expectNothingLost(town, past, zone);
          }
          const retention = retentionOf(town, zone);
          retention.forgetConversations(now);
          while (retention.forgetSome(now)) expectNothingLost(town, past, zone);
          expectNothingLost(town, past, zone);
          expectForgotten(town, keptFrom, conversationsFrom);
          const state = everything(town);
          expect([retention.forgetSome(now), retention.forgetConversations(now)]).toEqual([false, 0]);
          expect(everything(town)).toEqual(state);
          for (const [from, length] of periods) {
            const about = { start: keptFrom + from, length, zone, knownFrom, keptFrom, conversationsFrom };
            expectSameNumbers(town, past, about);
          }
        }
        town.database.close();
      },
    ),
    { numRuns: 60 },
  );
});
