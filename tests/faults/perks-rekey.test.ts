import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SqliteDatabase } from '../../src/database/sqlite.ts';
import { textOf } from '../support/messages.ts';
import { aKey, claim, manyCodes, noticed, postCard } from '../support/perks.ts';
import { bytesIn, openedWith, runRekey, sealedIn, secretsIn } from '../support/rekey.ts';
import { keptPerks, LINK, under, worksUnder } from '../support/rekey-stage.ts';

test('the key is changed: the same codes, no code twice, nothing left that the old key opens, no secret told', async ({
  onTestFinished,
}) => {
  const kept = await keptPerks(manyCodes(40, 'HIDDEN'), onTestFinished);
  const { databasePath, from, to } = kept;
  const before = sealedIn(databasePath);
  const opened = openedWith(databasePath, from);
  expect(opened).toEqual([...kept.codes, LINK]);

  // A new key without the command: perks rest, and admins read what the operator can do.
  const log = await under(databasePath, to, async (town) => {
    await town.sandbox.until(() => noticed(town, 'npm run rekey').length === 1);
    const panel = await town.admin.slash('perk edit', { perk: '1' });
    expect(panel.text).toContain('npm run rekey');
    return town.log();
  });
  expect(sealedIn(databasePath)).toEqual(before);

  const first = await runRekey(databasePath, kept);
  expect(first.code).toBe(0);
  expect(first.said).toContain('40 codes and 1 link');
  expect(openedWith(databasePath, to)).toEqual(opened);
  const after = sealedIn(databasePath);
  expect(after.codes.map(({ id, state }) => ({ id, state }))).toEqual(
    before.codes.map(({ id, state }) => ({ id, state })),
  );
  const bytes = bytesIn(kept.folder);
  const old = [...before.codes.flatMap(({ sealed, digest }) => [sealed, digest]), before.links[0]!.link];
  expect(old.filter((sealed) => bytes.includes(sealed))).toEqual([]);
  expect(before.codes.some(({ digest }) => after.codes.some((code) => code.digest.equals(digest)))).toBe(
    false,
  );

  const second = await runRekey(databasePath, kept);
  expect(second).toEqual({ code: 0, said: expect.stringContaining('Done already') });
  expect(sealedIn(databasePath)).toEqual(after);

  expect(secretsIn(Buffer.from(`${first.said}${second.said}${log}`), kept)).toEqual([]);
  expect(secretsIn(bytesIn(kept.folder), kept)).toEqual([]);
  await worksUnder(kept, to);
}, 120_000);

test('with a wrong previous key, without a key or with one twice, nothing changes and no key is told', async ({
  onTestFinished,
}) => {
  const kept = await keptPerks(manyCodes(5, 'HIDDEN'), onTestFinished);
  const { databasePath, from, to, folder } = kept;
  const before = bytesIn(folder);
  const wrong = aKey();
  const runs: [Parameters<typeof runRekey>[1], code: number, words: string, typed?: string[]][] = [
    [{ from: wrong, to }, 1, 'ENCRYPTION_KEY_PREVIOUS is not the key'],
    // The bot still has the old one: mixed up.
    [{ from: to, to: wrong }, 1, 'ENCRYPTION_KEY_PREVIOUS is not the key'],
    [{ from: '', to }, 2, 'ENCRYPTION_KEY_PREVIOUS: is required'],
    [{ from, to: '' }, 2, 'ENCRYPTION_KEY: is required'],
    [{ from, to: from }, 2, 'is the same as'],
    [{ from, to: to.slice(4) }, 2, 'must be 32 bytes in base64'],
    [{ from, to }, 2, 'command line', [to]],
  ];
  for (const [keys, code, words, typed = []] of runs) {
    const run = await runRekey(databasePath, keys, { typed });
    expect(run).toEqual({ code, said: expect.stringContaining(words) });
    expect(secretsIn(Buffer.from(run.said), { ...kept, from: wrong })).toEqual([]);
    expect(secretsIn(Buffer.from(run.said), kept)).toEqual([]);
    expect(run.said).not.toContain(to.slice(4));
    expect(bytesIn(folder).equals(before)).toBe(true);
  }
  const nowhere = path.join(folder, 'no/such.sqlite');
  expect((await runRekey(nowhere, kept)).code).toBe(1);
  expect(existsSync(path.dirname(nowhere))).toBe(false);
  await worksUnder(kept, from);
}, 120_000);

test('what does not open is named by its number, and nothing is changed', async ({ onTestFinished }) => {
  const kept = await keptPerks(manyCodes(5, 'HIDDEN'), onTestFinished);
  const { databasePath } = kept;
  const sqlite = new SqliteDatabase(databasePath);
  const sealed = sqlite.prepare<[], Buffer>('SELECT sealed FROM perk_codes WHERE id = 4').pluck().get()!;
  const flipped = Buffer.from(sealed);
  flipped[flipped.length - 1]! ^= 1;
  sqlite.prepare('UPDATE perk_codes SET sealed = ? WHERE id = 4').run(flipped);
  // Sealed for another place.
  sqlite.prepare('UPDATE perks SET link = ? WHERE id = 2').run(sealed);
  sqlite.close();
  const before = sealedIn(databasePath);

  const run = await runRekey(databasePath, kept);
  expect(run.code).toBe(1);
  expect(run.said).toContain('code number 4 of perk 1');
  expect(run.said).toContain('the link of perk 2');
  expect(run.said).not.toContain('code number 5');
  expect(secretsIn(Buffer.from(run.said), kept)).toEqual([]);
  expect(sealedIn(databasePath)).toEqual(before);

  const mending = new SqliteDatabase(databasePath);
  mending.prepare('UPDATE perk_codes SET sealed = ? WHERE id = 4').run(sealed);
  mending.prepare('UPDATE perks SET link = NULL WHERE id = 2').run();
  mending.close();
  expect((await runRekey(databasePath, kept)).said).toContain('5 codes and 0 links');
  expect(openedWith(databasePath, kept.to)).toEqual(kept.codes);
}, 120_000);

test('while the bot runs it is refused, and the bot goes on', async ({ onTestFinished }) => {
  const kept = await keptPerks(manyCodes(5, 'HIDDEN'), onTestFinished);
  const { databasePath, from } = kept;
  const before = sealedIn(databasePath);
  await under(databasePath, from, async (town) => {
    const card = await postCard(town, 1);
    const refused = await runRekey(databasePath, kept);
    expect(refused).toEqual({ code: 1, said: expect.stringContaining('most likely the bot: stop it') });
    const { text } = await claim(town.other, card, 1);
    expect(kept.codes.filter((code) => text.includes(code))).toHaveLength(1);
    expect(textOf((await town.member.slash('perk mine')).reply)).not.toContain('switched off');
  });
  expect(sealedIn(databasePath).codes.map(({ sealed }) => sealed)).toEqual(
    before.codes.map(({ sealed }) => sealed),
  );
  expect((await runRekey(databasePath, kept)).code).toBe(0);
  expect(openedWith(databasePath, kept.to)).toEqual([...kept.codes, LINK]);
}, 120_000);

test('a data file without anything sealed needs no key, and nothing is changed', async ({
  onTestFinished,
}) => {
  const kept = await keptPerks(manyCodes(1, 'HIDDEN'), onTestFinished);
  const folder = path.join(kept.folder, 'empty');
  mkdirSync(folder);
  const empty = path.join(folder, 'hearth.sqlite');
  writeFileSync(empty, '');
  expect(await runRekey(empty, kept)).toEqual({ code: 0, said: expect.stringContaining('sealed yet') });
  expect(sealedIn(empty)).toEqual({ codes: [], links: [], keys: [] });
  cpSync(kept.databasePath, empty);
  expect((await runRekey(empty, kept)).said).toContain('1 code and 1 link');
}, 120_000);
