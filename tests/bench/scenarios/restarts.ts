import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Arena, joinBot, openArena, openBallot, presser } from '../arena.ts';
import type { BotName } from '../bots.ts';
import type { Press } from '../load.ts';
import { compare, type Kit, type Scenario } from '../scenario.ts';

const POLLS = 1_000;
const REPEATS = 5;

/** Starting again beside 1,000 open polls, and coming back after kill -9 in the middle of votes. */
export const restarts: Scenario = {
  title: `Starting again (Hearth with ${POLLS} open polls)`,
  async run(kit) {
    const results = {
      bare: kit.bots.includes('bare') ? await measure(kit, 'bare', 1) : [],
      hearth: kit.bots.includes('hearth') ? await measure(kit, 'hearth', POLLS) : [],
    };
    return [
      compare(results, 'start to ready, ms', ({ readyMs }) => readyMs, { atMost: 1.3 }),
      compare(results, 'kill -9 to the first vote acknowledged, ms', ({ answeringMs }) => answeringMs),
      {
        ...compare({ ...results, bare: [] }, '  of it for Hearth', ({ answeringMs }) => answeringMs),
        limit: { atMost: 1000 },
      },
    ];
  },
};

async function measure(kit: Kit, name: BotName, ballots: number) {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-bench-data-'));
  const arena = await openArena(name, { rateLimits: false, folder });
  try {
    kit.say(`${name}: ${ballots} ballots`);
    for (let index = 1; index < ballots; index += 1) await openBallot(arena, `channel-${index % 50}`);
    const message = await openBallot(arena);
    const results = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1)
      results.push(await killAndReturn(arena, message, name, folder));
    return results;
  } finally {
    await arena.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Votes go on all the time; how long until one is acknowledged by the process that took over. */
async function killAndReturn(
  arena: Arena,
  message: Parameters<typeof presser>[1],
  name: BotName,
  folder: string,
) {
  const votes = keepVoting(presser(arena, message));
  await sleep(1_000);
  await arena.bot.stop('SIGKILL');
  const killedAt = performance.now();
  const answered = votes.firstAnswered();
  arena.bot = await joinBot(name, arena.sandbox, folder);
  const answeringMs = (await answered) - killedAt;
  votes.stop();
  await sleep(500);
  return { readyMs: arena.bot.readyMs, answeringMs };
}

function keepVoting(press: Press) {
  let index = 0;
  let onAnswer: ((startedAt: number) => void) | undefined;
  const timer = setInterval(() => {
    const startedAt = performance.now();
    press((index += 1)).then(
      ({ result }) => (result === 'success' ? onAnswer?.(startedAt) : undefined),
      () => undefined,
    );
  }, 20);
  return {
    /** The instant at which the first vote is acknowledged that is sent from now on. */
    firstAnswered(): Promise<number> {
      const from = performance.now();
      return new Promise((resolve) => {
        onAnswer = (startedAt) => {
          if (startedAt > from) resolve(performance.now());
        };
      });
    },
    stop: () => clearInterval(timer),
  };
}
