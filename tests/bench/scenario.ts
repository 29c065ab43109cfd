import type { BotName } from './bots.ts';
import type { Row } from './table.ts';

export interface Kit {
  /** Those that take part, the yardstick first. */
  bots: readonly ('bare' | 'hearth')[];
  /** The whole length, or less for a quick look. */
  seconds(whole: number): number;
  /** Progress, for whoever waits. */
  say(words: string): void;
}

export interface Scenario {
  title: string;
  /** What is compared; the bare bot and Hearth unless said otherwise. */
  columns?: readonly [string, string];
  run(kit: Kit): Promise<Row[]>;
}

/** Runs every bot `rounds` times, in alternating order, so that what the machine does besides hits them alike. */
export async function alternating<Result>(
  kit: Kit,
  rounds: number,
  once: (name: BotName) => Promise<Result>,
): Promise<Record<'bare' | 'hearth', Result[]>> {
  const results: Record<'bare' | 'hearth', Result[]> = { bare: [], hearth: [] };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? kit.bots : kit.bots.toReversed();
    for (const name of order) {
      kit.say(`${name}, round ${round + 1} of ${rounds}`);
      results[name].push(await once(name));
    }
  }
  return results;
}

/** One line: the middle one of each bot's rounds. */
export function compare<Result>(
  results: Record<'bare' | 'hearth', Result[]>,
  measure: string,
  value: (result: Result) => number,
  limit?: Row['limit'],
): Row {
  const middle = (all: Result[]): number | undefined => {
    const sorted = all.map(value).sort((a, b) => a - b);
    const upper = sorted[Math.floor(sorted.length / 2)];
    const lower = sorted[Math.floor((sorted.length - 1) / 2)];
    return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
  };
  const [bare, hearth] = [middle(results.bare), middle(results.hearth)];
  return {
    measure,
    ...(bare === undefined ? {} : { bare }),
    ...(hearth === undefined ? {} : { hearth }),
    ...(limit === undefined ? {} : { limit }),
  };
}
