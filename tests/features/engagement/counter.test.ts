import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { createCounter } from '../../../src/features/engagement/counter.ts';
import type { HeardMessage } from '../../../src/features/engagement/model.ts';
import { GUILD, heard, idAt, startCounting } from '../../support/counting.ts';
import type { Done } from '../../support/naive-metrics.ts';

const FIRST = Date.UTC(2026, 0, 5, 12);
const channelId = idAt(FIRST - 1);
const log = pino({ level: 'silent' });

/** One by each of 50 people in turn, a second apart. */
const flood = (count: number, from = 0): Done[] =>
  Array.from({ length: count }, (_, index) => ({
    userId: `9000${(from + index) % 50}`,
    at: FIRST + (from + index) * 1_000,
    kind: 'said',
    channelId,
    placeId: channelId,
    id: 0,
    staff: false,
  }));

function start() {
  const town = startCounting();
  town.arrive(FIRST - 60_000);
  const due: { ms: number; run: () => void }[] = [];
  const sizes: number[] = [];
  const disk = { isFull: false };
  const counter = createCounter({
    service: {
      apply(events) {
        sizes.push(events.length);
        const takeBack = town.service.apply(events);
        if (disk.isFull) {
          takeBack();
          throw new Error('the disk is full');
        }
        return takeBack;
      },
    },
    writer: town.database.writer,
    timers: { after: (ms, run) => (due.push({ ms, run }), () => {}) },
    log,
  });
  const history: HeardMessage[] = [];
  const positions = new Map<string, number>();
  return {
    town,
    counter,
    due,
    sizes,
    disk,
    hear(done: readonly Done[]): void {
      for (const event of done.map(heard)) {
        if (event.what !== 'message') continue;
        const { messageId } = event.message;
        if (!positions.has(messageId)) positions.set(messageId, history.push(event.message) - 1);
        counter.push(event);
      }
    },
    /** Pages of 100, as Discord gives them. */
    readHistory(): void {
      for (let gap = town.service.nextGap(GUILD); gap; gap = town.service.nextGap(GUILD)) {
        const { countedTo, gapTo, placeId } = gap;
        const from = (positions.get(countedTo) ?? -1) + 1;
        const messages = history.slice(from, from + 100);
        town.service.applyRead({ placeId, messages, readTo: messages.length < 100 ? gapTo : undefined });
      }
    },
    counted: () => town.all<{ n: number | null }>('SELECT sum(messages) AS n FROM activity')[0]?.n ?? 0,
    perPerson: () =>
      town.all<{ n: number }>('SELECT sum(messages) AS n FROM activity GROUP BY user_id').map(({ n }) => n),
  };
}

describe('what is heard', () => {
  test('is written within a second, together', async () => {
    const { counter, due, hear, counted, sizes } = start();
    hear(flood(3));
    expect([counted(), due.map(({ ms }) => ms)]).toEqual([0, [1_000]]);
    due[0]!.run();
    await counter.flush();
    expect([counted(), sizes]).toEqual([3, [3]]);
    hear(flood(1, 3));
    expect(due).toHaveLength(2);
  });

  test('of 100,000 messages nothing is lost, in writes of at most 500, and a repetition changes nothing', {
    timeout: 60_000,
  }, async () => {
    const { counter, hear, counted, perPerson, sizes } = start();
    for (let from = 0; from < 100_000; from += 20_000) {
      hear(flood(20_000, from));
      await counter.flush();
    }
    expect(counted()).toBe(100_000);
    expect(perPerson()).toEqual(Array.from({ length: 50 }, () => 2_000));
    expect(Math.max(...sizes)).toBe(500);
    hear(flood(20_000, 80_000));
    await counter.flush();
    expect(counted()).toBe(100_000);
  });

  test('waits while nothing can be written, and is counted once afterwards', async () => {
    const { counter, due, hear, counted, disk } = start();
    disk.isFull = true;
    hear(flood(700));
    await counter.flush();
    expect([counted(), due.length]).toEqual([0, 1]);
    hear(flood(700));
    disk.isFull = false;
    await counter.flush();
    expect(counted()).toBe(700);
  });

  test('and is too much to keep, is read from the history later: the numbers are exact again', async () => {
    const { town, counter, hear, counted, perPerson, disk, sizes, readHistory } = start();
    hear(flood(100));
    await counter.flush();
    disk.isFull = true;
    hear(flood(51_000, 100));
    await counter.flush();
    expect(counted()).toBe(100);
    disk.isFull = false;
    sizes.length = 0;
    await counter.flush();
    // Most of it was condensed to how far it goes.
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(2_000);
    expect(town.reads).toContain(GUILD);
    hear(flood(100, 51_100));
    await counter.flush();
    expect(town.service.isComplete(GUILD)).toBe(false);
    readHistory();
    expect(counted()).toBe(51_200);
    expect(perPerson()).toEqual(Array.from({ length: 50 }, () => 1_024));
    expect(town.service.isComplete(GUILD)).toBe(true);
  });
});
