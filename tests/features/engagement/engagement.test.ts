import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { engagementJobs, queueEngagementUpkeep } from '../../../src/features/engagement/jobs.ts';
import { engagementRepository } from '../../../src/features/engagement/repository.ts';
import { createEngagement } from '../../../src/features/engagement/service.ts';
import { createJobQueue } from '../../../src/jobs/queue.ts';
import { createJobRepository } from '../../../src/jobs/repository.ts';
import { fixedClock, openTestDatabase } from '../../support/database.ts';

const DAY = 86_400_000;
const here = '800000000000000001';
const elsewhere = '800000000000000002';
const log = pino({ level: 'silent' });

function start(database = openTestDatabase()) {
  const clock = fixedClock();
  const due: (() => void)[] = [];
  const writes = { count: 0, failing: false };
  const engagement = createEngagement({
    repository: engagementRepository(database.sqlite),
    isPaused: () => false,
    writer: {
      ...database.writer,
      write(work) {
        writes.count += 1;
        return writes.failing ? Promise.reject(new Error('the disk is full')) : database.writer.write(work);
      },
    },
    clock,
    timers: { after: (_, run) => (due.push(run), () => {}) },
    log,
  });
  const rows = () => database.sqlite.prepare('SELECT count(*) FROM member_days').pluck().get();
  const active = (guildId = here) => engagement.activity(guildId, clock.now()).active;
  return { database, clock, due, writes, engagement, rows, active };
}

describe('who used Hearth', () => {
  test('is counted once per person, however often they come, also before it is written down', async () => {
    const { engagement, due, writes, rows, active } = start();
    expect(active()).toBe(0);
    for (let press = 0; press < 100; press += 1) engagement.note(here, 'ada');
    engagement.note(here, 'bo');
    expect([active(), writes.count, rows()]).toEqual([2, 0, 0]);

    expect(due).toHaveLength(1);
    due[0]!();
    await engagement.flush();
    engagement.note(here, 'ada');
    expect([active(), writes.count, rows()]).toEqual([2, 1, 2]);
  });

  test('is written once a day and counts for 28 days, today included', async () => {
    const { engagement, clock, rows, active } = start();
    engagement.note(here, 'ada');
    await engagement.flush();
    clock.advance(DAY);
    engagement.note(here, 'ada');
    engagement.note(here, 'bo');
    await engagement.flush();
    expect([active(), rows()]).toEqual([2, 3]);

    clock.advance(27 * DAY);
    expect(active()).toBe(2);
    clock.advance(DAY);
    expect(active()).toBe(0);
    engagement.note(here, 'bo');
    expect(active()).toBe(1);
  });

  test('stays with its server, and says what it counted', async () => {
    const { engagement, clock, active } = start();
    engagement.note(here, 'ada');
    engagement.note(elsewhere, 'ada');
    engagement.note(elsewhere, 'bo');
    await engagement.flush();
    expect([active(here), active(elsewhere), active('800000000000000003')]).toEqual([1, 2, 0]);
    expect(engagement.activity(here, clock.now())).toEqual({ active: 1, days: 28, counted: 'used-hearth' });
  });

  test('is not written again after a restart on the same day', async () => {
    const first = start();
    first.engagement.note(here, 'ada');
    await first.engagement.flush();
    const second = start(first.database);
    second.engagement.note(here, 'ada');
    expect(second.active()).toBe(1);
    await second.engagement.flush();
    expect([second.active(), second.rows()]).toEqual([1, 1]);
  });

  test('that could not be saved is noted when they come again', async () => {
    const { engagement, writes, active, rows } = start();
    writes.failing = true;
    engagement.note(here, 'ada');
    await engagement.flush();
    expect([active(), rows()]).toEqual([0, 0]);
    writes.failing = false;
    engagement.note(here, 'ada');
    await engagement.flush();
    expect([active(), rows()]).toEqual([1, 1]);
  });

  test('a crowd is written in short pieces, and nobody is lost', async () => {
    const { engagement, writes, active, rows } = start();
    for (let person = 0; person < 1_000; person += 1) engagement.note(here, String(person));
    await engagement.flush();
    expect([active(), rows()]).toEqual([1_000, 1_000]);
    expect(writes.count).toBeGreaterThan(1);
  });

  test('is forgotten after 60 days, by a job that comes back every day', async () => {
    const { database, engagement, clock, rows } = start();
    engagement.note(here, 'ada');
    await engagement.flush();
    const jobs = createJobRepository(database.orm);
    queueEngagementUpkeep(createJobQueue(jobs), clock.now());
    const [job] = engagementJobs({
      engagement,
      help: { purge: () => 0 },
      retention: { keptFrom: () => 0, forgetSome: () => false, forgetConversations: () => 0 },
      writer: database.writer,
      log,
    });
    const run = () =>
      job!.run({
        payload: undefined,
        key: 'days',
        dueAt: clock.now(),
        now: clock.now(),
        attempt: 1,
        nonce: '1',
        mayHaveHappened: false,
      });

    clock.advance(60 * DAY);
    expect(await run()).toEqual({ kind: 'again', at: clock.now() + DAY });
    expect(rows()).toBe(1);
    clock.advance(DAY);
    await run();
    expect(rows()).toBe(0);
    expect(database.sqlite.prepare('SELECT kind FROM jobs').pluck().all()).toEqual([job!.kind]);
  });
});
