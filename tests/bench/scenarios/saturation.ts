import { openArena, openBallot, presser } from '../arena.ts';
import type { BotName } from '../bots.ts';
import { closedLoop } from '../load.ts';
import { quantile } from '../quantiles.ts';
import { alternating, compare, type Kit, type Scenario } from '../scenario.ts';

const WIDTH = 32;

/** As many votes as go, 32 under way at any time. */
export const saturation: Scenario = {
  title: `Votes without a pause, ${WIDTH} under way`,
  async run(kit) {
    const results = await alternating(kit, 4, (name) => measure(kit, name));
    kit.say('the reflex: what sandbox and generator can bear');
    const ceiling = await measure(kit, 'reflex');
    return [
      compare(results, 'acknowledged a second', ({ rate }) => rate, { atLeast: 0.8 }),
      compare(results, 'CPU of the bot per vote, µs', ({ cpu }) => cpu),
      compare(results, 'acknowledged, p99 ms', ({ p99 }) => p99),
      compare(results, 'load of the bot, share of a core', ({ botLoad }) => botLoad),
      compare(results, 'load of sandbox and generator, share of a core', ({ generator }) => generator),
      { measure: 'ceiling of sandbox and generator, a second', bare: ceiling.rate },
    ];
  },
};

async function measure(kit: Kit, name: BotName) {
  const arena = await openArena(name, { members: 5_000 });
  try {
    const message = await openBallot(arena);
    const warmUp = await closedLoop(presser(arena, message), WIDTH, kit.seconds(3));
    const cpu = arena.bot.cpuMs();
    const load = await closedLoop(presser(arena, message, warmUp.startedAt.length), WIDTH, kit.seconds(8));
    const used = arena.bot.cpuMs() - cpu;
    return {
      rate: load.latencies.length / load.seconds,
      cpu: (used * 1000) / load.startedAt.length,
      p99: quantile(load.latencies, 0.99),
      botLoad: used / 1000 / load.seconds,
      generator: load.generatorLoad,
    };
  } finally {
    await arena.close();
  }
}
