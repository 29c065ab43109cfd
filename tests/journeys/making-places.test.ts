import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { startHearth, type TestHearth } from '../support/hearth.ts';
import { buttonsOf, isEphemeral, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';
import { draftPoll, numberOf, publishDraft, steer } from '../support/polls.ts';

const hour = 3_600_000;

let hearth: TestHearth;
let member: PersonaDriver;
let other: PersonaDriver;
let admin: PersonaDriver;
beforeAll(async () => {
  hearth = await startHearth();
  const { sandbox } = hearth;
  [member, other, admin] = [sandbox.persona('member'), sandbox.persona('other'), sandbox.persona('admin')];
}, 60_000);
afterAll(() => hearth?.close());

const publicPosts = (channel: string) => admin.messages(channel).filter((one) => !isEphemeral(one)).length;

test('a draft is for its maker alone: nobody else sees it, and a forged press on it changes nothing', async () => {
  const shown = await draftPoll(member);
  expect(other.look(shown.reply)).toBeUndefined();
  const publish = buttonsOf(shown.reply).find(({ label }) => label === 'Publish')?.customId ?? '';
  // A message of one's own with the control of somebody else's draft cannot be made at a client, but forged.
  const own = await draftPoll(other);
  const button = buttonsOf(own.reply).find(({ label }) => label === 'Publish')?.customId;
  const ephemeral = hearth.sandbox.world.ephemerals.get(own.reply!.id)!;
  ephemeral.message = JSON.parse(JSON.stringify(ephemeral.message).replace(String(button), publish));
  const before = publicPosts('general');
  const { text } = await other.press(own.reply!, publish);
  expect(text).toBe('This draft belongs to somebody else. Start your own with `/poll create`.');
  expect(publicPosts('general')).toBe(before);
});

test('where somebody may only read, Hearth does not speak for them', async () => {
  const { text } = await member.slash(
    'poll quick',
    { question: 'Sneaky?', options: 'A, B' },
    { channel: 'polls' },
  );
  expect(text).toContain(`You may not write in <#${SMALL.channels.polls}>`);
  expect(publicPosts('polls')).toBe(0);
  const allowed = await admin.slash(
    'poll quick',
    { question: 'Official?', options: 'A, B' },
    { channel: 'polls' },
  );
  await publishDraft(hearth, admin, allowed, { channel: 'polls' });
  expect(publicPosts('polls')).toBe(1);
});

test('where Hearth may not post, the refusal names the permission and where it is given', async () => {
  const shown = await draftPoll(admin, {}, {}, { channel: 'staff' });
  const { text } = await admin.press(shown.reply!, 'Publish');
  expect(text).toContain('**View Channel**');
  expect(text).toContain(`<#${SMALL.channels.staff}>`);
  expect(text).toContain('channel settings under Permissions');
  // Once it is granted, the same press works.
  await admin.api('PUT', `/channels/${SMALL.channels.staff}/permissions/${SMALL.roles.bot}`, {
    type: 0,
    allow: String((1n << 10n) | (1n << 11n)),
    deny: '0',
  });
  await publishDraft(hearth, admin, shown, { channel: 'staff' });
});

test('where Hearth may not attach files, the preview says that the chart will be missing and where to allow it', async () => {
  const rights = `/channels/${SMALL.channels.general}/permissions/${SMALL.roles.bot}`;
  const before = await draftPoll(member);
  expect(before.text).not.toContain('Attach Files');
  await admin.api('PUT', rights, { type: 0, allow: '0', deny: String(PermissionFlagsBits.AttachFiles) });
  const shown = await draftPoll(member);
  expect(shown.text).toContain(`I am missing **Attach Files** in <#${SMALL.channels.general}>`);
  expect(shown.text).toContain('channel settings under Permissions');
  // A poll for a channel elsewhere is about what is allowed there.
  const quick = { question: 'Elsewhere?', options: 'A, B' };
  expect((await admin.slash('poll quick', quick, { channel: 'polls' })).text).not.toContain('Attach Files');
  await admin.api('DELETE', rights);
});

test('a poll for later is planned, appears at its hour and not before', async () => {
  const before = publicPosts('general');
  const shown = await draftPoll(member, { closes: 'in 2 days' }, { starts: 'in 3 hours' });
  expect(shown.text).toMatch(/Appears in <#\d+> <t:\d+:F>, <t:\d+:R>/);
  const { text } = await member.press(shown.reply!, 'Schedule');
  expect(text).toContain('✅ Scheduled. It appears in');
  const list = await member.slash('poll list', { status: 'scheduled' });
  expect(list.text).toMatch(/Which roast next\?\n-# appears <t:\d+:R>/);

  await hearth.later(2 * hour);
  expect(publicPosts('general')).toBe(before);
  await hearth.later(hour + 1_000);
  await hearth.sandbox.until(() => publicPosts('general') === before + 1);
  const message = admin.messages().findLast((one) => !isEphemeral(one))!;
  expect((await other.press(message, 'Kenya')).text).toContain('Your vote: **Kenya AA**');
});

test('a poll for later can be taken back before it appears', async () => {
  const shown = await draftPoll(member, { question: 'Never mind?' }, { starts: 'in 3 hours' });
  await member.press(shown.reply!, 'Schedule');
  const [choice] = await member.autocomplete('poll show', 'poll', 'never mind');
  const before = publicPosts('general');
  const list = await member.slash('poll close', { poll: String(choice?.value) });
  expect(list.text).toContain('This poll opens <t:');
  const seen = await member.slash('poll show', { poll: String(choice?.value) });
  await steer(member, seen.reply!, 'Cancel poll', 'Cancel it');
  await hearth.later(4 * hour);
  expect(publicPosts('general')).toBe(before);
});

test('once set up so, only staff makes polls, and polls go to their channel', async () => {
  const setup = (await admin.slash('setup')).reply!;
  await admin.choose(setup, 'Pick who may create polls', ['Staff only']);
  const refused = await member.slash('poll create');
  expect(refused.modal).toBeUndefined();
  expect(refused.text).toBe(
    'On this server not everybody may create polls. Ask the staff, or suggest your poll to them.',
  );
  await admin.choose(setup, 'Where they were made', [SMALL.channels.polls]);
  const before = publicPosts('polls');
  const shown = await draftPoll(admin);
  expect(shown.text).toContain(`Appears in <#${SMALL.channels.polls}>`);
  const { text } = await admin.press(shown.reply!, 'Publish');
  expect(text).toContain(`Published in <#${SMALL.channels.polls}>`);
  await hearth.sandbox.until(() => publicPosts('polls') === before + 1);
  const message = admin.messages('polls').findLast((one) => !isEphemeral(one))!;
  expect((await member.press(message, 'Brazil')).text).toContain('Your vote: **Brazil Santos**');
  expect(textOf(message)).toContain(`Poll ${numberOf(message)}`);
  await admin.choose(setup, 'Pick who may create polls', ['Everyone']);
  await makePollInSetChannel();
});

async function makePollInSetChannel() {
  // A member may not write in the polls channel, but the server wants its polls there.
  const before = publicPosts('polls');
  const shown = await draftPoll(member);
  await member.press(shown.reply!, 'Publish');
  await hearth.sandbox.until(() => publicPosts('polls') === before + 1);
}

test('a poll in a thread is listed and shown wherever its readers are; one in a private thread is not', async () => {
  const makeThread = async (name: string, type: number) => {
    const { body } = await admin.api('POST', `/channels/${SMALL.channels.general}/threads`, { name, type });
    const { id } = body as { id: string };
    await admin.api('PUT', `/channels/${id}/thread-members/${SMALL.users.bot}`);
    return id;
  };
  const quick = async (question: string, thread: string) => {
    const shown = await admin.slash('poll quick', { question, options: 'A, B' }, { channel: thread });
    await publishDraft(hearth, admin, shown, { channel: thread });
  };
  await admin.choose((await admin.slash('setup')).reply!, 'Where they were made', []);
  await quick('Which grinder?', await makeThread('grinders', ChannelType.PublicThread));
  await quick('Whose birthday?', await makeThread('secret', ChannelType.PrivateThread));

  const listed = await other.slash('poll list', { status: 'open' });
  expect(listed.text).toContain('Which grinder?');
  expect(listed.text).not.toContain('Whose birthday?');
  const choices = await other.autocomplete('poll show', 'poll', 'grinder');
  expect(choices).toHaveLength(1);
  const shown = await other.slash('poll show', { poll: String(choices[0]?.value) });
  expect(textOf(shown.reply)).toContain('Which grinder?');
  expect(await other.autocomplete('poll show', 'poll', 'birthday')).toEqual([]);
});
