import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import * as publicIds from '../../src/features/perks/custom-ids.ts';
import * as privateIds from '../../src/features/perks/private-custom-ids.ts';
import type { WorldEvent } from '../../src/sandbox/world/types.ts';
import { ELSEWHERE, forge, twoGuilds } from '../support/forge.ts';
import { ideasSeed } from '../support/ideas.ts';
import { buttonsOf } from '../support/messages.ts';
import { claimsOf, codesOf, type PerkStage, perkTest } from '../support/perk-stage.ts';
import { claim, createPerk, manyCodes, openPerk, postCard } from '../support/perks.ts';

/** The small guild, and another one with the same people. */
const seeds = () => {
  const seed = ideasSeed();
  return { ...seed, guilds: [...seed.guilds, twoGuilds().guilds[1]!] };
};

const names = [publicIds, privateIds]
  .flatMap((one) => Object.values(one))
  .flatMap((one) =>
    typeof one === 'object' && 'build' in one ? [`${one.name}:v${String(one.version)}`] : [],
  );
const ends =
  'card mine list receipt open pause end end-now post edit stock codes link grant on shoutouts-received'.split(
    ' ',
  );
const everyId = names.flatMap((name) => [
  name,
  ...['1', '2', '999999'].flatMap((id) => [`${name}:${id}`, ...ends.map((end) => `${name}:${id}:${end}`)]),
]);
const fields = ['name', 'description', 'terms', 'count', 'link', 'reason', 'stock', 'expires'].map(
  (custom_id) => ({ type: 18, component: { type: 4, custom_id, value: '1' } }),
);

const decisions = ({ stored }: PerkStage): string =>
  JSON.stringify(
    ['perks', 'perk_claims', 'perk_codes', 'perk_imports', 'perk_events'].map((table) =>
      stored.all<Record<string, unknown>>(`SELECT * FROM ${table}`),
    ),
  );

const offersClaim = (message: APIMessage, perkId: number): boolean =>
  buttonsOf(message).some(({ customId }) => customId === `perk-claim:v1:${perkId}:card`);

perkTest(
  'forged ids: from another server, and from a member of this one, nothing changes and no code is told',
  { timeout: 120_000 },
  async ({ begin }) => {
    const town = await begin({ seed: seeds() });
    const { admin, member, owner, sandbox } = town;
    const perkId = await openPerk(admin, manyCodes(3), { name: 'A secret shelf' });
    await createPerk(admin, { name: 'A secret draft' });
    const card = await postCard(town, perkId);
    await claim(owner, card, perkId);
    await sandbox.until(() => town.stored.jobs().every(({ kind }) => kind !== 'perk.refresh'));
    const before = decisions(town);
    const odd: string[] = [];
    const tries = [
      { userId: owner.id, channelId: ELSEWHERE.channel, ids: everyId },
      // Claiming and looking are theirs to do; everything else is not.
      {
        userId: member.id,
        channelId: 'general',
        ids: everyId.filter((id) => !/^perk-(?:claim|show|mine)/u.test(id)),
      },
    ];
    for (const { userId, channelId, ids } of tries) {
      for (let from = 0; from < ids.length; from += 25) {
        await Promise.all(
          ids.slice(from, from + 25).flatMap((custom_id) =>
            ([3, 5] as const).map(async (type) => {
              const data = type === 3 ? { custom_id, component_type: 2 } : { custom_id, components: fields };
              const { result, words, modal } = await forge(sandbox, { userId, channelId, type, data });
              if (result !== 'success') odd.push(`${type} ${custom_id} ${result}`);
              if (/secret/iu.test(`${words} ${JSON.stringify(modal ?? '')}`))
                odd.push(`${custom_id}: ${words}`);
            }),
          ),
        );
      }
    }
    expect(odd).toEqual([]);
    expect(decisions(town)).toBe(before);
  },
);

perkTest(
  'everything delivered twice, and once more after a restart, has its one effect',
  async ({ begin }) => {
    const town = await begin();
    const { admin, member, other, sandbox } = town;
    const delivered: WorldEvent[] = [];
    sandbox.world.subscribe((event) => {
      if (event.t === 'INTERACTION_CREATE' && event.only === 'bot') delivered.push(event);
    });
    const twice = () => sandbox.gateway.faults.inject({ kind: 'duplicate-next', count: 1 });
    const perkId = await openPerk(admin, manyCodes(5));
    const card = await postCard(town, perkId);
    twice();
    const { text } = await claim(member, card, perkId);
    twice();
    await admin.slash('perk grant', {
      perk: String(perkId),
      member: other.id,
      reason: 'For carrying chairs',
    });
    await sandbox.until(() => claimsOf(town).length + (codesOf(town, perkId)['reserved'] ?? 0) >= 2);
    const state = () => ({ codes: codesOf(town, perkId), claims: claimsOf(town) });
    const before = state();
    expect(before.codes).toEqual({ claimed: 1, free: 3, reserved: 1 });

    await town.restart();
    const callbacks = () => sandbox.sent('POST').filter(({ route }) => route.endsWith('/callback')).length;
    const answered = callbacks();
    const again = [...delivered];
    for (const event of again) sandbox.world.emit(event);
    await sandbox.until(() => callbacks() >= answered + again.length);
    expect(state()).toEqual(before);
    expect(town.stored.all('SELECT id FROM perks')).toHaveLength(1);
    // Who asks for the card again has it moved to the end: it stands once.
    await sandbox.until(() => town.stored.jobs().every(({ kind }) => kind !== 'perk.card'));
    const cards = town.owner.messages('general').filter((one) => offersClaim(one, perkId));
    expect(cards).toHaveLength(1);
    expect((await claim(member, cards[0]!, perkId)).text).toContain(/SECRET-CODE-\d+/u.exec(text)?.[0]);
  },
);
