import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeardEvent } from '../../../src/features/engagement/events.ts';
import { forgetMember } from '../../../src/features/engagement/pause-jobs.ts';
import { createPauseService } from '../../../src/features/engagement/pause-service.ts';
import { GUILD, idAt, startCounting } from '../../support/counting.ts';

const DAY = 86_400_000;
const T0 = Date.UTC(2026, 2, 2, 12);
const general = '810000000000000001';
const voice = '810000000000000009';
const ada = '700000000000000001';
const bo = '700000000000000002';
const cy = '700000000000000003';

/** Counting, and what a member can say about it. */
function stage() {
  const counting = startCounting();
  const { database, repositories } = counting;
  const queued: string[] = [];
  const pauses = createPauseService({
    pauses: repositories.pauses,
    queue: { forget: (guildId, userId) => void queued.push(`${guildId}:${userId}`) },
    forgetWaiting: () => undefined,
  });
  const { writer } = database;
  let number = 0;
  const said = (userId: string, at: number, replyTo?: { userId: string; at: number }): HeardEvent => ({
    what: 'message',
    message: {
      guildId: GUILD,
      placeId: general,
      channelId: general,
      messageId: idAt(at, (number += 1)),
      userId,
      at,
      replyTo: replyTo && { messageId: idAt(replyTo.at, 1), userId: replyTo.userId, isBot: false },
      joinedAt: undefined,
      staff: false,
      what: 'said',
    },
  });
  return {
    ...counting,
    pauses,
    queued,
    said,
    stop: (userId: string, now: number) => writer.write(() => pauses.pause(GUILD, userId, now)),
    goOn: (userId: string, now: number) => writer.write(() => pauses.goOn(GUILD, userId, now)),
    forget: (userId: string) => forgetMember({ pauses, writer }, GUILD, userId),
    traces: (userId: string) => tracesOf(counting, userId),
    sum: (table: string) =>
      counting.all<{ n: number }>(`SELECT coalesce(sum(messages), 0) AS n FROM ${table}`)[0]!.n,
  };
}

/** The tables, but for the decision itself, in which somebody is named. */
function tracesOf({ all }: Pick<ReturnType<typeof startCounting>, 'all'>, userId: string): string[] {
  const tables = all<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'counting_pauses'`,
  );
  return tables
    .map(({ name }) => name)
    .filter((name) => JSON.stringify(all(`SELECT * FROM "${name}"`)).includes(userId));
}

const arrived = (at: number, userId: string): HeardEvent => ({
  what: 'arrived',
  guildId: GUILD,
  at,
  places: [],
  inVoice: [{ userId, channelId: voice }],
});

describe('a member who is not to be counted', () => {
  test('is forgotten everywhere, and stays in totals as a number without a name', async () => {
    const { apply, said, all, stop, forget, traces, sum, pauses, queued } = stage();
    const days = [0, 1, 40, 200].map((day) => T0 + day * DAY);
    apply([arrived(T0, ada)]);
    for (const at of days) {
      apply([
        said(bo, at),
        said(ada, at + 1_000, { userId: bo, at }),
        said(bo, at + 2_000, { userId: ada, at }),
      ]);
    }
    apply([{ what: 'voice-look', at: T0 + 60_000 }]);
    expect(traces(ada).toSorted()).toEqual([
      'activity',
      'activity_members',
      'activity_replies',
      'conversation_people',
      'voice_presences',
    ]);
    expect(pauses.lookUp(GUILD, ada)).toEqual({ pause: undefined, days: 4 });
    expect([sum('activity'), sum('activity_days')]).toEqual([12, 0]);

    await stop(ada, T0 + 200 * DAY + 5_000);
    expect(queued).toEqual([`${GUILD}:${ada}`]);
    await forget(ada);
    expect(traces(ada)).toEqual([]);
    expect(pauses.lookUp(GUILD, ada).days).toBe(0);
    expect([sum('activity'), sum('activity_days')]).toEqual([8, 4]);
    expect(all('SELECT sum(people) AS people, count(*) AS n FROM activity_days')).toEqual([
      { people: 4, n: 4 },
    ]);
    expect(all('SELECT people, starter_id AS starter FROM conversations')).toEqual(
      days.map(() => ({ people: 1, starter: bo })),
    );
  });

  test('leaves the conversations that they began to the others, unnamed; their own alone goes', async () => {
    const { apply, said, all, stop, forget } = stage();
    apply([said(ada, T0), said(bo, T0 + 1_000), said(ada, T0 + DAY)]);
    const conversations = () =>
      all('SELECT starter_id AS starter, people, by_staff AS notABeginning FROM conversations');
    expect(conversations()).toEqual([
      { starter: ada, people: 2, notABeginning: 0 },
      { starter: ada, people: 1, notABeginning: 0 },
    ]);
    await stop(ada, T0 + 2 * DAY);
    await forget(ada);
    expect(conversations()).toEqual([{ starter: '', people: 1, notABeginning: 1 }]);
  });

  test('is not counted at all: not live, not late, not in voice, not for acts inside Hearth', async () => {
    const { apply, said, service, stop, traces, database, all } = stage();
    await stop(ada, T0);
    apply([
      said(ada, T0 - 1_000),
      said(ada, T0 + 1_000),
      said(bo, T0 + 2_000, { userId: ada, at: T0 }),
      arrived(T0 + 2_000, ada),
      { what: 'voice', guildId: GUILD, userId: ada, channelId: voice, at: T0 + 3_000 },
      { what: 'voice-look', at: T0 + 90_000 },
      { what: 'left', guildId: GUILD, userId: ada, at: T0 + 91_000 },
    ]);
    await database.writer.write(() =>
      service.act({ guildId: GUILD, userId: ada, kind: 'votes', at: T0 + 4_000 }),
    );
    expect(traces(ada)).toEqual([]);
    expect(all('SELECT sum(messages) AS messages, sum(votes) AS votes FROM activity')).toEqual([
      { messages: 1, votes: 0 },
    ]);
    expect(all('SELECT leaves FROM activity_days')).toEqual([]);
  });

  test('starts at zero when counted again: what is read late from before does not count', async () => {
    const { apply, said, service, stop, goOn, forget, database, all, repositories } = stage();
    apply([said(bo, T0)]);
    await stop(ada, T0 + 1_000);
    const late = said(ada, T0 + 2_000);
    const before = said(ada, T0 + 500);
    // Hearth is away, and somebody asks to be counted again before the history is read.
    apply([
      {
        what: 'missed',
        guildId: GUILD,
        place: { placeId: general, channelId: general, lastId: idAt(T0 + 20_000), ownerId: undefined },
      },
    ]);
    await forget(ada);
    await goOn(ada, T0 + 10_000);
    const after = said(ada, T0 + 15_000);
    const messages = [before, late, after].flatMap((event) =>
      event.what === 'message' ? [event.message] : [],
    );
    await database.writer.write(() =>
      service.applyRead({ placeId: general, messages, readTo: idAt(T0 + 20_000) }),
    );
    expect(repositories.marks.gaps(GUILD)).toEqual([]);
    expect(all(`SELECT messages FROM activity WHERE user_id = '${ada}'`)).toEqual([{ messages: 1 }]);
  });

  test('may press twice, and go back and forth', async () => {
    const { stop, goOn, pauses, queued } = stage();
    await goOn(ada, T0);
    expect(pauses.lookUp(GUILD, ada).pause).toBeUndefined();
    await stop(ada, T0 + 1);
    await stop(ada, T0 + 2);
    expect(pauses.lookUp(GUILD, ada).pause).toEqual({ what: 'paused', since: T0 + 1 });
    expect(queued).toHaveLength(1);
    await goOn(ada, T0 + 3);
    await goOn(ada, T0 + 4);
    expect(pauses.lookUp(GUILD, ada).pause).toEqual({ what: 'again', from: T0 + 3 });
    await stop(ada, T0 + 5);
    expect(pauses.lookUp(GUILD, ada).pause).toEqual({ what: 'paused', since: T0 + 5 });
    expect(pauses.isPaused('800000000000000002', ada)).toBe(false);
  });

  test('is forgotten in short writes, however long they were there', async () => {
    const { apply, said, database, pauses, stop, traces } = stage();
    for (let day = 0; day < 400; day += 1) apply([said(ada, T0 + day * DAY), said(bo, T0 + day * DAY + 1)]);
    await stop(ada, T0 + 400 * DAY);
    const left: number[] = [];
    const counted = {
      ...database.writer,
      write<T>(work: () => T): Promise<T> {
        return database.writer.write(() => {
          const done = work();
          left.push(pauses.lookUp(GUILD, ada).days);
          return done;
        });
      },
    };
    await forgetMember({ pauses, writer: counted }, GUILD, ada);
    const pieces = left.map((days, index) => (left[index - 1] ?? 400) - days);
    expect(Math.max(...pieces)).toBeLessThanOrEqual(15);
    expect(left.at(-1)).toBe(0);
    expect(traces(ada)).toEqual([]);
    expect(traces(bo)).toContain('activity');
  });
});

type Step =
  | { do: 'say'; who: number; to: number | undefined; day: number }
  | { do: 'react' | 'vote' | 'voice'; who: number; day: number }
  | { do: 'look' | 'replay' | 'restart' }
  | { do: 'stop' | 'go-on'; who: number };

const who = fc.integer({ min: 0, max: 2 });
const day = fc.integer({ min: 0, max: 40 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('say' as const), who, to: fc.option(who, { nil: undefined }), day }),
  fc.record({ do: fc.constantFrom('react' as const, 'vote' as const, 'voice' as const), who, day }),
  fc.record({ do: fc.constantFrom('look' as const, 'replay' as const, 'restart' as const) }),
  fc.record({ do: fc.constantFrom('stop' as const, 'go-on' as const), who }),
);

test('whatever is done, paused and repeated, nothing names a member who is paused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const bot = stage();
      const people = [ada, bo, cy];
      const past: HeardEvent[] = [];
      let now = T0 + 50 * DAY;
      const tell = (event: HeardEvent): void => {
        past.push(event);
        bot.apply([event]);
      };
      for (const one of steps) {
        now += 1_000;
        const userId = 'who' in one ? people[one.who]! : ada;
        const at = 'day' in one ? T0 + one.day * DAY + (now % DAY) / 2 : now;
        if (one.do === 'say') {
          const to = one.to === undefined ? undefined : { userId: people[one.to]!, at: at - 60_000 };
          tell(bot.said(userId, Math.floor(at), to));
        }
        if (one.do === 'react') {
          const place = { guildId: GUILD, channelId: general, placeId: general };
          tell({ what: 'reaction', ...place, userId, at, joinedAt: at - DAY, staff: true });
        }
        if (one.do === 'vote') {
          await bot.database.writer.write(() =>
            bot.service.act({ guildId: GUILD, userId, kind: 'votes', at }),
          );
        }
        if (one.do === 'voice') tell({ what: 'voice', guildId: GUILD, userId, channelId: voice, at });
        if (one.do === 'look') tell({ what: 'voice-look', at: now });
        if (one.do === 'replay') bot.apply(past);
        if (one.do === 'restart') bot.restart();
        if (one.do === 'stop') await bot.stop(userId, now);
        if (one.do === 'stop' || one.do === 'go-on') await bot.forget(userId);
        if (one.do === 'go-on') await bot.goOn(userId, now);
        for (const person of people) {
          if (bot.pauses.isPaused(GUILD, person)) expect(bot.traces(person)).toEqual([]);
        }
      }
      bot.database.sqlite.close();
    }),
    { numRuns: 60 },
  );
});
