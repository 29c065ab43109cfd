import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { createPerkRepositories } from '../../src/features/perks/repository.ts';
import { codePlace, digestPlace } from '../../src/features/perks/vault.ts';
import { systemRandom } from '../../src/platform/random.ts';
import { createSealer } from '../../src/platform/sealing.ts';
import { migrationsFolder } from './database.ts';
import {
  addCodes,
  aKey,
  claim,
  codesFile,
  createPerk,
  openPerk,
  type PerkTown,
  perkIdOf,
  postCard,
  startPerks,
} from './perks.ts';
import type { Keys } from './rekey.ts';

/** The data under a key, on a new Discord that knows nothing of it. */
export async function under<T>(
  databasePath: string,
  key: string,
  use: (town: PerkTown) => Promise<T>,
): Promise<T> {
  const town = await startPerks({ environment: { DATABASE_PATH: databasePath, ENCRYPTION_KEY: key } });
  try {
    return await use(town);
  } finally {
    await town.close();
  }
}

export const LINK = 'https://shop.example/HIDDEN-LINK';

export interface Kept extends Keys {
  folder: string;
  databasePath: string;
  codes: readonly string[];
  /** The code that the member has. */
  mine: string;
}

/** So many codes are read from a file before any client gives up waiting for the answer, on a busy machine, too. */
const FILE = 500;

/** As the bot keeps them, into the only import of perk 1. */
function addPastTheBot(databasePath: string, key: string, codes: readonly string[]): void {
  const database = openDatabase({ path: databasePath, migrationsFolder });
  const repositories = createPerkRepositories(database.sqlite);
  const sealer = createSealer(Buffer.from(key, 'base64'), systemRandom);
  const guildId = repositories.perks.find(1)?.guildId ?? '';
  const addAll = database.sqlite.transaction(() => {
    for (const code of codes) {
      const id = repositories.codes.nextId();
      const sealed = sealer.seal(code, codePlace(guildId, 1, id));
      const digest = sealer.digest(code, digestPlace(guildId, 1));
      repositories.codes.add({ id, perkId: 1, importId: 1, sealed, digest });
    }
    repositories.perks.move(1, { codes: codes.length });
  });
  addAll();
  database.close();
}

/** A stopped bot's data: perk 1 with codes, of which the member has one, and perk 2 with a link. */
export async function keptPerks(codes: readonly string[], onEnd: (end: () => void) => void): Promise<Kept> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearth-rekey-'));
  onEnd(() => rmSync(folder, { recursive: true, force: true }));
  const databasePath = path.join(folder, 'hearth.sqlite');
  const keys = { from: aKey(), to: aKey() };
  const mine = await under(databasePath, keys.from, async (town) => {
    const { admin, member } = town;
    const perkId = await openPerk(admin, codes.slice(0, FILE));
    const { text } = await claim(member, await postCard(town, perkId), perkId);
    const linked = String(
      perkIdOf(await createPerk(admin, { name: 'A talk', reward: 'One link for everybody' })),
    );
    const { modal } = await admin.slash('perk link', { perk: linked });
    await admin.submitModal(modal, { link: LINK });
    await admin.slash('perk open', { perk: linked });
    return codes.find((code) => text.includes(code));
  });
  if (mine === undefined) throw new Error('the member got no code');
  addPastTheBot(databasePath, keys.from, codes.slice(FILE));
  return { ...keys, folder, databasePath, codes, mine };
}

/** What must be true under the key that fits: the same code again, a fresh one, the link, and no code twice. */
export async function worksUnder(kept: Kept, key: string): Promise<void> {
  const { databasePath, codes, mine } = kept;
  await under(databasePath, key, async (town) => {
    const { admin, member, other } = town;
    const shown = await member.slash('perk mine');
    expect((await member.press(shown.reply!, 'perk-claim:v1:1:mine')).text).toContain(mine);
    const second = await claim(other, await postCard(town, 1), 1);
    expect(codes.filter((code) => code !== mine && second.text.includes(code))).toHaveLength(1);
    expect((await claim(other, await postCard(town, 2), 2)).text).toContain(LINK);
    const again = codesFile([...codes.slice(0, FILE), ...codes.slice(-FILE)]);
    expect((await addCodes(admin, 1, again)).text).toContain('No code of this file was new');
    expect(town.complaints.map(({ msg }) => msg)).not.toContain(
      'perks with codes and links are switched off',
    );
  });
}
