import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { offers, pressId } from '../support/ideas.ts';
import { partsOf, textOf } from '../support/messages.ts';
import type { ModalValues } from '../support/modal.ts';
import type { PersonaDriver } from '../support/persona.ts';
import { BADGE, standing, standsSoon, startThanks, type ThanksTown, thank } from '../support/shoutouts.ts';

let town: ThanksTown;
beforeAll(async () => {
  town = await startThanks();
}, 60_000);
afterAll(() => town?.close());

/** Opens a page of the settings, presses a button there and fills in what opens; resolves with the panel. */
async function setUp(
  page: string,
  what: string,
  values: ModalValues,
  person: PersonaDriver = town.admin,
): Promise<string> {
  const { reply } = await person.slash('setup', { section: 'shoutouts' });
  await pressId(person, reply!, 'shoutout-setup-page', page);
  const { modal } = await pressId(person, reply!, 'shoutout-setup-edit', what);
  const { text } = await person.submitModal(modal, values);
  return text;
}

const optionsOf = (holder: { components?: unknown } | undefined, type: number): string[] =>
  partsOf(holder ?? {})
    .filter((part) => part['type'] === type)
    .flatMap((part) => ((part['options'] ?? []) as { label: string }[]).map(({ label }) => label));
const RADIO_GROUP = 21;

const hasBadge = (person: PersonaDriver): boolean =>
  town.sandbox.world.guilds.get(SMALL.guild)!.members.get(person.id)!.roles.includes(BADGE);

const formOf = async (person: PersonaDriver) => (await person.slash('shoutout give')).modal;

test('values come from the settings, and nobody is asked where there is no choice', async () => {
  const { admin, member } = town;
  expect(optionsOf(await formOf(member), RADIO_GROUP)).toEqual([]);
  expect(await setUp('values', 'value', { name: 'Craft', emoji: '🛠️' })).toContain('✅ Saved');
  expect(optionsOf(await formOf(member), RADIO_GROUP)).toEqual([]);
  expect(await setUp('values', 'value', { name: 'craft' })).toContain('a value of that name already');
  expect(await setUp('values', 'value', { name: 'Fun', emoji: 'haha' })).toContain('not one emoji');
  const text = await setUp('values', 'value', { name: 'Welcome', description: 'For newcomers' });
  expect(text).toContain('**Welcome**: For newcomers');
  expect(optionsOf(await formOf(member), RADIO_GROUP)).toEqual(['🛠️ Craft', 'Welcome']);

  // Renamed it is the same one; removed it is none any more.
  const { reply } = await admin.slash('setup', { section: 'shoutouts' });
  await pressId(admin, reply!, 'shoutout-setup-page', 'values');
  const renaming = await admin.choose(reply!, 'Change or remove one', ['Welcome']);
  expect((await admin.submitModal(renaming.modal, { name: 'Open doors' })).text).toContain('**Open doors**');
  expect(optionsOf(await formOf(member), RADIO_GROUP)).toEqual(['🛠️ Craft', 'Open doors']);
});

test('how many, and how often, is a number in its range', async () => {
  const { admin, member } = town;
  const refused = await setUp('pace', 'pace', { budget: '0' });
  expect(refused).toContain('“0” is not a number from 1 to 20');
  const saved = await setUp('pace', 'pace', { budget: '3', pair: '2 days', back: '0' });
  expect(saved).toContain('**3 people**');
  expect(saved).toContain('**2 days**');
  const { modal } = await member.slash('shoutout give');
  expect(JSON.stringify(modal)).toContain('You can thank 3 more people');
  expect((await admin.slash('shoutout help')).text).toContain('thanks for 3 people');
});

test('a badge is a role that Hearth may give, and that has no power', async () => {
  const refused = await setUp('badges', 'badge', { milestone: 'received-1', role: [SMALL.roles.admin] });
  expect(refused).toContain('comes with power over others');
  const badge = { milestone: 'received-1', role: [BADGE] };
  expect(await setUp('badges', 'badge', badge)).toContain('stands above your own roles');
  const saved = await setUp('badges', 'badge', badge, town.owner);
  expect(saved).toContain(`**Was thanked for the first time** → <@&${BADGE}>`);
});

test('what a form refuses is not lost', async () => {
  const { member, other } = town;
  const { modal } = await member.slash('shoutout give', { member: other.id });
  const { text } = await member.submitModal(modal, { value: '🛠️ Craft', reason: 'Well done!' });
  expect(text).toContain('3 words at least');
  expect(text).toContain('Well done!');
});

test('the team takes one back, with a reason that whoever gave it reads, and others do not', async () => {
  const { admin, member, other, moderator, sandbox } = town;
  const reason = 'Painted the sign of the shop';
  expect((await thank(member, other, reason, { value: 'craft' })).text).toContain('Said!');
  const card = await standsSoon(town, reason);
  await sandbox.until(() => hasBadge(other));

  // No member sees the log or the form for it.
  expect((await moderator.slash('shoutout log')).text).toContain('Only the team');
  expect((await moderator.slash('shoutout void', { shoutout: '1' })).text).toContain('Only the team');
  expect(await moderator.autocomplete('shoutout void', 'shoutout', '')).toEqual([]);
  expect(offers((await pressId(other, card, 'shoutout-details')).reply, 'shoutout-void')).toBe(false);

  const [choice] = await admin.autocomplete('shoutout void', 'shoutout', 'painted');
  expect(choice?.name).toContain(reason);
  const { modal } = await admin.slash('shoutout void', { shoutout: String(choice?.value) });
  const done = await admin.submitModal(modal, { reason: 'They asked for it to go' });
  expect(done.text).toContain('Taken back by the team');
  await sandbox.until(() => standing(town, reason).length === 0);
  await sandbox.until(() => !hasBadge(other));
  expect((await admin.slash('shoutout log')).text).toContain('They asked for it to go');
  expect((await member.slash('shoutout me')).text).toContain('They asked for it to go');
  expect((await other.slash('shoutout me')).text).not.toContain(reason);
  expect((await member.slash('shoutout board')).text).not.toContain(`<@${other.id}>`);
  const twice = await admin.slash('shoutout void', { shoutout: String(choice?.value) });
  expect(twice.text).toContain('taken back already');
});

test('whoever hides is on no board, and comes back when they like', async () => {
  const { admin, newcomer, german } = town;
  expect((await thank(admin, newcomer, 'Asked what we all wondered', { value: 'craft' })).text).toContain(
    'Said!',
  );
  expect((await german.slash('shoutout board')).text).toContain(`<@${newcomer.id}>`);
  const { reply } = await newcomer.slash('shoutout me');
  expect((await pressId(newcomer, reply!, 'shoutout-hide')).text).toContain('You are hidden now');
  expect((await german.slash('shoutout board')).text).not.toContain(`<@${newcomer.id}>`);
  expect(textOf(await standsSoon(town, 'Asked what we all wondered'))).toContain(`<@${newcomer.id}>`);
  expect((await pressId(newcomer, reply!, 'shoutout-hide')).text).toContain('on boards again');
  expect((await german.slash('shoutout board')).text).toContain(`<@${newcomer.id}>`);
});

test('rings and the unsung are for those who look after the place, in the words of the reader', async () => {
  const { admin, member, german } = town;
  expect((await member.slash('shoutout unsung')).text).toContain('Only the team');
  expect((await admin.slash('shoutout unsung')).text).toContain('People worth a thank-you');
  const { reply } = await admin.slash('shoutout log');
  expect((await pressId(admin, reply!, 'shoutout-rings')).text).toContain('Rings of mutual thanks');
  expect((await german.slash('shoutout log')).text).toContain('Das kann nur das Team');
  expect((await german.slash('shoutout help')).text).not.toContain('Team');
});
