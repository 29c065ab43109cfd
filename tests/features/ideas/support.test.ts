import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { author, DAY, fillIdeas, ideaHarness, member, refusalOf, staff } from './harness.ts';

describe('the support button', () => {
  it('supports, and withdraws when it is pressed again', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    expect(h.service.ownSupport({ ...h.by(member(2)), ideaId: id })).toMatchObject({ supporting: false });
    expect(h.toggle(id, member(2))).toMatchObject({
      supporting: true,
      changed: true,
      idea: { supporters: 1 },
    });
    expect(h.storedSupport(id)).toEqual([{ userId: member(2).userId, supporting: 1 }]);
    expect(h.toggle(id, member(2))).toMatchObject({
      supporting: false,
      changed: true,
      idea: { supporters: 0 },
    });
    expect(h.state(id).supporters).toBe(0);
  });

  it('changes nothing when a press is delivered again, even one that was withdrawn since', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    const [early, given, takenBack] = [h.nextInteraction(), h.nextInteraction(), h.nextInteraction()];
    h.toggle(id, member(2), given);
    h.toggle(id, member(2), takenBack);
    const before = h.everything();
    for (const interaction of [given, takenBack, early]) {
      expect(h.toggle(id, member(2), interaction)).toMatchObject({ supporting: false, changed: false });
    }
    expect(h.everything()).toEqual(before);
  });

  it('"Support this one instead" supports once and never withdraws', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    expect(h.back(id, member(2))).toMatchObject({ supporting: true, changed: true });
    const before = h.everything();
    expect(h.back(id, member(2))).toMatchObject({ supporting: true, changed: false });
    expect(h.everything()).toEqual(before);
  });

  it('refuses authors, and staff has no second vote either', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    expect(refusalOf(() => h.toggle(id, author)).code).toBe('own-idea');
    h.toggle(id, staff());
    expect(h.toggle(id, staff()).idea.supporters).toBe(0);
  });

  it('refuses once the deadline has passed by the clock, before any job has run', () => {
    const h = ideaHarness();
    const { id, deadline = 0 } = h.propose({}, author);
    h.clock.set(deadline - 1);
    h.toggle(id, member(2));
    const before = h.everything();
    h.clock.set(deadline);
    expect(refusalOf(() => h.toggle(id, member(3))).code).toBe('over');
    expect(refusalOf(() => h.toggle(id, member(2))).code).toBe('over');
    expect(h.everything()).toEqual(before);
  });

  it('goes on during the review and ends with the decision', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    h.crowd(id, 9);
    expect(h.state(id).status).toBe('in-review');
    expect(h.toggle(id, member(2)).idea.supporters).toBe(10);
    h.score(id, staff(1));
    h.score(id, staff(2));
    h.decide(id, 'in-review', 'planned');
    expect(refusalOf(() => h.toggle(id, member(3)))).toEqual({
      code: 'not-gathering',
      params: { status: 'planned' },
    });
    expect(refusalOf(() => h.toggle(id, member(2))).code).toBe('not-gathering');
    expect(h.state(id).supporters).toBe(10);
  });

  it.each([Number.NaN, Infinity, -1, 0, 1.5, 2 ** 53, 4_711])('finds no idea %d', (ideaId) => {
    const h = ideaHarness();
    h.propose({}, author);
    const before = h.everything();
    expect(refusalOf(() => h.toggle(ideaId, member(2))).code).toBe('not-found');
    expect(h.everything()).toEqual(before);
  });

  it('does not work from another server', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    const call = { ...h.by(member(2)), guildId: '1', ideaId: id, interactionId: '1' };
    expect(refusalOf(() => h.service.toggleSupport(call)).code).toBe('not-found');
    expect(h.storedSupport(id)).toEqual([]);
  });
});

describe('following', () => {
  it('is the author’s from the start and everybody else’s choice', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    h.toggle(id, member(2));
    expect(h.followers(id)).toEqual([author.userId]);
    expect(h.toggleFollow(id, member(2), '50')).toMatchObject({
      following: true,
      supporting: true,
      changed: true,
    });
    expect(h.toggleFollow(id, member(2), '50')).toMatchObject({ following: true, changed: false });
    expect(h.toggleFollow(id, author)).toMatchObject({ following: false });
    expect(h.followers(id)).toEqual([member(2).userId]);
  });
});

describe('many at once', () => {
  it.each([50, 2_000])(
    '%i people in the same instant are as many rows and the right number',
    async (people) => {
      const database = openTestDatabase();
      const h = ideaHarness({ database, active: 100_000 });
      const { id } = h.propose({}, author);
      const press = (number: number) =>
        database.writer.write(() =>
          h.service.toggleSupport({
            ...h.by(member(number)),
            ideaId: id,
            interactionId: h.nextInteraction(),
          }),
        );
      const outcomes = await Promise.all(
        Array.from({ length: people }, (_, number) => press(10_000 + number)),
      );
      expect(outcomes.filter(({ changed }) => changed)).toHaveLength(people);
      expect(h.storedSupport(id)).toHaveLength(people);
      expect(h.state(id).supporters).toBe(people);
      expect(h.jobs('idea.refresh')).toHaveLength(1);
    },
  );

  it('a double press is one press: it neither takes back a support nor gives one that was taken back', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    const after = (ms: number) => String(860_000_000_000_000_000n + (BigInt(ms) << 22n));
    const presses = [0, 150, 1_999, 2_000, 2_100, 60_000].map((ms) => {
      const { supporting, changed, idea } = h.toggle(id, member(2), after(ms));
      return { ms, supporting, changed, supporters: idea.supporters };
    });
    expect(presses).toEqual([
      { ms: 0, supporting: true, changed: true, supporters: 1 },
      { ms: 150, supporting: true, changed: false, supporters: 1 },
      { ms: 1_999, supporting: true, changed: false, supporters: 1 },
      { ms: 2_000, supporting: false, changed: true, supporters: 0 },
      { ms: 2_100, supporting: false, changed: false, supporters: 0 },
      { ms: 60_000, supporting: true, changed: true, supporters: 1 },
    ]);
  });

  it('a double press of Follow follows, and "Support this one instead" counts however quickly', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    const after = (ms: number) => String(860_000_000_000_000_000n + (BigInt(ms) << 22n));
    h.toggleFollow(id, member(2), after(0));
    expect(h.toggleFollow(id, member(2), after(300))).toMatchObject({ following: true, changed: false });
    expect(h.toggleFollow(id, member(2), after(3_000))).toMatchObject({ following: false, changed: true });
    h.toggle(id, member(3), after(0));
    expect(h.toggle(id, member(3), after(5_000)).supporting).toBe(false);
    expect(h.back(id, member(3), after(5_500))).toMatchObject({ supporting: true, changed: true });
  });

  it('a press costs four statements, with 10 supporters and with 5,000', () => {
    const h = ideaHarness({ active: 1_000_000 });
    const { id } = h.propose({}, author);
    const cost = (number: number): number =>
      statementsOf(h.database, () =>
        h.service.toggleSupport({ ...h.by(member(number)), ideaId: id, interactionId: h.nextInteraction() }),
      );
    expect(cost(9_001)).toBe(5);
    h.crowd(id, 10, 10_000);
    expect(cost(9_002)).toBe(4);
    h.crowd(id, 4_990, 20_000);
    expect(cost(9_003)).toBe(4);
    expect(cost(9_003)).toBe(4);
  });
});

it('the counter is always the number of those who support, whatever is pressed in whatever order', () => {
  const step = fc.record({
    who: fc.integer({ min: 1, max: 6 }),
    what: fc.constantFrom('toggle', 'support', 'replay', 'follow'),
    wait: fc.integer({ min: 0, max: 3 * DAY }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const h = ideaHarness({ settings: { floor: 4 } });
      const { id } = h.propose({}, author);
      const last = new Map<number, string>();
      let reached = 0;
      for (const { who, what, wait } of steps) {
        h.clock.advance(wait);
        const interaction = what === 'replay' ? (last.get(who) ?? '1') : h.nextInteraction();
        try {
          if (what === 'follow') h.toggleFollow(id, member(who), interaction);
          else (what === 'support' ? h.back : h.toggle)(id, member(who), interaction);
          last.set(who, interaction);
        } catch (error) {
          expect(
            refusalOf(() => {
              throw error;
            }).code,
          ).toMatch(/^(over|not-gathering)$/u);
        }
        const idea = h.state(id);
        const supporting = h.storedSupport(id).filter((each) => each.supporting === 1);
        expect(idea.supporters).toBe(supporting.length);
        expect(idea.reached).toBeGreaterThanOrEqual(reached);
        reached = idea.reached;
      }
      h.database.close();
    }),
    { numRuns: 40 },
  );
});

it('an idea among 10,000 is supported like any other', () => {
  const h = ideaHarness();
  fillIdeas(h.database, 10_000, (number) => ({ title: `Idea ${number}` }));
  expect(h.toggle(5_000, member(5_001)).idea.supporters).toBe(1);
});
