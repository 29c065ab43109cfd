import { createGroupWriter } from '../../../src/database/group-writer.ts';
import { logSync } from '../../../src/database/log-sync.ts';
import { openDatabase } from '../../../src/database/open.ts';
import { systemMonotonic } from '../../../src/platform/monotonic.ts';
import { UserError } from '../../../src/shared/user-error.ts';
import { perkHarness } from '../../features/perks/harness.ts';
import { migrationsFolder, temporaryFolder } from '../../support/database.ts';
import {
  AT_ONCE,
  type Claim,
  flatOut,
  type Load,
  MEMBERS,
  measure,
  PER_SECOND,
  paced,
} from '../claim-load.ts';
import { alternating, compare, type Scenario } from '../scenario.ts';
import type { Row } from '../table.ts';

const CODES = 3_000;

interface Result {
  paced: Load;
  flat: Load;
  doubles: number;
  missing: number;
}
type World = ReturnType<typeof perkHarness>;

/** Claims as the bot does them: conditions, ledger, card and alerts, and the code opened. */
function hearthClaim(h: World, seen: Map<string, number>): (perkId: number) => Claim {
  return (perkId) => (who) => {
    try {
      const outcome = h.service.claim(h.press(perkId, who));
      if (outcome.kind !== 'secret') return false;
      seen.set(outcome.secret, (seen.get(outcome.secret) ?? 0) + 1);
      return true;
    } catch (error) {
      if (error instanceof UserError && error.code === 'perks.refusals.none-left') return false;
      throw error;
    }
  };
}

/** The least that can hand out a code to one: one statement, nothing sealed, nothing noted. */
function bareClaim({ database: { sqlite } }: World): (perkId: number) => Claim {
  sqlite.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, perk INTEGER NOT NULL, code TEXT, who INTEGER)');
  sqlite.exec('CREATE INDEX bare_free ON bare (perk, id) WHERE who IS NULL');
  const fill = sqlite.prepare('INSERT INTO bare (perk, code) SELECT ?, value FROM json_each(?)');
  const take = sqlite.prepare<[number, number], { code: string }>(
    `UPDATE bare SET who = ? WHERE id = (SELECT id FROM bare WHERE perk = ? AND who IS NULL ORDER BY id LIMIT 1)
     RETURNING code`,
  );
  return (perkId) => {
    fill.run(perkId, JSON.stringify(codesOf(perkId)));
    return (who) => take.get(who, perkId) !== undefined;
  };
}

const codesOf = (perkId: number): string[] =>
  Array.from({ length: CODES }, (_, index) => `CODE-${perkId}-${index}`);

const counted: Record<'bare' | 'hearth', string> = {
  bare: 'SELECT perk, code, who FROM bare WHERE who IS NOT NULL',
  hearth: 'SELECT perk_id AS perk, code_id AS code, user_id AS who FROM perk_claims',
};

/** One code with two members, or one member with two codes. */
function doublesIn({ database: { sqlite } }: World, name: 'bare' | 'hearth'): number {
  const rows = counted[name];
  const more = (by: string) =>
    `SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM (${rows}) GROUP BY ${by})`;
  return (
    sqlite
      .prepare<[], number>(`SELECT (${more('perk, code')}) + (${more('perk, who')})`)
      .pluck()
      .get() ?? NaN
  );
}

async function once(name: 'bare' | 'hearth'): Promise<Result> {
  const { folder, remove } = temporaryFolder();
  const database = openDatabase({ path: `${folder}/hearth.sqlite`, migrationsFolder });
  const log = logSync(database.sqlite);
  const writer = createGroupWriter(database.sqlite, { monotonic: systemMonotonic, sync: log.sync });
  const h = perkHarness({ database });
  const seen = new Map<string, number>();
  const claimOf = name === 'bare' ? bareClaim(h) : hearthClaim(h, seen);
  const [first, second] = [h.withCodes(codesOf(1)), h.withCodes(codesOf(2))];
  const result = {
    paced: await measure(writer, claimOf(first), paced),
    flat: await measure(writer, claimOf(second), flatOut),
  };
  const handed = database.sqlite.prepare<[], number>(`SELECT count(*) FROM (${counted[name]})`).pluck().get();
  const shownTwice = [...seen.values()].filter((times) => times > 1).length;
  const doubles = doublesIn(h, name) + shownTwice;
  await writer.close();
  await log.close();
  database.close();
  remove();
  return { ...result, doubles, missing: 2 * CODES - (handed ?? 0) };
}

/** A drop: more members than codes, all within seconds. Real file, and nobody is told before the disk has it. */
export const claims: Scenario = {
  title: `Perks: ${MEMBERS.toLocaleString('en')} members claim ${CODES.toLocaleString('en')} codes`,
  columns: ['UPDATE', 'Hearth'],
  async run(kit) {
    const results = await alternating(kit, kit.seconds(4), (name) =>
      once(name === 'bare' ? 'bare' : 'hearth'),
    );
    const row = (measured: string, value: (result: Result) => number): Row =>
      compare(results, measured, value);
    const own = (measured: string, hearth: number, limit: NonNullable<Row['limit']>): Row => ({
      measure: measured,
      hearth,
      limit,
    });
    // Of every round: a middle one would hide a double.
    const sum = (value: (result: Result) => number): number =>
      results.hearth.reduce((total, result) => total + value(result), 0);
    const rates = results.hearth.map(({ flat }) => flat.rate);
    return [
      row(`at ${PER_SECOND}/s: claims a second`, ({ paced: { rate } }) => rate),
      row(`at ${PER_SECOND}/s: median, ms`, ({ paced: { median } }) => median),
      row(`at ${PER_SECOND}/s: 99 of 100, ms`, ({ paced: { most } }) => most),
      row('flat out: claims a second', ({ flat: { rate } }) => rate),
      own('flat out: claims a second, Hearth at its slowest', Math.min(...rates), { atLeast: PER_SECOND }),
      row(`flat out, ${AT_ONCE} at once: median, ms`, ({ flat: { median } }) => median),
      row(`flat out, ${AT_ONCE} at once: 99 of 100, ms`, ({ flat: { most } }) => most),
      own(
        'codes that two have, members with two',
        sum(({ doubles }) => doubles),
        { atMost: 0 },
      ),
      own(
        'codes that nobody got',
        sum(({ missing }) => missing),
        { atMost: 0 },
      ),
    ];
  },
};
