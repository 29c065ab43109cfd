import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amaLimits } from '../../../src/features/amas/model.ts';
import { cleanSpec } from '../../../src/features/amas/rules.ts';
import { coreHarness, host, member, refusalOf } from './core-harness.ts';

const hostile = [
  '@everyone @here <@&1> <@1>',
  '\u202Eoverride\u202C',
  'Z\u0341a\u0341l\u0341g\u0341o'.repeat(10),
  "'); DROP TABLE amas; --",
  '[x](javascript:alert(1))',
  '👨‍👩‍👧‍👦'.repeat(200),
  '\uD800\uDC00\uD800',
  'a'.repeat(100_000),
  '%s %d ${1} {title}',
  '\0null\0',
];
const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 3_000 }), fc.constantFrom(...hostile));
const dangerous = /(?![\n\t])\p{Control}|[\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u;

describe('text in every field', () => {
  it.each(hostile)('%j is kept within its limits, and everything else stands', (evil) => {
    const h = coreHarness();
    const bystander = h.ama({ title: 'Innocent' });
    const before = h.state(bystander);
    const id = h.ama({ title: evil, description: evil, queue: 'open' });
    const { question } = h.ask(id, member(1), { text: evil });
    h.service.resolve({ ...h.by(host), text: evil });
    h.service.suggest({ ...h.by(host), text: evil });
    h.cancel(id, host, evil);
    const { title, description, cancelReason } = h.state(id);
    expect(title.length).toBeLessThanOrEqual(amaLimits.title);
    expect(description.length).toBeLessThanOrEqual(amaLimits.description);
    expect(question.text.length).toBeLessThanOrEqual(amaLimits.question);
    expect(cancelReason.length).toBeLessThanOrEqual(amaLimits.reason);
    for (const kept of [title, description, question.text, cancelReason]) expect(kept).not.toMatch(dangerous);
    expect(title).not.toMatch(/\n/u);
    expect(h.state(bystander)).toEqual(before);
  });

  it.each(['', '  ', '\n\t', '\u200B\u2060', '\u202E', '\u00A0', '\uFEFF'])(
    '%j is no title and no question',
    (nothing) => {
      const h = coreHarness();
      const id = h.ama();
      const before = h.everything();
      expect(refusalOf(() => h.draft({ title: nothing })).code).toBe('title-missing');
      expect(refusalOf(() => h.ask(id, member(1), { text: nothing })).code).toBe('question-missing');
      expect(h.everything()).toEqual(before);
    },
  );

  it('what was kept is clean, and cleaning it again changes nothing', () => {
    const { spec } = coreHarness();
    fc.assert(
      fc.property(anything, anything, (title, description) => {
        const clean = cleanSpec(spec({ title: `x${title}`, description }), host.userId);
        expect(clean.title.length).toBeLessThanOrEqual(amaLimits.title);
        expect(clean.title + clean.description).not.toMatch(dangerous);
        expect(cleanSpec(clean, host.userId)).toEqual(clean);
      }),
      { numRuns: 300 },
    );
  });

  it('any question comes back as it was kept', () => {
    const h = coreHarness();
    const id = h.ama({ queue: 'open' });
    let who = 0;
    fc.assert(
      fc.property(anything, (text) => {
        who += 1;
        const { question } = h.ask(id, member(who), { text: `x${text}` });
        expect(h.question(question.id)).toEqual(question);
        expect(question.text).not.toMatch(dangerous);
        expect(question.text.length).toBeLessThanOrEqual(amaLimits.question);
      }),
      { numRuns: 200 },
    );
  });
});

it('ids from outside find nothing and break nothing', () => {
  const h = coreHarness();
  h.ama();
  const before = h.everything();
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.integer(), fc.constant(Number.NaN)), (id) => {
      fc.pre(id !== 1);
      const call = { ...h.by(host), amaId: id, questionId: id, draftId: id, interactionId: '1', page: 0 };
      expect(refusalOf(() => h.service.ama(call)).code).toBe('not-found');
      expect(refusalOf(() => h.service.mayAsk(call)).code).toBe('not-found');
      expect(refusalOf(() => h.service.draftOf(call)).code).toBe('not-found');
      expect(refusalOf(() => h.service.toggleReminder(call)).code).toBe('not-found');
      expect(refusalOf(() => h.service.mine(call)).code).toBe('not-found');
      expect(refusalOf(() => h.service.question(call)).code).toBe('question-not-found');
      expect(refusalOf(() => h.service.toggleSupport(call)).code).toBe('question-not-found');
      expect(refusalOf(() => h.service.publish(call)).code).toBe('draft-gone');
    }),
  );
  expect(h.everything()).toEqual(before);
});
