import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IdeaStatus } from '../../../src/features/ideas/model.ts';
import { author, fillIdeas, GUILD, ideaHarness, member, refusalOf, staff } from './harness.ts';

const titles = [
  'Oat milk in every shop',
  'A loyalty card in the app',
  'Dog-friendly tables outside',
  'Cold brew in summer',
  'Reusable cups with a deposit',
  'Wi-Fi that works upstairs',
  'Spät geöffnet am Sonntag',
  '在店里提供燕麦奶',
  'Open later on Sundays',
] as const;

function library() {
  const h = ideaHarness();
  fillIdeas(h.database, titles.length, (number) => ({
    title: titles[number - 1] ?? '',
    body: number === 4 ? 'Goes well with oat milk' : '',
    supporters: number,
  }));
  const similar = (title: string) => h.draft(author, { title }).similar.map((each) => each.title);
  const search = (text: string, page = 0) => h.service.search({ ...h.by(member(1)), text, page });
  const found = (text: string) => search(text).rows.map((each) => each.title);
  const suggest = (text: string) =>
    h.service.suggest({ ...h.by(member(1)), text }).map(({ number }) => number);
  const resolve = (text: string) => h.service.resolve({ ...h.by(member(1)), text })?.number;
  return { h, similar, search, found, suggest, resolve };
}

describe('similar ideas', () => {
  it.each([
    ['Oat milk in all shops', 'Oat milk in every shop'],
    ['oat  MILK in every shop!!', 'Oat milk in every shop'],
    ['Please: a loyalty card for the app', 'A loyalty card in the app'],
    ['Tables outside, dog friendly', 'Dog-friendly tables outside'],
    ['Reuseable cups with deposit', 'Reusable cups with a deposit'],
    ['wifi that works upstairs', 'Wi-Fi that works upstairs'],
    ['spat geoffnet am sonntag', 'Spät geöffnet am Sonntag'],
    ['在店里提供燕麦奶和豆奶', '在店里提供燕麦奶'],
    ['Open late on Sunday', 'Open later on Sundays'],
  ])('%j is like %j', (typed, title) => {
    expect(library().similar(typed)[0]).toBe(title);
  });

  it.each(['Vegan muffins', 'A jazz night', 'aa', '🎉', 'Gift vouchers by post'])(
    'nothing is like %j',
    (typed) => {
      expect(library().similar(typed)).toEqual([]);
    },
  );

  it('are found in a store of one, where no word is rare, and when the new title says more', () => {
    const h = ideaHarness();
    fillIdeas(h.database, 1, () => ({ title: 'A winter roast' }));
    const like = (title: string) => h.draft(author, { title }).similar.length;
    expect(like('A dark winter roast with cinnamon')).toBe(1);
    expect(like('Winter roast')).toBe(1);
    expect(like('A jazz night in winter')).toBe(0);
    expect(like('Roast your own beans at home')).toBe(0);
  });

  it('are open or shipped, of this server, and at most three', () => {
    const h = ideaHarness();
    const statuses: IdeaStatus[] = ['gathering', 'planned', 'shipped', 'declined', 'expired', 'withdrawn'];
    fillIdeas(h.database, 12, (number) => ({
      title: `Oat milk in shop ${number}`,
      status: statuses[number % 6] ?? 'gathering',
    }));
    const before = h.draft(author, { title: 'Oat milk in shop' }).similar;
    expect(before).toHaveLength(3);
    expect(before.every(({ status }) => ['gathering', 'planned', 'shipped'].includes(status))).toBe(true);
    h.database.sqlite.prepare(`UPDATE ideas SET guild_id = '1'`).run();
    expect(h.draft(author, { title: 'Oat milk in shop' }).similar).toEqual([]);
  });

  it('finds a title again among 10,000 after a word was left out and the others were turned round', () => {
    const h = ideaHarness();
    const syllables = ['ba', 'kel', 'mo', 'tri', 'sun', 'der', 'lo', 'pan', 'vi', 'gor', 'ash', 'ne'];
    let seed = 1;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const word = () => [1, 2, 3].map(() => syllables[next(syllables.length)]).join('');
    fillIdeas(h.database, 10_000, () => ({ title: [1, 2, 3, 4, 5].map(word).join(' ') }));
    let again = 0;
    for (let number = 100; number <= 10_000; number += 100) {
      const title = h.ideas.findByNumber(GUILD, number)?.idea.title ?? '';
      const turned = title.split(' ').toSpliced(1, 1).toReversed().join(' ');
      if (h.searches.similar(GUILD, turned, 3).some((each) => each.number === number)) again += 1;
    }
    expect(again).toBeGreaterThanOrEqual(95);
  });
});

describe('search', () => {
  it.each([
    ['oat', ['Oat milk in every shop', 'Cold brew in summer']],
    ['OAT milk', ['Oat milk in every shop', 'Cold brew in summer']],
    ['ilk ever', ['Oat milk in every shop']],
    ['sunday', ['Open later on Sundays']],
    ['spat', ['Spät geöffnet am Sonntag']],
    ['燕麦奶', ['在店里提供燕麦奶']],
    ['燕麦', ['在店里提供燕麦奶']],
    ['wi', ['Wi-Fi that works upstairs', 'Reusable cups with a deposit']],
    ['milk zebra', []],
    ['', []],
    ['   ', []],
  ])('for %j finds %j', (typed, expected) => {
    expect(library().found(typed).toSorted()).toEqual([...expected].toSorted());
  });

  it('shows titles before texts, the most supported first, ten a page', () => {
    const h = ideaHarness();
    fillIdeas(h.database, 25, (number) => ({
      title: number % 2 === 0 ? `Oat milk ${number}` : `Something ${number}`,
      body: 'with oat milk',
      supporters: number,
    }));
    const page = (number: number) => h.service.search({ ...h.by(member(1)), text: 'oat milk', page: number });
    expect(page(0)).toMatchObject({ page: 0, pages: 3, total: 25 });
    expect(page(0).rows.map(({ number }) => number)).toEqual([24, 22, 20, 18, 16, 14, 12, 10, 8, 6]);
    expect(page(1).rows.map(({ number }) => number)).toEqual([4, 2, 25, 23, 21, 19, 17, 15, 13, 11]);
    expect(page(9).rows.map(({ number }) => number)).toEqual([9, 7, 5, 3, 1]);
    expect(page(Number.NaN).page).toBe(0);
  });

  it('never shows what is not public', () => {
    const h = ideaHarness({ settings: { queue: true } });
    const { id } = h.propose({ title: 'Secret sauce' });
    const search = (actor = staff()) => h.service.search({ ...h.by(actor), text: 'secret', page: 0 }).total;
    expect(search()).toBe(0);
    h.write(() => h.service.approve({ ...h.by(staff()), ideaId: id }));
    expect(search(member(4))).toBe(1);
    h.write(() => h.service.withdraw({ ...h.by(staff()), ideaId: id, reason: 'spam' }));
    expect(search()).toBe(0);
  });

  it('takes anything that can be typed, and anything that is a part of a title finds it', () => {
    const { h, search } = library();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.constantFrom('"', 'NEAR(', 'a" OR "b', '*', '{title}:x', '^', '-', 'AND', '\0', '%', '_'),
        ),
        (text) => {
          const { rows, total } = search(text);
          expect(rows.length).toBeLessThanOrEqual(total);
          h.service.suggest({ ...h.by(member(1)), text });
          h.service.resolve({ ...h.by(member(1)), text });
          h.searches.similar(GUILD, text, 3);
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...titles),
        fc.nat(40),
        fc.integer({ min: 3, max: 12 }),
        (title, from, length) => {
          const part = Array.from(title)
            .slice(from, from + length)
            .join('')
            .trim();
          fc.pre(Array.from(part).length >= 3);
          expect(search(part).rows.map((row) => row.title)).toContain(title);
        },
      ),
    );
  });
});

describe('what people say', () => {
  it.each([
    ['3', 3],
    ['#3', 3],
    ['idea 3', 3],
    ['Idea #3', 3],
    ['Idee 3', 3],
    ['nr. 3', 3],
    ['dog', 3],
    ['Oat milk in every shop', 1],
    ['in', undefined],
    ['99', undefined],
    ['idea 99', undefined],
    ['999999999999999', undefined],
    ['', undefined],
  ])('%j is idea %j', (typed, number) => {
    expect(library().resolve(typed)).toBe(number);
  });

  it('a title that somebody else’s title holds, too, is still found by all of its words', () => {
    const h = ideaHarness();
    fillIdeas(h.database, 2, (number) => ({ title: number === 1 ? 'Oat milk' : 'Oat milk everywhere' }));
    const resolve = (text: string) => h.service.resolve({ ...h.by(member(1)), text })?.number;
    expect(resolve('oat MILK')).toBe(1);
    expect(resolve('oat mil')).toBeUndefined();
  });

  it('is completed by number first, then by title', () => {
    const { suggest } = library();
    expect(suggest('')).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(suggest('su')).toEqual([9, 4]);
    expect(suggest('sun')).toEqual([9]);
    const h = ideaHarness();
    fillIdeas(h.database, 130, (number) => ({ title: `Shop ${number + 1_000}` }));
    const numbers = h.service.suggest({ ...h.by(member(1)), text: '12' }).map(({ number }) => number);
    expect(numbers.slice(0, 4)).toEqual([12, 120, 121, 122]);
    expect(numbers).toEqual([12, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 112]);
  });

  it('of a hidden idea finds nothing', () => {
    const h = ideaHarness();
    const { id } = h.propose({}, author);
    h.write(() => h.service.withdraw({ ...h.by(author), ideaId: id, reason: undefined }));
    expect(h.service.resolve({ ...h.by(member(1)), text: '1' })).toBeUndefined();
    expect(refusalOf(() => h.service.idea({ ...h.by(member(1)), ideaId: id })).code).toBe('not-found');
  });
});
