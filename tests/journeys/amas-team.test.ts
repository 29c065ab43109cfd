import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import {
  type AmaTown,
  ask,
  createAma,
  draftAma,
  fill,
  messageWith,
  panelSays,
  queueSays,
  startAmas,
} from '../support/amas.ts';
import { offers, pressId } from '../support/ideas.ts';
import { selectsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';

const HOUR = 3_600_000;
let town: AmaTown;
beforeAll(async () => {
  town = await startAmas();
}, 60_000);
afterAll(() => town?.close());

/** Opens a question from a list that shows it, by its number. */
async function cardOf(person: PersonaDriver, list: APIMessage, number: number): Promise<APIMessage> {
  const menu = selectsOf(person.look(list)).find(({ customId }) => customId.startsWith('ama-pick'))!;
  const option = menu.options.find(({ label }) => label.startsWith(`${number} ·`))!;
  return (await person.choose(list, menu.customId, [option.value])).reply!;
}

test('the preview shows the understood times, and its switches and places are what gets published', async () => {
  const { owner, member } = town;
  expect((await member.slash('ama create')).text).toContain('made by the team');
  const refused = await owner.slash('ama create');
  expect(refused.text).toContain('staff-channel');
  const unclear = await draftAma(owner, { title: 'Unclear', starts: 'soonish' });
  expect(textOf(unclear)).toContain('I did not understand the start “soonish”');
  expect(textOf(unclear)).toContain('Unclear');

  const preview = await draftAma(owner, { title: 'Switches', guests: [SMALL.users.other] });
  expect(textOf(preview)).toMatch(/<t:\d+:F> \(<t:\d+:R>\)/u);
  expect(textOf(preview)).toContain('Review first');
  for (const what of ['review', 'several', 'attachments', 'anonymous']) {
    await pressId(owner, preview, 'ama-draft', what);
  }
  const changed = textOf(owner.look(preview));
  for (const words of ['Straight in', 'One at a time each', 'Pictures: yes', 'Anonymous: no']) {
    expect(changed).toContain(words);
  }
  const edited = await fill(owner, preview, ['ama-draft', 'edit'], { ends: '2 hours' });
  expect(edited.text).toContain('Switches');
  await owner.choose(preview, 'Announce it somewhere else', [SMALL.channels.polls]);
  expect(textOf(owner.look(preview))).toContain(`<#${SMALL.channels.polls}>`);
  // What nobody has reviewed is not for everybody.
  await owner.choose(preview, 'Run it somewhere else', [SMALL.channels.general]);
  expect(textOf(owner.look(preview))).toContain(`Everybody can read <#${SMALL.channels.general}>`);
  const open = await pressId(owner, preview, 'ama-draft', 'publish');
  expect(open.text).toContain('Choose a channel of the team');
  expect((await owner.slash('ama list')).text).toContain('No AMA is planned');
  expect((await pressId(owner, preview, 'ama-draft', 'cancel')).text).toContain('nothing was posted');
  expect((await owner.slash('ama list')).text).toContain('No AMA is planned');
});

test('the team reviews, merges, declines and clears up, and a guest runs what is theirs', async () => {
  const { owner, admin, member, other, german, newcomer, sandbox } = town;
  const title = 'Two of the same';
  const { announcement } = await createAma(town, owner, { title, guests: [other.id] }, { several: false });
  await ask(member, announcement, 'Will there be decaf?');
  const again = await pressId(member, announcement, 'ama-ask');
  expect(again.text).toContain('Your question 1 is still waiting');
  await ask(newcomer, announcement, 'Decaf, please?', { name: 'unnamed' });
  await ask(german, announcement, 'You are all stupid', { name: 'unnamed' });
  await ask(admin, announcement, 'what bean u like', {});

  // One by one: approve, merge, decline, make clearer.
  const queue = await queueSays(town, title, 'what bean u like');
  const review = (await pressId(owner, queue, 'ama-review')).reply!;
  const now = () => textOf(owner.look(review));
  await pressId(owner, review, 'ama-moderate', 'approve');
  expect(now()).toContain('Decaf, please?');
  const merged = await fill(owner, review, ['ama-run', 'merge'], { number: '1' });
  expect(merged.text).toContain('asked together with question 1');
  expect(now()).toContain('You are all stupid');
  expect(now()).not.toContain(german.id);

  // Who it is stays hidden, also from whoever blocks; looking it up is an admin's act and is asked twice.
  await pressId(owner, review, 'ama-moderate', 'asker');
  expect(now()).not.toContain(german.id);
  await pressId(owner, review, 'ama-moderate', 'block');
  expect(now()).toContain('They cannot ask questions');
  expect(now()).not.toContain(german.id);
  expect((await pressId(german, announcement, 'ama-ask')).text).toMatch(/keine Fragen stellen|wartet noch/u);
  await pressId(owner, review, 'ama-moderate', 'reveal');
  expect(now()).toContain('written into the history');
  await pressId(owner, review, 'ama-moderate', 'reveal-now');
  expect(now()).toContain(`<@${german.id}>`);
  await pressId(owner, review, 'ama-moderate', 'show');
  const declined = await fill(owner, review, ['ama-moderate', 'decline'], {
    reason: 'unkind',
    text: 'Let us be kind.',
  });
  expect(declined.text).toContain('is declined');
  expect((await german.slash('ama mine')).text).toContain('nicht angenommen');
  expect(now()).toContain('what bean u like');
  await fill(owner, review, ['ama-moderate', 'edit'], { text: 'Which bean do you like best?' });
  expect(now()).toContain('Which bean do you like best?');
  expect(now()).toContain('what bean u like');
  await fill(owner, review, ['ama-moderate', 'tag'], { text: 'Beans' });
  expect(now()).toContain('belongs to “Beans”');
  expect((await pressId(owner, review, 'ama-moderate', 'approve')).text).toContain(
    'Nothing waits for review',
  );

  // The guest sees the merged one, may run it, and may neither decline nor end it.
  const panel = (await other.slash('ama panel')).reply!;
  expect(textOf(panel)).toContain('also asked by one other');
  const card = await cardOf(other, panel, 1);
  expect(offers(card, 'ama-moderate', 'decline')).toBe(false);
  const prepared = await fill(other, card, ['ama-run', 'prepare'], { text: 'Yes, in spring.' });
  expect(prepared.text).toContain('is ready');
  expect((await member.slash('ama panel')).text).toContain('for the host and the guests');
  await town.later(2 * HOUR + 1000);
  await panelSays(town, title, 'Live');
  await pressId(other, panel, 'ama-panel', 'refresh');
  // Ending is the host's.
  expect(offers(other.look(panel), 'ama-panel', 'close')).toBe(false);
  const onAir = await pressId(other, panel, 'ama-run', 'on-air');
  expect(onAir.text).toContain('Question 1 is on air');
  const second = await pressId(owner, await panelSays(town, title, 'Off air'), 'ama-run', 'skip');
  expect(second.text).toContain('moves down');
  const posted = await pressId(other, panel, 'ama-run', 'prepared');
  expect(posted.text).toContain('is answered');
  const thread = await sandbox.until(
    () =>
      [...sandbox.world.channels.values()].find(
        ({ channel }) => 'thread_metadata' in channel && channel.name?.includes(title),
      )?.id,
  );
  const answer = await messageWith(town, thread, (message) => textOf(message).includes('Yes, in spring.'));
  expect(textOf(answer)).not.toContain(newcomer.id);

  // What is parked at the end is still owed; a press that comes too late is told so.
  const late = await pressId(other, card, 'ama-run', 'park');
  expect(late.text).toContain('Somebody was quicker');
  const close = await pressId(owner, await panelSays(town, title, 'End the AMA'), 'ama-panel', 'close');
  await pressId(owner, close.reply!, 'ama-close-now');
  await town.later(3 * 60_000);
  const owed = await messageWith(
    town,
    'staff',
    (message) =>
      selectsOf(message).some(({ customId }) => customId.includes('parked')) &&
      textOf(message).includes(title),
  );
  const parked = await cardOf(owner, owed, 4);
  expect((await fill(owner, parked, ['ama-run', 'answer'], { text: 'Ethiopian.' })).text).toContain(
    'is answered',
  );
  await messageWith(town, thread, (message) => textOf(message).includes('Ethiopian.'));

  // Whoever moderates finds out who did what, without the name.
  const shown = (await owner.slash('ama show', { ama: title })).reply!;
  const trail = await pressId(owner, shown, 'ama-trail');
  expect(trail.text).toContain('Name looked up');
  expect(trail.text).toMatch(/Name looked up \(question \d+\)/u);
  expect(trail.text).not.toContain(german.id);
  const csv = await owner.slash('ama export', { ama: title, as: 'csv' });
  expect(csv.reply?.attachments).toHaveLength(1);
  expect((await member.slash('ama export', { ama: title, as: 'csv' })).text).toContain('host of this AMA');
  expect((await member.slash('ama export', { ama: title })).reply?.attachments).toHaveLength(1);
}, 90_000);

test('an AMA is changed and called off, and its questions stay readable', async () => {
  const { owner, member } = town;
  const title = 'Another time';
  const { announcement } = await createAma(town, owner, { title }, { queue: 'open' });
  expect((await ask(member, announcement, 'Is it raining?')).text).toContain('Everybody can read');
  expect((await pressId(member, announcement, 'ama-remind')).text).toContain('I remind you');
  expect((await pressId(member, announcement, 'ama-remind')).text).toContain('No reminder');
  const draft = (await owner.slash('ama edit', { ama: title })).reply!;
  await fill(owner, draft, ['ama-draft', 'edit'], { starts: 'in 5 hours', ends: '30 minutes' });
  expect((await pressId(owner, draft, 'ama-draft', 'publish')).text).toContain('Saved');
  const { modal } = await owner.slash('ama cancel', { ama: title });
  expect((await owner.submitModal(modal, { text: 'The guest is ill.' })).text).toContain('called off');
  expect((await member.slash('ama cancel', { ama: title })).text).toContain('host of this AMA');
  await messageWith(town, 'general', (message) => textOf(message).includes('The guest is ill.'));
  expect((await pressId(member, announcement, 'ama-browse')).text).toContain('Is it raining?');
  expect((await member.slash('ama ask')).text).toContain('No AMA takes questions');
  expect((await member.slash('ama list', { which: 'past' })).text).toContain(title);
  expect((await owner.slash('ama help')).text).toContain('Your first AMA as a host');
  expect((await member.slash('ama help')).text).not.toContain('Your first AMA as a host');
}, 60_000);
