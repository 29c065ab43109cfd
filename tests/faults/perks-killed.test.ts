import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { type BotHouse, houseTest } from '../support/bot-process.ts';
import { crowd, inWaves, size } from '../support/faults.ts';
import { forge } from '../support/forge.ts';
import { textOf } from '../support/messages.ts';
import { claimsOf, codesOf } from '../support/perk-stage.ts';
import {
  addCodes,
  aKey,
  cardOf,
  codesFile,
  createPerk,
  manyCodes,
  openPerk,
  type PerkTown,
  perkIdOf,
  postCard,
} from '../support/perks.ts';

const PEOPLE = 500;
const CODES = 100;
const KILLS = size(2, 10);

const codeIn = (words: string): string | undefined => /SECRET-CODE-\d{5}/u.exec(words)?.[0];

const townOf = ({ sandbox }: BotHouse) =>
  ({ sandbox, owner: sandbox.persona('owner'), admin: sandbox.persona('admin') }) as unknown as PerkTown;

/** A bot with a key, in a process that can be killed and started again under the same key. */
async function begun(bot: BotHouse) {
  const environment = { ENCRYPTION_KEY: aKey() };
  const running = await bot.start(environment);
  return { running, startAgain: () => bot.start(environment), town: townOf(bot) };
}

/** Presses Claim on the card; the words of the answer, undefined where none came. */
async function pressClaim({ sandbox }: BotHouse, userId: string, card: APIMessage) {
  const custom_id = 'perk-claim:v1:1:card';
  const data = { component_type: 2, custom_id };
  const { result, words } = await forge(sandbox, {
    userId,
    channelId: 'general',
    type: 3,
    data,
    message: card,
  });
  return result === 'success' ? words : undefined;
}

houseTest(
  'the last 100 codes and 500 people, killed among them: 100 get one each, 400 a clear answer, and no code is given twice',
  async ({ house }) => {
    const { seed, ids } = crowd(PEOPLE);
    const bot = await house({ seed });
    const { town, startAgain, ...first } = await begun(bot);
    let { running } = first;
    const perkId = await openPerk(town.admin, manyCodes(CODES));
    const card = await postCard(town, perkId);
    expect([codesOf(bot, perkId), claimsOf(bot)]).toEqual([{ free: CODES }, []]);

    /** Every code that anybody was ever shown. */
    const seen = new Map<string, Set<string>>();
    const press = async (userId: string): Promise<string | undefined> => {
      const words = await pressClaim(bot, userId, card);
      const code = words === undefined ? undefined : codeIn(words);
      if (code !== undefined) seen.set(userId, (seen.get(userId) ?? new Set()).add(code));
      return words;
    };
    for (let kill = 0; kill < KILLS; kill += 1) {
      // All who are in it at once, twice: clients and people repeat what is not answered.
      const part = ids.slice(kill * 60, (kill + 1) * 60);
      const presses = [...part, ...part].map((userId) => press(userId));
      await bot.sandbox.until(() => claimsOf(bot).length > kill * 30 + 5);
      await running.kill();
      await Promise.all(presses);
      expect(bot.stored.integrity()).toBe('ok');
      const owned = claimsOf(bot);
      expect(new Set(owned.map(({ code_id }) => code_id)).size).toBe(owned.length);
      // Whoever was shown a code has it, whatever became of the process.
      for (const userId of seen.keys()) expect(owned.map(({ user_id }) => user_id)).toContain(userId);
      running = await startAgain();
    }

    const answers = await inWaves(ids, press);
    const held = answers.flatMap((words) => codeIn(words ?? '') ?? []);
    expect([held.length, new Set(held).size]).toEqual([CODES, CODES]);
    const others = answers.filter((words) => codeIn(words ?? '') === undefined);
    expect(others).toHaveLength(PEOPLE - CODES);
    expect(new Set(others)).toEqual(new Set([expect.stringMatching(/claimed|gone|left/iu)]));
    expect([...seen.values()].filter((codes) => codes.size > 1)).toEqual([]);
    expect(codesOf(bot, perkId)).toEqual({ claimed: CODES });
    expect(claimsOf(bot)).toHaveLength(CODES);
    // The same code again, to the same person.
    const again = await inWaves(ids, press);
    expect(again.map((words) => codeIn(words ?? ''))).toEqual(answers.map((words) => codeIn(words ?? '')));
    expect(claimsOf(bot)).toHaveLength(CODES);
  },
);

houseTest(
  'killed while codes are read from a file: none of it can be claimed, and the file may come again',
  async ({ house }) => {
    const bot = await house();
    const { running, startAgain, town } = await begun(bot);
    const perkId = perkIdOf(await createPerk(town.admin));
    const codes = manyCodes(4_000);
    const lost = addCodes(town.admin, perkId, codesFile(codes)).catch(() => undefined);
    await bot.sandbox.until(() => (codesOf(bot, perkId)['free'] ?? 0) > 0);
    await running.kill();
    await lost;
    expect(bot.stored.all('SELECT done FROM perk_imports')).toEqual([{ done: 0 }]);
    expect(bot.stored.integrity()).toBe('ok');

    await startAgain();
    const { admin } = town;
    const few = codesFile(codes.slice(0, 200));
    expect((await addCodes(admin, perkId, few)).text).toContain('200');
    expect(codesOf(bot, perkId)['free']).toBe(200);
    expect((await admin.slash('perk open', { perk: String(perkId) })).text).toContain('✅');
    const card = await postCard(town, perkId);
    const words = await pressClaim(bot, bot.sandbox.persona('member').id, card);
    expect(codes.slice(0, 200)).toContain(codeIn(words ?? ''));
  },
);

houseTest(
  'killed between the post of a card and its record: there is one card, and it works',
  async ({ house }) => {
    const bot = await house();
    const { running, startAgain, town } = await begun(bot);
    const perkId = await openPerk(town.admin, manyCodes(5));
    const match = { method: 'POST', channel_id: bot.sandbox.channel('general').id };
    const rule = bot.sandbox.faults.add({ match, action: { kind: 'drop-after' }, times: 0 });
    await town.admin.slash('perk post', { perk: String(perkId) });
    await bot.sandbox.until(() => cardOf(town, perkId));
    await running.kill();
    bot.sandbox.faults.remove(rule.id);
    await startAgain();
    await bot.sandbox.until(() => bot.stored.jobs().every(({ kind }) => !kind.startsWith('perk.card')));
    const cards = town.owner.messages('general').filter((one) => textOf(one).includes('Free coffee'));
    expect(cards).toHaveLength(1);
    const words = await pressClaim(bot, bot.sandbox.persona('member').id, cards[0]!);
    expect(codeIn(words ?? '')).toBeDefined();
  },
);
