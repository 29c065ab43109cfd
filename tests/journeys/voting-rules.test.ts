import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { startHearth, type TestHearth } from '../support/hearth.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';
import { closeByHand, ending, makePoll, noPause, steer } from '../support/polls.ts';

const { staff, admin: adminRole } = SMALL.roles;

let hearth: TestHearth;
let member: PersonaDriver;
let moderator: PersonaDriver;
let admin: PersonaDriver;
let german: PersonaDriver;
beforeAll(async () => {
  hearth = await startHearth();
  const { sandbox } = hearth;
  member = sandbox.persona('member');
  moderator = sandbox.persona('moderator');
  admin = sandbox.persona('admin');
  german = sandbox.persona('german');
}, 60_000);
afterAll(() => hearth?.close());

test('only the named role votes, and everybody else is told which one and what to do', async () => {
  const message = await makePoll(hearth, admin, { options: { role: staff } });
  expect((await member.press(message, 'Kenya')).text).toBe(
    `Only members with <@&${staff}> may vote here. If that should include you, ask the staff.`,
  );
  expect((await german.press(message, 'Kenya')).text).toBe(
    `Hier dürfen nur Mitglieder mit <@&${staff}> abstimmen. Wenn du dazugehören solltest, frag das Team.`,
  );
  expect((await member.press(message, 'My vote')).text).toContain('You have not voted');
  noPause(hearth);
  expect((await moderator.press(message, 'Kenya')).text).toContain('Your vote: **Kenya AA**');
  await hearth.sandbox.until(() => textOf(member.look(message)).includes('1 vote'));
});

test('a vote weighs as much as the heaviest role of its voter, and says so', async () => {
  const message = await makePoll(hearth, admin, {
    options: { weights: `<@&${staff}> 3 <@&${adminRole}> 5` },
  });
  const voted = await moderator.press(message, 'Kenya');
  expect(voted.text).toContain('Your vote: **Kenya AA**\nIt counts 3 times.');
  noPause(hearth);
  expect((await member.press(message, 'Brazil')).text).not.toContain('It counts');
  await hearth.sandbox.until(() => textOf(member.look(message)).includes('2 votes (they weigh 4)'));
  expect(textOf(member.look(message))).toMatch(/Kenya AA\*\*\n\S+ 75% · 3/);

  // A role that comes later counts from the next vote on.
  await hearth.sandbox
    .persona('owner')
    .api('PUT', `/guilds/${SMALL.guild}/members/${moderator.id}/roles/${adminRole}`);
  expect((await moderator.press(message, 'My vote')).text).toContain('It counts 3 times.');
  expect((await moderator.press(message, 'Kenya')).text).toContain('It counts 5 times.');
  await hearth.sandbox
    .persona('owner')
    .api('DELETE', `/guilds/${SMALL.guild}/members/${moderator.id}/roles/${adminRole}`);
  await closeByHand(hearth, admin, message);
  const text = textOf(await ending(hearth, member, message));
  expect(text).toContain('**Kenya AA** wins with 5 of 6 votes (83%)');
  expect(text).toContain('⚖️ Votes were weighted: 6 in all.');
});

test('counts after voting: the card keeps them, the voter gets them', async () => {
  const message = await makePoll(hearth, admin, { options: { results: 'after-voting' } });
  expect(textOf(message)).toContain('Vote, and you see the counts.');
  noPause(hearth);
  const first = await moderator.press(message, 'Kenya');
  expect(first.text).toMatch(/The counts so far:\n\*\*Kenya AA\*\*\n\S+ 100% · 1/);
  await hearth.sandbox.until(() => textOf(member.look(message)).includes('1 vote'));
  expect(textOf(member.look(message))).not.toContain('100%');
  expect((await member.press(message, 'My vote')).text).not.toContain('100%');
  expect((await member.press(message, 'Brazil')).text).toContain('50% · 1');
  expect((await member.press(message, 'My vote')).text).toContain('50% · 1');
  // Names tell the counts too.
  const stranger = await steer(german, message, 'Wer abgestimmt hat');
  expect(stranger.text).toBe(
    'Der Stand ist noch nicht zu sehen. Stimm erst ab, oder warte, bis die Umfrage endet.',
  );
});

test('counts only at closing: nobody gets them before, not even the creator', async () => {
  const message = await makePoll(hearth, admin, { options: { results: 'at-closing' } });
  noPause(hearth);
  const voted = await member.press(message, 'Kenya');
  expect(voted.text).not.toMatch(/\d+%/);
  await hearth.sandbox.until(() => textOf(member.look(message)).includes('1 vote'));
  expect(textOf(member.look(message))).not.toMatch(/\d+%/);
  const details = await admin.press(message, 'Details');
  expect(buttonsOf(details.reply).map(({ label }) => label)).not.toContain('Who voted');
  expect((await admin.press(details.reply!, 'Export')).text).toBe(
    'The counts of this poll stay hidden until it closes, also from you. Export it then.',
  );
  await closeByHand(hearth, admin, message);
  expect(textOf(await ending(hearth, member, message))).toContain('Kenya AA: **1** (100%)');
});

test('in the thread of a poll its members see and cast their votes too', async () => {
  const message = await makePoll(hearth, admin, { options: { thread: true } });
  await hearth.sandbox.until(() => hearth.sandbox.world.channels.get(message.id));
  await member.say('I would miss the Kenya', { channel: message.id });
  const number = /Poll (\d+)/.exec(textOf(message))?.[1] ?? '';
  const shown = await hearth.sandbox
    .until(() => hearth.sandbox.world.channels.get(message.id))
    .then(() => member.slash('poll show', { poll: number }, { channel: message.id }));
  noPause(hearth);
  expect((await member.press(shown.reply!, 'Kenya')).text).toContain('Your vote: **Kenya AA**');
  await hearth.sandbox.until(() => textOf(member.look(message)).includes('1 vote'));
});

test('a poll that closes early does so with the vote that settles it, and its voter is told', async () => {
  const people = ['member', 'other', 'admin', 'moderator', 'german'];
  const message = await makePoll(hearth, admin, { options: { 'close-early': true } });
  const answers: string[] = [];
  for (const name of people) answers.push((await hearth.sandbox.persona(name).press(message, 'Kenya')).text);
  expect(answers.slice(0, 4).join()).not.toContain('settled');
  expect(answers[4]).toContain('Damit ist es entschieden: Die Umfrage ist jetzt geschlossen.');
  const text = textOf(await ending(hearth, member, message));
  expect(text).toContain('because the result could not change any more');
  expect(
    (await hearth.sandbox.persona('newcomer').slash('poll quick', { question: 'Q?', options: 'a|b' })).text,
  ).toContain('Preview');
});
