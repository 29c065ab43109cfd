import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageJson } from '../../../src/discord/bodies.ts';
import type { MessageBody } from '../../../src/discord/interaction.ts';
import { searchText } from '../../../src/features/ideas/form-input.ts';
import { ideaHelp } from '../../../src/features/ideas/help-views.ts';
import { foundIdeas, ideaChoices, ideaList, openIdeas } from '../../../src/features/ideas/list-views.ts';
import { trailView, wholeText } from '../../../src/features/ideas/pages-views.ts';
import {
  listOrders,
  listPageId,
  listStatuses,
  searchPageId,
} from '../../../src/features/ideas/private-custom-ids.ts';
import { roadmapView } from '../../../src/features/ideas/roadmap-views.ts';
import { problemsOfBody } from '../../support/conformance.ts';
import { everyLanguage, hostileText, judge } from '../polls/hostile.ts';
import { anyCategories, anyEvent, anyIdea, anySummaries, anySummary } from './any-idea.ts';

const english = everyLanguage[0]!;
const runs = { numRuns: 60 };

/** Discord would take it, and so would its published schema. */
function accept(body: MessageBody): void {
  judge(body);
  expect(problemsOfBody('POST', '/channels/1/messages', messageJson(body))).toEqual([]);
}

const waiting = anySummary.map((idea) => ({ ...idea, number: 0, status: 'queued' as const }));
const anyPage = fc.record({
  rows: fc.uniqueArray(fc.oneof(anySummary, waiting), { maxLength: 10, selector: ({ id }) => id }),
  page: fc.nat({ max: 1_000 }),
  pages: fc.integer({ min: 1, max: 1_001 }),
  total: fc.nat({ max: 10_000 }),
});
const anyState = fc.record({
  whose: fc.constantFrom('all' as const, 'mine' as const),
  status: fc.constantFrom(...listStatuses),
  order: fc.constantFrom(...listOrders),
  category: fc.stringMatching(/^[a-z0-9-]{0,24}$/u),
});

describe('Discord takes', () => {
  test('any page of a list, however it is filtered', () => {
    fc.assert(
      fc.property(anyPage, anyState, anyCategories, (page, state, categories) => {
        for (const t of everyLanguage) accept(ideaList(page, state, categories, t));
      }),
      runs,
    );
  });

  test('what a search finds, whatever was searched for', () => {
    fc.assert(
      fc.property(anyPage, hostileText(300), (page, typed) => {
        for (const t of everyLanguage) accept(foundIdeas(page, searchText(typed), t));
      }),
      runs,
    );
  });

  test('the roadmap, also with ten shipped and hundreds planned', () => {
    const some = anySummaries(30);
    fc.assert(
      fc.property(fc.record({ planned: some, inProgress: some, shipped: some }), (roadmap) => {
        for (const t of everyLanguage) accept(roadmapView(roadmap, t));
      }),
      { numRuns: 30 },
    );
  });

  test('every page of a trail and of a text', () => {
    fc.assert(
      fc.property(
        anyIdea,
        fc.array(anyEvent, { maxLength: 45 }),
        fc.nat({ max: 6 }),
        (idea, events, page) => {
          for (const t of everyLanguage) {
            accept(trailView(idea, events, page, t));
            accept(wholeText(idea, page, t));
          }
        },
      ),
      runs,
    );
  });

  test('the help, for members and for the team', () => {
    for (const t of everyLanguage)
      for (const staff of [false, true])
        for (const open of [false, true]) accept(ideaHelp({ staff, open }, t));
  });

  test('any ideas as choices while somebody types', () => {
    fc.assert(
      fc.property(anySummaries(40), (ideas) => {
        for (const t of everyLanguage) {
          const choices = ideaChoices(ideas, t);
          expect(choices.length).toBeLessThanOrEqual(25);
          for (const { name } of choices) {
            expect(name.length).toBeGreaterThanOrEqual(1);
            expect(name.length).toBeLessThanOrEqual(100);
          }
        }
      }),
      runs,
    );
  });
});

describe('leafing', () => {
  test('what is searched for survives the way through a button', () => {
    fc.assert(
      fc.property(hostileText(300), fc.nat({ max: 100_000 }), (typed, page) => {
        const text = searchText(typed);
        const id = searchPageId.build({ text, page, turn: 'on' });
        expect(searchPageId.parse(id)).toEqual({ text, page, turn: 'on' });
      }),
      runs,
    );
  });

  test('a page of a list knows its whole filter', () => {
    fc.assert(
      fc.property(anyState, fc.nat({ max: 100_000 }), (state, page) => {
        const id = listPageId.build({ ...state, page, turn: 'back' });
        expect(listPageId.parse(id)).toEqual({ ...state, page, turn: 'back' });
      }),
      runs,
    );
  });
});

test('only the team reads what the team does', () => {
  const words = (staff: boolean) => JSON.stringify(ideaHelp({ staff, open: true }, english));
  expect(words(false)).not.toContain('/idea merge');
  expect(words(true)).toContain('/idea merge');
});

test('a list without ideas says how to make the first one', () => {
  const page = { rows: [], page: 0, pages: 1, total: 0 };
  const words = (filter: Partial<typeof openIdeas>) =>
    JSON.stringify(ideaList(page, { ...openIdeas, ...filter }, [], english));
  expect(words({ status: 'any' })).toContain('makes the first one');
  expect(words({ status: 'shipped' })).toContain('of this sort');
  expect(words({ whose: 'mine' })).toContain('not suggested anything yet');
});
