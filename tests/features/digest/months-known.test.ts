import { expect, test } from 'vitest';
import { createDigestMaker } from '../../../src/features/digest/maker.ts';
import type { Period } from '../../../src/features/digest/model.ts';
import { monthKey } from '../../../src/features/digest/months.ts';
import { createPeriodRepository } from '../../../src/features/digest/period-repository.ts';
import type { Counted, DigestSources } from '../../../src/features/digest/ports.ts';
import { createDigestRepository } from '../../../src/features/digest/repository.ts';
import { openTestDatabase } from '../../support/database.ts';

const GUILD = '1';
const dayOf = (...date: [number, number, number]): number => Date.UTC(...date) / 86_400_000;
const november = Date.UTC(2026, 10, 23, 9);

const countedOf = (active: number): Counted => ({
  growth: {
    active,
    newcomers: undefined,
    returning: undefined,
    reactivated: undefined,
    lostRegulars: undefined,
    activation: { part: 0, of: 0 },
  },
  activity: {
    messages: active,
    votes: 0,
    supports: 0,
    ideas: 0,
    questions: 0,
    shoutouts: 0,
    conversations: 0,
    hours: Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0)),
    channels: [],
  },
  loops: { ideas: { part: 0, of: 0 }, questions: { part: 0, of: 0 }, polls: { part: 0, of: 0 } },
  health: {
    answered: { part: 0, of: 0 },
    newcomersAnswered: { part: 0, of: 0 },
    medianReplyMinutes: undefined,
    halfBy: undefined,
  },
});

/** A maker over a real data file whose server is known from a day on; every period counts as many as its days. */
function stage(knownFrom: number | undefined) {
  const { sqlite, writer } = openTestDatabase();
  const asked: string[] = [];
  const sources: DigestSources = {
    async counted(_, period) {
      asked.push(monthKey(period));
      return countedOf(period.end - period.start);
    },
    usualOf: () => undefined,
    isComplete: () => true,
    knownFrom: () => knownFrom,
    conversation: () => undefined,
    unanswered: () => [],
    answered: () => [],
    highlights: () => [],
    owed: () => ({ ideas: [], questions: [] }),
    settled: () => [],
    unsung: () => [],
    thanked: () => [],
    woken: () => false,
  };
  const periods = createPeriodRepository(sqlite);
  const maker = createDigestMaker({
    digests: createDigestRepository(sqlite),
    periods,
    sources,
    writer,
    timeZone: () => 'Europe/Berlin',
  });
  const months = (now = november) => maker.months(GUILD, now).map(monthKey);
  return { maker, periods, asked, months };
}
const month = (year: number, at: number): Period => ({
  start: dayOf(year, at - 1, 1),
  end: dayOf(year, at, 1),
});

test('of a server that nothing is known of there is no month, and none before this one is over', () => {
  expect(stage(undefined).months()).toEqual([]);
  expect(stage(dayOf(2026, 10, 3)).months()).toEqual([]);
});

test('a month counts from the first day that something is known of in it', () => {
  expect(stage(dayOf(2026, 9, 31)).months()).toEqual(['2026-10']);
  expect(stage(dayOf(2026, 8, 12)).months()).toEqual(['2026-10', '2026-09']);
});

test('longer ago than members are known there are the months that were counted in time, as they were then', async () => {
  const { maker, periods, asked, months } = stage(dayOf(2025, 0, 1));
  expect(months()).toEqual(['2026-10', '2026-09']);
  periods.save(GUILD, month(2026, 5), countedOf(77));
  expect(months()).toEqual(['2026-10', '2026-09', '2026-05']);
  const { figures } = await maker.report(GUILD, month(2026, 5), november);
  expect(figures.find(({ number }) => number === 'active')?.value).toBe(77);
  expect(asked).toEqual([]);
});

test('what is counted of a month is kept for later, but not of the last days of one', async () => {
  const { maker, periods, months } = stage(dayOf(2026, 8, 12));
  await maker.report(GUILD, month(2026, 9), november);
  await maker.report(GUILD, month(2026, 10), november);
  expect(periods.find(GUILD, month(2026, 9))).toBeUndefined();
  expect(periods.find(GUILD, month(2026, 10))?.growth.active).toBe(31);
  expect(months(november + 200 * 86_400_000)).toContain('2026-10');
});

test('a week whose first day nobody wrote on is one to compare with, half a month is none', async () => {
  const monday = dayOf(2026, 10, 16);
  const week = { cadence: 'weekly', now: november, skipped: [] } as const;
  for (const [knownFrom, expected] of [
    [monday - 6, 7],
    [monday - 3, undefined],
  ] as const) {
    const { maker } = stage(knownFrom);
    const { figures } = await maker.make(GUILD, { start: monday, end: monday + 7 }, week);
    expect(figures[0]?.before).toBe(expected);
  }
});

test('months are counted in time, whether or not somebody asks for their report', async () => {
  const { maker, periods, asked } = stage(dayOf(2026, 7, 1));
  await maker.keepMonths(GUILD, november);
  await maker.keepMonths(GUILD, november);
  expect(asked).toEqual(['2026-10', '2026-09']);
  expect(periods.find(GUILD, month(2026, 9))?.growth.active).toBe(30);
});

test('a report stands beside the month before, and begins its trend where something is known', async () => {
  const { maker } = stage(dayOf(2026, 8, 1));
  const { figures, trend, cadence } = await maker.report(GUILD, month(2026, 10), november);
  expect(cadence).toBe('monthly');
  expect(figures[0]).toMatchObject({ number: 'active', value: 31, before: 30 });
  expect(trend.starts).toEqual([dayOf(2026, 8, 1), dayOf(2026, 9, 1)]);
  expect(trend.active).toEqual([30, 31]);
});
