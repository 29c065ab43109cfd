import { expect } from 'vitest';
import { pressId } from '../support/ideas.ts';
import { textOf } from '../support/messages.ts';
import { claimsOf, codesOf, type PerkStage, perkTest } from '../support/perk-stage.ts';
import { addCondition, claim, manyCodes, noticed, openPerk, postCard } from '../support/perks.ts';
import type { PersonaDriver } from '../support/persona.ts';
import { shoutoutsOf, statusesOf } from '../support/shoutout-stage.ts';
import { standing, standsSoon, thank } from '../support/shoutouts.ts';

const DAY = 86_400_000;

const startOfNextMonth = (now: number): number => {
  const at = new Date(now);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
};

/** Thanks, and is seen where everybody can read it. */
async function thanked(town: PerkStage, giver: PersonaDriver, receiver: PersonaDriver, reason: string) {
  const outcome = await thank(giver, receiver, reason);
  expect(outcome.text).toContain('Said!');
  await standsSoon(town, reason);
  return outcome;
}

/** So often as somebody likes, with two days between the same two. */
async function setPace({ admin }: PerkStage): Promise<void> {
  const { reply } = await admin.slash('setup', { section: 'shoutouts' });
  await pressId(admin, reply!, 'shoutout-setup-page', 'pace');
  const { modal } = await pressId(admin, reply!, 'shoutout-setup-edit', 'pace');
  const { text } = await admin.submitModal(modal, { budget: '20', pair: '2 days', back: '0' });
  expect(text).toContain('**20 people**');
}

/** Three who only thank one another, in a circle. */
async function circle(town: PerkStage, round: string): Promise<void> {
  const { moderator, other, newcomer } = town;
  await thanked(town, moderator, other, `Swept the yard ${round}`);
  await thanked(town, other, newcomer, `Watered the plants ${round}`);
  await thanked(town, newcomer, moderator, `Counted the beans ${round}`);
}

/** How often everybody was thanked that counts, of all time, as the boards read it. */
const receivedOf = ({ stored }: PerkStage): Record<string, number> =>
  Object.fromEntries(
    stored
      .all<{ user_id: string; received: number }>(
        'SELECT user_id, received FROM shoutout_members WHERE received > 0',
      )
      .map(({ user_id, received }) => [user_id, received]),
  );

perkTest('a month of thanks, from the settings to the round-up', { timeout: 120_000 }, async ({ begin }) => {
  const town = await begin();
  const { owner, admin, moderator, member, other, german, newcomer, sandbox } = town;
  await town.later(startOfNextMonth(sandbox.clock.now()) + 1.5 * DAY - sandbox.clock.now());
  await setPace(town);
  expect(shoutoutsOf(town)).toEqual([]);
  const perkId = await openPerk(admin, manyCodes(2, 'MONTH'), { name: 'Bag of the month' });
  await addCondition(admin, perkId, 'shoutouts-received', 2);
  const card = await postCard(town, perkId);

  // By command and from a message; the first thanks is celebrated once.
  await thanked(town, owner, member, 'Repaired the old grinder');
  expect((await member.slash('perk mine')).text).toContain('1 more thank-you');
  const early = await claim(member, card, perkId);
  expect(early.text).toContain('1 more thank-you');
  expect(early.text).not.toContain('MONTH-');
  const helpful = await member.say('Descale it with citric acid.');
  const { modal } = await german.contextMenu('Shout out this message', helpful);
  await german.submitModal(modal, { reason: 'Saved my machine at once' });
  await standsSoon(town, 'Saved my machine at once');
  const firsts = () => standing(town, `The first thanks for <@${member.id}>`);
  expect(firsts()).toHaveLength(1);

  // One is taken back by whoever gave it, one by staff.
  const given = await thanked(town, member, german, 'Brought cake too early');
  await member.press(given.reply!, 'Take it back');
  await sandbox.until(() => standing(town, 'Brought cake too early').length === 0);
  await thanked(town, member, owner, 'Paid for a favour');
  const [choice] = await admin.autocomplete('shoutout void', 'shoutout', 'favour');
  const voiding = await admin.slash('shoutout void', { shoutout: String(choice!.value) });
  await admin.submitModal(voiding.modal, { reason: 'That was an advertisement' });
  await sandbox.until(() => standing(town, 'Paid for a favour').length === 0);

  // Eligible: a code, and the same one again.
  expect((await member.slash('perk mine')).text).toContain('yours to claim');
  const code = /MONTH-\d{5}/u.exec((await claim(member, card, perkId)).text)?.[0];
  expect(code).toBeDefined();
  expect((await claim(member, card, perkId)).text).toContain(code);
  expect((await claim(owner, card, perkId)).text).not.toContain('MONTH-');

  await circle(town, 'in the first week');
  await town.later(3 * DAY);
  await circle(town, 'in the second week');

  // The month turns.
  const [people, said] = [[moderator, other, newcomer], () => noticed(town, 'mostly thanked one another')];
  expect([standing(town, 'Thanked in').length, said().length]).toEqual([0, 0]);
  await town.later(startOfNextMonth(sandbox.clock.now()) + 0.6 * DAY - sandbox.clock.now());
  const roundUp = await standsSoon(town, 'Thanked in');
  // Whose only thanks was taken back or void was not thanked for the first time, and first times are told once.
  const lines = textOf(roundUp).split('\n');
  const told = lines.filter((line) => /for the first time/u.test(line));
  expect(told).toHaveLength(2);
  const [thankedFirst, gaveFirst] = told;
  for (const { id } of [member, moderator, other, newcomer]) expect(thankedFirst).toContain(id);
  for (const { id } of [german, owner]) expect(thankedFirst).not.toContain(id);
  expect(gaveFirst).not.toContain(member.id);
  expect(textOf(roundUp)).not.toContain('The first thanks for');
  expect(roundUp.attachments).toHaveLength(1);
  expect(roundUp.attachments[0]?.description).toContain('chart');
  const report = textOf(await sandbox.until(() => said()[0]));
  expect(report).toContain('One small group (3 people)');
  expect(report).toContain('6 of all thanks, 75 %');
  for (const { id } of people) expect(report).not.toContain(id);
  expect(report).not.toMatch(/Mo Moderator|Otto Other|Nia Newcomer/u);
  await town.later(DAY);
  expect([standing(town, 'Thanked in').length, said().length]).toEqual([1, 1]);
  // The round-up recalls it; the channel has said it once.
  expect(firsts().filter(({ id }) => id !== roundUp.id)).toHaveLength(1);

  // What is stored is what was done.
  const twice = [member, ...people].map(({ id }) => [id, 2]);
  expect(receivedOf(town)).toEqual(Object.fromEntries(twice));
  expect(statusesOf(town).toSorted()).toEqual([...Array<string>(8).fill('given'), 'void', 'withdrawn']);
  expect(claimsOf(town).map(({ user_id }) => user_id)).toEqual([member.id]);
  expect(codesOf(town, perkId)).toEqual({ claimed: 1, free: 1 });
});
