import pino from 'pino';
import { expect, test } from 'vitest';
import { createHelpRepository } from '../../../src/features/engagement/help-repository.ts';
import { createHelpCount } from '../../../src/features/engagement/help-service.ts';
import { createPauseRepository } from '../../../src/features/engagement/pause-repository.ts';
import { createPauseService } from '../../../src/features/engagement/pause-service.ts';
import { engagementRepository } from '../../../src/features/engagement/repository.ts';
import { createEngagement } from '../../../src/features/engagement/service.ts';
import { fixedClock, openTestDatabase } from '../../support/database.ts';

const here = '800000000000000001';
const ada = '700000000000000001';
const bo = '700000000000000002';

/** Who used Hearth and whom others answered, both of which wait in memory before they are written down. */
function start() {
  const { sqlite, writer } = openTestDatabase();
  const clock = fixedClock();
  const log = pino({ level: 'silent' });
  const timers = { after: () => () => {} };
  const pauses = createPauseService({
    pauses: createPauseRepository(sqlite),
    queue: { forget: () => undefined },
    forgetWaiting(guildId, userId) {
      engagement.forget(guildId, userId);
      help.forget(guildId, userId);
    },
  });
  const parts = { isPaused: pauses.isPaused, writer, clock, timers, log };
  const engagement = createEngagement({ ...parts, repository: engagementRepository(sqlite) });
  const help = createHelpCount({ ...parts, repository: createHelpRepository(sqlite), ownId: () => '1' });
  let id = 0;
  return {
    engagement,
    help,
    answer(to: string): void {
      help.hear('MESSAGE_CREATE', {
        id: String((id += 1)),
        guild_id: here,
        type: 19,
        author: { id: '700000000000000009' },
        referenced_message: { author: { id: to } },
      });
    },
    stop: () => writer.write(() => pauses.pause(here, ada, clock.now())),
    goOn: () => writer.write(() => pauses.goOn(here, ada, clock.now())),
    save: async () => void (await Promise.all([engagement.flush(), help.flush()])),
    active: () => engagement.activity(here, clock.now()).active,
    helpers: () => help.since(here, clock.now(), clock.now()).map(({ userId }) => userId),
    rows: () =>
      sqlite
        .prepare('SELECT user_id FROM member_days UNION ALL SELECT user_id FROM member_help')
        .pluck()
        .all(),
  };
}

test('what waits in memory of a member who is not to be counted goes, and what is written down too', async () => {
  const { engagement, answer, stop, save, active, helpers, rows } = start();
  engagement.note(here, ada);
  answer(ada);
  await save();
  engagement.note(here, bo);
  answer(ada);
  answer(bo);
  expect([active(), helpers().toSorted()]).toEqual([2, [ada, bo]]);
  expect(rows()).toEqual([ada, ada]);

  await stop();
  expect([active(), helpers()]).toEqual([1, [bo]]);
  expect(rows()).toEqual([]);
  engagement.note(here, ada);
  answer(ada);
  await save();
  expect([active(), helpers()]).toEqual([1, [bo]]);
  expect(rows()).toEqual([bo, bo]);
});

test('somebody who is counted again is, on the same day', async () => {
  const { engagement, answer, stop, goOn, save, active, helpers } = start();
  engagement.note(here, ada);
  await save();
  await stop();
  expect(active()).toBe(0);
  await goOn();
  engagement.note(here, ada);
  answer(ada);
  await save();
  expect([active(), helpers()]).toEqual([1, [ada]]);
});
