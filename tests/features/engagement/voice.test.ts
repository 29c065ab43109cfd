import { describe, expect, test } from 'vitest';
import { GUILD, startCounting } from '../../support/counting.ts';

const MINUTE = 60_000;
const FIRST = Date.UTC(2026, 0, 5, 23, 50);

function start(zone?: string) {
  const town = startCounting(zone);
  town.arrive(FIRST);
  const at = (minutes: number) => FIRST + minutes * MINUTE;
  return {
    town,
    go: (userId: string, channelId: string | undefined, minutes: number) =>
      town.apply([{ what: 'voice', guildId: GUILD, userId, channelId, at: at(minutes) }]),
    look: (minutes: number) => town.apply([{ what: 'voice-look', at: at(minutes) }]),
    back: (minutes: number, ...inVoice: { userId: string; channelId: string }[]) => {
      town.restart();
      town.apply([{ what: 'arrived', guildId: GUILD, at: at(minutes), places: [], inVoice }]);
    },
    /** Seconds. */
    counted: () =>
      Object.fromEntries(
        town
          .all<{ who: string; n: number }>(
            "SELECT user_id || ' ' || channel_id AS who, sum(voice_seconds) AS n FROM activity GROUP BY 1",
          )
          .map(({ who, n }) => [who, n]),
      ),
    days: () =>
      town.all<{ n: number }>('SELECT voice_seconds AS n FROM activity ORDER BY day').map(({ n }) => n),
  };
}

describe('time in voice channels', () => {
  test('is counted from coming to leaving, looks in between or not', () => {
    const { go, look, counted } = start();
    go('ada', 'lounge', 0);
    expect(counted()).toEqual({});
    for (const minute of [1, 2, 3]) look(minute);
    expect(counted()).toEqual({ 'ada lounge': 180 });
    go('ada', undefined, 3.5);
    look(9);
    expect(counted()).toEqual({ 'ada lounge': 210 });
  });

  test('goes to the channel in which it was spent, and is not doubled by what is told again', () => {
    const { go, counted } = start();
    go('ada', 'lounge', 0);
    go('ada', 'lounge', 1);
    go('ada', 'stage', 2);
    go('ada', undefined, 5);
    go('ada', undefined, 6);
    expect(counted()).toEqual({ 'ada lounge': 120, 'ada stage': 180 });
  });

  test('while Hearth is away is not made up, for whoever stayed, left or came', () => {
    const { go, look, back, counted } = start();
    go('ada', 'lounge', 0);
    go('bo', 'lounge', 0);
    look(1);
    // A minute that was not looked at, then an hour in which nobody looked.
    back(60, { userId: 'ada', channelId: 'lounge' }, { userId: 'cy', channelId: 'lounge' });
    expect(counted()).toEqual({ 'ada lounge': 60, 'bo lounge': 60 });
    look(61);
    go('ada', undefined, 62);
    expect(counted()).toEqual({ 'ada lounge': 180, 'bo lounge': 60, 'cy lounge': 60 });
  });

  test('belongs to the local day on which it was seen', () => {
    const { go, look, days } = start();
    go('ada', 'lounge', 0);
    for (let minute = 1; minute <= 20; minute += 1) look(minute);
    // Ten minutes before midnight, of which the last ends on it.
    expect(days()).toEqual([9 * 60, 11 * 60]);
  });

  test('never becomes less where the clock goes back', () => {
    const { go, look, counted } = start();
    go('ada', 'lounge', 0);
    look(2);
    look(-5);
    look(-4);
    expect(counted()).toEqual({ 'ada lounge': 180 });
    go('ada', undefined, -10);
    expect(counted()).toEqual({ 'ada lounge': 180 });
  });
});
