import { setTimeout as sleep } from 'node:timers/promises';
import { openArena } from '../arena.ts';
import { alternating, compare, type Scenario } from '../scenario.ts';
import type { Row } from '../table.ts';

const GUILDS = [1, 500, 2_500] as const;
const LIMITS: Partial<Record<number, Row['limit']>> = { 500: { atMost: 1.15 }, 2_500: { atMost: 0.8 } };

/** Memory of the process some seconds after it became ready, in guilds of 50 channels and 20 roles. */
export const footprint: Scenario = {
  title: 'Resident memory, MiB',
  async run(kit) {
    const rows: Row[] = [];
    for (const guilds of GUILDS) {
      const results = await alternating(kit, 2, async (name) => {
        const arena = await openArena(name, { guilds, members: 3 });
        try {
          await sleep(5_000);
          return { mib: arena.bot.residentMib(), readyMs: arena.bot.readyMs };
        } finally {
          await arena.close();
        }
      });
      rows.push(
        compare(results, `at ${guilds} guild${guilds === 1 ? '' : 's'}`, ({ mib }) => mib, LIMITS[guilds]),
        compare(results, `  start to ready, ms`, ({ readyMs }) => readyMs),
      );
    }
    return rows;
  },
};
