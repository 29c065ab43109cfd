import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringsOf } from '../../../src/features/shoutouts/rings.ts';
import { actor, admin, shoutoutHarness } from './harness.ts';

const thanks = (giver: string, receiver: string, count: number) => ({ giver, receiver, count });
const none = { rings: 0, people: 0, inside: 0 };

describe('rings of thanks', () => {
  it('are pairs and circles that thank mostly one another', () => {
    expect(ringsOf([thanks('a', 'b', 3), thanks('b', 'a', 3)])).toEqual({ rings: 1, people: 2, inside: 6 });
    const circle = [thanks('a', 'b', 2), thanks('b', 'c', 2), thanks('c', 'a', 2)];
    expect(ringsOf(circle)).toEqual({ rings: 1, people: 3, inside: 6 });
    expect(ringsOf([...circle, thanks('x', 'y', 4), thanks('y', 'x', 4)]).rings).toBe(2);
  });

  it('are not those who are thanked by others as well, one-sided thanks, a few, or a whole community', () => {
    expect(ringsOf([thanks('a', 'b', 9)])).toEqual(none);
    expect(ringsOf([thanks('a', 'b', 2), thanks('b', 'a', 2)])).toEqual(none);
    const others = [1, 2, 3, 4, 5].map((number) => thanks(`o${number}`, 'a', 1));
    expect(ringsOf([thanks('a', 'b', 3), thanks('b', 'a', 3), ...others])).toEqual(none);
    const six = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(ringsOf(six.map((each, at) => thanks(each, six[(at + 1) % 6] ?? '', 5)))).toEqual(none);
  });

  it('do not depend on the order in which thanks were given', () => {
    const people = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    const pair = fc.record({ giver: people, receiver: people, count: fc.integer({ min: 1, max: 9 }) });
    const pairs = fc.uniqueArray(
      pair.filter(({ giver, receiver }) => giver !== receiver),
      { selector: ({ giver, receiver }) => giver + receiver, maxLength: 20 },
    );
    fc.assert(
      fc.property(pairs, (some) => {
        expect(ringsOf(some.toReversed())).toEqual(ringsOf(some));
      }),
    );
  });

  it('are told to admins only, in numbers, and take nothing from anybody', () => {
    const h = shoutoutHarness({ settings: { pairDays: 0, backHours: 0, budget: 20 } });
    for (const _ of [1, 2, 3]) {
      h.thank(1, [2]);
      h.thank(2, [1]);
    }
    const before = h.everything();
    const report = h.service.rings(h.by(admin));
    expect(report).toMatchObject({ shoutouts: 6, rings: 1, people: 2, inside: 6 });
    expect(Object.values(report).every((each) => typeof each === 'number')).toBe(true);
    expect(() => h.service.rings(h.by(actor(1)))).toThrow();
    expect(h.everything()).toEqual(before);
  });
});
