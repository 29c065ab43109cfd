import type { APIMessage } from 'discord-api-types/v10';
import { expect } from 'vitest';
import { SMALL } from '../../src/sandbox/community/build-small-seed.ts';
import { type AmaStage, amaTest, onlyAma, questionsOf, standingsOf, trailOf } from '../support/ama-stage.ts';
import {
  amaForm,
  answer,
  ask,
  closeAma,
  countIn,
  createAma,
  hears,
  messageWith,
  openQuestion,
  panelSays,
  putOnAir,
  saidIn,
  threadOf,
} from '../support/amas.ts';
import { forge } from '../support/forge.ts';
import { offers, pressId } from '../support/ideas.ts';
import { isEphemeral, selectsOf, textOf } from '../support/messages.ts';
import type { PersonaDriver } from '../support/persona.ts';

const { title } = amaForm;
const MINUTE = 60_000;
const PATIENCE = 20_000;

/** A show that runs, with these questions let in. */
async function live(town: AmaStage, texts: readonly string[]) {
  const { owner, askers } = town;
  const { announcement } = await createAma(town, owner, {}, { queue: 'open' });
  await town.sandbox.until(() => onlyAma(town).event_id, PATIENCE);
  for (const [index, text] of texts.entries()) await ask(askers[index]!, announcement, text);
  await pressId(owner, await panelSays(town, title, '**Up next**'), 'ama-panel', 'start');
  return { announcement, panel: await panelSays(town, title, 'Live') };
}

/** Chooses what a panel offered that a client still shows as it was. */
function chooseStale(town: AmaStage, person: PersonaDriver, panel: APIMessage, value: string) {
  const custom_id = selectsOf(panel).find(({ customId }) => customId.startsWith('ama-pick:'))!.customId;
  const data = { component_type: 3, custom_id, values: [value] };
  const channelId = panel.channel_id;
  return forge(town.sandbox, { userId: person.id, channelId, type: 3, data, message: panel });
}

const cardSaying = (person: PersonaDriver, words: string, channel = 'staff'): APIMessage =>
  person
    .messages(channel)
    .filter(isEphemeral)
    .findLast((one) => textOf(one).includes(words))!;

amaTest('a choice from a panel that is out of date opens the question as it is now', async ({ begin }) => {
  const town = await begin();
  const { owner, admin, askers, sandbox } = town;
  const { announcement } = await live(town, ['Which 1?', 'Which 2?', 'Which 3?', 'Which 4?', 'Which 5?']);
  const stale = structuredClone(await panelSays(town, title, 'Which 5?'));
  const [menu] = selectsOf(stale);
  expect(menu!.options).toHaveLength(5);
  const last = menu!.options.find(({ label }) => label.includes('Which 5?'))!;
  const first = menu!.options.find(({ label }) => label.includes('Which 1?'))!;

  // Another one has more support now, so the fifth is not among the five any more.
  await ask(askers[6]!, announcement, 'Which 6?');
  for (const person of [askers[7]!, askers[8]!]) {
    const list = (await person.slash('ama questions', { ama: '1', order: 'new' })).reply!;
    for (const number of [6, 4, 3, 2, 1]) {
      if (number === 1) await pressId(person, list, 'ama-browse-page', 'on', 'new');
      await pressId(person, list, 'ama-support', String(number));
    }
  }
  const panel = await panelSays(town, title, 'Which 6?');
  expect(textOf(panel)).not.toContain('Which 5?');
  const opened = await chooseStale(town, owner, stale, last.value);
  expect(opened.words).toContain('Which 5?');
  const mine = cardSaying(owner, 'Which 5?');
  expect((await pressId(owner, mine, 'ama-run', 'on-air')).text).toContain('on air');
  expect(standingsOf(town).filter((each) => each.endsWith('on-air'))).toEqual(['5 on-air']);

  // This one was meanwhile answered by somebody else.
  const before = (await chooseStale(town, owner, stale, first.value)).words;
  expect(before).toContain('Which 1?');
  const old = structuredClone(cardSaying(owner, 'Which 1?'));
  const form = (await pressId(owner, old, 'ama-run', 'answer')).modal;
  const other = await openQuestion(admin, await panelSays(town, title, 'Which 1?'), 'Which 1?');
  await answer(admin, other, 'By the admin.');
  await sandbox.until(() => questionsOf(town)[0]!.answer_message_id, PATIENCE);
  const decided = { standings: standingsOf(town), trail: trailOf(town) };
  expect(decided.standings[0]).toBe('1 answered');
  const { result, words } = await chooseStale(town, owner, stale, first.value);
  expect(result).toBe('success');
  expect(words).toContain('By the admin.');
  const newest = cardSaying(owner, 'By the admin.');
  expect([offers(newest, 'ama-run', 'answer'), offers(newest, 'ama-run', 'on-air')]).toEqual([false, false]);
  const late = await owner.submitModal(form, { text: 'By the owner.' });
  expect(late.text).toContain('By the owner.');
  expect(late.text).toContain('answered');
  expect((await chooseStale(town, owner, stale, '999999')).words).not.toBe('');
  await town.later(3_000);
  expect({ standings: standingsOf(town), trail: trailOf(town) }).toEqual(decided);
  const thread = onlyAma(town).thread_id!;
  expect([countIn(town, thread, 'By the admin.'), countIn(town, thread, 'By the owner.')]).toEqual([1, 0]);
});

amaTest(
  'the thread deleted after the close: what was parked is answered, its asker hears, and all can read it',
  async ({ begin }) => {
    const town = await begin();
    const { owner, askers, sandbox } = town;
    const { panel, announcement } = await live(town, [
      'Why is it so dark?',
      'And what then?',
      'And after that?',
    ]);
    await putOnAir(owner, panel);
    await answer(owner, await panelSays(town, title, 'Answer in writing'), 'Roasted for long.');
    const thread = await threadOf(town, title);
    await saidIn(town, thread, 'Roasted for long.');
    await closeAma(owner, await panelSays(town, title, 'Nothing is on air'));
    await town.later(3 * MINUTE);
    await saidIn(town, thread, 'How fair was it?');
    const owed = await messageWith(
      town,
      'staff',
      (one) => textOf(one).includes('And after that?') && offers(one, 'ama-show', 'list'),
    );
    await sandbox.until(() => onlyAma(town).status === 'closed', PATIENCE);
    expect(standingsOf(town).toSorted()).toEqual(['1 answered', '2 parked', '3 parked']);

    expect((await owner.api('DELETE', `/channels/${thread}`)).status).toBe(200);
    await sandbox.until(() => onlyAma(town).thread_id === null);
    // The announcement does not lead there any more, and no empty thread is opened.
    const announced = () => owner.look(announcement);
    await sandbox.until(() => !JSON.stringify(announced()).includes(`${SMALL.guild}/${thread}`), PATIENCE);
    expect(onlyAma(town)).toMatchObject({ thread_id: null, message_id: announcement.id });
    const card = await openQuestion(owner, owed, 'And what then?');
    await answer(owner, card, 'Then comes the grinder.');
    await sandbox.until(() => questionsOf(town)[1]!.answer_message_id, PATIENCE);
    const letter = await hears(town, askers[1]!, 'answered');
    expect(letter).toContain('And what then?');
    const places = () => {
      const { channel_id, thread_id } = onlyAma(town);
      return [channel_id, ...(thread_id === null ? [] : [thread_id])];
    };
    const readable = () =>
      places().reduce((sum, place) => sum + countIn(town, place, 'Then comes the grinder.'), 0);
    expect(readable()).toBe(1);
    // The team's list says what is left, in its place, until nothing is.
    await sandbox.until(() => !textOf(owner.look(owed)).includes('And what then?'), PATIENCE);
    expect(textOf(owner.look(owed))).toContain('And after that?');
    await answer(owner, await openQuestion(owner, owed, 'And after that?'), 'Then we drink it.');
    await sandbox.until(() => textOf(owner.look(owed)).includes('Nothing is owed'), PATIENCE);
    await hears(town, askers[2]!, 'And after that?');
    await town.later(3_000);
    expect(readable()).toBe(1);
    expect(standingsOf(town).toSorted()).toEqual(['1 answered', '2 answered', '3 answered']);
    // Nothing leads to where nothing stands any more.
    const links = linksIn(askers.slice(1, 3).flatMap((person) => person.messages(person.dm())));
    expect(links.some((link) => !link.endsWith(announcement.id))).toBe(true);
    for (const link of links) expect(stands(town, link)).toBe(true);
    const mine = (await askers[0]!.slash('ama mine', { ama: '1' })).reply;
    for (const link of linksIn([mine!])) expect(stands(town, link)).toBe(true);
    const list = (await askers[4]!.slash('ama questions', { ama: '1' })).reply!;
    const old = await openQuestion(askers[4]!, list, 'Why is it so dark?');
    expect(textOf(old)).toContain('Roasted for long.');
    for (const link of linksIn([old])) expect(stands(town, link)).toBe(true);
  },
);

amaTest('the thread deleted in the show: no link leads to what stood in it', async ({ begin }) => {
  const town = await begin();
  const { owner, askers, sandbox } = town;
  const { announcement, panel } = await live(town, ['Why is it so dark?', 'And what then?']);
  const reads = async (words: string) => {
    const list = (await askers[4]!.slash('ama questions', { ama: '1' })).reply!;
    return linksIn([await openQuestion(askers[4]!, list, words)]);
  };
  await putOnAir(owner, panel);
  await answer(owner, await panelSays(town, title, 'Answer in writing'), 'Roasted for long.');
  await sandbox.until(() => questionsOf(town)[0]!.answer_message_id, PATIENCE);
  const [link] = await reads('Why is it so dark?');
  expect(stands(town, link!)).toBe(true);

  expect((await owner.api('DELETE', `/channels/${onlyAma(town).thread_id!}`)).status).toBe(200);
  await putOnAir(owner, await panelSays(town, title, 'Nothing is on air'));
  await answer(owner, await panelSays(town, title, 'Answer in writing'), 'Then comes the grinder.');
  await sandbox.until(() => questionsOf(town)[1]!.answer_message_id, PATIENCE);
  const [next] = await reads('And what then?');
  expect(stands(town, next!)).toBe(true);
  expect(await reads('Why is it so dark?')).toEqual([]);
  // The announcement was not deleted, and is not posted twice.
  expect(onlyAma(town).message_id).toBe(announcement.id);
  expect(owner.messages('general').filter((one) => offers(one, 'ama-browse', 'card'))).toHaveLength(1);
  expect(standingsOf(town)).toEqual(['1 answered', '2 answered']);
});

const linksIn = (messages: readonly APIMessage[]): string[] =>
  messages.flatMap((one) => JSON.stringify(one).match(/channels\/\d+\/\d+\/\d+/gu) ?? []);

function stands({ sandbox }: AmaStage, link: string): boolean {
  const [, , channel = '', message = ''] = link.split('/');
  return sandbox.world.channels.get(channel)?.byId.has(message) ?? false;
}
