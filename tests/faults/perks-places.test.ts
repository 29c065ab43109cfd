import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { forbid } from '../support/idea-stage.ts';
import { buttonsOf, isEphemeral, textOf } from '../support/messages.ts';
import { claimsOf, codesOf, type PerkStage, perkTest } from '../support/perk-stage.ts';
import { cardOf, claim, manyCodes, noticed, openPerk, postCard, STAFF_CHANNEL } from '../support/perks.ts';

const HOUR = 3_600_000;
const { general } = SMALL.channels;

/** Cards that offer the perk, in a channel. */
const cardsIn = (town: PerkStage, channel: string, perkId: number) =>
  town.owner
    .messages(channel)
    .filter((message) => !isEphemeral(message))
    .filter((message) =>
      buttonsOf(message).some(({ customId }) => customId === `perk-claim:v1:${perkId}:card`),
    );

perkTest(
  'the channel of a card is deleted: what is claimed stays, one claims by command, and a card stands elsewhere',
  async ({ begin }) => {
    const town = await begin();
    const { admin, member, other, owner, sandbox } = town;
    const perkId = await openPerk(admin, manyCodes(5));
    const mine = await claim(member, await postCard(town, perkId), perkId);
    const code = /SECRET-CODE-\d+/u.exec(mine.text)?.[0] ?? expect.fail(mine.text);
    const place = () => town.stored.all('SELECT channel_id, message_id FROM perks');
    expect(place()).toEqual([{ channel_id: general, message_id: cardOf(town, perkId)?.id }]);

    expect((await owner.api('DELETE', `/channels/${general}`)).status).toBe(200);
    await sandbox.until(() => JSON.stringify(place()) === '[{"channel_id":null,"message_id":null}]');
    expect([codesOf(town, perkId), claimsOf(town).length]).toEqual([{ claimed: 1, free: 4 }, 1]);
    const shown = await other.slash('perk mine', {}, { channel: 'polls' });
    expect((await other.press(shown.reply!, `perk-claim:v1:${perkId}:mine`)).text).toMatch(/SECRET-CODE/u);
    const again = await member.slash('perk mine', {}, { channel: 'polls' });
    expect((await member.press(again.reply!, `perk-claim:v1:${perkId}:mine`)).text).toContain(code);

    await admin.slash('perk post', { perk: String(perkId) }, { channel: 'polls' });
    await sandbox.until(() => cardsIn(town, 'polls', perkId).length === 1);
    expect(codesOf(town, perkId)).toEqual({ claimed: 2, free: 3 });
  },
);

perkTest(
  'where Hearth may not post, whoever asked is told what to allow, and one card stands once it may',
  async ({ begin }) => {
    const town = await begin();
    const { admin, member } = town;
    const perkId = await openPerk(admin, manyCodes(5));
    await forbid(admin, P.SendMessages, general);
    const asked = await admin.slash('perk post', { perk: String(perkId) });
    expect(asked.text).toContain('I am missing the permission **Send Messages');
    expect(cardsIn(town, 'general', perkId)).toEqual([]);
    expect(town.stored.jobs().filter(({ kind }) => kind === 'perk.card')).toEqual([]);

    await forbid(admin, 0n, general);
    await town.later(7 * HOUR);
    const card = await postCard(town, perkId);
    await town.later(HOUR);
    expect(cardsIn(town, 'general', perkId)).toHaveLength(1);
    expect((await claim(member, card, perkId)).text).toMatch(/SECRET-CODE/u);
  },
);

perkTest(
  'a card that cannot be changed any more is said once; claims go on, and it is right once it can',
  async ({ begin }) => {
    const town = await begin();
    const { admin, member, other, sandbox } = town;
    const perkId = await openPerk(admin, manyCodes(2));
    const card = await postCard(town, perkId);
    const match = { method: 'PATCH', channel_id: general };
    const rule = sandbox.faults.add({ match, times: 0, action: { kind: 'forbid', code: 50_001 } });
    for (const person of [member, other])
      expect((await claim(person, card, perkId)).text).toMatch(/SECRET-CODE/u);
    expect(codesOf(town, perkId)).toEqual({ claimed: 2 });
    await sandbox.until(() => noticed(town, 'cannot').length > 0);
    await town.later(24 * HOUR);
    expect(noticed(town, 'cannot')).toHaveLength(1);
    sandbox.faults.remove(rule.id);
    await town.later(7 * HOUR);
    await sandbox.until(() => textOf(cardOf(town, perkId)).includes('claimed'));
  },
);

perkTest(
  'without the channel for notices claims go on, and the panel says what is left',
  async ({ begin }) => {
    const town = await begin();
    const { admin, member, other, owner } = town;
    const perkId = await openPerk(admin, manyCodes(2));
    const card = await postCard(town, perkId);
    expect((await owner.api('DELETE', `/channels/${STAFF_CHANNEL}`)).status).toBe(200);
    for (const person of [member, other])
      expect((await claim(person, card, perkId)).text).toMatch(/SECRET-CODE/u);
    await town.later(HOUR);
    expect(codesOf(town, perkId)).toEqual({ claimed: 2 });
    expect((await admin.slash('perk edit', { perk: String(perkId) })).text).toContain(
      'None left · 2 claimed',
    );
  },
);
