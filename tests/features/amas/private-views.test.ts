import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageJson } from '../../../src/discord/bodies.ts';
import type { MessageBody, OutgoingFile } from '../../../src/discord/interaction.ts';
import { browseView, mineView, nextUpView } from '../../../src/features/amas/browse-views.ts';
import { runPlaces } from '../../../src/features/amas/custom-ids.ts';
import { draftPreview } from '../../../src/features/amas/draft-views.ts';
import {
  answerForm,
  askForm,
  cancelForm,
  createForm,
  declineForm,
  draftForm,
  editQuestionForm,
  mergeForm,
  prepareForm,
  tagForm,
  voiceForm,
} from '../../../src/features/amas/form-views.ts';
import { amaHelp } from '../../../src/features/amas/help-views.ts';
import { askedView } from '../../../src/features/amas/own-views.ts';
import { askerView, questionCard, revealQuestion } from '../../../src/features/amas/question-card-views.ts';
import { amaChoices, amaList, amaView, trailView } from '../../../src/features/amas/show-views.ts';
import { checkModal } from '../../../src/sandbox/rules/validate-modal.ts';
import { problemsOfBody } from '../../support/conformance.ts';
import { everyLanguage, hostileText, judge } from '../polls/hostile.ts';
import { anyAma, anyEvent, anyQuestion, maybe, snowflake, someQuestions } from './any-ama.ts';

/** Discord would take it, and so would its published schema. */
function accept(body: MessageBody, files: readonly OutgoingFile[] = []): void {
  judge(body, files);
  expect(problemsOfBody('POST', '/channels/1/messages', messageJson(body, files))).toEqual([]);
}

const runs = { numRuns: 60 };
const rights = fc.record({ moderate: fc.boolean(), run: fc.boolean(), reveal: fc.boolean() });
const now = fc.nat({ max: 4_000_000_000_000 });
const pageOf = <T>(rows: readonly T[]) => ({ rows, page: 1, pages: 3, total: 12 });
const anyDraft = fc.record({
  id: fc.integer({ min: 1, max: 2 ** 50 }),
  guildId: snowflake,
  userId: snowflake,
  spec: anyAma,
  amaId: maybe(fc.integer({ min: 1, max: 2 ** 50 })),
  published: fc.boolean(),
});

describe('Discord takes', () => {
  test('the preview of any draft with any warnings', () => {
    fc.assert(
      fc.property(anyDraft, fc.array(fc.constant('⚠️ W'.repeat(30)), { maxLength: 4 }), (draft, warnings) => {
        for (const t of everyLanguage) accept(draftPreview(draft, { warnings }, t));
      }),
      runs,
    );
  });

  test('the card of any question for anybody, and what stands on it is what they may do', () => {
    const state = fc.record({
      read: fc.record({ question: anyQuestion, supporting: fc.boolean(), own: fc.boolean() }),
      ama: anyAma,
      rights,
      at: fc.constantFrom('card' as const, 'review' as const),
      target: maybe(anyQuestion),
      waiting: fc.nat({ max: 5_000 }),
    });
    fc.assert(
      fc.property(state, fc.boolean(), (given, note) => {
        for (const t of everyLanguage) {
          const number = String(given.read.question.number);
          const body = questionCard(given, t, note ? t('amas.run.done.answer', { number }) : undefined);
          accept(body);
          const json = JSON.stringify(body);
          expect(json.includes('ama-run:')).toBe(given.rights.run && json.includes('ama-run:'));
          if (!given.rights.moderate) expect(json).not.toContain(':decline:');
          if (given.read.question.anonymous) {
            expect(json).not.toContain(given.read.question.askerId);
          }
        }
      }),
      runs,
    );
  });

  test('any page of questions: to support, one’s own, up next', () => {
    fc.assert(
      fc.property(anyAma, someQuestions(5), now, fc.boolean(), (ama, questions, at, own) => {
        const read = questions.map((question) => ({ question, supporting: own, own }));
        for (const t of everyLanguage) {
          for (const order of ['support', 'new'] as const) {
            accept(browseView({ ama, page: pageOf(read), order, now: at }, t));
          }
          accept(mineView(ama, pageOf(read), at, t));
          accept(nextUpView(ama, pageOf(questions), t));
        }
      }),
      runs,
    );
  });

  test('any AMA, lists of them, their history and help', () => {
    const many = fc.uniqueArray(anyAma, { selector: ({ id }) => id, maxLength: 10 });
    const events = fc.array(anyEvent, { maxLength: 40 });
    fc.assert(
      fc.property(anyAma, rights, now, many, events, (ama, may, at, amas, happened) => {
        for (const t of everyLanguage) {
          accept(amaView({ ama, rights: may, now: at }, t));
          accept(amaList(pageOf(amas), 'open', t));
          accept(trailView({ ama, events: happened, page: 1 }, t));
          expect(amaChoices(amas, t).every(({ name, value }) => name.length <= 100 && value !== '')).toBe(
            true,
          );
        }
      }),
      runs,
    );
    for (const t of everyLanguage) accept(amaHelp({ staff: true }, t));
  });

  test('what an asker and those who moderate are told', () => {
    const some = fc.array(hostileText(60), { maxLength: 3 });
    fc.assert(
      fc.property(anyQuestion, some, fc.boolean(), fc.boolean(), (question, lost, first, blocked) => {
        for (const t of everyLanguage) {
          accept(askedView({ question, first }, lost, t));
          for (const at of runPlaces) {
            const asker = askerView(question, { at, mayReveal: first, blocked }, t);
            accept(asker);
            if (question.anonymous) {
              expect(JSON.stringify(asker)).not.toContain(question.askerId);
            }
            accept(revealQuestion(question, at, t));
          }
        }
      }),
      runs,
    );
  });

  test('every form, filled with anything', () => {
    fc.assert(
      fc.property(anyAma, anyQuestion, someQuestions(25), snowflake, (ama, question, others, channel) => {
        for (const t of everyLanguage) {
          const texts = { ...ama, starts: '2026-12-24 18:00', ends: '1 hour' };
          const zone = 'America/Argentina/Ushuaia';
          checkModal(createForm({ channel, stage: channel, staff: channel, bits: 15 }, zone, t));
          checkModal(draftForm({ id: 2 ** 50 }, texts, zone, t));
          checkModal(askForm(ama, t));
          checkModal(cancelForm(ama, t));
          for (const at of runPlaces) {
            const form = { question, at };
            for (const open of [answerForm, voiceForm, prepareForm, editQuestionForm, tagForm, declineForm]) {
              checkModal(open(form, t));
            }
            checkModal(mergeForm(form, others, t));
          }
        }
      }),
      runs,
    );
  });
});

/** The same person may have prepared or answered it, which is said openly. */
test('only those who moderate find declining and the asker on a card', () => {
  const [t] = everyLanguage;
  const question = { ...fc.sample(anyQuestion, 1)[0]!, status: 'pending' as const };
  const ama = fc.sample(anyAma, 1)[0]!;
  const card = (moderate: boolean) =>
    JSON.stringify(
      questionCard(
        {
          read: { question, supporting: false, own: false },
          ama,
          rights: { moderate, run: true, reveal: false },
          at: 'card',
          target: undefined,
        },
        t!,
      ),
    );
  expect([card(false), card(true)].map((json) => json.includes(':decline:'))).toEqual([false, true]);
  expect([card(false), card(true)].map((json) => json.includes(':asker:'))).toEqual([false, true]);
});
