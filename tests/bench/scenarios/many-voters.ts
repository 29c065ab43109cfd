import { setTimeout as sleep } from 'node:timers/promises';
import { type Arena, openArena, openBallot, presser } from '../arena.ts';
import { closedLoop, paced } from '../load.ts';
import { quantile } from '../quantiles.ts';
import type { Kit, Scenario } from '../scenario.ts';
import type { Row } from '../table.ts';

const RATE = 200;
const MANY = 10_000;
const FEW = 10;

/** What a vote costs in a poll that 10,000 have voted in, against one of ten. */
export const manyVoters: Scenario = {
  title: `A poll of ${MANY} voters (right) against one of ${FEW} (left), Hearth alone`,
  async run(kit) {
    if (!kit.bots.includes('hearth')) return [];
    const [few, many] = [await measure(kit, FEW), await measure(kit, MANY)];
    const limit = { atMost: 1.1 };
    const rows: Row[] = [
      { measure: 'CPU of the bot per vote, ms', bare: few.cpu, hearth: many.cpu, limit },
      { measure: 'acknowledged, p50 ms', bare: few.p50, hearth: many.p50, limit },
      { measure: 'acknowledged, p99 ms', bare: few.p99, hearth: many.p99 },
    ];
    return rows;
  },
};

async function measure(kit: Kit, voters: number) {
  kit.say(`${voters} voters`);
  const arena = await openArena('hearth', { members: voters });
  try {
    const message = await openBallot(arena);
    const votes = await everybodyVotes(arena, presser(arena, message), voters);
    // The same warm-up for both, so that the code is equally hot.
    const warm = await closedLoop(presser(arena, message, votes), 16, kit.seconds(5));
    await sleep(2_500);
    const cpu = arena.bot.cpuMs();
    const load = await paced(presser(arena, message, votes + warm.startedAt.length), RATE, kit.seconds(12));
    return {
      cpu: (arena.bot.cpuMs() - cpu) / load.startedAt.length,
      p50: quantile(load.latencies, 0.5),
      p99: quantile(load.latencies, 0.99),
    };
  } finally {
    await arena.close();
  }
}

/** Each voter once, in a steady stream. Resolves with the number of votes. */
async function everybodyVotes(_: Arena, press: ReturnType<typeof presser>, voters: number): Promise<number> {
  for (let from = 0; from < voters; from += 50) {
    const group = Array.from({ length: Math.min(50, voters - from) }, (_, index) => press(from + index));
    await Promise.all(group);
  }
  return voters;
}
