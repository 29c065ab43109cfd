import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodsOf } from '../../../src/features/shoutouts/periods.ts';
import { GUILD, HOUR, person, shoutoutHarness } from './harness.ts';

type Harness = ReturnType<typeof shoutoutHarness>;

/** The counters as they would be if they were counted now. */
function recount({ database }: Harness, timeZone: string): string[] {
  const rows = database.sqlite
    .prepare(
      `SELECT s.id, s.value, s.created_at AS at, r.user_id AS user FROM shoutouts s
       JOIN shoutout_receivers r ON r.shoutout_id = s.id WHERE s.status = 'given'`,
    )
    .all() as { id: number; value: string; at: number; user: string }[];
  const counts = new Map<string, Set<number>>();
  for (const { id, value, at, user } of rows) {
    const { week, month } = periodsOf(at, timeZone);
    for (const period of [`w:${week}`, `m:${month}`, 'all']) {
      for (const each of ['', `v:${value}`]) {
        for (const who of ['', user]) {
          const key = [period, each, who].join('|');
          counts.set(key, (counts.get(key) ?? new Set()).add(id));
        }
      }
    }
  }
  return [...counts].map(([key, ids]) => `${key} ${ids.size}`).sort();
}

function stored({ database }: Harness): string[] {
  const rows = database.sqlite.prepare('SELECT * FROM shoutout_counts').all() as {
    period: string;
    value: string;
    user_id: string;
    received: number;
  }[];
  return rows.map((row) => `${row.period}|${row.value}|${row.user_id} ${row.received}`).sort();
}

const people = [1, 2, 3, 4, 5, 6];
const values = ['Kindness', 'Craft'].map((name) => ({ key: '', name, emoji: '', description: '' }));
const someone = fc.constantFrom(...people);
const which = fc.nat({ max: 30 });
const step = fc.oneof(
  fc.record({
    kind: fc.constant('give' as const),
    from: someone,
    to: fc.uniqueArray(someone, { minLength: 1, maxLength: 3 }),
    value: fc.constantFrom('v1', 'v2'),
  }),
  fc.record({ kind: fc.constantFrom('withdraw' as const, 'void' as const, 'lost' as const), which }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 400 }) }),
);

describe('the counters of the boards', () => {
  it('equal a recount after whatever was given, withdrawn, void or lost, and so do those of each person', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const timeZone = 'America/Los_Angeles';
        const h = shoutoutHarness({ settings: { values, budget: 20, pairDays: 0, backHours: 0 }, timeZone });
        const ids: number[] = [];
        const giver = new Map<number, number>();
        const tried = (act: () => void): void => {
          try {
            act();
          } catch {
            // A refusal changes nothing: the recount shows it.
          }
        };
        for (const each of steps) {
          if (each.kind === 'wait') h.clock.advance(each.hours * HOUR);
          else if (each.kind === 'give') {
            tried(() => {
              const source = { channelId: '9', messageId: String(ids.length) };
              const { shoutout } = h.thank(each.from, each.to, { value: each.value, source });
              ids.push(shoutout.id);
              giver.set(shoutout.id, each.from);
            });
          } else {
            const at = each.which % Math.max(1, ids.length);
            const id = ids[at] ?? 0;
            if (each.kind === 'withdraw') tried(() => h.withdraw(giver.get(id) ?? 0, id));
            else if (each.kind === 'void') tried(() => h.void(id));
            else h.messageGone(String(at));
          }
        }
        expect(stored(h)).toEqual(recount(h, timeZone));
        for (const each of people) {
          const { given, received } = h.repositories.people.totals(GUILD, person(each));
          const all = ids.flatMap((id) => h.work.find(id) ?? []).filter(({ status }) => status === 'given');
          expect(given).toBe(all.filter(({ giverId }) => giverId === person(each)).length);
          expect(received).toBe(all.filter((one) => one.receiverIds.includes(person(each))).length);
        }
        h.database.close();
      }),
      { numRuns: 60 },
    );
  });

  it('go back to nothing with the only shout-out', () => {
    const h = shoutoutHarness();
    const { shoutout } = h.thank(1, [2, 3]);
    expect(stored(h)).toEqual(recount(h, 'UTC'));
    expect(h.board()).toMatchObject({ people: 2, shoutouts: 1 });
    h.withdraw(1, shoutout.id);
    expect(stored(h)).toEqual([]);
    expect(h.board()).toMatchObject({ people: 0, shoutouts: 0, lines: [] });
  });
});
