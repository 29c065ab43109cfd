import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { author, coreHarness, DAY, member, refusalOf, staff } from './core-harness.ts';

const ids = (...numbers: number[]) => numbers.map((each) => member(each).userId).toSorted();
const writer = (number: number) => ({ authorId: member(number).userId });

/** Two public ideas; 1 and 2 support the first, 2 and 3 the second. */
function two() {
  const core = coreHarness();
  const source = core.idea(writer(801));
  const target = core.idea(writer(802));
  core.press(source, member(1));
  core.press(source, member(2));
  core.press(target, member(2));
  core.clock.advance(DAY);
  core.press(target, member(3));
  return { core, source, target };
}

describe('merging', () => {
  test('brings the supporters of both together and counts who supports both once', () => {
    const { core, source, target } = two();
    const before = { source: core.state(source), target: core.state(target) };
    expect(before).toMatchObject({ source: { supporters: 2 }, target: { supporters: 2, reached: 0 } });
    const merge = core.merge(source, target);
    expect(core.supporters(target)).toEqual(ids(1, 2, 3));
    expect(core.state(target)).toMatchObject({ supporters: 3, reached: 1 });
    expect(core.state(source)).toMatchObject({
      status: 'merged',
      mergedInto: target,
      supporters: 2,
      deadline: undefined,
    });
    expect(merge).toMatchObject({ moved: 1, undoneAt: undefined, undoUntil: core.clock.now() + 7 * DAY });
    expect(core.service.mergeOf(source)).toEqual(merge);
    expect(core.support.standing(target, member(1).userId).viaMerge).toBe(merge.id);
    expect(core.support.standing(target, member(2).userId).viaMerge).toBeUndefined();
  });

  test('keeps the time since when somebody supports, so that early supporters stay early', () => {
    const { core, source, target } = two();
    core.merge(source, target);
    expect(core.support.early(target, 3).map(({ userId }) => userId)).toEqual(ids(1, 2, 3));
  });

  test('can reach rungs and even open the review', () => {
    const core = coreHarness();
    const source = core.idea(writer(801));
    const target = core.idea(writer(802));
    core.supported(source, 5, 1);
    core.supported(target, 4, 6);
    core.merge(source, target);
    expect(core.state(target)).toMatchObject({ status: 'in-review', reached: 2, supporters: 9 });
    expect(core.service.caseOf(target)?.closedAt).toBeUndefined();
  });

  test('does not make authors support their own idea', () => {
    const core = coreHarness();
    const source = core.idea(writer(801));
    const target = core.idea(writer(802));
    core.press(source, member(802));
    core.press(source, member(1));
    expect(core.merge(source, target).moved).toBe(1);
    expect(core.supporters(target)).toEqual(ids(1));
  });

  test('takes followers along, but not who said no there, nor an author without a name', () => {
    const core = coreHarness();
    const source = core.idea({ ...writer(801), anonymous: true });
    const target = core.idea(writer(802));
    core.follow(source, member(1));
    core.follow(source, member(2));
    core.follow(target, member(2), false);
    const { id } = core.merge(source, target);
    expect(core.followers(target)).toEqual(ids(1, 802));
    core.undo(id);
    expect(core.followers(target)).toEqual(ids(802));
    expect(core.followers(source)).toEqual(ids(1, 2, 801));
  });

  test('is told in both threads and to staff, and stands in both trails', () => {
    const { core, source, target } = two();
    const { id } = core.merge(source, target, staff(2));
    const told = { kind: 'merged', actorId: staff(2).userId, detail: { merge: id } };
    expect(core.events.newest(source, 1)).toMatchObject([{ ...told, from: 'gathering', to: 'merged' }]);
    expect(core.events.after(target, 0)).toContainEqual(expect.objectContaining(told));
    expect(core.jobs('idea.news').map(({ key }) => key)).toEqual([source, target].map(String));
    expect(core.jobs('idea.staff-note')).toHaveLength(1);
    expect(core.jobs('idea.deadline').map(({ key }) => key)).toEqual([String(target)]);
  });

  test('is refused where it makes no sense, and then changes nothing', () => {
    const { core, source, target } = two();
    const declined = core.idea();
    core.decide(declined, 'gathering', 'declined');
    const queued = core.queued();
    const before = [source, target].map(core.state);
    const refused = (from: number, to: number, by = staff()) => refusalOf(() => core.merge(from, to, by));
    expect(refused(source, source).code).toBe('merge-self');
    expect(refused(source, 999).code).toBe('not-found');
    expect(refused(source, target, member(1)).code).toBe('may-not-manage');
    expect(refused(source, declined)).toEqual({
      code: 'merge-target',
      params: { number: 3, status: 'declined' },
    });
    expect(refused(source, queued)).toMatchObject({ code: 'merge-target', params: { status: 'queued' } });
    expect(refused(queued, target)).toMatchObject({ code: 'wrong-status', params: { from: 'queued' } });
    expect(refused(declined, target)).toMatchObject({ code: 'wrong-status', params: { from: 'declined' } });
    expect([source, target].map(core.state)).toEqual(before);
  });

  test('counts a deadline that has passed, even before the job has run', () => {
    const { core, source, target } = two();
    const fresh = core.idea();
    core.clock.set(core.state(source).deadline ?? 0);
    expect(refusalOf(() => core.merge(source, fresh))).toMatchObject({ params: { from: 'expired' } });
    expect(refusalOf(() => core.merge(fresh, target))).toMatchObject({ params: { status: 'expired' } });
  });

  test('of two moderators in the same second one is refused, also when they merge in opposite directions', () => {
    const { core, source, target } = two();
    const third = core.idea();
    core.merge(source, target, staff(1));
    const after = [source, target, third].map(core.state);
    expect(refusalOf(() => core.merge(source, target, staff(2)))).toMatchObject({ code: 'wrong-status' });
    expect(refusalOf(() => core.merge(source, third, staff(2)))).toMatchObject({ code: 'wrong-status' });
    expect(refusalOf(() => core.merge(target, source, staff(2)))).toEqual({
      code: 'merge-target',
      params: { number: 1, status: 'merged' },
    });
    expect([source, target, third].map(core.state)).toEqual(after);
  });
});

describe('who was moved', () => {
  test('can stay, and then stays after the merge is undone', () => {
    const { core, source, target } = two();
    const { id } = core.merge(source, target);
    expect(core.answer(target, member(1), true)).toMatchObject({ supporting: true, viaMerge: undefined });
    core.undo(id);
    expect(core.supporters(target)).toEqual(ids(1, 2, 3));
    expect(core.supporters(source)).toEqual(ids(1, 2));
    expect(core.state(target).supporters).toBe(3);
  });

  test('can go, which their support of the merged idea survives', () => {
    const { core, source, target } = two();
    const { id } = core.merge(source, target);
    expect(core.answer(target, member(1), false)).toMatchObject({
      supporting: false,
      idea: { supporters: 2 },
    });
    core.undo(id);
    expect(core.supporters(target)).toEqual(ids(2, 3));
    expect(core.supporters(source)).toEqual(ids(1, 2));
  });

  test('answers once; others have nothing to answer', () => {
    const { core, source, target } = two();
    core.merge(source, target);
    core.answer(target, member(1), true);
    for (const [number, keep] of [
      [1, true],
      [1, false],
      [2, false],
      [9, true],
    ] as const) {
      expect(refusalOf(() => core.answer(target, member(number), keep)).code).toBe('nothing-to-keep');
    }
    expect(core.state(target).supporters).toBe(3);
  });
});

describe('undoing a merge', () => {
  test('brings the idea back as it was, with the time that it lost', () => {
    const { core, source, target } = two();
    const before = core.state(source);
    const { id } = core.merge(source, target);
    core.clock.advance(3 * DAY);
    const undone = core.undo(id, staff(2));
    const deadline = (before.deadline ?? 0) + 3 * DAY;
    expect(core.state(source)).toEqual({ ...before, deadline });
    expect(core.jobs('idea.deadline')).toContainEqual({ key: String(source), runAt: deadline });
    expect(undone).toMatchObject({ undoneAt: core.clock.now(), objection: undefined });
    expect(core.service.mergeOf(source)).toBeUndefined();
    expect(core.supporters(target)).toEqual(ids(2, 3));
    // What the room has reached together stays reached.
    expect(core.state(target)).toMatchObject({ supporters: 2, reached: 1 });
  });

  test('opens the review again, with its scores and the days that it had left', () => {
    const core = coreHarness();
    const source = core.reviewed();
    const target = core.idea();
    const open = core.service.caseOf(source);
    const { id } = core.merge(source, target);
    expect(core.service.caseOf(source)?.closedAt).toBe(core.clock.now());
    expect(core.jobs('idea.overdue').map(({ key }) => key)).not.toContain(String(open?.id));
    core.clock.advance(2 * DAY);
    core.undo(id);
    expect(core.service.caseOf(source)).toEqual({ ...open, dueAt: (open?.dueAt ?? 0) + 2 * DAY });
    expect(core.jobs('idea.overdue')).toContainEqual({
      key: String(open?.id),
      runAt: (open?.dueAt ?? 0) + 2 * DAY,
    });
    expect(core.state(source).status).toBe('in-review');
    core.decide(source, 'in-review', 'planned');
  });

  test('restores a planned idea with its reason, and the board hears of it', () => {
    const core = coreHarness();
    const source = core.reviewed();
    core.decide(source, 'in-review', 'planned', staff(), 'In spring');
    const before = core.state(source);
    const { id } = core.merge(source, core.idea());
    core.database.sqlite.exec('DELETE FROM jobs');
    core.undo(id);
    expect(core.state(source)).toEqual(before);
    expect(core.jobs('idea.board')).toHaveLength(1);
  });

  test('is open for seven days, once, to staff', () => {
    const { core, source, target } = two();
    const { id } = core.merge(source, target);
    const third = core.merge(core.idea(), target);
    expect(refusalOf(() => core.undo(id, member(1))).code).toBe('may-not-manage');
    expect(refusalOf(() => core.undo(999)).code).toBe('not-found');
    core.clock.advance(7 * DAY - 1);
    core.undo(id);
    expect(refusalOf(() => core.undo(id)).code).toBe('already-undone');
    core.clock.advance(1);
    expect(refusalOf(() => core.undo(third.id)).code).toBe('merge-over');
    expect(core.state(source).status).toBe('gathering');
  });

  test('works whatever has become of the other idea', () => {
    const { core, source, target } = two();
    const { id } = core.merge(source, target);
    core.decide(target, 'gathering', 'declined');
    core.undo(id);
    expect(core.state(source).status).toBe('gathering');
    expect(core.state(target)).toMatchObject({ status: 'declined', supporters: 2 });
  });

  test('leaves somebody there whom another merge brings there, too', () => {
    const { core, source, target } = two();
    const other = core.idea(writer(803));
    core.press(other, member(1));
    const first = core.merge(source, target);
    const second = core.merge(other, target);
    expect(second.moved).toBe(0);
    core.undo(first.id);
    expect(core.supporters(target)).toEqual(ids(1, 2, 3));
    expect(core.support.standing(target, member(1).userId).viaMerge).toBe(second.id);
    core.undo(second.id);
    expect(core.supporters(target)).toEqual(ids(2, 3));
    expect(core.supporters(other)).toEqual(ids(1));
  });

  test('in the middle of a chain frees that idea and nothing else', () => {
    const { core, source, target } = two();
    const last = core.idea(writer(803));
    const first = core.merge(source, target);
    const second = core.merge(target, last);
    expect(core.supporters(last)).toEqual(ids(1, 2, 3));
    // The author does not have to wait for what staff merged later.
    core.object(first.id, member(801));
    expect(core.state(source)).toMatchObject({ status: 'gathering', supporters: 2 });
    expect(core.state(target)).toMatchObject({ status: 'merged', mergedInto: last, supporters: 2 });
    expect(core.supporters(target)).toEqual(ids(2, 3));
    expect(core.supporters(last)).toEqual(ids(2, 3));
    expect(core.state(last).supporters).toBe(2);
    core.undo(second.id);
    expect(core.supporters(last)).toEqual([]);
    expect(core.supporters(target)).toEqual(ids(2, 3));
    expect(core.supporters(source)).toEqual(ids(1, 2));
  });

  test('does not touch what people pressed meanwhile, and an idea can be merged again', () => {
    const { core, source, target } = two();
    const { id } = core.merge(source, target);
    core.press(target, member(1));
    core.press(target, member(4));
    core.press(target, member(3));
    core.undo(id);
    expect(core.supporters(target)).toEqual(ids(2, 4));
    expect(core.supporters(source)).toEqual(ids(1, 2));
    expect(core.merge(source, target).moved).toBe(1);
    expect(core.supporters(target)).toEqual(ids(1, 2, 4));
  });

  test('restores exactly who supported what, whatever was pressed before and since', () => {
    const press = fc.record({ who: fc.integer({ min: 1, max: 12 }), on: fc.integer({ min: 0, max: 2 }) });
    const answers = fc.constantFrom('press', 'keep', 'withdraw');
    const since = fc.record({ who: fc.integer({ min: 1, max: 12 }), does: answers });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), fc.array(since, { maxLength: 20 }), (before, after) => {
        const core = coreHarness();
        const ideas = [core.idea(writer(801)), core.idea(writer(802)), core.idea(writer(803))] as const;
        // Declined ones take no presses; these goals are too near for so many, so the ladder is made long.
        core.database.sqlite.exec(`UPDATE ideas SET rungs = '[{"goal":1000,"days":14}]'`);
        const [target, one, two_] = ideas;
        for (const { who, on } of before) core.press(ideas[on] ?? target, member(who));
        const sets = ideas.map((id) => new Set(core.supporters(id)));
        const first = core.merge(one, target);
        const second = core.merge(two_, target);
        const union = new Set(sets.flatMap((each) => [...each]));
        expect(new Set(core.supporters(target))).toEqual(union);

        // The model: who acted for themselves on the target since, and what they said last.
        const own = new Set(sets[0]);
        const shown = new Set(union);
        const moved = new Set([...union].filter((each) => !own.has(each)));
        for (const { who, does } of after) {
          const { userId } = member(who);
          if (does === 'press') {
            core.press(target, member(who));
            if (shown.delete(userId)) own.delete(userId);
            else {
              shown.add(userId);
              own.add(userId);
            }
            moved.delete(userId);
          } else if (moved.delete(userId)) {
            core.answer(target, member(who), does === 'keep');
            if (does === 'keep') own.add(userId);
            else shown.delete(userId);
          } else {
            expect(refusalOf(() => core.answer(target, member(who), does === 'keep')).code).toBe(
              'nothing-to-keep',
            );
          }
        }
        expect(new Set(core.supporters(target))).toEqual(shown);
        expect(core.state(target).supporters).toBe(shown.size);

        core.undo(before.length % 2 === 0 ? first.id : second.id);
        core.undo(before.length % 2 === 0 ? second.id : first.id);
        expect(new Set(core.supporters(target))).toEqual(own);
        expect([one, two_].map((id) => new Set(core.supporters(id)))).toEqual(sets.slice(1));
        for (const id of ideas) expect(core.state(id).supporters).toBe(core.supporters(id).length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('an objection', () => {
  test('of the author undoes the merge at once, and staff is told why', () => {
    const { core, source, target } = two();
    const before = core.state(source);
    const { id } = core.merge(source, target);
    const undone = core.object(id, member(801), ' Mine is for tea. ');
    expect(undone).toMatchObject({ objection: 'Mine is for tea.', undoneAt: core.clock.now() });
    expect(core.state(source)).toEqual(before);
    expect(core.kinds(source).slice(-2)).toEqual(['objected', 'merge-undone']);
    expect(core.kinds(target).slice(-2)).toEqual(['objected', 'merge-undone']);
    const notes = core.database.sqlite
      .prepare(`SELECT payload FROM jobs WHERE kind = 'idea.staff-note'`)
      .pluck()
      .all();
    expect(notes.map((each) => (JSON.parse(String(each)) as { what: string }).what)).toEqual([
      'merge',
      'objection',
    ]);
    expect(refusalOf(() => core.object(id, member(801))).code).toBe('already-undone');
  });

  test('is for the author of the merged idea alone, with a reason, within seven days', () => {
    const { core, source, target } = two();
    const { id } = core.merge(source, target);
    for (const other of [member(802), member(1), staff(), author]) {
      expect(refusalOf(() => core.object(id, other)).code).toBe('not-yours');
    }
    expect(refusalOf(() => core.object(id, member(801), '')).code).toBe('reason-missing');
    core.clock.advance(7 * DAY);
    expect(refusalOf(() => core.object(id, member(801))).code).toBe('merge-over');
    expect(core.state(source).status).toBe('merged');
  });

  test('does not tell in the other trail who the author of an anonymous idea is', () => {
    const core = coreHarness();
    const source = core.idea({ ...writer(801), anonymous: true });
    const target = core.idea(writer(802));
    const { id } = core.merge(source, target);
    core.object(id, member(801));
    for (const ideaId of [source, target]) {
      const trail = core.service.trail({ ...core.by(staff()), ideaId });
      expect(JSON.stringify(trail)).not.toContain(member(801).userId);
      expect(trail.map(({ kind }) => kind)).toContain('objected');
    }
    expect(core.events.after(source, 0).find(({ kind }) => kind === 'objected')?.actorId).toBe(
      member(801).userId,
    );
  });
});
