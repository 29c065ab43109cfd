import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { compiledMain } from '../support/compiled.ts';
import { markedToken, sleep, storedIn } from '../support/faults.ts';
import { manyCodes } from '../support/perks.ts';
import { startProcess } from '../support/process.ts';
import {
  launchRekey,
  launchStanding,
  openedWith,
  outcomeOf,
  runRekey,
  sealedIn,
  sealedWith,
  secretsIn,
} from '../support/rekey.ts';
import { type Kept, keptPerks, LINK, worksUnder } from '../support/rekey-stage.ts';

/** So many that a part of them is on the disk before the transaction ends. */
const MANY = 20_000;
/** So many that there is time to be killed in. */
const SOME = 8_000;

const hashOf = (databasePath: string): string => {
  const hash = createHash('sha256');
  const { codes, links, keys } = sealedIn(databasePath);
  for (const { id, sealed, digest } of codes) hash.update(`${id}`).update(sealed).update(digest);
  for (const { perk, link } of links) hash.update(`${perk}`).update(link);
  return hash.update(keys[0]?.check_value ?? '').digest('hex');
};

/** The same data in a folder of its own. */
function copyOf(kept: Kept, name: string): Kept {
  const folder = path.join(kept.folder, name);
  mkdirSync(folder);
  const databasePath = path.join(folder, 'hearth.sqlite');
  cpSync(kept.databasePath, databasePath);
  return { ...kept, folder, databasePath };
}

test('killed in the midst of it, all is under the old key; meanwhile neither a bot nor a second one starts', async ({
  onTestFinished,
}) => {
  const kept = await keptPerks(manyCodes(MANY, 'HIDDEN'), onTestFinished);
  const { databasePath, from } = kept;
  const before = hashOf(databasePath);
  // The link comes first, then the codes; before the first, after the link, among the codes, before the last.
  for (const at of [1, 2, MANY * 0.75, MANY + 1]) {
    const standing = launchStanding(databasePath, kept, at);
    onTestFinished(() => standing.kill());
    await standing.line((line) => line === 'standing still');
    if (at === 2) {
      const second = await runRekey(databasePath, kept);
      expect(second).toEqual({ code: 1, said: expect.stringContaining('The key stays as it was') });
      const bot = await outcomeOf(startProcess(compiledMain(), { environment: botOn(kept) }, 'bot'));
      expect(bot).toEqual({ code: 1, said: expect.stringContaining('another process already works') });
    }
    await standing.kill();
    expect(await standing.ended).toBe('SIGKILL');
    expect(standing.lines).toEqual(['standing still']);
    expect(hashOf(databasePath)).toBe(before);
    expect(storedIn(databasePath).integrity()).toBe('ok');
  }
  expect(openedWith(databasePath, from)).toEqual([...kept.codes, LINK]);
  await worksUnder(kept, from);
}, 180_000);

const botOn = ({ databasePath, from }: Kept) => ({
  DATABASE_PATH: databasePath,
  ENCRYPTION_KEY: from,
  NODE_ENV: 'production',
  DISCORD_TOKEN: markedToken,
  DISCORD_API_URL: 'http://127.0.0.1:9/api',
});

test('killed at any moment, all is under one of the two keys, and once more leads to the new one', async ({
  onTestFinished,
}) => {
  const kept = await keptPerks(manyCodes(SOME, 'HIDDEN'), onTestFinished);
  const whole = copyOf(kept, 'whole');
  const started = performance.now();
  expect((await runRekey(whole.databasePath, kept)).code).toBe(0);
  const took = performance.now() - started;

  const moments = 8;
  for (let moment = 1; moment <= moments; moment += 1) {
    const { databasePath } = copyOf(kept, `after-${moment}`);
    const running = launchRekey(databasePath, kept);
    await sleep((took * moment) / moments);
    await running.kill();
    const found = sealedWith(databasePath, kept);
    expect(storedIn(databasePath).integrity()).toBe('ok');
    const again = await runRekey(databasePath, kept);
    expect(again.code).toBe(0);
    expect(again.said).toContain(found === 'from' ? `${SOME} codes and 1 link` : 'Done already');
    expect(sealedWith(databasePath, kept)).toBe('to');
    expect(secretsIn(Buffer.from([...running.lines, ...running.errors].join()), kept)).toEqual([]);
  }

  const told = copyOf(kept, 'told');
  const telling = launchRekey(told.databasePath, kept);
  await telling.line((line) => line.startsWith('Sealed anew'));
  await telling.kill();
  expect(openedWith(told.databasePath, kept.to)).toEqual([...kept.codes, LINK]);
  await worksUnder(told, kept.to);
}, 180_000);

test('a power loss at any frame of the log leaves all under one key', async ({ onTestFinished }) => {
  const kept = await keptPerks(manyCodes(100, 'HIDDEN'), onTestFinished);
  // Somebody else who reads keeps the log from being moved into the file at the end.
  const reader = new SqliteDatabase(kept.databasePath, { readonly: true });
  onTestFinished(() => void reader.close());
  reader.prepare('SELECT count(*) FROM perks').get();
  expect((await runRekey(kept.databasePath, kept)).code).toBe(0);
  const file = readFileSync(kept.databasePath);
  const log = readFileSync(`${kept.databasePath}-wal`);

  const frame = 24 + 4_096;
  const frames = (log.length - 32) / frame;
  expect(Number.isInteger(frames)).toBe(true);
  const found: string[] = [];
  for (let cut = 0; cut <= frames * 2; cut += 1) {
    const folder = path.join(kept.folder, `torn-${cut}`);
    mkdirSync(folder);
    const torn = path.join(folder, 'hearth.sqlite');
    writeFileSync(torn, file);
    // At every boundary, and in the middle of every frame.
    writeFileSync(`${torn}-wal`, log.subarray(0, 32 + Math.floor((cut * frame) / 2)));
    found.push(sealedWith(torn, kept));
  }
  expect(found.length).toBeGreaterThan(10);
  expect(found).toEqual([...Array.from({ length: frames * 2 }, () => 'from'), 'to']);
}, 120_000);

test('where the disk is full nothing changes, and with room it is done', async ({ onTestFinished }) => {
  const kept = await keptPerks(manyCodes(MANY, 'HIDDEN'), onTestFinished);
  const { databasePath } = kept;
  const before = hashOf(databasePath);
  const full = await runRekey(databasePath, kept, { fileBlocks: 1_024 });
  expect(full).toEqual({ code: 1, said: expect.stringContaining('free space') });
  expect(secretsIn(Buffer.from(full.said), kept)).toEqual([]);
  expect(hashOf(databasePath)).toBe(before);
  expect((await runRekey(databasePath, kept)).said).toContain(`${MANY} codes and 1 link`);
  expect(sealedWith(databasePath, kept)).toBe('to');
}, 120_000);
