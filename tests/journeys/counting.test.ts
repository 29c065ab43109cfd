import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHearth, type TestHearth } from '../support/hearth.ts';
import { selectsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';
import { closeByHand, ending, everyVote, makePoll } from '../support/polls.ts';

let hearth: TestHearth;
let member: PersonaDriver;
beforeAll(async () => {
  hearth = await startHearth();
  member = hearth.sandbox.persona('member');
}, 60_000);
afterAll(() => hearth?.close());

test('a ranked poll shows its rounds: the weakest drops out and its votes move on', async () => {
  const message = await makePoll(hearth, member, { form: { kind: 'Ranking' } });
  const rankings: Record<string, string[]> = {
    member: ['Kenya AA'],
    other: ['Kenya AA', 'Brazil Santos'],
    admin: ['Ethiopia Guji'],
    moderator: ['Ethiopia Guji', 'Kenya AA'],
    german: ['Brazil Santos', 'Ethiopia Guji'],
  };
  for (const [name, options] of Object.entries(rankings)) {
    const person = hearth.sandbox.persona(name);
    const opened = (await person.press(message, '📝')).reply!;
    for (const option of options)
      await person.choose(opened, selectsOf(person.look(opened))[0]!.customId, [option]);
  }
  await closeByHand(hearth, member, message);
  const text = textOf(await ending(hearth, member, message));
  expect(text).toContain('🏆 **Ethiopia Guji** wins in round 2 with 3 of 5 votes (60%).');
  expect(text).toContain('Round 1: Kenya AA 2, Ethiopia Guji 2 and Brazil Santos 1 → Brazil Santos out');
  expect(text).toContain('Round 2: Ethiopia Guji 3 and Kenya AA 2');
});

test('a rating ends with its mean and how often each was given', async () => {
  const message = await makePoll(hearth, member, { form: { kind: 'Rating', options: '' } });
  await everyVote(hearth, message, { member: '5', other: '4', german: '4' });
  await closeByHand(hearth, member, message);
  const closed = await ending(hearth, member, message);
  expect(textOf(closed)).toContain('⭐ The average is **4.33** of 5, from 3 ratings.');
  expect(textOf(closed)).toContain('5 ⭐: **1** (33%)\n4 ⭐: **2** (67%)\n3 ⭐: **0** (0%)');
  expect(closed.attachments[0]?.description).toContain('4 ⭐ 2 · 67%');
});

test('of several choices, shares are of voters, not of crosses', async () => {
  const message = await makePoll(hearth, member, { form: { kind: 'Several choices' } });
  const menu = selectsOf(message)[0]!.customId;
  await member.choose(message, menu, ['Kenya AA', 'Brazil Santos']);
  await hearth.sandbox.persona('other').choose(message, menu, ['Kenya AA']);
  await closeByHand(hearth, member, message);
  const text = textOf(await ending(hearth, member, message));
  expect(text).toContain('🏆 **Kenya AA** wins: 2 of 2 voters chose it (100%).');
  expect(text).toContain('Brazil Santos: **1** (50%)');
});
