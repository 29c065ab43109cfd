import { expect } from 'vitest';
import { crowd, inWaves } from '../support/faults.ts';
import { forge } from '../support/forge.ts';
import { watchConnections } from '../support/full-disk.ts';
import { ideasSeed } from '../support/ideas.ts';
import { claimsOf, codesOf, perkTest } from '../support/perk-stage.ts';
import { manyCodes, openPerk, postCard } from '../support/perks.ts';
import { shoutoutsOf, thanksTest } from '../support/shoutout-stage.ts';
import { thank } from '../support/shoutouts.ts';

const PEOPLE = 150;

/** The guild of ideas and thanks with so many more members. */
function crowdedSeed() {
  const { seed: many, ids } = crowd(PEOPLE);
  const seed = ideasSeed();
  const isNew = (id: string) => ids.includes(id);
  seed.users.push(...many.users.filter(({ id }) => isNew(id)));
  seed.guilds[0]!.members.push(...many.guilds[0]!.members.filter(({ user_id }) => isNew(user_id)));
  return { seed, ids };
}

perkTest(
  'a full disk: a code is given and kept, or refused and free; it recovers by itself',
  async ({ begin }) => {
    const { seed, ids } = crowdedSeed();
    const watch = watchConnections();
    const town = await begin({ seed });
    watch.stop();
    const own = watch.of(town.config.databasePath);
    const { admin, sandbox } = town;
    const perkId = await openPerk(admin, manyCodes(PEOPLE));
    const card = await postCard(town, perkId);
    expect([codesOf(town, perkId), claimsOf(town)]).toEqual([{ free: PEOPLE }, []]);
    const press = async (userId: string) => {
      const data = { component_type: 2, custom_id: `perk-claim:v1:${perkId}:card` };
      const { words } = await forge(sandbox, { userId, channelId: 'general', type: 3, data, message: card });
      return { userId, words, code: /SECRET-CODE-\d{5}/u.exec(words)?.[0] };
    };

    const pages = Number(own.pragma('page_count', { simple: true }));
    own.pragma(`max_page_count = ${pages + 3}`);
    const answers = await inWaves(ids, press);
    const given = answers.flatMap(({ userId, code }) => (code === undefined ? [] : [userId]));
    const refused = answers.filter(({ code }) => code === undefined);
    expect([given.length, refused.length].every((count) => count > 0)).toBe(true);
    for (const { words } of refused) expect(words).toContain('could not be saved');
    expect(new Set(claimsOf(town).map(({ user_id }) => user_id))).toEqual(new Set(given));
    expect(codesOf(town, perkId)).toEqual({ claimed: given.length, free: refused.length });

    own.pragma('max_page_count = 1000000');
    const again = await inWaves(ids, press);
    const codes = again.map(({ code }) => code);
    expect(new Set(codes).size).toBe(PEOPLE);
    // Whoever had one has the same.
    const before = new Map(answers.map(({ userId, code }) => [userId, code]));
    const changed = again.filter(({ userId, code }) => (before.get(userId) ?? code) !== code);
    expect(changed).toEqual([]);
    expect(codesOf(town, perkId)).toEqual({ claimed: PEOPLE });
  },
);

thanksTest('a full disk: thanks are said and kept, or refused; it recovers by itself', async ({ begin }) => {
  const watch = watchConnections();
  const town = await begin();
  watch.stop();
  const own = watch.of(town.config.databasePath);
  const people = [town.owner, town.admin, town.moderator, town.member, town.other];
  expect(shoutoutsOf(town)).toEqual([]);
  const pages = Number(own.pragma('page_count', { simple: true }));
  own.pragma(`max_page_count = ${pages + 1}`);
  const kept: string[] = [];
  const refused: string[] = [];
  for (const [index, giver] of people.entries()) {
    // Nobody thanks back: that has to wait a day.
    for (const receiver of people.slice(index + 1, index + 4)) {
      const reason = `${giver.id} for ${receiver.id}: ${'carried the machine up the stairs, '.repeat(8)}`;
      const { text } = await thank(giver, receiver, reason);
      if (text.includes('Said!')) kept.push(reason.trim());
      else if (text.includes('could not be saved')) refused.push(reason);
      else expect.fail(text);
    }
  }
  expect([kept.length, refused.length].every((count) => count > 0)).toBe(true);
  expect(shoutoutsOf(town).map(({ reason }) => reason)).toEqual(kept);

  own.pragma('max_page_count = 1000000');
  const { text } = await thank(town.other, town.newcomer, 'For the cake after the tasting');
  expect(text).toContain('Said!');
  expect(shoutoutsOf(town)).toHaveLength(kept.length + 1);
});
