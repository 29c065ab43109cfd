import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseCsv } from '../support/csv.ts';
import { startHearth, type TestHearth } from '../support/hearth.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';
import { announcementsOf, ending, everyVote, makePoll, numberOf, steer } from '../support/polls.ts';

const day = 86_400_000;

let hearth: TestHearth;
let member: PersonaDriver;
let admin: PersonaDriver;
beforeAll(async () => {
  hearth = await startHearth();
  member = hearth.sandbox.persona('member');
  admin = hearth.sandbox.persona('admin');
}, 60_000);
afterAll(() => hearth?.close());

const four = { member: 'Kenya', other: 'Kenya', admin: 'Kenya', moderator: 'Brazil' };

async function exported(person: PersonaDriver, poll: string): Promise<string> {
  const { reply, text } = await person.slash('poll export', { poll });
  const [file] = reply?.attachments ?? [];
  if (file === undefined) return text;
  expect(file.content_type).toContain('text/csv');
  return Buffer.from(await (await fetch(file.url)).arrayBuffer()).toString('utf8');
}

test('open: everybody sees who voted for what, and the export has names', async () => {
  const options = '=1+1\n"Quoted", with comma\n@everyone';
  const message = await makePoll(hearth, member, { form: { options } });
  expect(textOf(message)).toContain('👀 Open: everybody can see who chose what.');
  await hearth.sandbox.persona('other').press(message, '=1+1');
  await admin.press(message, 'Quoted');
  const newcomer = hearth.sandbox.persona('newcomer');
  const seen = await steer(newcomer, message, 'Who voted');
  expect(seen.text).toContain(`<@${admin.id}>: "Quoted"`);
  expect(seen.text).toContain(`<@${hearth.sandbox.persona('other').id}>: =1+1`);

  expect(await exported(newcomer, numberOf(message))).toBe(
    'Only whoever made the poll, and the staff, may do that. Ask one of them.',
  );
  const csv = await exported(member, numberOf(message));
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const [titles, ...rows] = parseCsv(csv);
  expect(titles).toEqual(['Voter ID', 'Voter', 'Choice', 'Weight', 'Voted at (UTC)']);
  // A spreadsheet would run what begins with an equals sign.
  expect(rows.map(([, voter, choice]) => [voter, choice])).toEqual([
    ['Otto Other', "'=1+1"],
    ['Ada Admin', '"Quoted", with comma'],
  ]);
});

test('staff-blind: nobody is shown who voted, and nothing is broken down under five votes', async () => {
  const message = await makePoll(hearth, member, { form: { privacy: 'Staff-blind' } });
  expect(textOf(message)).toContain('🙈 Staff-blind: I show nobody who chose what, staff included.');
  await everyVote(hearth, message, four);
  await hearth.sandbox.until(() => textOf(member.look(message)).includes('4 votes'));
  expect(textOf(member.look(message))).toContain('The counts appear from five votes on');
  expect(textOf(member.look(message))).not.toMatch(/\d+%/);
  for (const name of ['member', 'admin', 'moderator']) {
    const details = await hearth.sandbox.persona(name).press(message, 'Details');
    expect(buttonsOf(details.reply).map(({ label }) => label)).not.toContain('Who voted');
  }
  const withheld = parseCsv(await exported(admin, numberOf(message)));
  expect(withheld[1]).toEqual(['Kenya AA', 'withheld: fewer than 5 votes', 'withheld: fewer than 5 votes']);

  // The fifth vote is enough for counts, never for names.
  await everyVote(hearth, message, { newcomer: 'Brazil' });
  await hearth.sandbox.until(() => /Kenya AA\*\*\n\S+ 60% · 3/.test(textOf(member.look(message))));
  expect(parseCsv(await exported(admin, numberOf(message)))).toEqual([
    ['Option', 'Votes', 'Weight'],
    ['Kenya AA', '3', '3'],
    ['Ethiopia Guji', '0', '0'],
    ['Brazil Santos', '2', '2'],
    ['Total', '5', '5'],
  ]);
  expect((await member.press(message, 'My vote')).text).toContain('Your vote: **Kenya AA**');
});

test('sealed: changeable while it runs, then nobody can look it up or open it again', async () => {
  const message = await makePoll(hearth, member, { form: { privacy: 'Sealed' } });
  expect(textOf(message)).toContain('at closing the key is destroyed');
  await everyVote(hearth, message, { ...four, newcomer: 'Ethiopia', german: 'Ethiopia' });
  await everyVote(hearth, message, { moderator: 'Kenya' });
  expect((await member.press(message, 'My vote')).text).toContain('Your vote: **Kenya AA**');
  const asked = await steer(member, message, 'Close now');
  expect(asked.text).toContain('It is sealed, so it cannot be reopened.');
  await member.press(asked.updated ?? asked.reply!, 'Close it');

  const closed = await ending(hearth, member, message);
  expect(textOf(closed)).toContain('**Kenya AA** wins with 4 of 6 votes (67%)');
  expect(textOf(closed)).toContain('🔒 Sealed: the key is destroyed');
  const seen = await member.slash('poll show', { poll: numberOf(message) });
  expect(seen.text).toContain('wins with 4 of 6');
  const details = await member.press(closed, 'Details');
  const labels = buttonsOf(details.reply).map(({ label }) => label);
  expect(labels).not.toContain('Reopen');
  expect(labels).not.toContain('Who voted');
  const { text } = await member.slash('poll reopen', { poll: numberOf(message), until: 'in 2 days' });
  expect(text).toBe(
    'A sealed poll cannot be reopened: its key is destroyed, so I could not tell who has voted. Make a new one.',
  );
  expect(parseCsv(await exported(admin, numberOf(message)))[1]).toEqual(['Kenya AA', '4', '4']);
});

test('a closed poll with too few votes names no winner, in words, picture or announcement', async () => {
  const message = await makePoll(hearth, member, { form: { privacy: 'Staff-blind' } });
  await everyVote(hearth, message, four);
  await hearth.later(2 * day + 60_000);
  const closed = await ending(hearth, member, message);
  expect(textOf(closed)).toContain('4 people voted. With fewer than five votes I show no result');
  expect(closed.attachments).toEqual([]);
  expect(textOf(closed)).not.toMatch(/wins|\d+%/);
  const [announced] = await hearth.sandbox.until(() => {
    const found = announcementsOf(admin, message);
    return found.length > 0 && found;
  });
  expect(textOf(announced)).not.toMatch(/Kenya|\d+%/);
});

test('what was voted for in a private poll is nowhere in the log', () => {
  expect(hearth.log()).not.toMatch(/Kenya|Which roast/);
});
