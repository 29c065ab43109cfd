import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { botsSpentMs } from './bots.ts';
import { machineBusyMs } from './process-stats.ts';
import type { Kit, Scenario } from './scenario.ts';
import { ama } from './scenarios/ama.ts';
import { boards } from './scenarios/boards.ts';
import { claims } from './scenarios/claims.ts';
import { digest } from './scenarios/digest.ts';
import { footprint } from './scenarios/footprint.ts';
import { manyDigests } from './scenarios/many-digests.ts';
import { manyIdeas } from './scenarios/many-ideas.ts';
import { manyVoters } from './scenarios/many-voters.ts';
import { messages } from './scenarios/messages.ts';
import { pacedVotes } from './scenarios/paced-votes.ts';
import { restarts } from './scenarios/restarts.ts';
import { roundUp } from './scenarios/round-up.ts';
import { crowd, instant } from './scenarios/rushes.ts';
import { saturation } from './scenarios/saturation.ts';
import { supporters } from './scenarios/supporters.ts';
import { table } from './table.ts';

/*
 * npm run bench -- [--quick] [--bots bare|hearth|bare,hearth] [scenario ...]
 *
 * BENCH_NODE_OPTIONS goes to the bots: `--cpu-prof --cpu-prof-dir=profiles` shows where their time goes.
 *
 * Sandbox and generator are this process, each bot is one of its own. Nothing here passes or fails: it prints what
 * was measured beside what was aimed at.
 */

const SCENARIOS: Record<string, Scenario> = {
  paced: pacedVotes,
  saturation,
  voters: manyVoters,
  ideas: manyIdeas,
  ama,
  boards,
  'round-up': roundUp,
  claims,
  digest,
  digests: manyDigests,
  messages,
  crowd,
  instant,
  memory: footprint,
  restarts,
  supporters,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, bots: { type: 'string', default: 'bare,hearth' } },
});
const unknown = positionals.filter((name) => !(name in SCENARIOS));
if (unknown.length > 0) {
  throw new Error(`there is no ${unknown.join(', ')}; there are ${Object.keys(SCENARIOS).join(', ')}`);
}

const kit: Kit = {
  bots: (['bare', 'hearth'] as const).filter((name) => values.bots.split(',').includes(name)),
  seconds: (whole) => (values.quick ? Math.ceil(whole / 4) : whole),
  say: (words) => process.stderr.write(`  … ${words}\n`),
};

/** Cores that neither this process nor the bots have used since: with much of it the figures say little. */
function watchElsewhere(): () => number {
  const spent = (): number =>
    machineBusyMs() - process.cpuUsage().user / 1000 - process.cpuUsage().system / 1000 - botsSpentMs();
  const [before, began] = [spent(), performance.now()];
  return () => Math.max(0, (spent() - before) / (performance.now() - began));
}

process.stdout.write(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})\n`);
const chosen = positionals.length > 0 ? positionals : Object.keys(SCENARIOS);
for (const name of chosen) {
  const scenario = SCENARIOS[name];
  if (scenario === undefined) continue;
  process.stderr.write(`${name}\n`);
  const elsewhere = watchElsewhere();
  process.stdout.write(table(scenario.title, await scenario.run(kit), scenario.columns));
  process.stdout.write(`Meanwhile other processes kept ${elsewhere().toFixed(2)} cores busy.\n`);
}
