import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { codePlace, digestPlace, linkPlace } from '../../src/features/perks/vault.ts';
import { systemRandom } from '../../src/platform/random.ts';
import { createSealer, sameBytes } from '../../src/platform/sealing.ts';
import { compiledMain } from './compiled.ts';
import { storedIn } from './faults.ts';
import { startProcess, type TestProcess } from './process.ts';

/** What `npm run rekey` takes. */
export interface Keys {
  from: string;
  to: string;
}

export interface Run {
  code: number | string | null;
  said: string;
}

const environmentOf = (databasePath: string, { from, to }: Keys) => ({
  DATABASE_PATH: databasePath,
  ENCRYPTION_KEY: to,
  ENCRYPTION_KEY_PREVIOUS: from,
});

/** The process of `npm run rekey`. */
export function launchRekey(
  databasePath: string,
  keys: Keys,
  more: { fileBlocks?: number; typed?: string[] } = {},
): TestProcess {
  const program = path.join(path.dirname(compiledMain()), 'rekey.js');
  const { typed = [], ...limits } = more;
  return startProcess(program, { ...limits, environment: environmentOf(databasePath, keys) }, ...typed);
}

/** The same, standing still before it seals for the n-th time. */
export function launchStanding(databasePath: string, keys: Keys, before: number): TestProcess {
  return startProcess(
    'tests/support/rekey-child.ts',
    { environment: environmentOf(databasePath, keys) },
    String(before),
  );
}

export async function outcomeOf(running: TestProcess): Promise<Run> {
  const code = await running.ended;
  return { code, said: [...running.lines, ...running.errors].join('\n') };
}

export const runRekey = (...given: Parameters<typeof launchRekey>): Promise<Run> =>
  outcomeOf(launchRekey(...given));

interface SealedCodeRow {
  id: number;
  perk: number;
  guild: string;
  state: string;
  sealed: Buffer;
  digest: Buffer;
}

interface SealedLinkRow {
  perk: number;
  guild: string;
  link: Buffer;
}

/** Every byte that hangs on the key. */
export function sealedIn(databasePath: string) {
  const stored = storedIn(databasePath);
  return {
    codes: stored.all<SealedCodeRow>(
      `SELECT c.id, c.perk_id AS perk, p.guild_id AS guild, c.state, c.sealed, c.digest
       FROM perk_codes c JOIN perks p ON p.id = c.perk_id ORDER BY c.id`,
    ),
    links: stored.all<SealedLinkRow>(
      'SELECT id AS perk, guild_id AS guild, link FROM perks WHERE link IS NOT NULL ORDER BY id',
    ),
    keys: stored.all<{ check_value: Buffer }>('SELECT check_value FROM perk_keys'),
  };
}

/** The codes and links that this key opens, where it opens all of them and knows each code again. Throws otherwise. */
export function openedWith(databasePath: string, key: string): string[] {
  const sealer = createSealer(Buffer.from(key, 'base64'), systemRandom);
  const { codes, links, keys } = sealedIn(databasePath);
  expect(keys.map(({ check_value: known }) => sameBytes(known, sealer.checkValue))).toEqual([true]);
  const opened = codes.map(({ id, perk, guild, sealed, digest }) => {
    const code = sealer.open(sealed, codePlace(guild, perk, id));
    if (!sameBytes(digest, sealer.digest(code, digestPlace(guild, perk))))
      throw new Error(`another digest: ${id}`);
    return code;
  });
  return [...opened, ...links.map(({ link, guild, perk }) => sealer.open(link, linkPlace(guild, perk)))];
}

/** Which of the two keys opens everything. Throws where neither does. */
export function sealedWith(databasePath: string, { from, to }: Keys): keyof Keys {
  const [known] = sealedIn(databasePath).keys;
  const checkValue = createSealer(Buffer.from(to, 'base64'), systemRandom).checkValue;
  const key = known && sameBytes(known.check_value, checkValue) ? 'to' : 'from';
  openedWith(databasePath, key === 'to' ? to : from);
  return key;
}

/** All files of the folder, byte by byte. */
export function bytesIn(folder: string): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(path.join(folder, name))));
}

/** Which secrets stand there: keys in any spelling, codes, the link. */
export function secretsIn(bytes: Buffer, { from, to }: Keys): string[] {
  const keys = [from, to].map((key) => Buffer.from(key, 'base64'));
  const spellings = keys.flatMap((key) => [key.toString('base64').slice(0, 42), key.toString('hex')]);
  const found = [...spellings, 'HIDDEN'].filter((text) => bytes.includes(text));
  return [...found, ...keys.filter((key) => bytes.includes(key)).map(() => 'a key, byte by byte')];
}
