import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenModal } from '../../src/sandbox/world/types.ts';
import { onlyAma, standingsOf, trailOf } from '../support/ama-stage.ts';
import {
  type AmaTown,
  amaForm,
  answer,
  ask,
  countIn,
  createAma,
  fill,
  hears,
  letters,
  messageWith,
  nameStaff,
  openQuestion,
  panelSays,
  putOnAir,
  queueSays,
  saidIn,
  startAmas,
  threadOf,
} from '../support/amas.ts';
import { storedIn } from '../support/faults.ts';
import { offers, pressId } from '../support/ideas.ts';
import { selectsOf, textOf } from '../support/messages.ts';
import type { ModalValues } from '../support/modal.ts';

const MINUTE = 60_000;
const { title } = amaForm;
let town: AmaTown;
let announcement: APIMessage;
/** Reads the data file past the bot. */
const kept = () => ({ stored: storedIn(town.config.databasePath) });
beforeAll(async () => {
  town = await startAmas();
  await nameStaff(town);
}, 60_000);
afterAll(() => town?.close());

const questions = [
  'Why is it so dark?',
  'What was your worst roast?',
  'Why do you roast so dark?',
  'Buy cheap watches?',
  'wat grind 4 french pres',
  'Where do the beans come from?',
  'Do you roast at night?',
  'Which grinder do you use?',
  'Will there be a second shop?',
];

test('an AMA is announced with its event, and the guest is not staff', async () => {
  const { admin, other, member, sandbox } = town;
  expect((await member.slash('ama create')).modal).toBeUndefined();
  ({ announcement } = await createAma(town, admin, { guests: [other.id] }));
  expect(textOf(announcement)).toContain(`<@${other.id}>`);
  expect(textOf(announcement)).toMatch(/<t:\d+:F>/u);
  expect(onlyAma(kept()).status).toBe('scheduled');
  const guild = [...sandbox.world.guilds.values()][0]!;
  const event = await sandbox.until(() => [...guild.scheduledEvents.values()][0]);
  expect(event.event.name).toBe(title);
}, 30_000);

test('ten people ask before the start, each gets a number, and the room supports', async () => {
  const { askers, german } = town;
  for (const [index, text] of questions.entries()) {
    const values: ModalValues = index === 1 ? { name: 'unnamed' } : {};
    const { text: said } = await ask(askers[index]!, announcement, text, values);
    expect(said).toContain(`number **${index + 1}**`);
  }
  // In another language, by the command.
  const { modal } = await german.slash('ama ask');
  expect((await german.submitModal(modal, { text: 'Wo kann man euch besuchen?' })).text).toContain('**10**');
  expect(onlyAma(kept())).toMatchObject({ questions: 10, waiting: 10, supports: 0 });
  // What nobody has let in is for nobody else to read.
  expect((await pressId(askers[9]!, announcement, 'ama-browse')).text).toContain('No questions to read yet');
}, 30_000);

test('a moderator reviews: approves, merges, declines with words, edits and tags', async () => {
  const { moderator, askers } = town;
  const queue = await queueSays(town, title, '**10 questions** wait');
  expect(textOf(queue)).toContain('\n-# and 5 more');
  expect(JSON.stringify(queue)).not.toContain(askers[1]!.id);
  const review = (await pressId(moderator, queue, 'ama-review')).reply!;
  const now = () => textOf(moderator.look(review));
  expect(now()).toContain('Why is it so dark?');
  await fill(moderator, review, ['ama-moderate', 'tag'], { text: 'Roasting' });
  expect(now()).toContain('Roasting');
  await pressId(moderator, review, 'ama-moderate', 'approve');
  expect(now()).toContain('What was your worst roast?');
  expect(JSON.stringify(moderator.look(review))).not.toContain(askers[1]!.id);
  await pressId(moderator, review, 'ama-moderate', 'approve');
  expect(now()).toContain('Why do you roast so dark?');
  await fill(moderator, review, ['ama-run', 'merge'], { number: '1' });
  expect(now()).toContain('Buy cheap watches?');
  await fill(moderator, review, ['ama-moderate', 'decline'], {
    reason: 'off-topic',
    text: 'This is about coffee.',
  });
  expect(now()).toContain('wat grind');
  await fill(moderator, review, ['ama-moderate', 'edit'], { text: 'Which grind for a French press?' });
  expect(now()).toContain('Which grind for a French press?');
  expect(now()).toContain('wat grind 4 french pres');
  await pressId(moderator, review, 'ama-moderate', 'approve');
  for (let left = 5; left > 1; left -= 1) await pressId(moderator, review, 'ama-moderate', 'approve');
  expect(now()).toContain('Wo kann man euch besuchen?');
  expect(standingsOf(kept())).toEqual([
    '1 approved',
    '2 approved',
    '3 merged',
    '4 declined',
    '5 approved',
    '6 approved',
    '7 approved',
    '8 approved',
    '9 approved',
    '10 pending',
  ]);
  expect(await hears(town, askers[3]!, 'was not taken')).toContain('This is about coffee.');
}, 30_000);

test('everybody supports once, not their own, also before the start', async () => {
  const { askers } = town;
  const grinder = async (index: number) => {
    const list = (await pressId(askers[index]!, announcement, 'ama-browse')).reply!;
    const card = await openList(askers[index]!, list, 'Which grinder do you use?');
    if (!offers(card, 'ama-support')) return undefined;
    return pressId(askers[index]!, card, 'ama-support');
  };
  expect(await grinder(7)).toBeUndefined();
  for (const index of [0, 1, 2, 3]) expect((await grinder(index))?.text).toContain('👍');
  expect(onlyAma(kept()).supports).toBe(4);
  const list = (await pressId(askers[9]!, announcement, 'ama-browse')).reply!;
  expect(textOf(list)).toContain('also asked by one other');
}, 30_000);

/** The list shows five a page, the menu all of them. */
async function openList(person: AmaTown['member'], list: APIMessage, words: string): Promise<APIMessage> {
  for (;;) {
    const now = person.look(list)!;
    if (JSON.stringify(selectsOf(now)).includes(words)) return openQuestion(person, now, words);
    await pressId(person, now, 'ama-browse-page', 'on', 'support', '1');
  }
}

test('reminders go to those who asked for one, through a restart, and it starts by the clock', async () => {
  const { askers, sandbox } = town;
  await pressId(askers[0]!, announcement, 'ama-remind');
  await pressId(askers[1]!, announcement, 'ama-remind');
  sandbox.advance(5_000);
  await pressId(askers[1]!, announcement, 'ama-remind');
  const { start_at } = onlyAma(kept());
  await town.later(start_at - 10 * MINUTE + 1_000 - sandbox.clock.now());
  await hears(town, askers[0]!, 'starts');
  await town.stopBot();
  sandbox.advance(11 * MINUTE);
  await town.restart();
  await sandbox.until(() => onlyAma(kept()).status === 'live');
  await panelSays(town, title, 'Live');
  expect(letters(askers[0]!).filter((text) => text.includes('🔔'))).toHaveLength(1);
  expect(letters(askers[1]!)).toEqual([]);
}, 30_000);

test('the guest runs it without seeing the staff channel; the most wanted comes first', async () => {
  const { other, askers } = town;
  expect(other.messages('staff')).toEqual([]);
  const panel = (await other.slash('ama panel')).reply!;
  expect(textOf(panel)).toMatch(/Up next\*\*\n\*\*8\*\*/u);
  const card = await openQuestion(other, panel, 'Which grind for a French press?');
  await fill(other, card, ['ama-run', 'prepare'], { text: 'Coarse, like sea salt.' });
  // Rights of a guest end where moderating begins.
  expect(offers(other.look(card), 'ama-moderate', 'decline')).toBe(false);
  expect(offers(panel, 'ama-panel', 'close')).toBe(false);
  expect((await putOnAir(other, panel)).text).toContain('on air');
  const air = await messageWith(town, 'general', (one) => textOf(one).includes('On air'));
  expect(textOf(air)).toContain('Which grinder do you use?');
  expect((await answer(other, panel, 'A big one, from 1962.', 'voice')).text).toContain('by voice');
  await hears(town, askers[7]!, 'answered by voice');
  const thread = await threadOf(town, title);
  expect(textOf(await saidIn(town, thread, 'A big one, from 1962.'))).toContain(`<@${askers[7]!.id}>`);
}, 30_000);

test('through a broken connection: prepared, written, skipped and parked', async () => {
  const { sandbox, moderator, askers, admin } = town;
  sandbox.gateway.faults.inject({ kind: 'disconnect', code: 4000 });
  let result = 'failure';
  while (result !== 'success') ({ result } = await moderator.slash('ama list'));
  expect(town.log()).toContain('gateway connection closed');
  const thread = await threadOf(town, title);
  let panel = await panelSays(town, title, 'Nothing is on air');

  const prepared = await openQuestion(moderator, panel, 'Which grind for a French press?');
  await pressId(moderator, prepared, 'ama-run', 'prepared');
  await saidIn(town, thread, 'Coarse, like sea salt.');
  await hears(town, askers[4]!, 'has an answer');

  const dark = await openQuestion(admin, panel, 'Why is it so dark?');
  await pressId(admin, dark, 'ama-run', 'on-air');
  const air = await messageWith(town, 'general', (one) => textOf(one).includes('On air'));
  await sandbox.until(() => textOf(town.owner.look(air)).includes('Why is it so dark?'));
  await answer(admin, dark, 'Because I like it.');
  await saidIn(town, thread, 'Because I like it.');
  // Both who asked hear of it.
  await hears(town, askers[0]!, 'has an answer');
  await hears(town, askers[2]!, 'A question like yours');

  panel = await panelSays(town, title, 'Where do the beans come from?');
  const worst = await openQuestion(moderator, panel, 'What was your worst roast?');
  await answer(moderator, worst, 'The one of today.');
  const unnamed = await saidIn(town, thread, 'The one of today.');
  expect(JSON.stringify(unnamed)).not.toContain(askers[1]!.id);
  await hears(town, askers[1]!, 'has an answer');

  const beans = await openQuestion(moderator, panel, 'Where do the beans come from?');
  expect((await pressId(moderator, beans, 'ama-run', 'skip')).text).toContain('moves down');
  panel = await panelSays(town, title, 'skipped once');
  const shop = await openQuestion(moderator, panel, 'Will there be a second shop?');
  await pressId(moderator, shop, 'ama-run', 'park');
  await hears(town, askers[8]!, 'will be answered after the AMA');
  // One card on air in the channel, however much went over it.
  expect(countIn(town, 'general', 'The next question comes soon')).toBe(1);
}, 40_000);

let late: OpenModal | undefined;
test('it ends by the clock, and whoever is typing is still heard', async () => {
  const { sandbox, askers } = town;
  const { end_at } = onlyAma(kept());
  await town.later(end_at - MINUTE - sandbox.clock.now());
  const { modal } = await pressId(askers[9]!, announcement, 'ama-ask');
  ({ modal: late } = await pressId(askers[5]!, announcement, 'ama-ask'));
  await town.later(end_at + 1_000 - sandbox.clock.now());
  await sandbox.until(() => onlyAma(kept()).status === 'closing');
  const outcome = await askers[9]!.submitModal(modal, { text: 'Am I too late?' });
  expect(outcome.text).toContain('number **11**');
  await town.later(2 * MINUTE);
  await sandbox.until(() => onlyAma(kept()).status === 'closed');
  expect((await askers[5]!.submitModal(late, { text: 'And me?' })).text).toContain('This AMA is over');
  expect((await askers[5]!.slash('ama ask')).text).toContain('No AMA takes questions');
}, 30_000);

test('then there is a transcript by topic and a receipt of how fair it was', async () => {
  const thread = await threadOf(town, title);
  const transcript = await saidIn(town, thread, 'the transcript');
  expect(textOf(transcript)).toContain('Roasting');
  expect(transcript.attachments).toHaveLength(1);
  const receipt = textOf(await saidIn(town, thread, 'How fair was it?'));
  expect(receipt).toContain('11 questions');
  expect(receipt).toContain('**4** answered');
  expect(receipt).toContain('**1** asked the same');
  expect(receipt).toContain('off topic');
  const all = JSON.stringify(town.owner.messages(thread));
  expect(all).not.toContain(town.askers[1]!.id);
  expect(all).not.toContain('Asker 1"');
  expect(countIn(town, thread, 'How fair was it?')).toBe(1);
}, 30_000);

test('what is owed stays on the list until it is empty, and a later answer reaches the asker', async () => {
  const { moderator, askers, sandbox, german } = town;
  const thread = await threadOf(town, title);
  const transcript = await saidIn(town, thread, 'the transcript');
  expect(textOf(transcript)).toContain('Answered later');
  const list = await messageWith(town, 'staff', (one) => textOf(one).includes('Still owed'));
  expect(standingsOf(kept()).filter((one) => one.endsWith('parked'))).toHaveLength(5);
  const owed = [
    ['Will there be a second shop?', 'Yes, in spring.', askers[8]!],
    ['Where do the beans come from?', 'From Kenya.', askers[5]!],
    ['Do you roast at night?', 'Only when it is hot.', askers[6]!],
    ['Wo kann man euch besuchen?', 'Am Markt 3.', german],
    ['Am I too late?', 'Never.', askers[9]!],
  ] as const;
  for (const [words, text, person] of owed) {
    const card = await openQuestion(moderator, list, words);
    expect((await answer(moderator, card, text)).text).toContain('is answered');
    await saidIn(town, thread, text);
    const told = person === german ? 'Ask our roaster' : 'has an answer';
    await hears(town, person, told);
    await town.later(11_000);
  }
  await sandbox.until(() => textOf(town.owner.look(list)).includes('Nothing is owed any more'), 15_000);
  expect(selectsOf(town.owner.look(list))).toEqual([]);
  // The transcript and the receipt say it where they stand.
  const transcribed = () => textOf(town.owner.look(transcript));
  await sandbox.until(() => owed.every(([, text]) => transcribed().includes(text)), 15_000);
  expect(transcribed()).not.toContain('Answered later');
  await saidIn(town, thread, '**9** answered');
  expect(countIn(town, thread, 'the transcript')).toBe(1);
  expect(countIn(town, thread, 'How fair was it?')).toBe(1);
  expect((await askers[8]!.slash('ama mine', { ama: '1' })).text).toContain('answered');
  expect(trailOf(kept())).toContain('closed');
  expect(town.complaints.filter(({ msg }) => msg === 'router failed')).toEqual([]);
}, 60_000);
