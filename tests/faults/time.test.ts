import { describe, expect } from 'vitest';
import { adjustableClock } from '../../src/platform/clock.ts';
import { faultTest, pass, publish, type Stage } from '../support/faults.ts';
import { textOf } from '../support/messages.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A clock that starts at an instant of our choice and runs on from there. */
function clockFrom(start: number) {
  const began = Date.now();
  return adjustableClock({ now: () => start + Date.now() - began });
}

/** Moves to an instant that is still to come. */
async function until(bot: Stage, at: number) {
  await pass(bot, Math.max(0, at - bot.sandbox.clock.now()));
}

const closings = ({ stored }: Stage) =>
  stored.all<{ id: number; created_at: number; opens_at: number | null; closes_at: number; status: string }>(
    'SELECT * FROM polls ORDER BY id',
  );

faultTest(
  'a poll of 90 days is open to its last minute, whatever timers hold, and closes at its time',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox, stored } = bot;
    const message = await publish(bot, sandbox.persona('admin'), { closes: 'in 90 days' });
    const closesAt = closings(bot)[0]?.closes_at ?? 0;
    expect(closesAt - sandbox.clock.now()).toBeGreaterThan(89 * day);
    // 2^31 ms are 24.8 days.
    for (const days of [1, 25, 50, 89]) {
      await until(bot, closesAt - (90 - days) * day);
      expect(stored.polls()[0]?.status).toBe('open');
    }
    await until(bot, closesAt - minute);
    expect((await sandbox.persona('member').press(message, 'Kenya')).text).toContain('Your vote');
    await until(bot, closesAt + 1_000);
    await sandbox.until(() => stored.polls()[0]?.finished_at);
    expect(stored.polls()[0]).toMatchObject({ status: 'closed', close_reason: 'time', closed_at: closesAt });
    expect(textOf(sandbox.persona('member').look(message))).toContain('Kenya AA** wins');
  },
);

const berlin = { DEFAULT_TIME_ZONE: 'Europe/Berlin' };
const changes: [string, number, string, number][] = [
  // Clocks go from 2:00 to 3:00 on 29 March 2026: 9:00 is then an hour earlier in UTC.
  ['forward', Date.UTC(2026, 2, 27, 12), 'on 29 March 2026 at 9:00', Date.UTC(2026, 2, 29, 7)],
  [
    'forward, into the hour that does not exist',
    Date.UTC(2026, 2, 27, 12),
    'on 29 March 2026 at 2:30',
    Date.UTC(2026, 2, 29, 1),
  ],
  // And back from 3:00 to 2:00 on 25 October.
  ['back', Date.UTC(2026, 9, 23, 12), 'on 25 October 2026 at 9:00', Date.UTC(2026, 9, 25, 8)],
  [
    'back, into the hour that comes twice',
    Date.UTC(2026, 9, 23, 12),
    'on 25 October 2026 at 2:30',
    Date.UTC(2026, 9, 25, 0, 30),
  ],
];

describe('when the clocks go', () => {
  faultTest.for(changes)(
    '%s, a closing time typed before is meant as on the wall',
    async ([, start, closes, expected], { stage }) => {
      const bot = await stage({ clock: clockFrom(start), environment: berlin });
      await publish(bot, bot.sandbox.persona('admin'), { closes });
      expect(new Date(closings(bot)[0]?.closes_at ?? 0).toISOString()).toBe(new Date(expected).toISOString());
      await until(bot, expected - minute);
      expect(closings(bot)[0]?.status).toBe('open');
      await until(bot, expected + 1_000);
      expect(closings(bot)[0]?.status).toBe('closed');
    },
  );

  faultTest.for([
    ['forward', Date.UTC(2026, 2, 20, 17), [Date.UTC(2026, 2, 27, 17), Date.UTC(2026, 3, 3, 16)]],
    ['back', Date.UTC(2026, 9, 16, 16), [Date.UTC(2026, 9, 23, 16), Date.UTC(2026, 9, 30, 17)]],
  ] as [string, number, number[]][])(
    '%s, a weekly poll opens at the same time on the wall',
    async ([, start, expected], { stage }) => {
      const bot = await stage({ clock: clockFrom(start), environment: berlin });
      await publish(bot, bot.sandbox.persona('admin'), { closes: 'in 2 days' }, { repeat: 'weekly' });
      for (const at of expected) {
        const before = closings(bot).length;
        await until(bot, at - minute);
        expect(closings(bot)).toHaveLength(before);
        await until(bot, at + 5_000);
        expect(closings(bot)).toHaveLength(before + 1);
        expect(closings(bot).at(-1)?.closes_at).toBeGreaterThan(at + day);
      }
    },
  );
});

faultTest(
  'three weeks away with a weekly poll: one new poll, not three, and nothing late',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox, stored } = bot;
    await publish(bot, sandbox.persona('admin'), { closes: 'in 2 days' }, { repeat: 'weekly' });
    const begun = sandbox.clock.now();
    await bot.stopBot();
    sandbox.advance(3 * 7 * day + 2 * hour);
    await bot.restart();
    await pass(bot, 1_000);
    await sandbox.until(() => stored.polls().length === 2 && stored.polls()[1]?.message_id);
    await pass(bot, hour, 2);
    expect(stored.polls().map(({ status }) => status)).toEqual(['closed', 'open']);
    const posts = sandbox
      .channel('general')
      .messages.filter(({ message }) => textOf(message).includes('My vote'));
    expect(posts).toHaveLength(1);
    expect(bot.log()).toContain('repeating polls were skipped');
    // And the rhythm is the old one.
    await until(bot, begun + 4 * 7 * day + 5 * minute);
    expect(stored.polls()).toHaveLength(3);
  },
);

faultTest(
  'away for longer than a repeated poll lasts: none is made late, the next one is on time',
  async ({ stage }) => {
    const bot = await stage();
    const { sandbox, stored } = bot;
    await publish(bot, sandbox.persona('admin'), { closes: 'in 2 days' }, { repeat: 'weekly' });
    const begun = sandbox.clock.now();
    await bot.stopBot();
    sandbox.advance(3 * 7 * day + 4 * day);
    await bot.restart();
    await pass(bot, hour, 2);
    expect(stored.polls()).toHaveLength(1);
    await until(bot, begun + 4 * 7 * day + 5 * minute);
    await sandbox.until(() => stored.polls()[1]?.message_id);
    expect(stored.polls().map(({ status }) => status)).toEqual(['closed', 'open']);
  },
);

faultTest('a clock that jumps ahead and a clock that jumps back close a poll once', async ({ stage }) => {
  let skew = 0;
  const bot = await stage({ clock: adjustableClock({ now: () => Date.now() + skew }) });
  const { sandbox, stored } = bot;
  await publish(bot, sandbox.persona('admin'), { closes: 'in 2 hours' });
  skew = 2 * hour + minute;
  await sandbox.until(() => stored.polls()[0]?.finished_at);
  const closed = stored.polls();
  skew = 0;
  await pass(bot, 3 * hour, 3);
  expect(stored.polls()).toEqual(closed);
  const announced = sandbox
    .channel('general')
    .messages.filter(({ message }) => textOf(message).includes('is closed'));
  expect(announced).toHaveLength(1);
});
