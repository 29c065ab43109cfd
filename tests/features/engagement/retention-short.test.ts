import { expect, test } from 'vitest';
import { createRetentionRepository } from '../../../src/features/engagement/retention-repository.ts';
import { createRetention } from '../../../src/features/engagement/retention-service.ts';
import { createActivityWeekRepository } from '../../../src/features/engagement/week-repository.ts';
import { GUILD, heard, startCounting } from '../../support/counting.ts';
import { type Done, local } from '../../support/naive-metrics.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 15, 12);
const TODAY = NOW / DAY - 0.5;

/** A server that has been heard for long and keeps what members did for a month. */
function start({ zone = 'UTC', months = 1, atOnce = 500 } = {}) {
  const town = startCounting(zone);
  town.arrive(NOW - 400 * DAY);
  const { repositories } = town;
  const keep = (retentionMonths: number) =>
    repositories.counting.decide(GUILD, { excludedChannelIds: [], includedChannelIds: [], retentionMonths });
  keep(months);
  const rows = createRetentionRepository(town.database.sqlite, atOnce);
  const retention = createRetention({ ...repositories, rows, zoneOf: () => zone });
  let id = 0;
  const say = (userId: string, at: number, placeId = '81'): Done => {
    id += 1;
    const one: Done = { userId, at, kind: 'said', channelId: '81', placeId, id, staff: false };
    town.apply([heard(one)]);
    return one;
  };
  const forget = (now = NOW) => {
    retention.forgetConversations(now);
    while (retention.forgetSome(now));
  };
  return { town, retention, say, forget, keep };
}

test('numbers that look back on what is forgotten are dashes: nobody came back who was never away', () => {
  const { town, say, forget, keep } = start();
  // Ada wrote every other day, Bo for the last time five weeks ago.
  for (let day = TODAY - 60; day < TODAY; day += 2) {
    say('90001', day * DAY);
    if (day < TODAY - 35) say('90002', day * DAY + 1);
  }
  const week = { start: TODAY - 7, end: TODAY };
  const before = town.numbers(week);
  expect(before.growth).toMatchObject({ monthly: 1, returning: 1, reactivated: 0, lostRegulars: 1 });
  forget();
  const { growth, activity, health } = town.numbers(week);
  expect(growth).toEqual({ ...before.growth, reactivated: undefined, lostRegulars: undefined });
  expect(activity.channels).toEqual([{ ...before.activity.channels[0], usual: undefined }]);
  expect(health).toEqual(before.health);
  // What is forgotten does not come back with a longer time.
  keep(13);
  expect(town.numbers(week).growth).toEqual(growth);
});

test('what is told so late that its day is a total already counts nobody twice, and names nobody again', () => {
  const { town, say, forget } = start();
  const old = NOW - 40 * DAY;
  const first = say('90001', old);
  forget();
  const late: Done = { ...first, at: old + 60_000, id: 99, placeId: '811' };
  town.apply([heard(late), heard({ ...late, kind: 'reaction' })]);
  forget(NOW + DAY);
  expect(town.all('SELECT people, messages, reactions FROM activity_days')).toEqual([
    { people: 1, messages: 1, reactions: 0 },
  ]);
  expect(town.all('SELECT * FROM activity')).toEqual([]);
  expect(town.all('SELECT * FROM conversation_people')).toEqual([]);
});

test('a conversation is kept no longer than what was said in it; one that goes on forgets who was there', () => {
  const { town, say, forget } = start();
  say('90001', NOW - 40 * DAY);
  say('90001', NOW - 40 * DAY, '812');
  say('90002', NOW - 20 * DAY, '812');
  say('90001', NOW - 10 * DAY);
  forget();
  expect(
    town.all(
      'SELECT place_id AS place, starter_id AS starter, people FROM conversations ORDER BY started_at',
    ),
  ).toEqual([
    { place: '812', starter: '', people: 2 },
    { place: '81', starter: '90001', people: 1 },
  ]);
  expect(town.all('SELECT user_id FROM conversation_people')).toEqual([{ user_id: '90001' }]);
  // It is still the same one.
  say('90003', NOW - 5 * DAY, '812');
  expect(town.all('SELECT * FROM conversations')).toHaveLength(2);
});

test('conversations are kept for 91 whole days of the server, also where one had 25 hours', () => {
  const zone = 'Europe/Berlin';
  const { town, say, forget } = start({ zone, months: 13 });
  // The clocks were put back between the two.
  const now = Date.UTC(2025, 11, 1, 22, 30);
  const { day } = local(now, zone);
  const early = Date.UTC(2025, 7, 31, 22, 10);
  expect(day - local(early, zone).day).toBe(91);
  expect(now - early).toBeGreaterThan(91 * DAY + DAY);
  say('90001', early - 30 * 60_000, '811');
  say('90001', early);
  forget(now);
  const period = { start: day - 91, end: day - 84 };
  expect(town.numbers(period).health.answered).toEqual({ part: 0, of: 1 });
  expect(town.all('SELECT * FROM conversations')).toHaveLength(1);
});

test('a day that is forgotten in part is not the first that is known', () => {
  const { town, retention, say } = start({ atOnce: 1 });
  for (const user of ['90001', '90002']) say(user, NOW - 40 * DAY);
  say('90001', NOW - 3 * DAY);
  const { firstDay } = createActivityWeekRepository(town.database.sqlite);
  expect(firstDay(GUILD)).toBe(TODAY - 40);
  expect(retention.forgetSome(NOW)).toBe(true);
  expect(town.all('SELECT DISTINCT day FROM activity')).toHaveLength(2);
  expect(firstDay(GUILD)).toBe(TODAY - 3);
});
