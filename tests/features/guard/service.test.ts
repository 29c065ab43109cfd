import { describe, expect, test } from 'vitest';
import { createGuardRepositories } from '../../../src/features/guard/all-repository.ts';
import { createCardService } from '../../../src/features/guard/card-service.ts';
import type { Finding } from '../../../src/features/guard/ports.ts';
import { createGuard } from '../../../src/features/guard/service.ts';
import { UserError } from '../../../src/shared/user-error.ts';
import { GUILD, heard, idAt, startCounting } from '../../support/counting.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 2, 3, 12);
const ADMIN = { guildId: GUILD, userId: 'ada', now: START };

function start() {
  const counting = startCounting();
  counting.arrive(START - 30 * DAY);
  const { sqlite } = counting.database;
  const repositories = createGuardRepositories(sqlite);
  const looks: number[] = [];
  const queue = { look: (_: string, at: number) => void looks.push(at) };
  const paused = new Set<string>();
  const policy = {
    isPaused: (_: string, userId: string) => paused.has(userId),
    isLeftOut: (_: string, placeId: string) => placeId === 'staff',
  };
  const guard = createGuard({ ...repositories, queue, policy });
  const cards = createCardService({ ...repositories, queue });
  guard.change({ ...ADMIN, changes: { channelId: 'greeters' } });
  const write = (userId: string, at = START, placeId = 'general', number = 7) =>
    guard.notice({ guildId: GUILD, userId, placeId, messageId: idAt(at, number), at, joinedAt: at - DAY });
  const look = (now: number, finding: Finding) =>
    guard.looked(
      GUILD,
      guard.due(GUILD, now, 100).map((first) => ({ first, finding })),
      now,
    );
  const rows = () =>
    counting.all<{ who: string; status: string; card: number | null }>(
      'SELECT user_id AS who, status, card_id AS card FROM guard_firsts ORDER BY id',
    );
  return { counting, guard, cards, looks, paused, write, look, rows };
}

describe('which first messages are looked after', () => {
  test('the first of each newcomer, once', () => {
    const { write, rows, guard } = start();
    write('nia');
    write('nia', START + MINUTE);
    write('pip', START + 2 * MINUTE);
    expect(rows().map(({ who }) => who)).toEqual(['nia', 'pip']);
    expect(guard.nextLook(GUILD)).toBe(START + HOUR);
  });

  test('not of people who are not counted, nor where nothing is counted, nor while it is off', () => {
    const { write, rows, paused, guard } = start();
    paused.add('nia');
    write('nia');
    write('pip', START, 'staff');
    expect(rows()).toEqual([]);
    guard.change({ ...ADMIN, changes: { channelId: undefined } });
    write('zoe');
    expect(rows()).toEqual([]);
  });

  test('not of somebody who wrote before Hearth looked after newcomers', () => {
    const { counting, write, rows } = start();
    const before = {
      kind: 'said' as const,
      userId: 'nia',
      at: START - 3 * HOUR,
      channelId: 'general',
      placeId: 'general',
    };
    counting.apply([heard({ ...before, id: 1, staff: false, joinedAt: START - DAY })]);
    write('nia');
    expect(rows()).toEqual([]);
  });

  test('also where that very message is counted already, after a reaction', () => {
    const { counting, write, rows } = start();
    const done = {
      userId: 'nia',
      channelId: 'general',
      placeId: 'general',
      staff: false,
      joinedAt: START - DAY,
    };
    counting.apply([
      heard({ ...done, kind: 'reaction', at: START - HOUR, id: 1 }),
      heard({ ...done, kind: 'said', at: START, id: 7 }),
    ]);
    write('nia');
    expect(rows()).toHaveLength(1);
  });

  test('turning it off forgets who waits, and keeps what is known', () => {
    const { write, look, rows, guard } = start();
    write('nia');
    look(START + HOUR, 'answered');
    write('pip', START + 2 * HOUR);
    guard.change({ ...ADMIN, changes: { channelId: undefined } });
    expect(rows()).toEqual([{ who: 'nia', status: 'answered', card: null }]);
  });
});

describe('who is told of', () => {
  test('nobody whose message was answered, is gone, or cannot be read', () => {
    const { write, look, rows, guard } = start();
    for (const [who, looked] of [
      ['nia', 'answered'],
      ['pip', 'gone'],
      ['zoe', 'hidden'],
    ] as const) {
      write(who);
      look(START + HOUR, looked);
    }
    expect(rows()).toEqual([
      { who: 'nia', status: 'answered', card: null },
      { who: 'pip', status: 'gone', card: null },
    ]);
    expect(guard.behind(GUILD)).toEqual([]);
  });

  test('a crowd shares cards: at most ten on each, one in ten minutes', () => {
    const { write, look, rows, guard } = start();
    for (let index = 0; index < 23; index += 1) write(`fresh${index}`, START + index);
    look(START + HOUR + MINUTE, 'unanswered');
    expect(rows().filter(({ card }) => card === 1)).toHaveLength(10);
    expect(guard.behind(GUILD)).toHaveLength(1);
    look(START + HOUR + 2 * MINUTE, 'unanswered');
    expect(guard.behind(GUILD)).toHaveLength(1);
    for (const minutes of [11, 12, 21, 31]) look(START + HOUR + minutes * MINUTE, 'unanswered');
    expect(guard.behind(GUILD).map(({ firsts }) => firsts.length)).toEqual([10, 10, 3]);
    expect(guard.nextLook(GUILD)).toBeUndefined();
  });

  test('not a day too late', () => {
    const { write, look, rows, guard } = start();
    write('nia');
    write('pip', START + 23 * HOUR);
    look(START + 26 * HOUR, 'unanswered');
    expect(rows().map(({ status }) => status)).toEqual(['missed', 'carded']);
    expect(guard.coverage(GUILD, START, START + DAY)).toEqual({ firsts: 2, inTime: 0, afterCard: 0 });
  });

  test('what was answered after a card is told apart', () => {
    const { write, look, guard } = start();
    write('nia');
    look(START + HOUR, 'unanswered');
    write('pip', START + 2 * HOUR);
    look(START + 3 * HOUR, 'answered');
    guard.lookAgain(GUILD, idAt(START, 7), START + 4 * HOUR);
    look(START + 4 * HOUR, 'answered');
    expect(guard.coverage(GUILD, START, START + DAY)).toEqual({ firsts: 2, inTime: 1, afterCard: 1 });
    expect(guard.coverage(GUILD, START, START + HOUR)).toEqual({ firsts: 1, inTime: 0, afterCard: 1 });
    expect(guard.coverage(GUILD, START + DAY, START + 2 * DAY)).toEqual({
      firsts: 0,
      inTime: 0,
      afterCard: 0,
    });
  });

  test('nothing is said of coverage where nobody looks after newcomers', () => {
    const { guard } = start();
    guard.change({ ...ADMIN, changes: { channelId: undefined } });
    expect(guard.coverage(GUILD, START, START + DAY)).toBeUndefined();
  });
});

describe('who has a card', () => {
  const carded = () => {
    const town = start();
    town.write('nia');
    town.look(START + HOUR, 'unanswered');
    const [card] = town.guard.behind(GUILD);
    return { ...town, card: card! };
  };
  const mo = { guildId: GUILD, userId: 'mo', now: START + HOUR };

  test('the first, however often they press', () => {
    const { cards, card } = carded();
    const taken = cards.take(mo, card.id);
    expect([taken.takenBy, taken.version]).toEqual(['mo', card.version + 1]);
    expect(cards.take({ ...mo, now: mo.now + 1 }, card.id)).toEqual(taken);
    expect(() => cards.take({ ...mo, userId: 'ada' }, card.id)).toThrow(UserError);
    expect(() => cards.giveBack({ ...mo, userId: 'ada' }, card.id, false)).toThrow(UserError);
    expect(cards.giveBack({ ...mo, userId: 'ada' }, card.id, true).takenBy).toBeUndefined();
    expect(cards.take({ ...mo, userId: 'ada' }, card.id).takenBy).toBe('ada');
  });

  test('nobody of another server, and nobody a card that there is not', () => {
    const { cards, card } = carded();
    expect(() => cards.take({ ...mo, guildId: '5' }, card.id)).toThrow(UserError);
    expect(() => cards.take(mo, 99)).toThrow(UserError);
  });

  test('whoever asks not to be counted is on none', () => {
    const { guard, card, rows } = carded();
    guard.shown(card.id, card.version, '1');
    guard.forget(GUILD, 'nia', START + 2 * HOUR);
    expect(rows()).toEqual([]);
    expect(guard.behind(GUILD).map(({ firsts }) => firsts)).toEqual([[]]);
  });
});

test('after a quarter of a year nothing is left', () => {
  const { write, look, rows, guard, counting } = start();
  write('nia');
  look(START + HOUR, 'unanswered');
  guard.purge(START + 90 * DAY);
  expect(rows()).toHaveLength(1);
  guard.purge(START + 92 * DAY);
  expect(rows()).toEqual([]);
  expect(counting.all('SELECT * FROM guard_cards')).toEqual([]);
});

test('minutes that are none are refused and change nothing', () => {
  const { guard } = start();
  for (const minutes of [4, 1_441, 7.5, Number.NaN]) {
    expect(() => guard.change({ ...ADMIN, changes: { minutes } })).toThrow(UserError);
  }
  expect(guard.settings(GUILD)).toEqual({ channelId: 'greeters', minutes: 60, greeterRoleId: undefined });
});
