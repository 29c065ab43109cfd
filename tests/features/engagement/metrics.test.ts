import '../../support/properties.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startCounting } from '../../support/counting.ts';
import { anyStep, count, FIRST, happened, people, zones } from '../../support/histories.ts';
import { type Done, local, naiveNumbers } from '../../support/naive-metrics.ts';

const DAY = 86_400_000;

describe('the numbers of a period', () => {
  test('are those that are counted straight from what was done, whatever that was', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { minLength: 30, maxLength: 120, size: 'max' }),
        fc.constantFrom(...zones),
        fc.nat(90),
        fc.constantFrom(7, 14, 30),
        fc.nat(100),
        fc.record({ givers: fc.subarray(people), receivers: fc.subarray(people) }),
        (steps, zone, startsAfter, length, heardFor, thanks) => {
          const done = happened(steps);
          const arrivedAt = FIRST + (84 - heardFor) * DAY;
          const town = count(done, zone, arrivedAt);
          const start = local(FIRST, zone).day + startsAfter - 10;
          const period = { start, end: start + length };
          const knownFrom = local(arrivedAt - 84 * DAY, zone).day + 1;
          const expected = naiveNumbers(done, { period, zone, knownFrom, ...thanks });
          expect(town.numbers(period, thanks)).toMatchObject({ ...expected, period });
          town.database.close();
        },
      ),
      // Shrinking a long history could go on for hours.
      { numRuns: 150, interruptAfterTimeLimit: 30_000 },
    );
  });

  const said = (userId: string, at: number, id: number, joinedAt?: number): Done => ({
    userId,
    at,
    kind: 'said',
    channelId: '81',
    placeId: '81',
    id,
    staff: false,
    joinedAt,
  });

  test('say who arrived: three messages in the first seven days, however many come later', () => {
    const [ada, bo, cy] = people as [string, string, string];
    const joined = FIRST + 50 * DAY;
    const done = [
      ...[1, 2, 3].map((hour) => said(ada, joined + hour * 3_600_000, hour, joined)),
      ...[1, 2].map((hour) => said(bo, joined + hour * 3_600_000, 10 + hour, joined)),
      said(bo, joined + 8 * DAY, 13, joined),
      ...[1, 2, 3].map((hour) => said(cy, joined + 3 * DAY + hour * 3_600_000, 20 + hour)),
    ].toSorted((a, b) => a.at - b.at);
    const town = count(done, 'UTC', FIRST + 84 * DAY);
    const { day } = local(joined, 'UTC');
    // The week in which seven days after joining are over.
    expect(town.numbers({ start: day + 5, end: day + 12 }).growth.activation).toEqual({ part: 2, of: 3 });
    expect(town.numbers({ start: day - 7, end: day }).growth.activation).toEqual({ part: 0, of: 0 });
  });

  test('call nobody new whose first message may only be the first that could be read', () => {
    const [ada] = people as [string];
    const town = count([said(ada, FIRST + DAY, 1)], 'UTC', FIRST + 84 * DAY);
    const { day } = local(FIRST + DAY, 'UTC');
    const { activation, newcomers, returning, lostRegulars } = town.numbers({
      start: day + 3,
      end: day + 10,
    }).growth;
    expect(activation).toEqual({ part: 0, of: 0 });
    expect([newcomers, returning, lostRegulars]).toEqual([undefined, undefined, undefined]);
  });

  test('of a server of which nothing is known are dashes and no zeros, where zero would say something', () => {
    const town = startCounting();
    const { growth, health } = town.numbers({ start: 20_000, end: 20_007 });
    expect(growth).toMatchObject({
      monthly: undefined,
      stickiness: undefined,
      newcomers: undefined,
      leaves: undefined,
    });
    expect(health).toMatchObject({ medianReplyMinutes: undefined, halfBy: undefined });
  });

  test('count as thanked and thanking only who was active', () => {
    const [ada, bo] = people as [string, string];
    const town = count([said(ada, FIRST + 50 * DAY, 1)], 'UTC', FIRST + 84 * DAY);
    const { day } = local(FIRST + 50 * DAY, 'UTC');
    const thanks = { givers: [ada, bo], receivers: [bo] };
    expect(town.numbers({ start: day, end: day + 7 }, thanks).health.recognition).toEqual({
      gave: { part: 1, of: 1 },
      received: { part: 0, of: 1 },
    });
  });
});
