import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { storedIn } from '../support/faults.ts';
import { textOf } from '../support/messages.ts';
import { claimsOf, codesOf } from '../support/perk-stage.ts';
import {
  addCodes,
  aKey,
  claim,
  codesFile,
  createPerk,
  manyCodes,
  noticed,
  openPerk,
  type PerkTown,
  perkIdOf,
  postCard,
  startPerks,
} from '../support/perks.ts';

/** The same data under another key, on a new Discord that knows nothing of it. */
async function under<T>(path: string, key: string, use: (town: PerkTown) => Promise<T>): Promise<T> {
  const town = await startPerks({ environment: { DATABASE_PATH: path, ENCRYPTION_KEY: key } });
  try {
    return await use(town);
  } finally {
    await town.close();
  }
}

test('with another key perks with codes rest, nothing is lost, everything else runs; with the right one all is back', async ({
  onTestFinished,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'hearth.sqlite');
  const right = aKey();
  const codes = manyCodes(3, 'KEYED');
  const state = () => {
    const stored = storedIn(path);
    return { claims: claimsOf({ stored }), codes: codesOf({ stored }, 1) };
  };

  const mine = await under(path, right, async (town) => {
    const perkId = await openPerk(town.admin, codes);
    const claimed = await claim(town.member, await postCard(town, perkId), perkId);
    return codes.find((code) => claimed.text.includes(code))!;
  });
  expect(mine).toBeDefined();
  const before = state();
  expect(before.codes).toEqual({ claimed: 1, free: 2 });

  await under(path, aKey(), async (town) => {
    const { admin, member, other, sandbox } = town;
    await sandbox.until(() => noticed(town, 'another `ENCRYPTION_KEY`').length === 1);
    for (const person of [member, other]) {
      const shown = await person.slash('perk mine');
      const pressed = await person.press(shown.reply!, 'perk-claim:v1:1:mine');
      expect(pressed.text).toContain('switched off');
      expect(pressed.text).not.toContain('KEYED');
    }
    expect((await admin.slash('perk codes', { perk: '1' })).text).toContain('switched off');
    expect((await admin.slash('perk edit', { perk: '1' })).text).toContain('is not the one');
    // What needs no key runs on.
    expect(textOf(await createPerk(admin, { reward: 'A role' }))).toContain('Draft');
    expect((await member.slash('shoutout me')).text).toContain('Your story');
    const complaints = town.complaints.map(({ msg }) => msg);
    expect(complaints).toContain('perks with codes and links are switched off');
    expect(town.log()).not.toContain('KEYED');
  });
  expect(state()).toEqual(before);

  await under(path, right, async (town) => {
    const shown = await town.member.slash('perk mine');
    expect((await town.member.press(shown.reply!, 'perk-claim:v1:1:mine')).text).toContain(mine);
    const card = await postCard(town, 1);
    const second = await claim(town.other, card, 1);
    expect(codes.filter((code) => code !== mine).some((code) => second.text.includes(code))).toBe(true);
  });
  expect(state().codes).toEqual({ claimed: 2, free: 1 });
}, 120_000);

test('without a key admins read what the operator has to do, and roles work', async ({ onTestFinished }) => {
  const town = await startPerks({ environment: { ENCRYPTION_KEY: '' } });
  onTestFinished(() => town.close());
  const panel = await createPerk(town.admin);
  expect(textOf(panel)).toContain('`ENCRYPTION_KEY`');
  const asked = await town.admin.slash('perk codes', { perk: String(perkIdOf(panel)) });
  expect(asked.modal).toBeUndefined();
  expect(asked.text).toContain('switched off');
  expect((await town.member.slash('perk help')).text).not.toContain('ENCRYPTION_KEY');
  expect(noticed(town, 'ENCRYPTION_KEY')).toEqual([]);
}, 60_000);

test('a file that cannot be read is refused in words, and the stock stays as it was', async ({
  onTestFinished,
}) => {
  const town = await startPerks();
  onTestFinished(() => town.close());
  const { admin } = town;
  const perkId = await openPerk(admin, manyCodes(3, 'KEPT'));
  const stored = storedIn(town.config.databasePath);
  const before = codesOf({ stored }, perkId);
  const latin = await addCodes(admin, perkId, codesFile(Buffer.from('Grüße-1\nGrüße-2\n', 'latin1')));
  expect(latin.text).toContain('UTF-8');
  const empty = await addCodes(admin, perkId, codesFile(['', '', '']));
  expect(empty.text).toContain('no code');
  const same = await addCodes(admin, perkId, codesFile(manyCodes(3, 'KEPT')));
  expect(same.text).toContain('No code of this file was new');
  expect(codesOf({ stored }, perkId)).toEqual(before);
  const marked = await addCodes(
    admin,
    perkId,
    codesFile(Buffer.from('\uFEFFcode;note\r\nBOM-1;x\r\n"BOM ""2""";y\r\n')),
  );
  expect(marked.text).toContain('2 codes');
  expect(codesOf({ stored }, perkId)).toEqual({ free: 5 });
}, 60_000);
