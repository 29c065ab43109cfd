import { openDatabase } from '../../../src/database/open.ts';
import { fillShoutouts } from '../../features/shoutouts/fill.ts';
import { actor, DAY, shoutoutHarness } from '../../features/shoutouts/harness.ts';
import { fixedClock, migrationsFolder, temporaryFolder } from '../../support/database.ts';
import { quantile } from '../quantiles.ts';
import type { Scenario } from '../scenario.ts';
import type { Row } from '../table.ts';

const FEW = 10_000;
const MANY = 1_000_000;
const MEMBERS = 10_000;
const ROUNDS = 200;
const YEAR = 365 * DAY;

/** Real ms of what was done: the median, and what 95 of 100 stay under. In a file, as the bot has it. */
function measureWith(shoutouts: number): Map<string, { median: number; most: number }> {
  const from = Date.UTC(2025, 10, 23);
  const { folder, remove } = temporaryFolder();
  const database = openDatabase({ path: `${folder}/hearth.sqlite`, migrationsFolder });
  const clock = fixedClock(from + YEAR - DAY);
  const h = shoutoutHarness({ database, clock, settings: { budget: 20 } });
  const every = Math.floor(YEAR / shoutouts);
  fillShoutouts(h.database.sqlite, { shoutouts, members: MEMBERS, from, every, values: 5, apart: 50 });
  const last = h.board('all').pages - 1;
  const acts: Record<string, (round: number) => unknown> = {
    'the board of the week': () => h.board('week'),
    'the board of the month, by value': () => h.board('month', 'v2'),
    'the board of all time': () => h.board('all'),
    'the board of all time, any page': (round) => h.board('all', undefined, (round * 37) % last),
    "somebody's own story": (round) => h.story(round),
    'before the form opens': () => h.service.mayGive(h.by(actor(1))),
    'giving one': (round) => h.thank(200_000 + round, [300_000 + round]),
  };
  const figures = new Map<string, { median: number; most: number }>();
  for (const [name, act] of Object.entries(acts)) {
    const took = Array.from({ length: ROUNDS }, (_, round) => {
      const began = performance.now();
      act(round);
      return performance.now() - began;
    });
    figures.set(name, { median: quantile(took, 0.5), most: quantile(took, 0.95) });
  }
  h.database.close();
  remove();
  return figures;
}

/** What a hundred times as many shout-outs cost, with hidden members and staff left out. */
export const boards: Scenario = {
  title: `Shout-outs: the same over ${FEW.toLocaleString('en')} and over ${MANY.toLocaleString('en')}, ms`,
  columns: [FEW.toLocaleString('en'), MANY.toLocaleString('en')],
  run(kit) {
    kit.say(`${FEW} shout-outs`);
    const few = measureWith(FEW);
    kit.say(`${MANY} shout-outs`);
    const many = measureWith(MANY);
    const rows = [...many].flatMap(([name, { median, most }]): Row[] => [
      { measure: `${name}, median`, bare: few.get(name)?.median ?? Number.NaN, hearth: median },
      {
        measure: `${name}, 95 of 100`,
        hearth: most,
        ...(name.startsWith('the board') ? { limit: { atMost: 10 } } : {}),
      },
    ]);
    return Promise.resolve(rows);
  },
};
