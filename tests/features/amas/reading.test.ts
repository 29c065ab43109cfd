import { describe, expect, it } from 'vitest';
import {
  coreHarness,
  DAY,
  ELSEWHERE,
  GUILD,
  guest,
  HOUR,
  host,
  MINUTE,
  member,
  refusalOf,
} from './core-harness.ts';

describe('finding an AMA', () => {
  it('lists open ones by start and past ones newest first, ten a page, each server its own', () => {
    const h = coreHarness();
    const soon = h.ama({ title: 'Soon', startAt: h.clock.now() + HOUR });
    const first = h.ama({ title: 'Past one' });
    const second = h.ama({
      title: 'Past two',
      startAt: h.clock.now() + 2 * DAY,
      endAt: h.clock.now() + 3 * DAY,
    });
    h.ama({ title: 'Elsewhere' }, ELSEWHERE);
    h.cancel(first);
    h.cancel(second);
    const list = (which: 'open' | 'past', page = 0) => h.service.list({ ...h.by(member(1)), which, page });
    expect(list('open').rows.map(({ id }) => id)).toEqual([soon]);
    expect(list('past').rows.map(({ id }) => id)).toEqual([second, first]);
    for (let each = 0; each < 11; each += 1) h.ama({ title: `More ${each}` });
    expect(list('open', 1)).toMatchObject({ page: 1, pages: 2, total: 12 });
    expect(list('open', 99)).toEqual(list('open', 1));
    expect(list('open', Number.NaN)).toEqual(list('open', 0));
  });

  it('by its id, its title or a part that only one has', () => {
    const h = coreHarness();
    const beans = h.ama({ title: 'Café: ask about beans' });
    const mugs = h.ama({ title: 'Ask about mugs' });
    const elsewhere = h.ama({ title: 'Secret' }, ELSEWHERE);
    const resolve = (text: string) => h.service.resolve({ ...h.by(member(1)), text })?.id;
    expect(resolve(String(beans))).toBe(beans);
    expect(resolve('CAFE')).toBe(beans);
    expect(resolve(' ask about mugs ')).toBe(mugs);
    expect(resolve('ask about')).toBeUndefined();
    expect(resolve('secret')).toBeUndefined();
    expect(resolve(String(elsewhere))).toBeUndefined();
    expect(resolve('')).toBeUndefined();
    expect(resolve('9'.repeat(5_000))).toBeUndefined();
  });

  it('suggests at most 25, open ones first', () => {
    const h = coreHarness();
    const over = h.ama({ title: 'Over' });
    h.cancel(over);
    const ids = Array.from({ length: 30 }, (_, each) => h.ama({ title: `AMA ${each}` }));
    const suggest = (text: string) => h.service.suggest({ ...h.by(member(1)), text }).map(({ id }) => id);
    expect(suggest('')).toEqual(ids.slice(0, 25));
    expect(suggest('over')).toEqual([over]);
  });

  it('the only one that takes questions is meant, where there is one', () => {
    const h = coreHarness();
    const only = () => h.service.only(h.by(member(1)))?.id;
    expect(only()).toBeUndefined();
    const id = h.live();
    expect(only()).toBe(id);
    h.ama({ title: 'Another' }, ELSEWHERE);
    expect(only()).toBe(id);
    const other = h.ama({ title: 'Another' });
    expect(only()).toBeUndefined();
    h.cancel(other);
    h.clock.set(h.state(id).endAt);
    expect(only()).toBeUndefined();
  });
});

describe('browsing questions', () => {
  it('shows what everybody may see, most wanted or newest first, with what the reader holds', () => {
    const h = coreHarness();
    const id = h.ama();
    const asked = [1, 2, 3].map((number) => h.asked(id, member(number)));
    h.ask(id, member(4), { text: 'Not reviewed' });
    h.support(asked[1] ?? 0, member(9));
    const browse = (order: 'support' | 'new', actor = member(9)) =>
      h.service.browse({ ...h.by(actor), amaId: id, order, page: 0 });
    const [one, two, three] = asked;
    expect(browse('support').rows.map(({ question }) => question.id)).toEqual([two, one, three]);
    expect(browse('new').rows.map(({ question }) => question.id)).toEqual([three, two, one]);
    expect(browse('support')).toMatchObject({ total: 3, rows: [{ supporting: true, own: false }, {}, {}] });
    expect(browse('support', member(2)).rows[0]).toMatchObject({ supporting: false, own: true });
  });

  it('own ones are all there, whatever became of them, and are for nobody else', () => {
    const h = coreHarness();
    const [id, other] = [h.ama(), h.ama({ title: 'Other' })];
    const { question } = h.ask(id, member(1), { anonymous: true });
    h.ask(other, member(1));
    const withdrawn = h.ask(id, member(1)).question.id;
    h.withdraw(withdrawn, member(1));
    const mine = (actor = member(1)) => h.service.mine({ ...h.by(actor), amaId: id, page: 0 });
    expect(mine().rows.map((row) => row.question.id)).toEqual([withdrawn, question.id]);
    expect(mine(member(2)).rows).toEqual([]);
    const read = (actor: typeof host) => () =>
      h.service.question({ ...h.by(actor), questionId: question.id }).question.id;
    expect(refusalOf(read(member(2))).code).toBe('question-not-found');
    expect([read(member(1))(), read(guest)(), read(host)()]).toEqual(Array(3).fill(question.id));
  });

  it('several AMAs at once do not mix', () => {
    const h = coreHarness();
    const [a, b] = [h.ama({ queue: 'open' }), h.ama({ queue: 'open', title: 'Other' })];
    const inA = h.ask(a, member(1)).question.id;
    h.clock.advance(MINUTE);
    h.support(inA, member(2));
    expect(h.state(b)).toMatchObject({ questions: 0, supports: 0 });
    const browse = { ...h.by(member(2)), amaId: b, order: 'new' as const, page: 0 };
    expect(h.service.browse(browse)).toMatchObject({ rows: [], total: 0 });
    h.cancel(a);
    expect(h.state(b).status).toBe('scheduled');
    expect(h.ask(b, member(1)).question.number).toBe(1);
  });
});

it('counts messages only where an Ask button stands', () => {
  const h = coreHarness();
  const id = h.live();
  const { channelId } = h.state(id);
  expect(h.work.askingIn(channelId).map((ama) => ama.id)).toEqual([id]);
  expect(h.work.askingIn(h.state(id).staffChannelId)).toEqual([]);
  h.finished(id);
  expect(h.work.askingIn(channelId)).toEqual([]);
  expect(h.service.list({ ...h.by(host, GUILD), which: 'past', page: 0 }).total).toBe(1);
});
