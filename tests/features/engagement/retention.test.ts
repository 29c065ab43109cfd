import '../../support/properties.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLocalDays } from '../../../src/features/engagement/local-days.ts';
import { createRetention } from '../../../src/features/engagement/retention-service.ts';
import { GUILD, heard, startCounting } from '../../support/counting.ts';
import { type Done, local } from '../../support/naive-metrics.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 15, 12);
const place = { channelId: '81', placeId: '81' };

function start(zone = 'UTC') {
  const town = startCounting(zone);
  town.arrive(NOW - 500 * DAY);
  const { repositories } = town;
  const retention = createRetention({ ...repositories, rows: repositories.retention, zoneOf: () => zone });
  const say = (people: number, at: number, each = 1) => {
    const said = Array.from({ length: people * each }, (_, id): Done => {
      return { userId: `9000${id % people}`, at, kind: 'said', ...place, id, staff: false };
    });
    town.apply(said.map(heard));
  };
  const days = () =>
    town.all<{ day: number; people: number; n: number }>(
      'SELECT day, count(DISTINCT user_id) AS people, sum(messages) AS n FROM activity GROUP BY day ORDER BY day',
    );
  const totals = () =>
    town.all<{ day: number; people: number; n: number }>(
      'SELECT day, people, messages AS n FROM activity_days ORDER BY day',
    );
  return { town, retention, say, days, totals };
}

describe('what is older than thirteen months', () => {
  test('becomes totals of its day, some people at a time, and the rest stays as it is', () => {
    const { retention, say, days, totals } = start();
    const old = Date.UTC(2025, 4, 14, 23);
    say(3, old - DAY);
    say(1_200, old, 2);
    say(4, Date.UTC(2025, 4, 15));
    const before = days();
    expect(before.map(({ people }) => people)).toEqual([3, 1_200, 4]);
    let slices = 0;
    while (retention.forgetSome(NOW)) slices += 1;
    expect(slices).toBe(4);
    expect(days()).toEqual(before.slice(2));
    expect(totals()).toEqual(before.slice(0, 2));
    expect(retention.forgetSome(NOW)).toBe(false);
    expect(totals()).toEqual(before.slice(0, 2));
  });

  test('loses its names also among the answers, and conversations go after thirteen weeks', () => {
    const { town, retention } = start();
    const said = (at: number, userId: string, id: number, replyTo?: Done): Done => {
      return { userId, at, kind: 'said', ...place, id, staff: false, replyTo };
    };
    for (const at of [Date.UTC(2025, 4, 14), NOW - 92 * DAY, NOW - 90 * DAY]) {
      const first = said(at, '90001', 1);
      town.apply([first, said(at + 1, '90002', 2, first)].map(heard));
    }
    const count = (table: string) => town.all<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]?.n;
    expect([count('activity_replies'), count('conversations')]).toEqual([3, 3]);
    while (retention.forgetSome(NOW));
    retention.forgetConversations(NOW);
    expect([count('activity_replies'), count('conversations')]).toEqual([2, 1]);
    expect(count('conversation_people')).toBe(2);
  });

  test('is told by months on the calendar of the server', () => {
    const { town, retention } = start('Pacific/Auckland');
    // There it is the 16th already.
    const noon = retention.keptFrom(GUILD, NOW);
    expect(new Date(noon * DAY).toISOString().slice(0, 10)).toBe('2025-05-16');
    const settings = { excludedChannelIds: [], includedChannelIds: [], retentionMonths: 1 };
    town.repositories.counting.decide(GUILD, settings);
    expect(retention.keptFrom(GUILD, NOW)).toBe(noon + 365);
  });
});

const zones = [
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Europe/Berlin',
  'America/St_Johns',
];

describe('the local day and hour', () => {
  test('are those of the wall, at any instant of ten years, in odd zones, one after another', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) }),
        fc.array(fc.integer({ min: 1, max: 40 * 60_000 }), { maxLength: 20 }),
        (zone, from, steps) => {
          const hourOf = createLocalDays(() => zone);
          let at = from;
          for (const step of [0, ...steps]) {
            at += step;
            expect(hourOf(GUILD, at)).toEqual(local(at, zone));
          }
        },
      ),
    );
  });

  test('change with the clocks: every quarter of an hour around each change of ten years', () => {
    for (const zone of zones) {
      const hourOf = createLocalDays(() => zone);
      let changes = 0;
      const offset = (at: number) =>
        local(at, zone).day * 24 + local(at, zone).hour - Math.floor(at / 3_600_000);
      for (let at = Date.UTC(2020, 0, 1, 12); at < Date.UTC(2030, 0, 1); at += DAY) {
        const half = at + 30 * 60_000;
        if (offset(at) === offset(at + DAY) && offset(half) === offset(half + DAY)) continue;
        changes += 1;
        for (let quarter = at - 1; quarter < at + DAY; quarter += 15 * 60_000) {
          expect(hourOf(GUILD, quarter)).toEqual(local(quarter, zone));
          expect(hourOf(GUILD, quarter + 1)).toEqual(local(quarter + 1, zone));
        }
      }
      expect(changes).toBeGreaterThanOrEqual(zone === 'Asia/Kathmandu' ? 0 : 18);
    }
  });
});
