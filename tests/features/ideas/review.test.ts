import { describe, expect, test } from 'vitest';
import { progressWith } from '../../../src/features/ideas/climb.ts';
import { coreHarness, DAY, member, refusalOf, staff } from './core-harness.ts';

describe('a review', () => {
  test('opens with the press that reaches the last rung, due in public after the days that were promised', () => {
    const core = coreHarness();
    const id = core.idea();
    core.supported(id, 8);
    expect(core.state(id)).toMatchObject({ status: 'gathering', reached: 1 });
    expect(core.service.caseOf(id)).toBeUndefined();
    core.press(id, member(9));
    const now = core.clock.now();
    expect(core.state(id)).toMatchObject({
      status: 'in-review',
      reached: 2,
      statusAt: now,
      deadline: undefined,
    });
    const review = core.service.caseOf(id);
    expect(review).toMatchObject({ openedAt: now, dueAt: now + 14 * DAY, scores: [], closedAt: undefined });
    expect(core.jobs('idea.overdue')).toEqual([{ key: String(review?.id), runAt: now + 14 * DAY }]);
    expect(core.jobs('idea.case')).toHaveLength(1);
    expect(core.jobs('idea.deadline')).toEqual([]);
  });

  test('stays although a supporter goes, and rungs are not taken back', () => {
    const core = coreHarness();
    const id = core.idea();
    core.supported(id, 9);
    core.press(id, member(9));
    expect(core.state(id)).toMatchObject({ status: 'in-review', reached: 2, supporters: 8 });
    core.press(id, member(9));
    expect(core.kinds(id).filter((kind) => kind === 'rung')).toHaveLength(2);
  });

  test('tells how many scores are missing before anybody writes a reason, and again when it is sent', () => {
    const core = coreHarness();
    const id = core.reviewed({ scored: false });
    const asked = { ...core.by(staff()), ideaId: id, from: 'in-review', to: 'planned' } as const;
    const missing = (have: number) => ({ code: 'scores-missing', params: { have, need: 2 } });
    expect(refusalOf(() => core.service.mayDecide(asked))).toEqual(missing(0));
    core.score(id, staff(1));
    expect(refusalOf(() => core.service.mayDecide(asked))).toEqual(missing(1));
    expect(refusalOf(() => core.decide(id, 'in-review', 'planned'))).toEqual(missing(1));
    core.score(id, staff(2));
    expect(core.service.mayDecide(asked).status).toBe('in-review');
    expect(refusalOf(() => core.service.mayDecide({ ...asked, from: 'gathering' })).code).toBe(
      'wrong-status',
    );
    expect(refusalOf(() => core.service.mayDecide({ ...asked, ...core.by(member(1)) })).code).toBe(
      'may-not-manage',
    );
  });

  test('reaching a rung moves the deadline, counted from there', () => {
    const core = coreHarness();
    const id = core.idea();
    core.clock.advance(13 * DAY);
    core.supported(id, 3);
    const deadline = core.clock.now() + 45 * DAY;
    expect(core.state(id)).toMatchObject({ reached: 1, deadline });
    expect(core.jobs('idea.deadline')).toEqual([{ key: String(id), runAt: deadline }]);
  });

  test('several rungs can be reached at once', () => {
    const core = coreHarness();
    const id = core.idea();
    expect(progressWith(core.state(id), 9, 5)).toMatchObject({
      reached: 2,
      status: 'in-review',
      statusAt: 5,
    });
    expect(progressWith(core.state(id), 2, 5)).toMatchObject({ reached: 0, status: 'gathering' });
  });

  test('needs its scores before anything is decided; a second one of the same person replaces the first', () => {
    const core = coreHarness();
    const id = core.reviewed({ scored: false });
    core.score(id, staff(1), 2, 'Hm');
    core.clock.advance(1_000);
    core.score(id, staff(1), 5, 'On second thoughts');
    expect(core.service.caseOf(id)?.scores).toEqual([
      {
        reviewerId: staff(1).userId,
        scores: { fit: 5, effort: 2, demand: 5, cost: 1 },
        reason: 'On second thoughts',
        at: core.clock.now(),
      },
    ]);
    expect(refusalOf(() => core.decide(id, 'in-review', 'planned'))).toEqual({
      code: 'scores-missing',
      params: { have: 1, need: 2 },
    });
    core.score(id, staff(2));
    core.decide(id, 'in-review', 'planned');
    expect(core.service.caseOf(id)?.closedAt).toBe(core.clock.now());
    expect(core.jobs('idea.overdue')).toEqual([]);
  });

  test('takes scores from 1 to 5 with a reason, of staff, and only while it is open', () => {
    const core = coreHarness();
    const id = core.reviewed();
    for (const fit of [0, 6, 2.5, Number.NaN]) {
      expect(refusalOf(() => core.score(id, staff(3), fit)).code).toBe('score-range');
    }
    expect(refusalOf(() => core.score(id, staff(3), 3, ' ')).code).toBe('reason-missing');
    expect(refusalOf(() => core.score(id, member(1))).code).toBe('may-not-manage');
    core.decide(id, 'in-review', 'declined');
    expect(refusalOf(() => core.score(id, staff(3))).code).toBe('no-case');
    expect(refusalOf(() => core.score(core.idea(), staff(3))).code).toBe('no-case');
    expect(core.service.caseOf(id)?.scores).toHaveLength(2);
  });

  test('asked for again, it is a new case with a new date; the old one keeps its scores', () => {
    const core = coreHarness();
    const id = core.reviewed();
    const first = core.service.caseOf(id);
    core.decide(id, 'in-review', 'declined');
    core.clock.advance(DAY);
    core.decide(id, 'declined', 'in-review');
    const second = core.service.caseOf(id);
    expect(second).toMatchObject({ scores: [], dueAt: core.clock.now() + 14 * DAY, closedAt: undefined });
    expect(second?.id).not.toBe(first?.id);
    expect(core.cases.find(first?.id ?? 0)?.scores).toHaveLength(2);
  });

  test('is overdue from its date on until it is decided; members hear of it once, staff each time', () => {
    const core = coreHarness();
    const id = core.reviewed();
    const caseId = core.service.caseOf(id)?.id ?? 0;
    core.clock.advance(14 * DAY - 1);
    expect(core.work.overdue(caseId, core.clock.now())).toBeUndefined();
    core.clock.advance(1);
    expect(core.work.overdue(caseId, core.clock.now())).toMatchObject({
      idea: { id },
      review: { id: caseId },
    });
    core.write(() => core.work.escalated(caseId, core.clock.now()));
    core.clock.advance(7 * DAY);
    core.write(() => core.work.escalated(caseId, core.clock.now()));
    expect(core.kinds(id).filter((kind) => kind === 'overdue')).toHaveLength(1);
    core.decide(id, 'in-review', 'planned');
    expect(core.work.overdue(caseId, core.clock.now())).toBeUndefined();
  });
});
