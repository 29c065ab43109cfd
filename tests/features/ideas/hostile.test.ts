import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ideaLimits } from '../../../src/features/ideas/model.ts';
import { cleanText } from '../../../src/features/ideas/rules.ts';
import { cleanLines } from '../../../src/shared/text.ts';
import { author, GUILD, ideaHarness, member, refusalOf, staff } from './harness.ts';

const hostile = [
  '@everyone @here <@&1> <@1>',
  '`'.repeat(80),
  '\u202Eoverride\u202C',
  'Z\u0341a\u0341l\u0341g\u0341o'.repeat(10),
  "'); DROP TABLE ideas; --",
  '"><script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '||spoiler|| ~~no~~ # head',
  '👨‍👩‍👧‍👦'.repeat(20),
  '\uD800\uDC00\uD800',
  'a'.repeat(100_000),
  '%s %d ${1} {title}',
  '\0null\0',
];

describe('text in every field', () => {
  it.each(hostile)('%j is kept within its limits, and everything else stands', (evil) => {
    const h = ideaHarness();
    const bystander = h.propose({ title: 'Innocent' }, member(5));
    const before = h.state(bystander.id);
    const idea = h.propose({ title: evil, body: evil, problem: evil }, author);
    expect(idea.title.length).toBeLessThanOrEqual(ideaLimits.title);
    expect(idea.body.length).toBeLessThanOrEqual(ideaLimits.body);
    expect(idea.problem.length).toBeLessThanOrEqual(ideaLimits.problem);
    expect(idea.title).not.toMatch(/[\p{Control}\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u);
    h.write(() => h.service.addUpdate({ ...h.by(author), ideaId: idea.id, text: evil }));
    h.write(() => h.service.report({ ...h.by(member(6)), ideaId: idea.id, reason: evil }));
    h.write(() => h.service.withdraw({ ...h.by(staff()), ideaId: idea.id, reason: evil }));
    expect(h.state(bystander.id)).toEqual(before);
    expect(
      h.searches
        .search(GUILD, 'innocent')
        .rows(0, 10)
        .map(({ id }) => id),
    ).toEqual([bystander.id]);
  });

  it.each(['', '  ', '\n\t', '\u200B\u2060', '\u202E', '\u00A0', '\uFEFF'])(
    '%j is no title and no idea',
    (nothing) => {
      const h = ideaHarness();
      expect(refusalOf(() => h.draft(author, { title: nothing })).code).toBe('title-missing');
      expect(refusalOf(() => h.draft(author, { body: nothing })).code).toBe('body-missing');
      expect(h.everything()['idea_drafts']).toEqual([]);
    },
  );

  it('cleaning cleans once and for all, and keeps within the limits', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 3_000 }), fc.constantFrom(...hostile));
    fc.assert(
      fc.property(anything, anything, (title, body) => {
        const typed = { title: `x${title}`, body: `x${body}`, problem: body, category: undefined };
        const clean = cleanText(typed, { categories: [] });
        expect(cleanText(clean, { categories: [] })).toEqual(clean);
        expect(clean.title.length).toBeLessThanOrEqual(ideaLimits.title);
        expect(cleanLines(body, 50).length).toBeLessThanOrEqual(50);
      }),
    );
  });
});

describe('ids that nobody was given', () => {
  const forged = [Number.NaN, Infinity, -1, 0, 0.5, 2 ** 60, 12_345];

  it.each(forged)('%d leads nowhere and changes nothing', (ideaId) => {
    const h = ideaHarness();
    h.propose({}, author);
    const before = h.everything();
    const call = { ...h.by(staff()), ideaId };
    const text = { title: 't', body: 'b', problem: '', category: undefined };
    const acts = [
      () => h.service.idea(call),
      () => h.service.edit({ ...call, text }),
      () => h.service.addUpdate({ ...call, text: 'x' }),
      () => h.service.withdraw({ ...call, reason: 'x' }),
      () => h.service.secondChance(call),
      () => h.service.answerConsent({ ...call, agree: true }),
      () => h.service.toggleSupport({ ...call, interactionId: '1' }),
      () => h.service.support({ ...call, interactionId: '1' }),
      () => h.service.toggleFollow({ ...call, interactionId: '1' }),
      () => h.service.ownSupport(call),
    ];
    for (const act of acts) expect(refusalOf(() => h.write<unknown>(act)).code).toBe('not-found');
    expect(h.everything()).toEqual(before);
  });

  it('an idea of another server cannot be touched, not even by its staff', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    const before = h.everything();
    const call = { ...h.by(staff()), guildId: '1', ideaId: id };
    for (const act of [
      () => h.service.withdraw({ ...call, reason: 'x' }),
      () => h.service.secondChance(call),
      () => h.service.toggleSupport({ ...call, interactionId: '1' }),
      () => h.service.ownSupport(call),
    ]) {
      expect(refusalOf(() => h.write<unknown>(act)).code).toBe('not-found');
    }
    expect(h.everything()).toEqual(before);
  });
});
