import { describe, expect, test } from 'vitest';
import { cameIn, leftIn, recentComings } from '../../../src/features/engagement/member-comings.ts';

const HOUR = 3_600_000;
const guildId = '800000000000000001';
const ada = '700000000000000001';
const now = Date.UTC(2026, 2, 2, 12);
const joined = (at: number, bot = false) =>
  ({ guild_id: guildId, user: { id: ada, bot }, joined_at: new Date(at).toISOString() }) as never;
const gone = (bot = false) => ({ guild_id: guildId, user: { id: ada, bot } }) as never;

describe('who comes and leaves', () => {
  test('counts once, also when a RESUME repeats everything, and anew when they come again', () => {
    const isNew = recentComings().add;
    const told = [...cameIn(joined(now), now), ...leftIn(gone(), now + 1_000)];
    expect(told.map(({ what, at }) => [what, at])).toEqual([
      ['came', now],
      ['left', now + 1_000],
    ]);
    expect([...told, ...told].map(isNew)).toEqual([true, true, false, false]);
    expect([...cameIn(joined(now + HOUR), now + HOUR), ...leftIn(gone(), now + HOUR)].map(isNew)).toEqual([
      true,
      true,
    ]);
  });

  test('is nobody where it is a bot', () => {
    expect([...cameIn(joined(now, true), now), ...leftIn(gone(true), now)]).toEqual([]);
  });

  test('counts once where a channel tells of it too, and on each server', () => {
    const recent = recentComings();
    const isNew = recent.add;
    const came = { what: 'came', guildId, userId: ada, at: now } as const;
    expect([came, { ...came, at: now + 1_500 }].map(isNew)).toEqual([true, false]);
    expect(isNew({ ...came, guildId: '800000000000000002' })).toBe(true);
    // What could not be kept is counted when it comes again.
    recent.forget(came);
    expect(isNew(came)).toBe(true);
  });
});
