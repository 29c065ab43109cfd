import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coreHarness, DAY, member, refusalOf, staff } from './core-harness.ts';

type Core = ReturnType<typeof coreHarness>;

const IDEAS = 5;
const anyPress = fc.record({
  who: fc.integer({ min: 1, max: 10 }),
  on: fc.integer({ min: 0, max: IDEAS - 1 }),
});
const anyPair = fc.tuple(fc.integer({ min: 0, max: IDEAS - 1 }), fc.integer({ min: 0, max: IDEAS - 1 }));

/** Ideas of members 1 to 5, who may support those of the others; goals that nobody reaches. */
function someIdeas() {
  const core = coreHarness();
  const ideas = Array.from({ length: IDEAS }, (_, index) =>
    core.idea({ authorId: member(index + 1).userId }),
  );
  core.database.sqlite.exec(`UPDATE ideas SET rungs = '[{"goal":1000,"days":14}]'`);
  return { core, ideas };
}

function pressWhereAllowed(
  core: Core,
  ideas: readonly number[],
  presses: readonly { who: number; on: number }[],
) {
  for (const { who, on } of presses) if (who !== on + 1) core.press(ideas[on] ?? 0, member(who));
}

/** All that anybody could see of them, but for when. */
function picture(core: Core, ideas: readonly number[]) {
  return ideas.map((id) => {
    const { deadline: _, ...idea } = core.state(id);
    return { idea, supporters: core.supporters(id), followers: core.followers(id) };
  });
}

/** Who should support each idea now: who did before, and whoever the merges that stand bring; never its author. */
function expected(core: Core, ideas: readonly number[], base: ReadonlyMap<number, readonly string[]>) {
  const all = (id: number): string[] => {
    const sources = ideas.filter((each) => core.service.mergeOf(each)?.targetId === id);
    const author = core.state(id).authorId;
    const union = new Set([...(base.get(id) ?? []), ...sources.flatMap(all)]);
    return [...union].filter((each) => each !== author).toSorted();
  };
  return ideas.map(all);
}

function mergeWhereAllowed(
  core: Core,
  ideas: readonly number[],
  pairs: readonly (readonly [number, number])[],
) {
  return pairs.flatMap(([from, to]) => {
    try {
      return [core.merge(ideas[from] ?? 0, ideas[to] ?? 0).id];
    } catch {
      return [];
    }
  });
}

describe('merges of merges', () => {
  test('undone in any order leave everything as it was', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(anyPress, { maxLength: 40 }),
        fc.array(anyPair, { maxLength: 6 }),
        order,
        (presses, pairs, by) => {
          const { core, ideas } = someIdeas();
          pressWhereAllowed(core, ideas, presses);
          const before = picture(core, ideas);
          const merges = mergeWhereAllowed(core, ideas, pairs);
          for (const id of ideas) expect(core.state(id).supporters).toBe(core.supporters(id).length);
          core.clock.advance(DAY);
          for (const id of by.flatMap((index) => merges[index] ?? [])) core.undo(id);
          expect(picture(core, ideas)).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('bring everybody along, each once, after every step there and back', () => {
    const order = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(
        fc.array(anyPress, { maxLength: 40 }),
        fc.array(anyPair, { maxLength: 8 }),
        order,
        (presses, pairs, by) => {
          const { core, ideas } = someIdeas();
          pressWhereAllowed(core, ideas, presses);
          const base = new Map(ideas.map((id) => [id, core.supporters(id)]));
          const check = () => {
            expect(ideas.map((id) => core.supporters(id))).toEqual(expected(core, ideas, base));
            for (const id of ideas) expect(core.state(id).supporters).toBe(core.supporters(id).length);
          };
          let standing: number[] = [];
          for (const pair of pairs) {
            standing.push(...mergeWhereAllowed(core, ideas, [pair]));
            check();
            // Now and then one of them is undone, so that others are merged anew.
            const pick = by.next().value;
            const undone = pick % 3 === 0 ? standing[pick % Math.max(1, standing.length)] : undefined;
            if (undone === undefined) continue;
            core.undo(undone);
            standing = standing.filter((id) => id !== undone);
            check();
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  test('never cross servers', () => {
    const { core, ideas } = someIdeas();
    core.database.sqlite
      .prepare('UPDATE ideas SET guild_id = ?, number = 1 WHERE id = ?')
      .run('899', ideas[1] ?? 0);
    expect(refusalOf(() => core.merge(ideas[0] ?? 0, ideas[1] ?? 0)).code).toBe('not-found');
    expect(refusalOf(() => core.merge(ideas[1] ?? 0, ideas[0] ?? 0)).code).toBe('not-found');
    const { id } = core.merge(ideas[0] ?? 0, ideas[2] ?? 0);
    const elsewhere = { ...core.by(staff()), guildId: '899', mergeId: id };
    expect(refusalOf(() => core.service.undoMerge(elsewhere)).code).toBe('not-found');
  });
});
