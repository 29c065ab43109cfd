import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { startHearth, type TestHearth } from '../support/hearth.ts';
import { buttonsOf, isEphemeral, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';
import { draftPoll, makePoll, publishDraft } from '../support/polls.ts';

let hearth: TestHearth;
let member: PersonaDriver;
let other: PersonaDriver;
beforeAll(async () => {
  hearth = await startHearth();
  member = hearth.sandbox.persona('member');
  other = hearth.sandbox.persona('other');
}, 60_000);
afterAll(() => hearth?.close());

const posted = () => member.messages().filter((one) => !isEphemeral(one)).length;

test('what is wrong is listed, Publish waits, and Edit brings back everything that was typed', async () => {
  const shown = await draftPoll(member, {
    question: 'Where to?',
    options: 'Lake\nlake',
    closes: 'friday-ish',
    kind: 'Several choices',
    privacy: 'Sealed',
  });
  expect(shown.text).toContain('2 things to correct');
  expect(shown.text).toContain('Line 2: the option “lake” is there twice');
  expect(shown.text).toContain('In the closing time “friday-ish” I did not understand “ish”');
  expect(buttonsOf(shown.reply).find(({ label }) => label === 'Publish')?.disabled).toBe(true);

  const { modal } = await member.press(shown.reply!, 'Edit');
  const kept = JSON.stringify(modal?.components);
  expect(kept).toContain('"value":"Where to?"');
  expect(kept).toContain('"value":"Lake\\nlake"');
  expect(kept).toContain('"value":"friday-ish"');
  expect(kept).toMatch(/"value":"multiple"[^}]*"default":true/);
  expect(kept).toMatch(/"value":"sealed"[^}]*"default":true/);

  // Only one of the fields is touched: the others go back as they came.
  const again = await member.submitModal(modal, { Options: 'Lake\nSea', Closes: 'in 3 days' });
  expect(again.text).toContain('Where to?');
  expect(again.text).toContain('You wrote “in 3 days”');
  expect(again.text).toContain('choose up to 2');
  expect(again.text).toContain('🔒 Sealed');
  const before = posted();
  expect((await member.press(again.updated!, 'Cancel')).text).toBe('Cancelled, nothing was published.');
  expect(posted()).toBe(before);
});

test('the words that were not understood are named, rather than guessed around', async () => {
  const shown = await draftPoll(member, { closes: 'friday 5pm or so maybe' });
  expect(shown.text).toContain(
    'In the closing time “friday 5pm or so maybe” I did not understand “or so maybe”.',
  );
});

test('/poll quick takes everything in one line, and a closing time is one day unless said', async () => {
  const shown = await member.slash('poll quick', { question: 'Tea?', options: '☕ Yes, 🍵 No' });
  expect(shown.reply && isEphemeral(shown.reply)).toBe(true);
  expect(shown.text).toMatch(/Closes <t:\d+:F>/);
  const buttons = buttonsOf(shown.reply).map(({ label, emoji, disabled }) => ({ label, emoji, disabled }));
  expect(buttons.slice(0, 2)).toEqual([
    { label: 'Yes', emoji: '☕', disabled: true },
    { label: 'No', emoji: '🍵', disabled: true },
  ]);
  const message = await publishDraft(hearth, member, shown);
  expect(textOf(message)).toContain(`by <@${member.id}>`);
  expect(buttonsOf(message).map(({ label, disabled }) => `${label} ${disabled}`)).toEqual([
    'Yes false',
    'No false',
    'My vote false',
    'Details false',
  ]);
});

test('a second press on Publish finds the poll instead of making another', async () => {
  const shown = await draftPoll(member);
  const publish = buttonsOf(shown.reply).find(({ label }) => label === 'Publish')?.customId as string;
  const input = {
    type: 3 as const,
    channel_id: shown.reply!.channel_id,
    message_id: shown.reply!.id,
    data: { component_type: 2, custom_id: publish },
  };
  const before = posted();
  const both = await Promise.all([member.send(input), member.send(input)]);
  expect(both.map(({ result }) => result)).not.toContain('failure');
  await hearth.sandbox.until(() => posted() > before);
  await hearth.later(1_500);
  expect(posted()).toBe(before + 1);
});

test('"Make a poll" in the menu of a message opens the form with its words', async () => {
  const message = await other.say('Lunch on Friday?\n- Pizza\n- Ramen\n- Salad');
  const { modal } = await member.contextMenu('Make a poll', message);
  const kept = JSON.stringify(modal?.components);
  expect(kept).toContain('"value":"Lunch on Friday?"');
  expect(kept).toContain('"value":"Pizza\\nRamen\\nSalad"');
  const shown = await member.submitModal(modal);
  expect(textOf(await publishDraft(hearth, member, shown))).toContain('Ramen');
});

test('every option of /poll create is printed on the poll', async () => {
  const { staff, admin } = SMALL.roles;
  const message = await makePoll(hearth, member, {
    form: { kind: 'Several choices' },
    options: {
      results: 'at-closing',
      role: staff,
      'max-choices': 2,
      quorum: 20,
      weights: `<@&${admin}> 3 <@&${staff}> x2`,
      'close-early': true,
      thread: true,
    },
  });
  const text = textOf(message);
  expect(text).toContain('choose up to 2');
  expect(text).toContain(`👥 Only <@&${staff}> may vote.`);
  expect(text).toContain(`⚖️ Votes count more for <@&${admin}> ×3 and <@&${staff}> ×2.`);
  expect(text).toContain('📏 Needs 20 voters to count.');
  expect(text).toContain('⚡ Closes early');
  expect(text).toContain('The counts stay hidden until the poll closes.');
  const thread = await hearth.sandbox.until(() => hearth.sandbox.world.channels.get(message.id));
  expect(thread.channel.name).toBe('Which roast next?');
  // Roles are named, nobody is called.
  const post = hearth.sandbox.sent('POST', '/channels/:channel_id/messages').at(-1);
  expect(post?.body).toMatchObject({ allowed_mentions: { parse: [] } });
});

test('weights that cannot be read are refused with an example', async () => {
  const { text } = await member.slash('poll create', { weights: 'staff three' });
  expect(text).toContain('I did not understand the weights “staff three”');
});
