import { describe, expect, it } from 'vitest';
import { createListRepository } from '../../../src/features/ideas/list-repository.ts';
import { ideaStatuses } from '../../../src/features/ideas/model.ts';
import type { IdeaService } from '../../../src/features/ideas/ports.ts';
import { parseCsv } from '../../support/csv.ts';
import { author, fillIdeas, GUILD, ideaHarness, member, refusalOf, staff } from './harness.ts';

type Wish = Omit<Parameters<IdeaService['list']>[0], 'guildId' | 'actor' | 'now'>;
const any: Wish = { status: 'any', category: undefined, mine: false, order: 'new', page: 0 };
const listed = ideaStatuses.filter((status) => status !== 'queued' && status !== 'merged');

function library(count = 45) {
  const h = ideaHarness();
  fillIdeas(h.database, count, (number) => ({
    title: `Idea ${number}`,
    status: listed[number % listed.length] ?? 'gathering',
    category: number % 3 === 0 ? 'shop' : 'app',
    supporters: (number * 7) % 11,
    authorId: member(number % 5).userId,
  }));
  const list = (wish: Partial<Wish> = {}, actor = member(1)) =>
    h.service.list({ ...h.by(actor), ...any, ...wish });
  return { h, list };
}

describe('a list', () => {
  it('shows every public idea once over its pages, newest first', () => {
    const { list } = library();
    const first = list();
    const all = Array.from({ length: first.pages }, (_, page) => list({ page }).rows).flat();
    expect(all).toHaveLength(first.total);
    const numbers = all.map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => b - a));
    expect(all.some(({ status }) => status === 'withdrawn')).toBe(false);
    expect(first).toMatchObject({ page: 0, pages: 4, total: 40 });
  });

  it('is filtered by status and category, together', () => {
    const { list } = library();
    const planned = list({ status: 'planned', category: 'shop' });
    expect(planned.total).toBeGreaterThan(0);
    expect(planned.rows.every(({ status, category }) => status === 'planned' && category === 'shop')).toBe(
      true,
    );
    const open = list({ status: 'open' }).rows.map(({ status }) => status);
    expect(new Set(open)).toEqual(new Set(['gathering', 'in-review', 'planned', 'in-progress']));
    expect(list({ category: 'nonsense' })).toEqual({ rows: [], page: 0, pages: 1, total: 0 });
  });

  it('can be ordered by support', () => {
    const { list } = library();
    const counts = list({ order: 'support' }).rows.map(({ supporters }) => supporters);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts[0]).toBe(10);
    const all = [0, 1, 2, 3].flatMap((page) => list({ order: 'support', page }).rows);
    expect(new Set(all.map(({ id }) => id)).size).toBe(40);
    expect(all).toEqual(all.toSorted((a, b) => b.supporters - a.supporters || b.id - a.id));
  });

  it.each([-1, 4, 1e9, Number.NaN, Infinity, 0.7])(
    'takes page %d for the nearest one that there is',
    (page) => {
      const { list } = library();
      const { page: given, pages, rows } = list({ page });
      expect(given).toBeGreaterThanOrEqual(0);
      expect(given).toBeLessThan(pages);
      expect(rows.length).toBeGreaterThan(0);
    },
  );

  it('shows what waits and what was withdrawn to staff only, when they ask', () => {
    const { h, list } = library();
    expect(list({ status: 'withdrawn' }).total).toBe(0);
    expect(list({ status: 'withdrawn' }, staff()).total).toBe(5);
    expect(list({}, staff()).total).toBe(40);
    h.settingsNow.queue = true;
    const { id } = h.propose({}, author);
    expect(list({ status: 'queued' }).total).toBe(0);
    expect(list({ status: 'queued' }, staff()).rows).toMatchObject([{ id, number: 0 }]);
    expect(list({ mine: true }, author).rows).toMatchObject([{ id, status: 'queued' }]);
  });

  it('"mine" is what I wrote or suggested, in any status, and nobody else’s', () => {
    const { h, list } = library();
    const mine = list({ mine: true }, member(2));
    expect(mine.total).toBe(9);
    const numbers = mine.rows.map(({ number }) => number);
    expect(numbers.every((number) => number % 5 === 2)).toBe(true);
    const { id } = h.propose({ creditId: author.userId }, member(2));
    expect(list({ mine: true }, member(2)).rows[0]).toMatchObject({ id });
    expect(list({ mine: true }, author).rows).toMatchObject([{ id }]);
  });

  it('of another server is empty', () => {
    const { h } = library();
    expect(h.service.list({ ...h.by(member(1)), ...any, guildId: '1' }).total).toBe(0);
  });

  it('reads an index and ten ideas, never all of them', () => {
    const { h } = library();
    const { sqlite } = h.database;
    const sources: string[] = [];
    const noting = { prepare: (source: string) => (sources.push(source), sqlite.prepare(source)) };
    createListRepository(noting as unknown as typeof sqlite);
    const values = {
      guildId: GUILD,
      statuses: '["planned"]',
      category: null,
      userId: '1',
      limit: 10,
      offset: 0,
    };
    const read = sources
      .filter((source) => source.includes('@guildId'))
      .flatMap((source) => sqlite.prepare(`EXPLAIN QUERY PLAN ${source}`).all(values))
      .map((row) => (row as { detail: string }).detail);
    expect(read.length).toBeGreaterThan(5);
    expect(read.filter((detail) => /\bSCAN (?:ideas|i)\b/u.test(detail))).toEqual([]);
  });
});

const words = {
  number: 'Number',
  title: 'Title',
  idea: 'Idea',
  problem: 'Problem',
  category: 'Category',
  status: 'Status',
  author: 'Author',
  anonymous: 'anonymous',
  supporters: 'Supporters',
  goal: 'Goal',
  postedAt: 'Posted',
  statusAt: 'Since',
  reason: 'Reason',
};

describe('the export', () => {
  const table = (h: ReturnType<typeof ideaHarness>, actor = staff()) =>
    parseCsv(h.service.exportCsv({ ...h.by(actor), words }).csv);

  it('is for staff', () => {
    expect(refusalOf(() => table(ideaHarness(), member(1))).code).toBe('may-not-manage');
  });

  it('holds every idea as it was typed, and no name that is not to be known', () => {
    const h = ideaHarness({ settings: { categories: [{ key: 'shop', name: 'In the shop', emoji: '🏪' }] } });
    h.propose(
      { title: 'Say "hi", please', body: 'two\nlines', problem: 'none; really', category: 'shop' },
      member(1),
    );
    h.propose({ anonymous: true }, author);
    const credited = h.propose({ creditId: member(7).userId }, member(3));
    h.write(() => h.service.answerConsent({ ...h.by(member(7)), ideaId: credited.id, agree: false }));
    const [head, first, second, third] = table(h);
    expect(head).toEqual(Object.values(words).filter((word) => word !== 'anonymous'));
    const posted = new Date(h.clock.now()).toISOString();
    expect(first).toEqual([
      '1',
      'Say "hi", please',
      'two\nlines',
      'none; really',
      'In the shop',
      'gathering',
      `id:${member(1).userId}`,
      '0',
      '3',
      posted,
      posted,
      '',
    ]);
    expect(second?.[6]).toBe('anonymous');
    expect(third?.[6]).toBe('anonymous');
    expect(JSON.stringify(table(h))).not.toContain(author.userId);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '=HYPERLINK("http://x","y")'])(
    'does not run %j',
    (evil) => {
      const h = ideaHarness();
      h.propose({ title: evil, body: evil, problem: evil });
      const cells = table(h)[1]?.slice(1, 4) ?? [];
      expect(cells).toHaveLength(3);
      expect(cells.every((cell) => !/^[=+\-@\t\r＝]/u.test(cell))).toBe(true);
    },
  );
});
