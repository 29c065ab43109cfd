import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCodeRepository } from '../../../src/features/perks/code-repository.ts';
import { GRANT_MS } from '../../../src/features/perks/ports.ts';
import { UserError } from '../../../src/shared/user-error.ts';
import { perkHarness, sealerOf } from './harness.ts';

const secretOf = (outcome: object) => ('secret' in outcome ? outcome.secret : undefined);
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return 'nothing refused';
};

describe('claiming a code', () => {
  it('hands one code to one member, and the same one again afterwards', () => {
    const hall = perkHarness();
    const perkId = hall.withCodes(['A', 'B', 'C']);
    expect(hall.states(perkId)).toEqual(['free', 'free', 'free']);
    expect(hall.claim(perkId, 1)).toMatchObject({ secret: 'A', first: true });
    expect(hall.claim(perkId, 1)).toMatchObject({ secret: 'A', first: false });
    expect(hall.claim(perkId, 2)).toMatchObject({ secret: 'B', first: true });
    expect(hall.states(perkId)).toEqual(['claimed', 'claimed', 'free']);
  });

  it('says when none is left, and goes on showing the code that was claimed', () => {
    const hall = perkHarness();
    const perkId = hall.withCodes(['A']);
    hall.claim(perkId, 1);
    expect(refusal(() => hall.claim(perkId, 2))).toBe('perks.refusals.none-left');
    hall.end(perkId);
    expect(refusal(() => hall.claim(perkId, 2))).toBe('perks.refusals.ended');
    expect(hall.claim(perkId, 1)).toMatchObject({ secret: 'A', first: false });
  });

  it('waits until the condition is met, and then keeps its word', () => {
    const hall = perkHarness();
    const perkId = hall.withCodes(['A'], { conditions: [{ kind: 'ideas-shipped', count: 2 }] });
    hall.setAct('ideas-shipped', 1, 1);
    expect(hall.view(perkId, 1).progress).toMatchObject([{ have: 1, need: 2, met: false }]);
    expect(refusal(() => hall.claim(perkId, 1))).toBe('perks.refusals.not-yet');
    hall.setAct('ideas-shipped', 1, 2);
    expect(secretOf(hall.claim(perkId, 1))).toBe('A');
    hall.setAct('ideas-shipped', 1, 0);
    expect(secretOf(hall.claim(perkId, 1))).toBe('A');
  });

  it('brings a code that was granted and never claimed back to the others', () => {
    const hall = perkHarness();
    const perkId = hall.withCodes(['A']);
    hall.grant(perkId, 1);
    expect(hall.states(perkId)).toEqual(['reserved']);
    expect(refusal(() => hall.claim(perkId, 2))).toBe('perks.refusals.none-left');
    hall.clock.advance(GRANT_MS);
    expect(hall.write(() => hall.work.returnGrants(hall.clock.now()))).toBe(1);
    expect(hall.states(perkId)).toEqual(['free']);
    expect(secretOf(hall.claim(perkId, 2))).toBe('A');
  });

  it('has nothing to claim before an import is complete', () => {
    const hall = perkHarness();
    const perkId = hall.withCodes(['A']);
    hall.claim(perkId, 1);
    const more = hall.load(perkId, ['A', 'B']);
    expect(more).toMatchObject({ added: 1, known: 1 });
    expect(refusal(() => hall.claim(perkId, 2))).toBe('perks.refusals.none-left');
    expect(refusal(() => hall.grant(perkId, 2))).toBe('perks.refusals.none-left');
    // Not only because the perk's counts say so.
    expect(createCodeRepository(hall.database.sqlite).take(perkId, 'claimed')).toBeUndefined();
    more.finish();
    expect(secretOf(hall.claim(perkId, 2))).toBe('B');
  });

  it('hands out what came back while another file is being read, and nothing of that file', () => {
    const hall = perkHarness();
    const perkId = hall.withCodes(['A', 'B']);
    hall.grant(perkId, 1);
    hall.claim(perkId, 2);
    const more = hall.load(perkId, ['C']);
    hall.clock.advance(GRANT_MS);
    hall.write(() => hall.work.returnGrants(hall.clock.now()));
    expect(secretOf(hall.claim(perkId, 3))).toBe('A');
    expect(refusal(() => hall.claim(perkId, 4))).toBe('perks.refusals.none-left');
    expect(hall.view(perkId, 4).perk).toMatchObject({ total: 2, claimed: 2 });
    more.finish();
    expect(secretOf(hall.claim(perkId, 4))).toBe('C');
  });

  it('gives back after the end what was imported, and nothing of a file that is still being read', () => {
    const hall = perkHarness();
    const perkId = hall.withCodes(['A']);
    const more = hall.load(perkId, ['B']);
    hall.end(perkId);
    expect(hall.unclaimed(perkId)).toEqual(['A']);
    expect(refusal(more.finish)).toBe('perks.refusals.ended');
    expect(hall.unclaimed(perkId)).toEqual([]);
  });

  it('rests with no key or another one, and loses nothing', () => {
    const hall = perkHarness();
    const perkId = hall.withCodes(['A', 'B']);
    hall.claim(perkId, 1);
    const { database, clock } = hall;
    for (const [sealer, trouble] of [
      [null, 'no-key'],
      [sealerOf('x'), 'wrong-key'],
    ] as const) {
      const resting = perkHarness({ database, clock, sealer });
      expect(resting.service.trouble()).toBe(trouble);
      expect(refusal(() => resting.claim(perkId, 1))).toBe('perks.refusals.off');
      expect(refusal(() => resting.claim(perkId, 2))).toBe('perks.refusals.off');
      expect(resting.states(perkId)).toEqual(['claimed', 'free']);
    }
    expect(secretOf(hall.claim(perkId, 1))).toBe('A');
  });
});

const acts = fc.array(
  fc.record({ kind: fc.constantFrom('claim', 'grant', 'wait', 'load'), who: fc.integer({ min: 1, max: 6 }) }),
  { maxLength: 40 },
);

it('never hands out more than there is, and no code to two, whatever happens in which order', () => {
  fc.assert(
    fc.property(acts, (sequence) => {
      const hall = perkHarness();
      const perkId = hall.withCodes(['first', 'second']);
      let codes = 2;
      /** The model: who has a code, and for whom one is kept until when. */
      const owners = new Map<number, unknown>();
      const kept = new Map<number, number>();
      for (const { kind, who } of sequence) {
        const now = hall.clock.now();
        const left = () => codes - owners.size - kept.size;
        if (kind === 'wait') {
          hall.clock.advance(GRANT_MS / 2);
          hall.write(() => hall.work.returnGrants(hall.clock.now()));
          for (const [each, until] of kept) if (until <= hall.clock.now()) kept.delete(each);
        } else if (kind === 'load') {
          hall.load(perkId, [`more ${(codes += 1)}`]).finish();
        } else if (kind === 'grant') {
          const allowed = !owners.has(who) && !kept.has(who) && left() > 0;
          expect(refusal(() => hall.grant(perkId, who)) === 'nothing refused').toBe(allowed);
          if (allowed) kept.set(who, now + GRANT_MS);
        } else if (owners.has(who)) {
          expect(secretOf(hall.claim(perkId, who))).toBe(owners.get(who));
        } else if (kept.has(who) || left() > 0) {
          owners.set(who, secretOf(hall.claim(perkId, who)));
          kept.delete(who);
        } else {
          expect(refusal(() => hall.claim(perkId, who))).toBe('perks.refusals.none-left');
        }
        expect(new Set(owners.values()).size).toBe(owners.size);
        const { perk } = hall.view(perkId, 1);
        expect(perk).toMatchObject({ total: codes, claimed: owners.size, reserved: kept.size });
        expect(perk.claimed + perk.reserved).toBeLessThanOrEqual(codes);
      }
      hall.database.sqlite.close();
    }),
    { numRuns: 40 },
  );
});
