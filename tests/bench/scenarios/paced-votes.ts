import { setTimeout as sleep } from 'node:timers/promises';
import { openArena, openBallot, presser } from '../arena.ts';
import type { BotName } from '../bots.ts';
import { countLimited } from '../limited.ts';
import { paced } from '../load.ts';
import { quantile } from '../quantiles.ts';
import { alternating, compare, type Kit, type Scenario } from '../scenario.ts';
import { watchTally } from '../tally-watch.ts';

const RATE = 200;
const WARM_UP_S = 3;

/** A vote at 200 a second, stored with fsync before it is acknowledged. */
export const pacedVotes: Scenario = {
  title: `Votes at ${RATE} a second`,
  async run(kit) {
    const results = await alternating(kit, 4, (name) => measure(kit, name));
    return [
      compare(results, 'acknowledged, p50 ms', ({ p50 }) => p50, { atMost: 1.5 }),
      compare(results, 'acknowledged, p99 ms', ({ p99 }) => p99, { atMost: 1.5 }),
      compare(results, 'CPU of the bot per vote, ms', ({ cpu }) => cpu, { atMost: 1.3 }),
      {
        ...compare({ ...results, bare: [] }, 'REST requests per vote', ({ rest }) => rest),
        limit: { atMost: 1.05 },
      },
      {
        ...compare({ ...results, bare: [] }, 'tally visible, p99 ms', ({ tally }) => tally),
        limit: { atMost: 1500 },
      },
      {
        ...compare({ ...results, bare: [] }, 'answers with 429', ({ limited }) => limited),
        limit: { atMost: 0 },
      },
      compare(results, 'not acknowledged', ({ lost }) => lost),
      compare(results, 'load of sandbox and generator, share of a core', ({ generator }) => generator),
      compare(results, 'delay of the generator itself, p99 ms', ({ delay }) => delay),
    ];
  },
};

async function measure(kit: Kit, name: BotName) {
  const seconds = kit.seconds(15);
  const arena = await openArena(name, { members: RATE * (seconds + WARM_UP_S) });
  try {
    const { sandbox, bot } = arena;
    const message = await openBallot(arena);
    const warmUp = RATE * WARM_UP_S;
    await paced(presser(arena, message), RATE, WARM_UP_S);
    await sleep(2_500);
    const watch = watchTally(sandbox, message, name === 'hearth' ? warmUp : 0);
    const [cpu, requests] = [bot.cpuMs(), sandbox.requests.seq];
    const limited = countLimited(sandbox.requests);
    const load = await paced(presser(arena, message, warmUp), RATE, seconds);
    await sleep(2_500);
    const votes = load.startedAt.length;
    return {
      p50: quantile(load.latencies, 0.5),
      p99: quantile(load.latencies, 0.99),
      cpu: (bot.cpuMs() - cpu) / votes,
      rest: (sandbox.requests.seq - requests) / votes,
      tally:
        watch.delays(load.startedAt).length < votes
          ? Number.NaN
          : quantile(watch.delays(load.startedAt), 0.99),
      limited: limited.stop(),
      lost: load.late + load.refused,
      generator: load.generatorLoad,
      delay: load.generatorDelay,
    };
  } finally {
    await arena.close();
  }
}
