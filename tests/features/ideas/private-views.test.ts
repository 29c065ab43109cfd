import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageJson } from '../../../src/discord/bodies.ts';
import type { MessageBody } from '../../../src/discord/interaction.ts';
import { draftPreview, keptText } from '../../../src/features/ideas/draft-views.ts';
import { messageText, searchText } from '../../../src/features/ideas/form-input.ts';
import {
  decideForm,
  draftForm,
  editForm,
  objectForm,
  reportForm,
  scoreForm,
  submitForm,
  updateForm,
  withdrawForm,
} from '../../../src/features/ideas/form-views.ts';
import { foundIdeas, ideaChoices, ideaList } from '../../../src/features/ideas/list-views.ts';
import { type Category, ideaLimits, ideaStatuses } from '../../../src/features/ideas/model.ts';
import { trailView, wholeText } from '../../../src/features/ideas/pages-views.ts';
import { ideaPanel } from '../../../src/features/ideas/panel-views.ts';
import type { IdeaDraft } from '../../../src/features/ideas/ports.ts';
import { listOrders, listStatuses } from '../../../src/features/ideas/private-custom-ids.ts';
import { authorView, mergeQuestion, revealQuestion } from '../../../src/features/ideas/staff-views.ts';
import { supportReceipt } from '../../../src/features/ideas/support-components.ts';
import { decisionsFrom } from '../../../src/features/ideas/transitions.ts';
import { checkModal } from '../../../src/sandbox/rules/validate-modal.ts';
import { problemsOfBody } from '../../support/conformance.ts';
import { everyLanguage, hostileText, judge } from '../polls/hostile.ts';
import { anyEvent, anyIdea, anyMerge, anyReview, anySummaries, snowflake } from './any-idea.ts';

/** Discord would take it, and so would its published schema. */
function accept(body: MessageBody): void {
  judge(body);
  expect(problemsOfBody('POST', '/channels/1/messages', messageJson(body))).toEqual([]);
}

const runs = { numRuns: 60 };
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** As the setup allows them: at most twelve, each with a name within the limit of a forum's tag. */
const anyCategories: fc.Arbitrary<Category[]> = fc.uniqueArray(
  fc.record({
    key: fc.stringMatching(/^[a-z]{1,20}$/u),
    name: hostileText(20),
    emoji: maybe(fc.constantFrom('☕', '👨‍👩‍👧‍👦', '🇯🇵')),
  }),
  { selector: ({ key }) => key, maxLength: 12 },
);

const anyDraft: fc.Arbitrary<IdeaDraft> = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 50 }),
  guildId: snowflake,
  userId: snowflake,
  creditId: maybe(snowflake),
  anonymous: fc.boolean(),
  images: fc.array(fc.record({ name: hostileText(60), contentType: fc.constant('image/png') }), {
    maxLength: 3,
  }),
  ideaId: fc.constant(undefined),
  title: hostileText(ideaLimits.title),
  body: hostileText(ideaLimits.body),
  problem: hostileText(ideaLimits.problem),
  category: maybe(fc.constant('beans')),
});

const anyOwn = fc.record({
  idea: anyIdea,
  supporting: fc.boolean(),
  following: fc.boolean(),
  viaMerge: maybe(anyMerge),
  changed: fc.boolean(),
  reachedRung: maybe(fc.integer({ min: 1, max: 5 })),
});

const anyPage = anySummaries(10).chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    page: fc.nat({ max: 2 }),
    pages: fc.integer({ min: 1, max: 3 }),
    total: fc.nat({ max: 10_000 }),
  }),
);

describe('Discord takes', () => {
  test('the preview of any draft, whatever looks like it, and a refusal with what was typed', () => {
    const state = fc.record({
      draft: anyDraft,
      similar: anySummaries(3),
      categories: anyCategories,
      notes: fc.array(hostileText(160), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(state, hostileText(150), (given, refusal) => {
        for (const t of everyLanguage) {
          accept(draftPreview(given, t));
          accept(keptText(`.${refusal.replaceAll(/[^a-z]/gu, '')}`, given.draft, t));
        }
      }),
      runs,
    );
  });

  test('the panel of any idea for anybody, and the answer to a press', () => {
    const state = fc.record({
      own: anyOwn,
      categories: anyCategories,
      owner: fc.boolean(),
      staff: fc.boolean(),
      review: maybe(anyReview),
      need: fc.integer({ min: 1, max: 5 }),
      target: maybe(anyIdea),
      merge: maybe(anyMerge),
      now: fc.nat({ max: 4_000_000_000_000 }),
    });
    fc.assert(
      fc.property(state, fc.boolean(), (given, note) => {
        const decisions = given.staff ? decisionsFrom(given.own.idea.status) : [];
        for (const t of everyLanguage) {
          accept(ideaPanel({ ...given, decisions }, t, note ? t('ideas.panel.chanceTaken') : undefined));
          accept(supportReceipt(given.own, t));
        }
      }),
      runs,
    );
  });

  test('what staff is asked', () => {
    fc.assert(
      fc.property(anyIdea, anyIdea, fc.boolean(), fc.boolean(), (idea, other, hidden, mayReveal) => {
        for (const t of everyLanguage) {
          accept(authorView(idea, { hidden, mayReveal }, t));
          accept(revealQuestion(idea, t));
          accept(mergeQuestion(idea, other, t));
        }
      }),
      runs,
    );
  });

  test('any list with any filter, and what was found', () => {
    const state = fc.record({
      whose: fc.constantFrom('all' as const, 'mine' as const),
      status: fc.constantFrom(...listStatuses),
      order: fc.constantFrom(...listOrders),
      category: fc.stringMatching(/^[a-z]{0,20}$/u),
    });
    fc.assert(
      fc.property(anyPage, state, anyCategories, hostileText(200), (page, shown, categories, words) => {
        const unique = { ...page, rows: [...new Map(page.rows.map((each) => [each.id, each])).values()] };
        for (const t of everyLanguage) {
          accept(ideaList(unique, shown, categories, t));
          accept(foundIdeas(unique, searchText(words), t));
          for (const { name, value } of ideaChoices(page.rows, t)) {
            expect(name.length).toBeLessThanOrEqual(100);
            expect(value).toMatch(/^\d+$/u);
          }
        }
      }),
      runs,
    );
  });

  test('every page of any text and of any trail', () => {
    fc.assert(
      fc.property(
        anyIdea,
        fc.array(anyEvent, { maxLength: 25 }),
        fc.nat({ max: 9 }),
        (idea, events, page) => {
          for (const t of everyLanguage) {
            accept(wholeText(idea, page, t));
            accept(trailView(idea, events, page, t));
          }
        },
      ),
      runs,
    );
  });

  test('every form, prefilled with whatever was typed', () => {
    const before = maybe(
      fc.record({
        scores: fc.record({
          fit: fc.integer({ min: 1, max: 5 }),
          effort: fc.integer({ min: 1, max: 5 }),
          demand: fc.integer({ min: 1, max: 5 }),
          cost: fc.integer({ min: 1, max: 5 }),
        }),
        reason: hostileText(ideaLimits.reason),
      }),
    );
    fc.assert(
      fc.property(anyDraft, anyIdea, anyCategories, before, (draft, idea, categories, scored) => {
        for (const t of everyLanguage) {
          for (const anonymous of [true, false]) checkModal(submitForm({ anonymous }, categories, t));
          const messageId = draft.userId;
          checkModal(
            submitForm({ anonymous: false, messageId, text: draft, suggested: true }, categories, t),
          );
          checkModal(draftForm(draft, categories, t));
          for (const reason of [true, false]) checkModal(editForm(idea, categories, t, { reason }));
          checkModal(scoreForm(idea.id, scored, t));
          for (const form of [updateForm, reportForm, withdrawForm, objectForm]) checkModal(form(idea.id, t));
          for (const status of ideaStatuses) {
            for (const to of decisionsFrom(status)) checkModal(decideForm({ ...idea, status }, to, t));
          }
        }
      }),
      runs,
    );
  });
});

test('the form for an idea has room for all five parts, the last one for pictures', () => {
  const categories = [{ key: 'beans', name: 'Beans', emoji: '☕' }];
  const form = submitForm({ anonymous: false }, categories, everyLanguage[0]!);
  expect(form.components).toHaveLength(5);
  expect(submitForm({ anonymous: false }, [], everyLanguage[0]!).components).toHaveLength(4);
});

describe('the whole text', () => {
  test('holds everything that was written, over its pages, although escaping doubles it', () => {
    fc.assert(
      fc.property(anyIdea, fc.integer({ min: 1, max: 12 }), (any, words) => {
        const body = Array.from({ length: words * 12 }, (_, index) => `*w${index}*`).join(' ');
        const idea = { ...any, body: body.slice(0, ideaLimits.body), problem: '', updates: [] };
        const t = everyLanguage[0]!;
        const pages = [0, 1, 2, 3].map((page) => JSON.stringify(wholeText(idea, page, t).components));
        for (const word of idea.body.match(/w\d+/gu)!.slice(0, -1)) {
          expect(pages.some((page) => page.includes(word))).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('a message as an idea', () => {
  test('its first line is the title, without the mark of a heading or a list', () => {
    const text = messageText('\n## A bench in the **sun**\nWe all stand around.');
    expect(text.title).toBe('A bench in the **sun**');
    expect(text.body).toContain('We all stand around.');
  });

  test('whatever it holds, it fits the form', () => {
    fc.assert(
      fc.property(hostileText(4_000), (content) => {
        const { title, body } = messageText(content);
        expect(title.length).toBeLessThanOrEqual(ideaLimits.title);
        expect(body.length).toBeLessThanOrEqual(ideaLimits.body);
      }),
    );
  });
});

test('what is searched for fits into the controls of its pages', () => {
  fc.assert(
    fc.property(hostileText(300), (typed) => {
      expect(Buffer.byteLength(searchText(typed))).toBeLessThanOrEqual(51);
    }),
  );
  expect(searchText('  more   seats outside ')).toBe('more seats outside');
  expect(searchText('漢'.repeat(60))).toMatch(/^漢{15,17}$/u);
});
