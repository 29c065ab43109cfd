import { describe, expect, it } from 'vitest';
import { actor, admin, DAY, GUILD, person, seen, shoutoutHarness, staff } from './harness.ts';

const generous = { budget: 20, pairDays: 0, backHours: 0 };

describe('boards', () => {
  it('rank from five people and three thanks on, ties share a rank', () => {
    const h = shoutoutHarness({ settings: generous });
    const received = { 11: 3, 12: 3, 13: 2, 14: 1 };
    for (const [to, times] of Object.entries(received)) {
      for (let each = 0; each < times; each += 1) h.thank(1, [Number(to)]);
    }
    expect(h.board()).toMatchObject({ ranked: false, people: 4, shoutouts: 9 });
    expect(h.board().lines.every(({ rank }) => rank === undefined)).toBe(true);
    h.thank(1, [15]);
    expect(h.board().ranked).toBe(true);
    expect(h.board().lines.map(({ rank, received }) => [rank, received])).toEqual([
      [1, 3],
      [1, 3],
      [3, 2],
      [4, 1],
      [4, 1],
    ]);
  });

  it('leave hidden members and staff out, but count them', () => {
    const h = shoutoutHarness({ settings: generous });
    h.thank(1, [2, 3, seen(4, { staff: true })]);
    h.hide(3);
    expect(h.board().lines.map(({ userId }) => userId)).toEqual([person(2)]);
    expect(h.board()).toMatchObject({ people: 1, shoutouts: 1 });
    expect(h.story(3)).toMatchObject({ hidden: true, received: 1 });
    h.write(() => h.service.changeSettings({ ...h.by(admin), changes: { staffOnBoards: true } }));
    h.hide(3, false);
    expect(h.board().people).toBe(3);
  });

  it('begin anew with week and month by the clock on the server’s wall', () => {
    const h = shoutoutHarness({ settings: generous, timeZone: 'Asia/Tokyo' });
    // 23:30 on Sunday, 31 May 2026 in Tokyo; half an hour later a week and a month begin there, not yet in UTC.
    h.clock.set(Date.UTC(2026, 4, 31, 14, 30));
    h.thank(1, [2]);
    h.clock.advance(DAY / 48);
    h.thank(1, [3]);
    for (const period of ['week', 'month'] as const) {
      expect(h.board(period).lines.map(({ userId }) => userId)).toEqual([person(3)]);
    }
    expect(h.board('all').people).toBe(2);
  });

  it('turn pages and clamp them', () => {
    const h = shoutoutHarness({ settings: generous });
    for (const giver of [1, 2, 3, 4]) h.thank(giver, [10 + giver * 3, 11 + giver * 3, 12 + giver * 3]);
    expect(h.board('all', undefined, 1)).toMatchObject({ page: 1, pages: 2, people: 12 });
    expect(h.board('all', undefined, 99).lines).toHaveLength(2);
    expect(h.board('all', undefined, Number.NaN).page).toBe(0);
  });
});

describe('milestones', () => {
  it('are reached once, whatever is taken back', () => {
    const h = shoutoutHarness({ settings: generous });
    const first = h.thank(1, [2]);
    expect(first.milestones.map(({ userId, kind }) => [userId, kind])).toEqual([
      [person(1), 'given-1'],
      [person(2), 'received-1'],
    ]);
    h.withdraw(1, first.shoutout.id);
    expect(h.thank(1, [2]).milestones).toEqual([]);
    for (let each = 2; each < 10; each += 1) expect(h.thank(1, [2]).milestones).toEqual([]);
    const tenth = h.thank(1, [2]);
    expect(tenth.milestones.map(({ kind }) => kind)).toEqual(['given-10', 'received-10']);
    expect(h.work.uncelebrated(GUILD)).toHaveLength(4);
    h.work.celebrated(h.work.milestonesOf(tenth.shoutout.id));
    expect(h.work.uncelebrated(GUILD)).toHaveLength(2);
    h.withdraw(1, tenth.shoutout.id);
    expect(h.thank(1, [2]).milestones).toEqual([]);
  });

  it('celebrate a year with us once, and only of who took part', () => {
    const h = shoutoutHarness({ settings: generous });
    const joinedAt = h.clock.now() - 365 * DAY + DAY;
    h.thank(1, [seen(2, { joinedAt })]);
    expect(h.work.yearsDue(GUILD, h.clock.now())).toEqual([]);
    h.clock.advance(DAY);
    expect(h.work.yearsDue(GUILD, h.clock.now())).toMatchObject([{ userId: person(2), kind: 'year-1' }]);
    expect(h.work.yearsDue(GUILD, h.clock.now())).toEqual([]);
    expect(h.work.uncelebrated(GUILD).filter(({ kind }) => kind === 'year-1')).toHaveLength(1);
  });

  it('bring badges, which go when the count falls below', () => {
    const badges = [{ milestone: 'received-1' as const, roleId: '5' }];
    const h = shoutoutHarness({ settings: { ...generous, badges } });
    const deserved = () => h.work.badgesOf(GUILD, person(2));
    expect(deserved()).toEqual([{ milestone: 'received-1', roleId: '5', deserved: false }]);
    const { shoutout } = h.thank(1, [2]);
    expect(deserved()[0]?.deserved).toBe(true);
    h.void(shoutout.id);
    expect(deserved()[0]?.deserved).toBe(false);
    expect(h.jobs('shoutout.badges')).toEqual([`${GUILD}:${person(1)}`, `${GUILD}:${person(2)}`]);
  });
});

describe('the month in review', () => {
  it('names first-timers, and nobody who hides, but counts everybody', () => {
    const h = shoutoutHarness({ settings: generous });
    h.clock.set(Date.UTC(2026, 9, 20));
    h.thank(1, [2]);
    h.clock.set(Date.UTC(2026, 10, 5));
    h.thank(1, [2]);
    h.thank(3, [4], { reason: 'For all of that patience' });
    h.thank(3, [5]);
    h.hide(5);
    const roundUp = h.work.roundUp(GUILD, '2026-11');
    expect(roundUp).toMatchObject({ shoutouts: 3, givers: 2, receivers: 3, firstTimers: [person(4)] });
    expect(JSON.stringify(roundUp)).not.toContain(person(5));
    expect(roundUp.byValue[0]?.examples[0]?.receiverIds).toEqual([person(4)]);
  });
});

describe('the unsung', () => {
  it('are those whose help was answered and who were not thanked in 30 days; only staff sees them', () => {
    const help = [2, 3, 4].map((each) => ({ userId: person(each), replies: each, reactions: 0 }));
    const h = shoutoutHarness({ settings: generous, help });
    h.thank(1, [2]);
    const before = h.everything();
    const names = () => h.service.unsung(h.by(staff)).map(({ userId }) => userId);
    expect(names()).toEqual([person(4), person(3)]);
    expect(() => h.service.unsung(h.by(actor(1)))).toThrow();
    expect(h.everything()).toEqual(before);
    h.clock.advance(30 * DAY + 1);
    expect(names()).toContain(person(2));
  });
});
