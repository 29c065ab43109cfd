import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementsOf } from '../../support/statements.ts';
import { coreHarness, ELSEWHERE, host, MINUTE, member, refusalOf, staff } from './core-harness.ts';

/** An id that Discord would give so many ms after the start of the test's world. */
const idAt = (ms: number): string => String((1_400_000_000_000n + BigInt(ms)) << 22n);

describe('supporting a question', () => {
  it('counts once for each person, and is taken back by the next press', () => {
    const h = coreHarness();
    const ama = h.ama({ queue: 'open' });
    const { id } = h.ask(ama, member(1)).question;
    expect(h.question(id).supports).toBe(0);
    expect(h.support(id, member(2))).toMatchObject({
      supporting: true,
      changed: true,
      question: { supports: 1 },
    });
    h.support(id, member(3));
    expect(h.state(ama).supports).toBe(2);
    expect(h.support(id, member(2))).toMatchObject({ supporting: false, question: { supports: 1 } });
    expect(h.question(id).supports).toBe(1);
    expect(h.state(ama).supports).toBe(1);
  });

  it('changes nothing when a press is delivered again, even one that was taken back since', () => {
    const h = coreHarness();
    const { id } = h.ask(h.ama({ queue: 'open' }), member(1)).question;
    h.support(id, member(2), idAt(0));
    h.support(id, member(2), idAt(MINUTE));
    const before = h.everything();
    for (const replayed of [idAt(0), idAt(MINUTE), '7']) {
      expect(h.support(id, member(2), replayed)).toMatchObject({ supporting: false, changed: false });
    }
    expect(h.everything()).toEqual(before);
  });

  it('takes the double press of an impatient finger for one', () => {
    const h = coreHarness();
    const { id } = h.ask(h.ama({ queue: 'open' }), member(1)).question;
    h.support(id, member(2), idAt(0));
    const before = h.everything();
    expect(h.support(id, member(2), idAt(1_999))).toMatchObject({
      supporting: true,
      changed: false,
    });
    expect(h.everything()).toEqual(before);
    expect(h.support(id, member(2), idAt(2_000))).toMatchObject({
      supporting: false,
      changed: true,
    });
    // Somebody else may press in the very same moment.
    expect(h.support(id, member(3), idAt(2_000)).supporting).toBe(true);
  });

  it('is not for its asker, nor for what nobody else can see', () => {
    const h = coreHarness();
    const ama = h.ama();
    const { id } = h.ask(ama, member(1)).question;
    const before = h.everything();
    expect(refusalOf(() => h.support(id, member(2))).code).toBe('question-not-found');
    expect(refusalOf(() => h.support(id, member(1))).code).toBe('not-open-to-support');
    expect(h.everything()).toEqual(before);
    const open = h.ask(h.ama({ queue: 'open', title: 'Open' }), member(1)).question.id;
    expect(refusalOf(() => h.support(open, member(1))).code).toBe('own-question');
    h.withdraw(open, member(1));
    expect(refusalOf(() => h.support(open, member(2))).code).toBe('not-open-to-support');
  });

  it('ends with the AMA, by the clock', () => {
    const h = coreHarness();
    const ama = h.live({ queue: 'open' });
    const { id } = h.ask(ama, member(1)).question;
    h.clock.set(h.state(ama).endAt - 1);
    h.support(id, member(2));
    h.clock.advance(1);
    const before = h.everything();
    expect(refusalOf(() => h.support(id, member(3))).code).toBe('not-open-to-support');
    expect(h.everything()).toEqual(before);
  });

  it('finds no question of another server, and none behind a forged id', () => {
    const h = coreHarness();
    const ama = h.ama({ queue: 'open' }, ELSEWHERE);
    const { id } = h.ask(ama, member(1), { guildId: ELSEWHERE }).question;
    const before = h.everything();
    for (const questionId of [id, 0, -1, 0.5, Number.NaN, 2 ** 60]) {
      expect(refusalOf(() => h.support(questionId, staff())).code).toBe('question-not-found');
      const call = { ...h.by(host), questionId };
      expect(refusalOf(() => h.service.question(call)).code).toBe('question-not-found');
      expect(refusalOf(() => h.withdraw(questionId, member(1))).code).toBe('question-not-found');
    }
    expect(h.everything()).toEqual(before);
    expect(h.support(id, member(2), h.nextInteraction(), ELSEWHERE).supporting).toBe(true);
  });

  it('two people in the same second both count', async () => {
    const h = coreHarness();
    const { id: questionId } = h.ask(h.ama({ queue: 'open' }), member(1)).question;
    const press = (number: number) => {
      const call = { ...h.by(member(number)), questionId, interactionId: idAt(number) };
      return h.database.writer.write(() => h.service.toggleSupport(call));
    };
    await Promise.all([press(2), press(3)]);
    expect(h.question(questionId).supports).toBe(2);
  });
});

it('a press costs six statements, with 10 supporters and with 5,000', () => {
  const h = coreHarness();
  const { id: questionId } = h.ask(h.ama({ queue: 'open' }), member(1)).question;
  const press = (number: number) => () =>
    h.service.toggleSupport({
      ...h.by(member(number)),
      questionId,
      interactionId: h.nextInteraction(),
    });
  const crowd = (from: number, count: number) =>
    h.write(() => {
      for (let each = from; each < from + count; each += 1) press(each)();
    });
  crowd(10_000, 10);
  expect(statementsOf(h.database, press(2))).toBe(6);
  crowd(20_000, 4_990);
  expect(statementsOf(h.database, press(3))).toBe(6);
  expect(statementsOf(h.database, press(3))).toBe(6);
});

it('every counter is what there is, whatever is pressed in whatever order', () => {
  const step = fc.record({
    who: fc.integer({ min: 1, max: 5 }),
    what: fc.constantFrom('ask', 'support', 'withdraw', 'replay'),
    which: fc.nat({ max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const h = coreHarness();
      const ama = h.ama({ queue: 'open' });
      const asked: number[] = [];
      let last = '1';
      for (const { who, what, which } of steps) {
        const id = asked[which] ?? 0;
        const act = {
          ask: () => asked.push(h.ask(ama, member(who)).question.id),
          support: () => h.support(id, member(who), (last = h.nextInteraction())),
          withdraw: () => h.withdraw(id, member(who)),
          replay: () => h.support(id, member(who), last),
        }[what];
        try {
          act();
        } catch (error) {
          const { code } = refusalOf(() => {
            throw error;
          });
          expect(code).toMatch(/^(question-not-found|own-question|not-yours|not-open-to-support)$/u);
        }
      }
      const questions = asked.map((id) => h.question(id)).filter(({ status }) => status !== 'withdrawn');
      const sum = questions.reduce((total, { supports }) => total + supports, 0);
      expect(h.state(ama)).toMatchObject({ questions: questions.length, waiting: 0, supports: sum });
      for (const { id, supports } of questions) {
        const rows = h.everything()['ama_supporters'] as { question_id: number; supporting: number }[];
        expect(rows.filter((row) => row.question_id === id && row.supporting === 1)).toHaveLength(supports);
      }
      h.database.close();
    }),
    { numRuns: 40 },
  );
});
