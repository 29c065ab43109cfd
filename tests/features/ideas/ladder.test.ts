import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECOND_CHANCE_MS } from '../../../src/features/ideas/ports.ts';
import { ladderFor } from '../../../src/features/ideas/rules.ts';
import { author, DAY, fillIdeas, ideaHarness, member, refusalOf, settings, staff } from './harness.ts';

const text = { title: 'New title', body: 'New body', problem: '', category: undefined };

describe('goals', () => {
  const ladder = settings.ladder;
  it.each([
    [0, [{ goal: 3, days: 45 }]],
    [20, [{ goal: 3, days: 45 }]],
    [
      21,
      [
        { goal: 3, days: 14 },
        { goal: 4, days: 45 },
      ],
    ],
    [
      58,
      [
        { goal: 3, days: 14 },
        { goal: 9, days: 45 },
      ],
    ],
    [
      60,
      [
        { goal: 3, days: 14 },
        { goal: 9, days: 45 },
      ],
    ],
    [
      61,
      [
        { goal: 4, days: 14 },
        { goal: 10, days: 45 },
      ],
    ],
    [
      1_000,
      [
        { goal: 50, days: 14 },
        { goal: 150, days: 45 },
      ],
    ],
  ])('among %i active members fit the room', (active, rungs) => {
    expect(ladderFor({ floor: 3, ladder }, active)).toEqual(rungs);
  });

  it('rise from rung to rung, are whole and never below the floor, whatever was set', () => {
    const steps = fc.array(
      fc.record({
        percent: fc.double({ min: 0, max: 100, noNaN: true }),
        days: fc.integer({ min: 1, max: 180 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        steps,
        fc.integer({ min: 0, max: 1_000 }),
        fc.nat(1_000_000),
        (anyLadder, floor, active) => {
          const rungs = ladderFor({ floor, ladder: anyLadder }, active);
          expect(rungs.length).toBeGreaterThan(0);
          for (const [place, { goal }] of rungs.entries()) {
            expect(Number.isInteger(goal)).toBe(true);
            expect(goal).toBeGreaterThanOrEqual(Math.max(1, floor));
            expect(goal).toBeGreaterThan(rungs[place - 1]?.goal ?? 0);
          }
        },
      ),
    );
  });
});

describe('the ladder', () => {
  it('each rung is reached by one press, which moves the deadline from that moment', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    h.crowd(id, 2);
    h.clock.advance(3 * DAY);
    expect(h.state(id)).toMatchObject({ reached: 0, supporters: 2 });
    const third = h.toggle(id, member(2));
    expect(third).toMatchObject({ reachedRung: 1, idea: { reached: 1, status: 'gathering' } });
    expect(third.idea.deadline).toBe(h.clock.now() + 45 * DAY);
    expect(h.jobs('idea.deadline')).toEqual([{ key: String(id), runAt: third.idea.deadline }]);
    expect(h.toggle(id, member(3)).reachedRung).toBeUndefined();
    expect(h.kinds(id)).toEqual(['submitted', 'posted', 'rung']);
  });

  it('a rung that was reached stays reached, and is not reached twice', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    h.crowd(id, 3);
    expect(h.toggle(id, member(100)).idea).toMatchObject({ supporters: 2, reached: 1 });
    expect(h.toggle(id, member(100))).toMatchObject({
      reachedRung: undefined,
      idea: { supporters: 3, reached: 1 },
    });
    expect(h.kinds(id).filter((kind) => kind === 'rung')).toHaveLength(1);
  });

  it('the last rung opens the review in the very same write', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    h.crowd(id, 8);
    expect(h.service.caseOf(id)).toBeUndefined();
    const last = h.toggle(id, member(2));
    expect(last).toMatchObject({
      reachedRung: 2,
      idea: { status: 'in-review', deadline: undefined, reached: 2 },
    });
    expect(h.service.caseOf(id)).toMatchObject({ openedAt: h.clock.now(), dueAt: h.clock.now() + 14 * DAY });
    expect(h.jobs('idea.deadline')).toEqual([]);
    expect(h.jobs('idea.overdue')).toHaveLength(1);
    h.toggle(id, member(2));
    expect(h.state(id).status).toBe('in-review');
  });

  it('two people who press in the same instant reach one rung once', async () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    h.crowd(id, 2);
    const outcomes = [member(2), member(3)].map((actor) => h.toggle(id, actor));
    expect(outcomes.map(({ reachedRung }) => reachedRung)).toEqual([1, undefined]);
  });
});

describe('an idea that expired', () => {
  const expired = () => {
    const h = ideaHarness();
    const idea = h.propose({}, author);
    h.crowd(idea.id, 2);
    h.clock.set((idea.deadline ?? 0) + DAY);
    h.write(() => h.work.expireDue(idea.id, h.clock.now()));
    const chance = (actor = author) =>
      h.write(() => h.service.secondChance({ ...h.by(actor), ideaId: idea.id }));
    return { h, id: idea.id, deadline: idea.deadline ?? 0, chance };
  };

  it('comes back once, 30 days after its deadline, with everybody who supported it', () => {
    const { h, id, deadline, chance } = expired();
    expect(h.state(id)).toMatchObject({ status: 'expired', statusAt: deadline, deadline: undefined });
    const at = deadline + SECOND_CHANCE_MS;
    expect(refusalOf(() => chance())).toEqual({ code: 'second-chance-later', params: { at: at / 1_000 } });
    h.clock.set(at - 1);
    expect(refusalOf(() => chance()).code).toBe('second-chance-later');
    h.clock.set(at);
    expect(refusalOf(() => chance(member(9))).code).toBe('not-yours');
    expect(chance()).toMatchObject({
      status: 'gathering',
      chances: 1,
      supporters: 2,
      deadline: at + 14 * DAY,
    });
    expect(h.storedSupport(id)).toHaveLength(2);
    expect(h.jobs('idea.deadline')).toEqual([{ key: String(id), runAt: at + 14 * DAY }]);
    expect(refusalOf(() => chance()).code).toBe('no-second-chance');
    h.clock.set(at + 14 * DAY);
    h.write(() => h.work.expireDue(id, h.clock.now()));
    h.clock.advance(365 * DAY);
    expect(refusalOf(() => chance()).code).toBe('no-second-chance');
  });

  it('can be brought back by staff, and takes no support until then', () => {
    const { h, id, chance } = expired();
    expect(refusalOf(() => h.toggle(id, member(5))).code).toBe('not-gathering');
    h.clock.advance(31 * DAY);
    expect(chance(staff()).status).toBe('gathering');
    expect(h.toggle(id, member(5)).reachedRung).toBe(1);
  });

  it('is the only one that comes back', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    h.clock.advance(40 * DAY);
    expect(refusalOf(() => h.service.secondChance({ ...h.by(author), ideaId: id })).code).toBe(
      'wrong-status',
    );
  });
});

describe('the text', () => {
  it('is the author’s to change until the first rung, then only staff’s', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    const edit = (actor: typeof author, reason?: string) =>
      h.write(() => h.service.edit({ ...h.by(actor), ideaId: id, text, ...(reason ? { reason } : {}) }));
    expect(refusalOf(() => edit(member(9))).code).toBe('not-yours');
    expect(edit(author)).toMatchObject({ title: 'New title' });
    expect(h.events.newest(id, 1)[0]).toMatchObject({
      kind: 'edited',
      detail: { by: 'author', title: 'Oat milk in every shop', body: 'Please stock it' },
    });
    const before = h.everything();
    edit(author);
    expect(h.everything()).toEqual(before);
    h.crowd(id, 3);
    expect(refusalOf(() => edit(author)).code).toBe('text-fixed');
    h.write(() =>
      h.service.edit({ ...h.by(staff()), ideaId: id, text: { ...text, body: 'Tidied' }, reason: 'No names' }),
    );
    expect(h.state(id).body).toBe('Tidied');
    expect(h.events.newest(id, 1)[0]).toMatchObject({
      actorId: staff().userId,
      detail: { by: 'staff', body: 'New body', reason: 'No names' },
    });
  });

  it('is found by its new words only', () => {
    const h = ideaHarness();
    const { id } = h.propose({ title: 'Bamboo straws' }, author);
    const search = (words: string) =>
      h.service.search({ ...h.by(member(1)), text: words, page: 0 }).rows.map((row) => row.id);
    expect(search('bamboo')).toEqual([id]);
    h.write(() => h.service.edit({ ...h.by(author), ideaId: id, text: { ...text, title: 'Steel straws' } }));
    expect(search('bamboo')).toEqual([]);
    expect(search('steel')).toEqual([id]);
  });

  it('grows by updates, at most ten, and one that is sent twice stands there once', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    const add = (words: string, actor = author) =>
      h.write(() => h.service.addUpdate({ ...h.by(actor), ideaId: id, text: words }));
    expect(refusalOf(() => add('hi', member(9))).code).toBe('not-yours');
    expect(refusalOf(() => add(' \u200B ')).code).toBe('body-missing');
    add('one');
    expect(add('one').updates).toEqual([{ at: h.clock.now(), text: 'one' }]);
    for (let number = 2; number <= 10; number += 1) add(`update ${number}`);
    expect(refusalOf(() => add('eleven'))).toEqual({ code: 'too-many-updates', params: { max: 10 } });
    expect(h.state(id).updates).toHaveLength(10);
  });
});

describe('withdrawing', () => {
  const withdraw = (h: ReturnType<typeof ideaHarness>, ideaId: number, actor = author, reason?: string) =>
    h.write(() => h.service.withdraw({ ...h.by(actor), ideaId, reason }));

  it('is the author’s while it gathers, needs no reason, and works once', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    expect(refusalOf(() => withdraw(h, id, member(9))).code).toBe('not-yours');
    expect(withdraw(h, id)).toMatchObject({ status: 'withdrawn', deadline: undefined });
    expect(h.jobs('idea.deadline')).toEqual([]);
    expect(refusalOf(() => h.toggle(id, member(2))).code).toBe('not-found');
    expect(refusalOf(() => withdraw(h, id)).code).toBe('wrong-status');
  });

  it('takes staff and a reason from the review on', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    h.crowd(id, 9);
    expect(refusalOf(() => withdraw(h, id)).code).toBe('wrong-status');
    expect(refusalOf(() => withdraw(h, id, staff(), '  ')).code).toBe('reason-missing');
    expect(withdraw(h, id, staff(), 'It was spam')).toMatchObject({
      status: 'withdrawn',
      reason: 'It was spam',
    });
    expect(h.service.caseOf(id)?.closedAt).toBe(h.clock.now());
  });
});

describe('a dry run', () => {
  it('tells how many past ideas would have made it with other settings', () => {
    const h = ideaHarness({ settings: { cooldownHours: 0 } });
    const start = h.clock.now();
    const [few, slow, many] = [1, 2, 3].map(() => h.propose({}, author).id);
    h.crowd(few as number, 1);
    h.crowd(many as number, 2);
    h.crowd(slow as number, 1);
    h.clock.advance(10 * DAY);
    h.crowd(slow as number, 1, 300);
    h.crowd(many as number, 2, 300);
    const run = (floor: number, days: number, now: number) =>
      h.service.dryRun('800000000000000001', { ...settings, floor, ladder: [{ percent: 0, days }] }, now);
    expect(run(2, 14, start + 13 * DAY)).toEqual({ judged: 0, reached: 0, goal: 2 });
    expect(run(2, 14, start + 14 * DAY)).toEqual({ judged: 3, reached: 2, goal: 2 });
    expect(run(2, 9, start + 14 * DAY)).toEqual({ judged: 3, reached: 1, goal: 2 });
    expect(run(4, 14, start + 14 * DAY)).toEqual({ judged: 3, reached: 1, goal: 4 });
    expect(run(5, 14, start + 14 * DAY)).toEqual({ judged: 3, reached: 0, goal: 5 });
    expect(h.service.dryRun('1', settings, start)).toEqual({ judged: 0, reached: 0, goal: 9 });
  });

  it('counts each rung from the one before', () => {
    const h = ideaHarness();
    const start = h.clock.now();
    const { id } = h.propose({}, author);
    h.crowd(id, 1);
    h.clock.advance(5 * DAY);
    h.crowd(id, 1, 300);
    const run = (first: number, second: number) =>
      h.service.dryRun(
        '800000000000000001',
        {
          ...settings,
          floor: 1,
          ladder: [
            { percent: 1, days: first },
            { percent: 3, days: second },
          ],
        },
        start + 100 * DAY,
      ).reached;
    expect(run(14, 5)).toBe(1);
    expect(run(14, 4)).toBe(0);
  });

  it('costs no more than the newest thousand, of ten thousand', () => {
    const h = ideaHarness();
    fillIdeas(h.database, 2_000, () => ({ title: 'Idea' }));
    expect(h.service.dryRun('800000000000000001', settings, Date.UTC(2030, 0, 1)).judged).toBe(1_000);
  });
});
