import { setTimeout as sleep } from 'node:timers/promises';
import { openArena, openBallot, presser } from '../arena.ts';
import { burst, paced } from '../load.ts';
import { quantile } from '../quantiles.ts';
import { alternating, compare, type Scenario } from '../scenario.ts';
import { watchTally } from '../tally-watch.ts';

const CROWD = 10_000;
const WITHIN_S = 10;
const INSTANT = 2_000;

/** 10,000 members vote within ten seconds. */
export const crowd: Scenario = {
  title: `${CROWD} members vote within ${WITHIN_S} s`,
  async run(kit) {
    const results = await alternating(kit, 2, async (name) => {
      const arena = await openArena(name, { members: CROWD });
      try {
        const message = await openBallot(arena);
        const watch = watchTally(arena.sandbox, message);
        const load = await paced(presser(arena, message), CROWD / WITHIN_S, WITHIN_S);
        await sleep(3_000);
        return { ...load, shown: watch.shown() };
      } finally {
        await arena.close();
      }
    });
    const hearthOnly = { ...results, bare: [] };
    return [
      compare(results, 'acknowledged within 3 s', ({ latencies }) => latencies.length),
      compare(results, 'late', ({ late, refused }) => late + refused),
      compare(results, 'acknowledged, p50 ms', ({ latencies }) => quantile(latencies, 0.5)),
      compare(results, 'acknowledged, p99 ms', ({ latencies }) => quantile(latencies, 0.99)),
      compare(results, 'acknowledged, slowest ms', ({ latencies }) => quantile(latencies, 1)),
      {
        ...compare(hearthOnly, 'votes missing in the tally', ({ shown }) => CROWD - shown),
        limit: { atMost: 0 },
      },
      compare(
        results,
        'load of sandbox and generator, share of a core',
        ({ generatorLoad }) => generatorLoad,
      ),
    ];
  },
};

/** 2,000 presses in one instant, while Discord takes 100 ms to answer each callback. */
export const instant: Scenario = {
  title: `${INSTANT} presses in one instant, callbacks answered after 100 ms`,
  async run(kit) {
    const results = await alternating(kit, 4, async (name) => {
      const arena = await openArena(name, { members: INSTANT });
      try {
        const message = await openBallot(arena);
        const press = presser(arena, message);
        await paced(press, 50, 2);
        arena.sandbox.faults.add({
          match: { route: '/interactions/:id/:token/callback' },
          times: 0,
          action: { kind: 'delay', ms: 100 },
        });
        return await burst(press, INSTANT);
      } finally {
        await arena.close();
      }
    });
    return [
      compare(results, 'late', ({ late, refused }) => late + refused),
      compare(results, 'answered, p50 ms', ({ latencies }) => quantile(latencies, 0.5)),
      compare(results, 'answered, slowest ms', ({ latencies }) => quantile(latencies, 1), { atMost: 1.5 }),
    ];
  },
};
