import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coreHarness, guest, host, member, refusalOf, staff } from './core-harness.ts';

function running(given = {}) {
  const h = coreHarness();
  const amaId = h.live({ queue: 'open', ...given });
  const merge = (sourceId: number, targetId: number, actor = guest) =>
    h.write(() => h.service.merge({ ...h.by(actor), sourceId, targetId }));
  const answer = (questionId: number) =>
    h.write(() => h.service.answer({ ...h.by(guest), questionId, kind: 'written', text: 'So' }));
  const told = () => h.jobs('ama.notify').map(({ key }) => key);
  /** Who counts as a supporter. */
  const supporters = (id: number) =>
    h.database.sqlite
      .prepare<[number], string>(
        'SELECT user_id FROM ama_supporters WHERE question_id = ? AND supporting = 1 ORDER BY user_id',
      )
      .pluck()
      .all(id);
  return { h, amaId, merge, answer, told, supporters };
}
const ids = (...numbers: number[]) => numbers.map((each) => member(each).userId).toSorted();

describe('merging', () => {
  it('brings the supporters of both together, one each, and counts the asker as one who asked, too', () => {
    const { h, amaId, merge, supporters } = running();
    const [source, target] = [h.asked(amaId, member(1)), h.asked(amaId, member(2))];
    for (const each of [10, 11, 12]) h.support(source, member(each));
    for (const each of [12, 13]) h.support(target, member(each));
    expect(h.state(amaId).supports).toBe(5);
    expect(h.question(target)).toMatchObject({ supports: 2, alsoAsked: 0 });
    const merged = merge(source, target);
    expect(merged.source).toMatchObject({ status: 'merged', mergedInto: target });
    expect(merged.target).toMatchObject({ supports: 4, alsoAsked: 1 });
    expect(supporters(target)).toEqual(ids(10, 11, 12, 13));
    expect(h.state(amaId).supports).toBe(4);
  });

  it('counts nobody twice who asked one and supported the other', () => {
    const { h, amaId, merge, supporters } = running();
    const [source, target] = [h.asked(amaId, member(1)), h.asked(amaId, member(2))];
    h.support(source, member(2));
    h.support(target, member(1));
    merge(source, target);
    expect(supporters(target)).toEqual([]);
    expect(h.question(target)).toMatchObject({ supports: 0, alsoAsked: 1 });
    expect(h.state(amaId).supports).toBe(0);
    expect(refusalOf(() => h.support(target, member(1))).code).toBe('own-question');
  });

  it('does not count somebody who asked twice as another person', () => {
    const { h, amaId, merge } = running();
    const [source, target] = [h.asked(amaId, member(1)), h.asked(amaId, member(1))];
    expect(merge(source, target).target.alsoAsked).toBe(0);
  });

  it('takes along what was merged into the source before', () => {
    const { h, amaId, merge, answer, told } = running();
    const [a, b, c] = [1, 2, 3].map((each) => h.asked(amaId, member(each))) as [number, number, number];
    merge(a, b);
    merge(b, c);
    expect([a, b].map((id) => h.question(id).mergedInto)).toEqual([c, c]);
    expect(h.question(c).alsoAsked).toBe(2);
    expect(told()).toEqual([]);
    answer(c);
    expect(told().toSorted()).toEqual([a, b, c].map((id) => `${id}:answered`).toSorted());
  });

  it('crosswise in the same second makes no ring: the second is told', () => {
    const { h, amaId, merge } = running();
    const [a, b] = [h.asked(amaId, member(1)), h.asked(amaId, member(2))];
    merge(a, b, staff(1));
    const before = h.everything();
    expect(refusalOf(() => merge(b, a, staff(2)))).toEqual({
      code: 'merge-target',
      params: { number: 1, status: 'merged' },
    });
    expect(refusalOf(() => merge(a, b, staff(2))).code).toBe('wrong-status');
    expect(h.everything()).toEqual(before);
    // Not even where both had read both before.
    const stale = { from: 'approved', targetStatus: 'approved', at: h.clock.now() } as const;
    expect(h.merges.merge({ sourceId: b, targetId: a }, stale)).toBe(false);
    expect(h.everything()).toEqual(before);
  });

  it('into an answered question tells the new asker at once, and nobody twice', () => {
    const { h, amaId, merge, answer, told } = running();
    const [a, b, c] = [1, 2, 3].map((each) => h.asked(amaId, member(each))) as [number, number, number];
    merge(a, b);
    answer(b);
    h.database.sqlite.prepare('DELETE FROM jobs').run();
    merge(c, b);
    expect(told()).toEqual([`${c}:answered`]);
  });

  it('is refused with itself, across AMAs and servers, into what is gone, and to members', () => {
    const { h, amaId, merge } = running();
    const [a, b, c] = [1, 2, 3].map((each) => h.asked(amaId, member(each))) as [number, number, number];
    const elsewhere = h.asked(h.ama({ queue: 'open' }), member(4));
    h.write(() => h.service.decline({ ...h.by(host), questionId: c, reason: 'unkind', words: '' }));
    const before = h.everything();
    expect(refusalOf(() => merge(a, a)).code).toBe('merge-self');
    expect(refusalOf(() => merge(a, elsewhere, host)).code).toBe('question-not-found');
    expect(refusalOf(() => merge(a, Number.NaN)).code).toBe('question-not-found');
    expect(refusalOf(() => merge(a, c)).code).toBe('merge-target');
    expect(refusalOf(() => merge(c, a)).code).toBe('wrong-status');
    expect(refusalOf(() => merge(a, b, member(1))).code).toBe('may-not-run');
    expect(h.everything()).toEqual(before);
  });

  it('from the queue empties the queue', () => {
    const { h, amaId, merge } = running({ queue: 'review' });
    const target = h.asked(amaId, member(1));
    const { id } = h.ask(amaId, member(2)).question;
    expect(h.state(amaId).waiting).toBe(1);
    merge(id, target);
    expect(h.state(amaId).waiting).toBe(0);
  });

  it('into a question that its asker takes back leaves the others their question', () => {
    const { h, amaId, merge, supporters } = running();
    const [a, b, c] = [1, 2, 3].map((each) => h.asked(amaId, member(each))) as [number, number, number];
    h.support(c, member(10));
    h.support(a, member(11));
    merge(a, c);
    merge(b, c);
    h.withdraw(c, member(3));
    expect(h.question(c).status).toBe('withdrawn');
    expect(h.question(a)).toMatchObject({
      status: 'approved',
      mergedInto: undefined,
      alsoAsked: 1,
      supports: 2,
    });
    expect(h.question(b)).toMatchObject({ status: 'merged', mergedInto: a });
    expect(supporters(a)).toEqual(ids(10, 11));
    expect(h.state(amaId)).toMatchObject({ questions: 2, supports: 2 });
  });

  it('into another can be taken back by its asker until that is answered: one fewer asked it, too', () => {
    const { h, amaId, merge, supporters } = running();
    const [a, b, c] = [1, 2, 3].map((each) => h.asked(amaId, member(each))) as [number, number, number];
    h.support(a, member(10));
    merge(a, c);
    merge(b, c);
    expect(h.question(c).alsoAsked).toBe(2);
    expect(refusalOf(() => h.withdraw(a, member(2))).code).toBe('not-yours');
    h.withdraw(a, member(1));
    expect(h.question(a)).toMatchObject({ status: 'withdrawn', mergedInto: undefined });
    expect(h.question(c)).toMatchObject({ alsoAsked: 1, supports: 1 });
    expect(supporters(c)).toEqual(ids(10));
    expect(h.state(amaId)).toMatchObject({ questions: 2, supports: 1 });

    h.write(() => h.service.answer({ ...h.by(host), questionId: c, kind: 'voice' }));
    const before = h.everything();
    expect(refusalOf(() => h.withdraw(b, member(2)))).toMatchObject({ code: 'wrong-status' });
    expect(h.everything()).toEqual(before);
  });

  it('is not forgotten at the end: everybody who asked hears that the question is kept', () => {
    const { h, amaId, merge, told } = running();
    const [a, b] = [h.asked(amaId, member(1)), h.asked(amaId, member(2))];
    merge(a, b);
    expect(told()).toEqual([]);
    h.finished(amaId);
    expect(h.question(b).status).toBe('parked');
    expect(told()).toEqual([`${a}:parked`, `${b}:parked`]);
  });

  it('keeps the counters true, whatever is merged in whatever order', () => {
    const step = fc.record({ source: fc.nat(5), target: fc.nat(5) });
    const press = fc.record({ question: fc.nat(5), person: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 20 }), fc.array(step, { maxLength: 8 }), (presses, steps) => {
        const { h, amaId, merge, supporters } = running();
        const all = [1, 2, 3, 4, 5, 1].map((each) => h.asked(amaId, member(each)));
        const attempt = (act: () => unknown) => {
          try {
            act();
          } catch (error) {
            if (!(error instanceof Error && 'code' in error)) throw error;
          }
        };
        for (const { question, person } of presses) attempt(() => h.support(all[question]!, member(person)));
        for (const { source, target } of steps) attempt(() => merge(all[source]!, all[target]!));
        const standing = all.map((id) => h.question(id)).filter(({ status }) => status === 'approved');
        for (const { id, supports, alsoAsked, askerId } of standing) {
          const askers = new Set(h.questions.mergedInto(id).map((each) => each.askerId));
          askers.delete(askerId);
          expect(alsoAsked).toBe(askers.size);
          expect(supporters(id)).toHaveLength(supports);
          expect(supporters(id).filter((each) => askers.has(each) || each === askerId)).toEqual([]);
        }
        const sum = standing.reduce((total, { supports }) => total + supports, 0);
        expect(h.state(amaId).supports).toBe(sum);
      }),
      { numRuns: 30 },
    );
  });
});
