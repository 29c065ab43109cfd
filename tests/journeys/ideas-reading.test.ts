import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseCsv } from '../support/csv.ts';
import {
  chooseIn,
  type IdeaTown,
  numberOf,
  reads,
  setStatus,
  startIdeas,
  submitIdea,
  support,
} from '../support/ideas.ts';
import { buttonsOf, isEphemeral, textOf } from '../support/messages.ts';

let town: IdeaTown;
const titles = ['Oat milk', 'Beans by post', '=HYPERLINK("x")', 'Board games', 'Latte art class'];
beforeAll(async () => {
  town = await startIdeas();
  const { member, other, german, admin } = town;
  for (const [index, title] of titles.entries()) {
    const category = index % 2 === 0 ? 'Coffee' : 'Events';
    const card = await submitIdea(town, index < 3 ? member : other, { title, category });
    if (title === 'Beans by post') {
      await support(german, card);
      await reads(town, card, '**1 of 2 needed**');
    }
    if (title === 'Board games') {
      await setStatus(admin, numberOf(card), 'declined', 'No room for tables.');
      await reads(town, card, 'No room for tables.');
    }
  }
}, 60_000);
afterAll(() => town?.close());

test('lists can be filtered by status and category, and sorted by support', async () => {
  const { newcomer } = town;
  const list = await newcomer.slash('idea list');
  expect(isEphemeral(list.reply!)).toBe(true);
  expect(list.text).toMatch(/Latte art class[\s\S]*Oat milk/u);
  expect(list.text).not.toContain('Board games');
  const declined = await newcomer.slash('idea list', { status: 'declined' });
  expect(declined.text).toContain('Board games');
  expect(declined.text).not.toContain('Oat milk');
  const offered = await newcomer.autocomplete('idea list', 'category', 'cof');
  expect(offered).toHaveLength(1);
  const coffee = await newcomer.slash('idea list', { category: String(offered[0]!.value) });
  expect(coffee.text).toContain('Oat milk');
  expect(coffee.text).not.toContain('Beans by post');
  const shown = list.reply!;
  await chooseIn(newcomer, shown, 'idea-list-status', 'declined');
  expect(textOf(newcomer.look(shown))).toContain('Board games');
  await chooseIn(newcomer, shown, 'idea-list-status', 'any');
  const lines = () => textOf(newcomer.look(shown)).split('Look at one')[0]!;
  expect(lines().indexOf('Beans by post')).toBeGreaterThan(lines().indexOf('Latte art class'));
  const sort = buttonsOf(newcomer.look(shown)).find(({ customId }) =>
    customId?.startsWith('idea-list-order'),
  );
  await newcomer.press(shown, sort!.customId!);
  expect(lines().indexOf('Beans by post')).toBeLessThan(lines().indexOf('Latte art class'));
});

test('an idea is found by its number, by words, and while typing', async () => {
  const { newcomer, member } = town;
  expect((await newcomer.slash('idea show', { idea: '2' })).text).toContain('Beans by post');
  expect((await newcomer.slash('idea show', { idea: 'idea 2' })).text).toContain('Beans by post');
  expect((await newcomer.slash('idea show', { idea: 'latte' })).text).toContain('Latte art class');
  expect((await newcomer.slash('idea show', { idea: '99' })).text).toContain('I do not know this idea.');
  expect((await newcomer.slash('idea search', { words: 'milk' })).text).toContain('Oat milk');
  expect((await newcomer.slash('idea search', { words: 'giraffe' })).text).toContain(
    'I found nothing like it.',
  );
  const found = await newcomer.autocomplete('idea show', 'idea', 'board');
  expect(found.map(({ name }) => name)).toEqual(['4 · Board games']);
  const mine = (await member.slash('idea mine')).text;
  expect(mine).toContain('Oat milk');
  expect(mine).not.toContain('Latte art class');
  expect((await newcomer.slash('idea mine')).text).toContain('You have not suggested anything yet.');
});

test('the roadmap and the help say what there is, to members and to the team', async () => {
  const { newcomer, admin } = town;
  expect((await newcomer.slash('idea roadmap')).text).toContain('Planned');
  expect((await newcomer.slash('idea help')).text).toContain('/idea submit');
  expect((await newcomer.slash('idea help')).text).not.toContain('/idea merge');
  expect((await admin.slash('idea help')).text).toContain('/idea merge');
});

test('the team takes everything along as a file that no spreadsheet runs', async () => {
  const { newcomer, admin, member } = town;
  expect((await newcomer.slash('idea export')).text).toContain('Only the team can do that.');
  const { reply } = await admin.slash('idea export');
  const [file] = reply!.attachments;
  const csv = Buffer.from(await (await fetch(file!.url)).arrayBuffer()).toString('utf8');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const [header, ...rows] = parseCsv(csv);
  expect(header?.slice(0, 2)).toEqual(['Number', 'Title']);
  expect(rows).toHaveLength(5);
  const byTitle = (title: string) => rows.find((row) => row.includes(title));
  expect(byTitle(`'=HYPERLINK("x")`)).toBeDefined();
  expect(rows.flat().some((cell) => cell.startsWith('='))).toBe(false);
  expect(byTitle('Board games')).toContain('No room for tables.');
  expect(csv).toContain(member.id);
});

test('in German all of it reads German', async () => {
  const { german } = town;
  const list = (await german.slash('idea list')).text;
  expect(list).toContain('Ideen');
  expect(list).toContain('Sammelt');
  expect(list).not.toContain('Gathering');
  expect((await german.slash('idea mine')).text).toContain('/idee einreichen');
  expect((await german.slash('idea roadmap')).text).toContain('Geplant');
  expect((await german.slash('idea help')).text).toContain('Idee');
  expect((await german.slash('idea show', { idea: 'Idee 2' })).text).toContain('Beans by post');
  expect((await german.slash('idea export')).text).toContain('Team');
  const { modal } = await german.slash('idea submit');
  expect(modal?.title).toContain('Idee');
  expect(town.complaints).toEqual([]);
});
