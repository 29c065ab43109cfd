import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHearth, type TestHearth } from '../support/hearth.ts';
import { buttonsOf, isEphemeral, selectsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';
import { makePoll, noPause } from '../support/polls.ts';

let hearth: TestHearth;
let member: PersonaDriver;
let other: PersonaDriver;
beforeAll(async () => {
  hearth = await startHearth();
  member = hearth.sandbox.persona('member');
  other = hearth.sandbox.persona('other');
}, 60_000);
afterAll(() => hearth?.close());

const lines = (count: number) => Array.from({ length: count }, (_, i) => `Option ${i + 1}`).join('\n');

test('a vote is answered to its voter alone, can be changed and withdrawn, and My vote shows what is held', async () => {
  const message = await makePoll(hearth, member);
  const mine = async () => (await other.press(message, 'My vote')).text;
  expect(await mine()).toContain('You have not voted in this poll yet.');

  const voted = await other.press(message, 'Kenya');
  expect(voted.text).toContain('Your vote: **Kenya AA**');
  expect(voted.reply && isEphemeral(voted.reply)).toBe(true);
  expect(member.look(voted.reply)).toBeUndefined();
  expect(await mine()).toContain('Your vote: **Kenya AA**');

  noPause(hearth);
  await other.press(message, 'Brazil');
  expect(await mine()).toContain('Your vote: **Brazil Santos**');
  await hearth.sandbox.until(() => /Brazil Santos\*\*\n\S+ 100% · 1/.test(textOf(other.look(message))));

  noPause(hearth);
  const shown = await other.press(message, 'My vote');
  expect((await other.press(shown.reply!, 'Withdraw')).text).toContain('Your vote is withdrawn.');
  expect(await mine()).toContain('You have not voted');
  await hearth.sandbox.until(() => textOf(other.look(message)).includes('No votes yet'));
  // The button on an older answer is still there.
  expect((await other.press(voted.reply!, 'Withdraw')).text).toContain('there is nothing to withdraw');
});

test('several choices are picked in a menu, up to the cap that is printed', async () => {
  const message = await makePoll(hearth, member, {
    form: { kind: 'Several choices' },
    options: { 'max-choices': 2 },
  });
  expect(textOf(message)).toContain('choose up to 2');
  const [menu] = selectsOf(message);
  expect(menu?.placeholder).toBe('Choose up to 2 options');
  await expect(other.choose(message, menu!.customId, ['0', '1', '2'])).rejects.toThrow();
  noPause(hearth);
  const voted = await other.choose(message, menu!.customId, ['Kenya AA', 'Brazil Santos']);
  expect(voted.text).toContain('Your votes: **Kenya AA and Brazil Santos**');
  await hearth.sandbox.until(() => textOf(other.look(message)).includes('1 vote'));

  // What is held is preselected, and picking anew replaces it.
  const mine = await other.press(message, 'My vote');
  expect(JSON.stringify(mine.reply?.components)).toMatch(/"value":"2"[^}]*"default":true/);
  const changed = await other.choose(mine.reply!, selectsOf(mine.reply)[0]!.customId, ['Ethiopia Guji']);
  expect(changed.text).toContain('Your vote: **Ethiopia Guji**');
});

test('eleven to twenty-five options become a menu, ten stay buttons', async () => {
  const ten = await makePoll(hearth, member, { form: { options: lines(10) } });
  expect(selectsOf(ten)).toEqual([]);
  expect(buttonsOf(ten)).toHaveLength(12);
  const many = await makePoll(hearth, member, { form: { options: lines(25) } });
  noPause(hearth);
  const [menu] = selectsOf(many);
  expect(menu?.options).toHaveLength(25);
  expect((await other.choose(many, menu!.customId, ['Option 25'])).text).toContain(
    'Your vote: **Option 25**',
  );
  await hearth.sandbox.until(() => /Option 25.*100% · 1|100% · 1.*Option 25/.test(textOf(member.look(many))));
});

test('a ranking grows pick by pick, each saved at once, with a way back', async () => {
  const message = await makePoll(hearth, member, { form: { kind: 'Ranking' } });
  const opened = await other.press(message, 'Rank');
  const menu = () => selectsOf(other.look(opened.reply))[0];
  const pick = (option: string) => other.choose(opened.reply!, menu()!.customId, [option]);
  expect(opened.text).toContain('Every pick is saved at once');
  expect(menu()?.placeholder).toBe('Your number 1');

  await pick('Ethiopia Guji');
  expect(menu()?.placeholder).toBe('Your number 2');
  expect(menu()?.options.map(({ label }) => label)).toEqual(['Kenya AA', 'Brazil Santos']);
  expect((await pick('Kenya AA')).text).toContain('1\\. Ethiopia Guji\n2\\. Kenya AA');
  expect((await other.press(message, 'My vote')).text).toContain('2\\. Kenya AA');
  expect((await pick('Brazil Santos')).text).toContain('That is your whole ranking.');
  expect(menu()).toBeUndefined();

  await other.press(opened.reply!, 'Take back the last');
  expect(textOf(other.look(opened.reply))).not.toContain('3\\.');
  noPause(hearth);
  await other.press(opened.reply!, 'Start over');
  expect(textOf(other.look(opened.reply))).not.toContain('1\\.');
  expect((await other.press(message, 'My vote')).text).toMatch(/^Pick your favourites/);
  await hearth.sandbox.until(() => textOf(member.look(message)).includes('No votes yet'));
});

test('a rating takes one to five and shows its mean', async () => {
  const message = await makePoll(hearth, member, { form: { kind: 'Rating', options: '' } });
  expect(
    buttonsOf(message)
      .slice(0, 5)
      .map(({ label }) => label),
  ).toEqual(['1', '2', '3', '4', '5']);
  expect((await other.press(message, '4')).text).toContain('Your rating: **4** of 5');
  noPause(hearth);
  await member.press(message, '5');
  await hearth.sandbox.until(() => textOf(member.look(message)).includes('**4.5** of 5 on average'));
});

test('two people who press in the same instant are both counted', async () => {
  const message = await makePoll(hearth, member);
  noPause(hearth);
  const people = ['member', 'other', 'admin', 'moderator', 'german', 'newcomer'];
  const votes = await Promise.all(
    people.map((name, i) => hearth.sandbox.persona(name).press(message, i % 2 === 0 ? 'Kenya' : 'Brazil')),
  );
  expect(votes.map(({ result }) => result)).not.toContain('failure');
  await hearth.sandbox.until(() => textOf(member.look(message)).includes('6 votes'));
  expect(textOf(member.look(message))).toMatch(/Kenya AA\*\*\n\S+ 50% · 3/);
});
