import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageJson } from '../../../src/discord/bodies.ts';
import { draftPreview, keptText } from '../../../src/features/ideas/draft-views.ts';
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
import { ideaLimits } from '../../../src/features/ideas/model.ts';
import type { IdeaDraft } from '../../../src/features/ideas/ports.ts';
import { checkModal } from '../../../src/sandbox/rules/validate-modal.ts';
import { problemsOfBody } from '../../support/conformance.ts';
import { everyLanguage, hostileText, judge } from '../polls/hostile.ts';
import { anyCategories, anyIdea, anyReview, anySummaries, anySummary, snowflake } from './any-idea.ts';

const runs = { numRuns: 60 };
const english = everyLanguage[0]!;

const anyDraft: fc.Arbitrary<IdeaDraft> = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 50 }),
  guildId: snowflake,
  userId: snowflake,
  creditId: fc.option(snowflake, { nil: undefined }),
  anonymous: fc.boolean(),
  images: fc.array(fc.constant({ name: 'idea-1.png', contentType: 'image/png' }), { maxLength: 3 }),
  ideaId: fc.constant(undefined),
  title: hostileText(ideaLimits.title),
  body: hostileText(ideaLimits.body),
  problem: hostileText(ideaLimits.problem),
  category: fc.option(fc.stringMatching(/^[a-z]{1,8}$/u), { nil: undefined }),
});

function accept(body: Parameters<typeof messageJson>[0]): void {
  judge(body);
  expect(problemsOfBody('POST', '/channels/1/messages', messageJson(body))).toEqual([]);
}

describe('Discord takes', () => {
  test('every form, whatever stands in it already', () => {
    fc.assert(
      fc.property(
        anyIdea,
        anyDraft,
        anyCategories,
        anyReview,
        fc.boolean(),
        (idea, draft, categories, review, yes) => {
          for (const t of everyLanguage) {
            const forms = [
              submitForm({ anonymous: yes, text: draft, suggested: yes }, categories, t),
              submitForm({ anonymous: false, messageId: draft.userId, suggested: true }, categories, t),
              draftForm(draft, categories, t),
              editForm(idea, categories, t, { reason: yes }),
              updateForm(idea.id, t),
              reportForm(idea.id, t),
              withdrawForm(idea.id, t),
              objectForm(idea.id, t),
              scoreForm(idea.id, review.scores[0], t),
              ...(['planned', 'in-progress', 'shipped', 'declined', 'in-review'] as const).map((to) =>
                decideForm(idea, to, t),
              ),
            ];
            for (const form of forms) checkModal(form);
          }
        },
      ),
      runs,
    );
  });

  test('the preview of any draft with what is like it, pinging nobody', () => {
    const state = fc.record({
      draft: anyDraft,
      similar: anySummaries(5),
      categories: anyCategories,
      notes: fc.array(hostileText(400), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(state, (preview) => {
        for (const t of everyLanguage) {
          const body = draftPreview(preview, t);
          accept(body);
          expect(body.allowed_mentions).toBeUndefined();
        }
      }),
      runs,
    );
  });

  test('what was typed, handed back with why it was refused', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        for (const t of everyLanguage) accept(keptText(t('ideas.refusals.title-missing'), draft, t));
      }),
      runs,
    );
  });

  test.each(['_', '漢', '👨‍👩‍👧‍👦', '@', '\n', 'a\n'])(
    'the largest draft of all, written in %j',
    (letter) => {
      const words = (length: number) => letter.repeat(length).slice(0, length);
      const [draft] = fc.sample(anyDraft, { numRuns: 1, seed: 3 });
      const [found] = fc.sample(anySummary, { numRuns: 1, seed: 3 });
      const largest: IdeaDraft = {
        ...draft!,
        title: words(ideaLimits.title),
        body: words(ideaLimits.body),
        problem: words(ideaLimits.problem),
        creditId: '18446744073709551615',
        category: 'c',
      };
      const alike = { ...found!, title: words(ideaLimits.title), supporters: 1_000_000 };
      const similar = [1, 2, 3].map((id) => ({ ...alike, id: 2 ** 50 + id }));
      const categories = [{ key: 'c', name: words(40), emoji: '👨‍👩‍👧‍👦' }];
      const notes = [words(400), words(400), words(400)];
      for (const t of everyLanguage) {
        accept(draftPreview({ draft: largest, similar, categories, notes }, t));
        accept(keptText(t('ideas.refusals.title-missing'), largest, t));
      }
    },
  );
});

describe('the preview', () => {
  const [any] = fc.sample(anyDraft, { numRuns: 1, seed: 5 });
  const draft: IdeaDraft = {
    ...any!,
    title: 'Oat milk',
    body: 'Let us choose oat milk.',
    problem: '',
    userId: '41',
    creditId: undefined,
    anonymous: false,
    images: [],
    category: undefined,
  };
  const [alike] = fc.sample(anySummary, { numRuns: 4, seed: 7 });
  const shown = (over: Partial<IdeaDraft>, similar = 0) =>
    JSON.stringify(
      draftPreview(
        {
          draft: { ...draft, ...over },
          similar: Array.from({ length: similar }, () => alike!),
          categories: [],
        },
        english,
      ),
    );

  test('names its author, and nobody where that was wished', () => {
    expect(shown({})).toContain('<@41>');
    expect(shown({ anonymous: true })).not.toContain('<@41>');
    expect(shown({ anonymous: true })).toContain('Anonymous member');
  });

  test('says who is asked, where somebody else wrote it', () => {
    expect(shown({})).not.toContain('<@42>');
    expect(shown({ creditId: '42' })).toContain('I ask <@42>');
  });

  test('offers at most three that are like it, each to be supported instead', () => {
    const buttons = (text: string) => text.split('idea-instead').length - 1;
    expect(buttons(shown({}))).toBe(0);
    expect(buttons(shown({}, 1))).toBe(1);
    expect(buttons(shown({}, 5))).toBe(3);
  });
});
