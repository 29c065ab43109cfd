import { setTimeout as sleep } from 'node:timers/promises';
import { openArena, openBallot, presser } from '../arena.ts';
import { closedLoop, type Press, paced } from '../load.ts';
import { mean, quantile } from '../quantiles.ts';
import type { Kit, Scenario } from '../scenario.ts';

const RATE = 200;
const WIDTH = 16;
const MANY = 10_000;
const FEW = 10;
const ORDER = [FEW, MANY, MANY, FEW];

/** What a vote costs in a poll that 10,000 have voted in, against one of ten. */
export const manyVoters: Scenario = {
  title: `Hearth with ${MANY} voters in a poll, against ${FEW}`,
  columns: [`${FEW}`, `${MANY}`],
  async run(kit) {
    if (!kit.bots.includes('hearth')) return [];
    const results: (Cost & { voters: number })[] = [];
    for (const voters of ORDER) results.push({ voters, ...(await measure(kit, voters)) });
    const middle = (voters: number, value: (cost: Cost) => number): number =>
      mean(results.flatMap((result) => (result.voters === voters ? [value(result)] : [])));
    const row = (measure: string, value: (cost: Cost) => number) => ({
      measure,
      bare: middle(FEW, value),
      hearth: middle(MANY, value),
    });
    const limit = { atMost: 1.1 };
    return [
      { ...row(`CPU of the bot per vote, ${WIDTH} under way, µs`, ({ cpu }) => cpu), limit },
      { ...row(`acknowledged at ${RATE} a second, p50 ms`, ({ p50 }) => p50), limit },
      row(`acknowledged at ${RATE} a second, p99 ms`, ({ p99 }) => p99),
    ];
  },
};

interface Cost {
  cpu: number;
  p50: number;
  p99: number;
}

async function measure(kit: Kit, voters: number): Promise<Cost> {
  kit.say(`${voters} voters`);
  const arena = await openArena('hearth', { members: voters });
  try {
    const message = await openBallot(arena);
    await everybodyVotes(presser(arena, message), voters);
    // The same warm-up for both, so that the code is equally hot.
    const warm = await closedLoop(presser(arena, message, voters), WIDTH, kit.seconds(8));
    const before = arena.bot.cpuMs();
    let turn = voters + warm.startedAt.length;
    const flatOut = await closedLoop(presser(arena, message, turn), WIDTH, kit.seconds(8));
    const used = arena.bot.cpuMs() - before;
    turn += flatOut.startedAt.length;
    await sleep(2_500);
    const steady = await paced(presser(arena, message, turn), RATE, kit.seconds(8));
    return {
      cpu: (used * 1000) / flatOut.startedAt.length,
      p50: quantile(steady.latencies, 0.5),
      p99: quantile(steady.latencies, 0.99),
    };
  } finally {
    await arena.close();
  }
}

/** Each voter once, 50 at a time. */
async function everybodyVotes(press: Press, voters: number): Promise<void> {
  for (let from = 0; from < voters; from += 50) {
    const group = Math.min(50, voters - from);
    await Promise.all(Array.from({ length: group }, (_, index) => press(from + index)));
  }
}
