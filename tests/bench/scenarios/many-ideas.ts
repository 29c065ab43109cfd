import { fillIdeas, GUILD, ideaHarness, member } from '../../features/ideas/harness.ts';
import { quantile } from '../quantiles.ts';
import type { Scenario } from '../scenario.ts';
import type { Row } from '../table.ts';

const FEW = 100;
const MANY = 10_000;
const ROUNDS = 200;

/** Words as an invented language has them: few syllables, so that everything looks a little like everything. */
function speaker(): (words: number) => string {
  const syllables = [
    'ba',
    'kel',
    'mo',
    'tri',
    'sun',
    'der',
    'lo',
    'pan',
    'vi',
    'gor',
    'ash',
    'ne',
    'fu',
    'quil',
    'os',
    'ty',
  ];
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const word = (): string => [1, 2, 3].map(() => syllables[next(syllables.length)]).join('');
  return (words) => Array.from({ length: words }, word).join(' ');
}

/** Real ms of what was done: the median, and what 95 of 100 stay under. In memory, so that only Hearth counts. */
function measureWith(count: number): Map<string, { median: number; most: number }> {
  const h = ideaHarness({ active: 1_000_000 });
  const say = speaker();
  fillIdeas(h.database, count, (number) => ({ title: say(5), body: say(60), supporters: number % 50 }));
  const title = (round: number): string =>
    h.ideas.findByNumber(GUILD, 1 + ((round * 37) % count))?.idea.title ?? '';
  const asked = Array.from({ length: ROUNDS }, (_, round) => title(round).split(' ').toReversed());
  const call = h.by(member(1));
  const page = (round: number): number => (round * 13) % (count / 10);
  const list = { ...call, status: 'any', category: undefined, mine: false } as const;
  const acts: Record<string, (round: number) => unknown> = {
    'similar ideas': (round) => h.searches.similar(GUILD, (asked[round] ?? []).slice(1).join(' '), 3),
    'a list page, newest first': (round) => h.service.list({ ...list, order: 'new', page: page(round) }),
    'a list page, by support': (round) => h.service.list({ ...list, order: 'support', page: page(round) }),
    'a search page': (round) => h.service.search({ ...call, text: asked[round]?.[0] ?? '', page: 0 }),
    'completing a title': (round) =>
      h.service.suggest({ ...call, text: (asked[round]?.[0] ?? '').slice(0, 5) }),
    'a support press': (round) => h.toggle(1, member(500_000 + round)),
  };
  const figures = new Map<string, { median: number; most: number }>();
  h.crowd(1, count, 600_000);
  for (const [name, act] of Object.entries(acts)) {
    const took = Array.from({ length: ROUNDS }, (_, round) => {
      const began = performance.now();
      act(round);
      return performance.now() - began;
    });
    figures.set(name, { median: quantile(took, 0.5), most: quantile(took, 0.95) });
  }
  h.database.close();
  return figures;
}

const LIMITS: Readonly<Record<string, number>> = {
  'similar ideas': 10,
  'a list page, newest first': 5,
  'a list page, by support': 5,
};

/** What a hundred times as many ideas (and supporters of one of them) cost. */
export const manyIdeas: Scenario = {
  title: `Ideas: the same over ${FEW} and over ${MANY.toLocaleString('en')} ideas, ms`,
  columns: [`${FEW}`, MANY.toLocaleString('en')],
  run(kit) {
    kit.say(`${FEW} ideas`);
    const few = measureWith(FEW);
    kit.say(`${MANY} ideas`);
    const many = measureWith(MANY);
    const rows = [...many].flatMap(([name, { median, most }]): Row[] => {
      const atMost = LIMITS[name];
      return [
        { measure: `${name}, median`, bare: few.get(name)?.median ?? Number.NaN, hearth: median },
        {
          measure: `${name}, 95 of 100`,
          hearth: most,
          ...(atMost === undefined ? {} : { limit: { atMost } }),
        },
      ];
    });
    return Promise.resolve(rows);
  },
};
