import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { createGroupWriter } from '../../../src/database/group-writer.ts';
import { type Database, openDatabase } from '../../../src/database/open.ts';
import { createDigestMaker } from '../../../src/features/digest/maker.ts';
import { createPeriodRepository } from '../../../src/features/digest/period-repository.ts';
import type { DigestSources } from '../../../src/features/digest/ports.ts';
import { createDigestRepository } from '../../../src/features/digest/repository.ts';
import { type MetricsReader, metricsReader } from '../../../src/features/engagement/reader.ts';
import { usualOf } from '../../../src/features/engagement/usual.ts';
import { createActivityWeekRepository } from '../../../src/features/engagement/week-repository.ts';
import { systemMonotonic } from '../../../src/platform/monotonic.ts';
import { fillActivity } from '../../features/engagement/fill.ts';
import { migrationsFolder, temporaryFolder } from '../../support/database.ts';
import type { Scenario } from '../scenario.ts';
import type { Row } from '../table.ts';

const GUILD = '800000000000000001';
const MEMBERS = 10_000;
const DAY_MS = 86_400_000;
/** A Monday. */
const TODAY = 20_801;
const none = { part: 0, of: 0 };

interface Figures {
  whole: number;
  busy: number;
  longest: number;
  again: number;
  bytes: number;
}

/** All that a digest asks of what was counted; other features answer from short indexed lists of their own. */
function sourcesOf({ sqlite }: Database, reader: MetricsReader): DigestSources {
  const activity = createActivityWeekRepository(sqlite);
  return {
    usualOf,
    isComplete: () => true,
    knownFrom: activity.firstDay,
    conversation: activity.liveliest,
    unanswered: activity.unanswered,
    answered: activity.answered,
    highlights: () => [],
    owed: () => ({ ideas: [], questions: [] }),
    settled: () => [],
    unsung: () => [],
    thanked: () => [],
    woken: () => false,
    async counted(guildId, period) {
      const question = {
        guildId,
        period,
        zone: 'Europe/Berlin',
        leavesAreTold: false,
        givers: [],
        receivers: [],
      };
      return { ...(await reader.count(question)), loops: { ideas: none, questions: none, polls: none } };
    },
  };
}

/** Ms on the clock, ms in which this thread was busy, and the longest that it was without a pause. */
async function timed(work: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const before = performance.eventLoopUtilization();
  const began = performance.now();
  delay.enable();
  await work();
  await wait(5);
  delay.disable();
  const { active } = performance.eventLoopUtilization(before);
  return { whole: performance.now() - began - 5, busy: active, longest: delay.max / 1e6 };
}

async function measure(months: number): Promise<Figures> {
  const { folder, remove } = temporaryFolder();
  const path = `${folder}/hearth.sqlite`;
  const database = openDatabase({ path, migrationsFolder });
  const { sqlite } = database;
  const size = () => Number(sqlite.pragma('page_count', { simple: true })) * 4_096;
  const empty = size();
  const start = TODAY - Math.round((months * 365) / 12);
  fillActivity(sqlite, { guildId: GUILD, members: MEMBERS, start, end: TODAY });
  const memberDays = sqlite
    .prepare<[], number>('SELECT count(*) FROM (SELECT DISTINCT day, user_id FROM activity)')
    .pluck()
    .get();
  const bytes = (size() - empty) / (memberDays ?? Number.NaN);
  const reader = metricsReader(path);
  const maker = createDigestMaker({
    digests: createDigestRepository(sqlite),
    periods: createPeriodRepository(sqlite),
    sources: sourcesOf(database, reader),
    writer: createGroupWriter(sqlite, { monotonic: systemMonotonic }),
    timeZone: () => 'Europe/Berlin',
  });
  const make = (back: number) =>
    maker.make(
      GUILD,
      { start: TODAY - 7 - back, end: TODAY - back },
      { cadence: 'weekly', now: TODAY * DAY_MS + 9 * 3_600_000, skipped: [] },
    );
  // The week before was told a week ago: what it was compared with is kept.
  await make(7);
  const { whole, busy, longest } = await timed(() => make(0));
  const again = await timed(() => make(0));
  await reader.close();
  database.close();
  remove();
  return { whole, busy, longest, again: again.whole, bytes };
}

/** What a digest costs, with one month of history and with more. */
export const digest: Scenario = {
  title: `A digest of ${MEMBERS.toLocaleString('en')} members, with one month of history and with three or twelve`,
  columns: ['1 month', 'longer'],
  async run(kit) {
    kit.say('1 month of history');
    const one = await measure(1);
    const rows: Row[] = [
      { measure: 'this thread is busy, ms, 1 month', hearth: one.busy, limit: { atMost: 300 } },
      { measure: 'longest without a pause, ms, 1 month', hearth: one.longest, limit: { atMost: 20 } },
    ];
    for (const months of [3, 12]) {
      kit.say(`${months} months of history`);
      const more = await measure(months);
      const name = (words: string) => `${words}, ${months} months`;
      rows.push(
        {
          measure: name('this thread is busy, ms'),
          hearth: more.busy,
          limit: { atMost: 300 },
        },
        {
          measure: name('longest without a pause, ms'),
          hearth: more.longest,
          limit: { atMost: 20 },
        },
        { measure: name('from asking to having it, ms'), bare: one.whole, hearth: more.whole },
        { measure: name('bytes for each member and active day'), bare: one.bytes, hearth: more.bytes },
      );
    }
    return rows;
  },
};
