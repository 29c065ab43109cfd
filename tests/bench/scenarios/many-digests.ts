import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../../src/database/open.ts';
import { SqliteDatabase } from '../../../src/database/sqlite.ts';
import { buildManyGuilds } from '../../../src/sandbox/community/build-many-guilds.ts';
import { fillActivity } from '../../features/engagement/fill.ts';
import { migrationsFolder } from '../../support/database.ts';
import { startTestSandbox } from '../../support/sandbox.ts';
import { type Arena, joinBot, openBallot, presser } from '../arena.ts';
import { type Load, paced } from '../load.ts';
import { quantile } from '../quantiles.ts';
import type { Kit, Scenario } from '../scenario.ts';

const GUILDS = 1_000;
const MEMBERS = 30;
const WEEKS = 8;
const RATE = 100;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Starting with so many servers, and a look at votes while nothing else happens. */
const BEFORE_MS = 90_000;

/** Every server's digest is due in the same minute, while members of one of them vote. */
export const manyDigests: Scenario = {
  title: `${GUILDS.toLocaleString('en')} digests due in the same minute, with ${RATE} votes a second`,
  columns: ['before', 'meanwhile'],
  run: measure,
};

async function measure(kit: Kit) {
  const guilds = kit.seconds(GUILDS);
  const folder = mkdtempSync(join(tmpdir(), 'hearth-bench-data-'));
  const seed = buildManyGuilds(guilds, MEMBERS);
  const sandbox = await startTestSandbox({ seed, rateLimits: true });
  const dueAt = Math.ceil((Date.now() + BEFORE_MS) / MINUTE_MS) * MINUTE_MS;
  kit.say(`${guilds} servers with ${WEEKS} weeks of history`);
  fill(folder, seed.guilds, dueAt);
  const bot = await joinBot('hearth', sandbox, folder);
  const userIds = seed.users.filter((user) => !user.bot).map((user) => user.id);
  const arena: Arena = { sandbox, bot, userIds, close: () => bot.stop() };
  try {
    const ballot = await openBallot(arena);
    await paced(presser(arena, ballot), RATE, 3);
    const before = await paced(presser(arena, ballot, 3 * RATE), RATE, 10);
    kit.say(`digests are due in ${Math.round((dueAt - Date.now()) / 1_000)} s`);
    await sleep(Math.max(0, dueAt - 1_000 - Date.now()));
    const posted = countPosted(folder);
    const loads: Load[] = [];
    const pressing = presser(arena, ballot, 20 * RATE);
    while (posted.read() < guilds && Date.now() - dueAt < 15 * MINUTE_MS) {
      loads.push(await paced((index) => pressing(loads.length * 5 * RATE + index), RATE, 5));
    }
    const seconds = (Date.now() - dueAt) / 1_000;
    const count = posted.read();
    posted.close();
    const all = loads.flatMap(({ latencies }) => latencies);
    const lost = loads.reduce((sum, { late, refused }) => sum + late + refused, 0);
    return [
      {
        measure: 'votes acknowledged, p50 ms',
        bare: quantile(before.latencies, 0.5),
        hearth: quantile(all, 0.5),
      },
      {
        measure: 'votes acknowledged, p99 ms',
        bare: quantile(before.latencies, 0.99),
        hearth: quantile(all, 0.99),
      },
      { measure: '  of it, ms at most', hearth: quantile(all, 0.99), limit: { atMost: 300 } },
      {
        measure: 'votes not acknowledged',
        hearth: before.late + before.refused + lost,
        limit: { atMost: 0 },
      },
      { measure: 'digests posted', hearth: count, limit: { atLeast: guilds } },
      { measure: 'until the last one stands, s', hearth: seconds, limit: { atMost: 600 } },
    ];
  } finally {
    await arena.close();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As if every server had been counted for weeks, and had named a channel and this minute. */
function fill(folder: string, guilds: ReturnType<typeof buildManyGuilds>['guilds'], dueAt: number): void {
  const database = openDatabase({ path: join(folder, 'hearth.sqlite'), migrationsFolder });
  const end = Math.floor(dueAt / DAY_MS) + 1;
  const due = new Date(dueAt);
  const settings = database.sqlite.prepare(
    `INSERT INTO digest_settings (guild_id, channel_id, cadence, weekday, hour, minute, locale, changed_at, changed_by)
     VALUES (?, ?, 'weekly', ?, ?, ?, NULL, ?, '1')`,
  );
  for (const { id: guildId, channels } of guilds) {
    fillActivity(database.sqlite, { guildId, members: MEMBERS, start: end - 7 * WEEKS, end });
    const channelId = channels[1]?.id;
    settings.run(
      guildId,
      channelId,
      due.getUTCDay() || 7,
      due.getUTCHours(),
      due.getUTCMinutes(),
      dueAt - DAY_MS,
    );
  }
  database.close();
}

function countPosted(folder: string) {
  const sqlite = new SqliteDatabase(join(folder, 'hearth.sqlite'), { readonly: true });
  const count = sqlite.prepare<[], number>("SELECT count(*) FROM digests WHERE status = 'posted'").pluck();
  return { read: () => count.get() ?? 0, close: () => void sqlite.close() };
}
