import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { amasOf, questionsOf } from '../support/ama-stage.ts';
import {
  type AmaTown,
  answer,
  ask,
  closeAma,
  countIn,
  createAma,
  panelSays,
  putOnAir,
  saidIn,
  startAmas,
  threadOf,
} from '../support/amas.ts';
import { storedIn } from '../support/faults.ts';
import { offers, pressId } from '../support/ideas.ts';
import { selectsOf, textOf } from '../support/messages.ts';

const MINUTE = 60_000;
let town: AmaTown;
const kept = () => ({ stored: storedIn(town.config.databasePath) });
const titles = { coffee: 'Ask our roaster', games: 'Ask the game makers' } as const;
let coffee: APIMessage;
let games: APIMessage;
beforeAll(async () => {
  town = await startAmas();
}, 60_000);
afterAll(() => town?.close());

test('two AMAs at once in one server keep apart', async () => {
  const { owner, admin, askers } = town;
  ({ announcement: coffee } = await createAma(town, owner, { title: titles.coffee }, { queue: 'open' }));
  ({ announcement: games } = await createAma(
    town,
    admin,
    { title: titles.games, starts: 'in 3 hours' },
    { queue: 'open', anonymous: false },
  ));
  expect(amasOf(kept()).map(({ title, status }) => [title, status])).toEqual([
    [titles.coffee, 'scheduled'],
    [titles.games, 'scheduled'],
  ]);
  for (const [index, person] of askers.entries()) {
    const { text } = await ask(person, index % 2 === 0 ? coffee : games, `Question of asker ${index}?`);
    // Each counts its own from 1.
    expect(text).toContain(`number **${Math.floor(index / 2) + 1}**`);
  }
  expect(questionsOf(kept(), 1).map(({ text }) => text)).toEqual(
    [0, 2, 4, 6, 8].map((index) => `Question of asker ${index}?`),
  );
  const list = textOf((await pressId(askers[0]!, games, 'ama-browse')).reply);
  expect(list).toContain('Question of asker 1?');
  expect(list).not.toContain('Question of asker 0?');
  // Without a name it is not guessed which one is meant.
  expect((await askers[0]!.slash('ama ask')).text).toContain('There are several AMAs');
  const choices = await askers[0]!.autocomplete('ama ask', 'ama', 'game');
  expect(choices).toEqual([{ name: expect.stringContaining(titles.games), value: '2' }]);
}, 30_000);

test('list, show, edit and cancel', async () => {
  const { owner, admin, member, sandbox } = town;
  const list = (await member.slash('ama list')).reply!;
  expect(textOf(list)).toContain(titles.coffee);
  expect(textOf(list)).toContain(titles.games);
  const [menu] = selectsOf(list);
  const shown = await member.choose(list, menu!.customId, ['2']);
  expect(shown.text).toContain(titles.games);
  expect(offers(shown.reply ?? shown.updated, 'ama-trail')).toBe(false);
  expect((await admin.slash('ama show', { ama: '2' })).text).toContain('For you as the team');

  // Changed: the announcement says so, and the start moves.
  const before = amasOf(kept())[1]!;
  expect((await member.slash('ama edit', { ama: '2' })).modal).toBeUndefined();
  const opened = await admin.slash('ama edit', { ama: '2' });
  const edited = await admin.submitModal(
    opened.modal ?? (await pressId(admin, opened.reply!, 'ama-draft', 'edit')).modal,
    { title: 'Ask the game makers anything', starts: 'in 4 hours', ends: '2 hours' },
  );
  const preview = edited.reply ?? edited.updated ?? opened.reply!;
  expect((await pressId(admin, preview, 'ama-draft', 'publish')).text).toContain('Saved');
  await sandbox.until(() => textOf(owner.look(games)).includes('Ask the game makers anything'));
  const after = amasOf(kept())[1]!;
  expect(after.start_at - before.start_at).toBeGreaterThan(50 * MINUTE);
  expect(after.end_at - after.start_at).toBe(120 * MINUTE);
  expect(after.message_id).toBe(before.message_id);

  // Called off, with a reason that everybody reads.
  const { modal } = await admin.slash('ama cancel', { ama: '2' });
  await admin.submitModal(modal, { text: 'They are ill. Sorry!' });
  await sandbox.until(() => textOf(owner.look(games)).includes('They are ill.'), 15_000);
  expect(amasOf(kept()).map(({ status }) => status)).toEqual(['scheduled', 'cancelled']);
  expect((await member.slash('ama list', { which: 'past' })).text).toContain('Cancelled');
  const still = (await pressId(member, games, 'ama-browse')).reply;
  expect(textOf(still)).toContain('Question of asker 1?');
  expect(offers(still, 'ama-ask')).toBe(false);
}, 40_000);

test('straight in: nobody reviews, and it is closed by hand', async () => {
  const { owner, askers, sandbox } = town;
  let panel = await panelSays(town, titles.coffee, 'Question of asker 0?');
  expect(countIn(town, 'staff', 'Review one by one')).toBe(0);
  const started = (await pressId(owner, panel, 'ama-panel', 'start')).text;
  const { end_at: end } = amasOf(kept())[0]!;
  expect(started).toContain(`It ends <t:${Math.floor(end / 1000)}:f>; \`/ama edit\` changes that`);
  panel = await panelSays(town, titles.coffee, 'Live');
  await putOnAir(owner, panel);
  panel = await panelSays(town, titles.coffee, 'Answer in writing');
  await answer(owner, panel, 'Gladly.');
  const thread = await threadOf(town, titles.coffee);
  await saidIn(town, thread, 'Gladly.');
  await ask(askers[1]!, coffee, 'One more?');
  panel = await panelSays(town, titles.coffee, 'Nothing is on air');
  expect((await closeAma(owner, panel)).text).toContain('is ending');
  // A second press of somebody who has not seen it changes nothing.
  expect(amasOf(kept())[0]!.status).toBe('closing');
  await town.later(2 * MINUTE + 1_000);
  await sandbox.until(() => amasOf(kept())[0]!.status === 'closed');
  await saidIn(town, thread, 'the transcript');
  await saidIn(town, thread, '6 questions');
  await saidIn(town, 'staff', 'Still owed');
  expect((await owner.slash('ama list')).text).toContain('No AMA is planned');
  expect((await owner.slash('ama list', { which: 'past' })).text).toContain('2 AMAs');
}, 40_000);
