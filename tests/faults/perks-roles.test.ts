import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { textOf } from '../support/messages.ts';
import { claimsOf, codesOf, type PerkStage, perkTest } from '../support/perk-stage.ts';
import {
  claim,
  createPerk,
  manyCodes,
  noticed,
  openPerk,
  perkIdOf,
  postCard,
  REWARD_ROLE,
} from '../support/perks.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const guildOf = ({ sandbox }: PerkStage) => sandbox.world.guilds.get(SMALL.guild)!;
const rolesOf = (town: PerkStage, userId: string) => guildOf(town).members.get(userId)?.roles ?? [];

/** The job that gives the role has noted that it cannot, before the clock moves on. */
const waits = ({ sandbox, stored }: PerkStage) =>
  sandbox.until(() => stored.jobs().some(({ kind, status }) => kind === 'perk.role' && status === 'parked'));

/** A perk that gives the role, open; its card. */
async function rolePerk(town: PerkStage) {
  const { owner } = town;
  const panel = await createPerk(owner, { name: 'Friend of the house', reward: 'A role' });
  const perkId = perkIdOf(panel);
  const picked = await owner.choose(panel, `perk-role:v1:${perkId}`, [REWARD_ROLE]);
  expect(picked.text).toContain('✅');
  await owner.slash('perk open', { perk: String(perkId) });
  return { perkId, card: await postCard(town, perkId) };
}

perkTest(
  'a role that was dragged above the bot is told once, in words, and given as soon as it can be',
  async ({ begin }) => {
    const town = await begin();
    const { member, sandbox } = town;
    const { perkId, card } = await rolePerk(town);
    const role = guildOf(town).roles.get(REWARD_ROLE)!;
    const { position } = role;
    role.position = 60;
    expect((await claim(member, card, perkId)).text).toContain('You get');
    await sandbox.until(() => noticed(town, 'cannot give').length === 1);
    expect(textOf(noticed(town, 'cannot give')[0])).toContain('stands above my own role');
    expect(rolesOf(town, member.id)).not.toContain(REWARD_ROLE);
    expect(claimsOf(town)).toMatchObject([{ user_id: member.id, lapsed_at: null }]);
    await waits(town);
    await town.later(8 * HOUR);
    expect(noticed(town, 'cannot give')).toHaveLength(1);

    await waits(town);
    role.position = position;
    await town.later(8 * HOUR);
    await sandbox.until(() => rolesOf(town, member.id).includes(REWARD_ROLE));
    expect(claimsOf(town)).toHaveLength(1);
  },
);

perkTest(
  'a member who has as many roles as Discord allows keeps the claim, and admins hear of it',
  async ({ begin }) => {
    const town = await begin();
    const { member, sandbox } = town;
    const { perkId, card } = await rolePerk(town);
    sandbox.faults.add({
      match: { method: 'PUT', route: '/guilds/:guild_id/members/:user_id/roles/:role_id' },
      action: {
        kind: 'status',
        status: 400,
        body: { code: 30005, message: 'Maximum number of guild roles reached (250)' },
      },
    });
    await claim(member, card, perkId);
    await sandbox.until(() => noticed(town, 'cannot give').length === 1);
    expect(textOf(noticed(town, 'cannot give')[0])).toContain('as many roles as Discord allows');
    expect(rolesOf(town, member.id)).not.toContain(REWARD_ROLE);
    expect(claimsOf(town)).toMatchObject([{ user_id: member.id, lapsed_at: null }]);
    await waits(town);
    await town.later(8 * HOUR);
    await sandbox.until(() => rolesOf(town, member.id).includes(REWARD_ROLE));
  },
);

perkTest('a role that was deleted is told, and nothing is tried for ever', async ({ begin }) => {
  const town = await begin();
  const { member, owner, sandbox } = town;
  const { perkId, card } = await rolePerk(town);
  expect((await owner.api('DELETE', `/guilds/${SMALL.guild}/roles/${REWARD_ROLE}`)).status).toBe(204);
  await claim(member, card, perkId);
  await sandbox.until(() => noticed(town, 'cannot give').length === 1);
  expect(textOf(noticed(town, 'cannot give')[0])).toContain('does not exist any more');
  await town.later(DAY);
  expect(noticed(town, 'cannot give')).toHaveLength(1);
  const stuck = town.stored.jobs().filter(({ kind, status }) => kind === 'perk.role' && status !== 'dead');
  expect(stuck).toEqual([]);
});

perkTest('who leaves and returns has the same code, and the role again for asking', async ({ begin }) => {
  const town = await begin();
  const { admin, owner, member, sandbox } = town;
  const codes = manyCodes(3, 'RETURN');
  const withCode = await openPerk(admin, codes);
  const codeCard = await postCard(town, withCode);
  const { perkId, card } = await rolePerk(town);
  const first = await claim(member, codeCard, withCode);
  const mine = codes.find((code) => first.text.includes(code))!;
  await claim(member, card, perkId);
  await sandbox.until(() => rolesOf(town, member.id).includes(REWARD_ROLE));
  const left = guildOf(town).members.get(member.id)!;
  const before = { claims: claimsOf(town), codes: codesOf(town, withCode) };

  expect((await owner.api('DELETE', `/guilds/${SMALL.guild}/members/${member.id}`)).status).toBe(204);
  await town.later(2 * DAY);
  guildOf(town).members.set(member.id, { ...left, roles: [] });
  expect({ claims: claimsOf(town), codes: codesOf(town, withCode) }).toEqual(before);
  expect((await claim(member, codeCard, withCode)).text).toContain(mine);
  expect(rolesOf(town, member.id)).toEqual([]);
  await claim(member, card, perkId);
  await sandbox.until(() => rolesOf(town, member.id).includes(REWARD_ROLE));
  expect({ claims: claimsOf(town), codes: codesOf(town, withCode) }).toEqual(before);
});
