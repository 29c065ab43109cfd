import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageJson } from '../../../src/discord/bodies.ts';
import type { MessageBody, OutgoingFile } from '../../../src/discord/interaction.ts';
import { airCard } from '../../../src/features/amas/air-views.ts';
import {
  announcementView,
  askAgainView,
  threadName,
  togetherView,
} from '../../../src/features/amas/announcement-views.ts';
import { answerView, pictureNames } from '../../../src/features/amas/answer-views.ts';
import { reminderView, toldView } from '../../../src/features/amas/direct-views.ts';
import { type Ama, amaLimits, amaStatuses, type Question } from '../../../src/features/amas/model.ts';
import { noteView } from '../../../src/features/amas/note-views.ts';
import { panelView } from '../../../src/features/amas/panel-views.ts';
import { overdueView, parkedView } from '../../../src/features/amas/parked-views.ts';
import { queueView } from '../../../src/features/amas/queue-views.ts';
import { receiptView } from '../../../src/features/amas/receipt-views.ts';
import { transcriptMarkdown } from '../../../src/features/amas/transcript-file.ts';
import { transcriptFileName, transcriptViews } from '../../../src/features/amas/transcript-views.ts';
import { problemsOfBody } from '../../support/conformance.ts';
import { everyLanguage, hostileText, judge } from '../polls/hostile.ts';
import {
  anyAma,
  anyEvent,
  anyPanel,
  anyQuestion,
  anyReceipt,
  anyTranscript,
  maybe,
  snowflake,
  someQuestions,
} from './any-ama.ts';

const english = everyLanguage[0]!;
const files = (names: readonly string[]): OutgoingFile[] =>
  names.map((name) => ({ name, data: Buffer.from('file'), contentType: 'image/png' }));

/** Discord would take it, and so would its published schema. */
function accept(body: MessageBody, sent?: readonly OutgoingFile[]): void {
  judge(body, sent);
  expect(problemsOfBody('POST', '/channels/1/messages', messageJson(body, sent))).toEqual([]);
}

const runs = { numRuns: 50 };
const pngs = (count: number) =>
  pictureNames(Array.from({ length: count }, () => ({ contentType: 'image/png' })));

describe('Discord takes', () => {
  test('the announcement of any AMA, its Ask button again and its call to those who want to be reminded', () => {
    fc.assert(
      fc.property(anyAma, fc.uniqueArray(snowflake, { minLength: 1, maxLength: 120 }), (ama, people) => {
        for (const t of everyLanguage) {
          accept(announcementView(ama, t));
          accept(askAgainView(ama, t));
          const called = togetherView(ama, people, t);
          accept(called);
          expect(people).toEqual(expect.arrayContaining(called.allowed_mentions?.users ?? []));
          expect(threadName(ama, t).length).toBeLessThanOrEqual(100);
        }
      }),
      runs,
    );
  });

  test('any panel, in the channel and as a guest’s own copy, and any card of what is on air', () => {
    fc.assert(
      fc.property(anyPanel, (state) => {
        for (const t of everyLanguage) {
          accept(panelView(state, t));
          accept(panelView(state, t, { at: 'guest', refresh: 'Refresh' }));
          accept(airCard({ ama: state.ama, onAir: state.onAir, next: state.counts.approved }, t));
        }
      }),
      runs,
    );
  });

  test('any queue and any list of what is owed', () => {
    fc.assert(
      fc.property(
        anyAma,
        someQuestions(30),
        fc.nat({ max: 3_000 }),
        fc.boolean(),
        (ama, list, waiting, late) => {
          for (const t of everyLanguage) {
            accept(queueView({ ama, pending: list.slice(0, 5), waiting }, t));
            accept(parkedView({ ama, parked: list, dueAt: 1_800_000_000_000, late }, t));
            if (list.length > 0) accept(overdueView({ ama, parked: list }, waiting, t));
          }
        },
      ),
      runs,
    );
  });

  test('any answer with its pictures, pinging nobody but an asker who is not anonymous', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        if (!question.answer) return;
        for (const t of everyLanguage) {
          const names = pngs(question.images);
          const body = answerView(question, question.answer, t, names);
          accept(body, files(names));
          const { users } = body.allowed_mentions ?? {};
          expect(users).toEqual(question.anonymous ? [] : [question.askerId]);
        }
      }),
      runs,
    );
  });

  test('any transcript in at most ten posts, with its file and without', () => {
    fc.assert(
      fc.property(anyTranscript, (transcript) => {
        for (const t of everyLanguage) {
          const posts = transcriptViews(transcript, t);
          expect(posts.length).toBeGreaterThan(0);
          expect(posts.length).toBeLessThanOrEqual(10);
          const name = transcriptFileName(transcript.ama, t);
          for (const [index, body] of posts.entries()) accept(body, index === 0 ? files([name]) : []);
          for (const body of transcriptViews(transcript, t, { file: false })) accept(body);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('any receipt and any note for staff', () => {
    fc.assert(
      fc.property(
        anyAma,
        anyReceipt,
        anyEvent,
        maybe(anyQuestion),
        hostileText(900),
        (ama, receipt, event, question, reason) => {
          for (const t of everyLanguage) {
            accept(receiptView(ama, receipt, t));
            const note = noteView({ kind: 'event', ama, event, question }, t);
            if (note) accept(note);
            for (const kind of ['cannot-post', 'cannot-thread', 'cannot-event'] as const) {
              accept(noteView({ kind, ama, channelId: '1', reason }, t)!);
            }
          }
        },
      ),
      runs,
    );
  });

  test('any direct message', () => {
    fc.assert(
      fc.property(anyAma, anyQuestion, maybe(anyQuestion), (ama, question, target) => {
        for (const t of everyLanguage) {
          accept(reminderView(ama, t));
          for (const what of ['answered', 'declined', 'parked'] as const) {
            accept(toldView({ what, ama, question, target }, t));
          }
        }
      }),
      runs,
    );
  });

  test.each(['_', '漢', '👨‍👩‍👧‍👦', '@', 'é', '\n', 'a\n', '*'])(
    'the largest AMA of all, written in %j',
    (letter) => {
      const words = (length: number) => letter.repeat(length).slice(0, length);
      const [someAma] = fc.sample(anyAma, { numRuns: 1, seed: 3 });
      const [some] = fc.sample(anyQuestion, { numRuns: 1, seed: 4 });
      const id = '18446744073709551615';
      const largest = (index: number): Question => ({
        ...some!,
        id: 2 ** 50 + index,
        number: 99_999,
        text: words(amaLimits.question),
        original: words(amaLimits.question),
        tag: words(amaLimits.tag),
        anonymous: false,
        askerId: id,
        alsoAsked: 9_999,
        skips: 99,
        firstTimer: true,
        prepared: { text: 'x', by: id },
        declined: { reason: 'asked-before', words: words(amaLimits.reason) },
        answer: { kind: 'voice', text: words(amaLimits.answer), by: id, at: 0, messageId: id },
      });
      const questions = Array.from({ length: 40 }, (_, index) => largest(index));
      for (const status of amaStatuses) {
        const ama: Ama = {
          ...someAma!,
          status,
          title: words(amaLimits.title),
          description: words(amaLimits.description),
          cancelReason: words(amaLimits.reason),
          guestIds: Array.from({ length: amaLimits.guests }, () => id),
          messageId: id,
          threadId: id,
          stageId: id,
        };
        const none = {
          pending: 9,
          approved: 9,
          'on-air': 1,
          answered: 9,
          parked: 9,
          declined: 9,
          merged: 9,
          withdrawn: 9,
        };
        for (const t of everyLanguage) {
          accept(announcementView(ama, t));
          accept(airCard({ ama, onAir: largest(0), next: 2_000 }, t));
          accept(panelView({ ama, onAir: largest(0), next: questions.slice(0, 5), counts: none }, t));
          accept(queueView({ ama, pending: questions.slice(0, 5), waiting: 2_000 }, t));
          accept(parkedView({ ama, parked: questions, dueAt: 4_000_000_000_000, late: true }, t));
          accept(answerView(largest(0), largest(0).answer!, t, pngs(3)), files(pngs(3)));
          accept(toldView({ what: 'declined', ama, question: largest(0), target: undefined }, t));
        }
      }
    },
  );
});

const [sampleAma] = fc.sample(anyAma, { numRuns: 1, seed: 5 });
const [sampleQuestion] = fc.sample(anyQuestion, { numRuns: 1, seed: 6 });
const ama: Ama = {
  ...sampleAma!,
  id: 1,
  status: 'scheduled',
  title: 'Ask our head roaster',
  description: 'Beans, roasts and machines.',
  startAt: 1_800_000_000_000,
  endAt: 1_800_003_600_000,
  guestIds: ['41', '42'],
  stageId: '77',
  questions: 12,
  supports: 47,
};
const question: Question = {
  ...sampleQuestion!,
  id: 9,
  number: 7,
  text: 'How dark is too dark?',
  original: undefined,
  tag: 'Roasting',
  anonymous: false,
  supports: 12,
  alsoAsked: 3,
  status: 'on-air',
  answer: undefined,
};
const said = (body: MessageBody) => JSON.stringify(body);

describe('the announcement says', () => {
  test('who, when, where, how many questions and supports, and offers to ask, remind and read', () => {
    const shown = said(announcementView(ama, english));
    for (const words of [
      'Ask our head roaster',
      'Beans, roasts',
      '<@41>, <@42>',
      '<t:1800000000:F>',
      '<t:1800003600:t>',
    ])
      expect(shown).toContain(words);
    for (const words of ['<#77>', '**12 questions** · 47 supports', 'ama-ask', 'ama-remind', 'ama-browse'])
      expect(shown).toContain(words);
  });

  test('once it runs, that it does, and no longer offers to remind', () => {
    const shown = said(announcementView({ ...ama, status: 'live' }, english));
    expect(shown).toContain('Live now');
    expect(shown).not.toContain('ama-remind');
    expect(shown).toContain('ama-ask');
  });

  test('after the end, where the answers are, and takes no more questions', () => {
    const shown = said(announcementView({ ...ama, status: 'closed', threadId: '99' }, english));
    expect(shown).toContain('<#99>');
    expect(shown).not.toContain('ama-ask');
  });

  test('why it was cancelled', () => {
    const cancelled: Ama = { ...ama, status: 'cancelled', cancelReason: 'Our guest is ill.' };
    expect(said(announcementView(cancelled, english))).toContain('Our guest is ill.');
    expect(said(announcementView(ama, english))).not.toContain('Our guest is ill.');
  });
});

describe('the card on air says', () => {
  test('which question it is, its support, who else asked and who asked', () => {
    const shown = said(airCard({ ama: { ...ama, status: 'live' }, onAir: question, next: 3 }, english));
    for (const words of [
      'Question 7 · Roasting',
      '> How dark is too dark?',
      '👍 12',
      'also asked by 3 others',
    ])
      expect(shown).toContain(words);
    expect(shown).toContain(`<@${question.askerId}>`);
  });

  test('that the next one comes soon where none is', () => {
    const shown = said(airCard({ ama: { ...ama, status: 'live' }, onAir: undefined, next: 3 }, english));
    expect(shown).toContain('The next question comes soon.');
    expect(shown).toContain('3 questions are waiting');
  });
});

test('no public view tells who asked anonymously', () => {
  fc.assert(
    fc.property(anyPanel, anyQuestion, anyTranscript, ({ counts, ...panel }, any, transcript) => {
      const hidden = (each: Question): Question => ({
        ...each,
        anonymous: true,
        askerId: '1234567890123456789',
      });
      const onAir = hidden(any);
      const { answer } = any;
      const state = { ...panel, counts, onAir, next: panel.next.map(hidden) };
      const all = {
        ...transcript,
        topics: transcript.topics.map(({ tag, questions }) => ({ tag, questions: questions.map(hidden) })),
        parked: transcript.parked.map(hidden),
      };
      const views = [
        panelView(state, english),
        airCard({ ama: panel.ama, onAir, next: 0 }, english),
        queueView({ ama: panel.ama, pending: [onAir], waiting: 1 }, english),
        parkedView({ ama: panel.ama, parked: [onAir], dueAt: 0, late: false }, english),
        ...(answer ? [answerView(onAir, answer, english)] : []),
        ...transcriptViews(all, english),
      ];
      const text = [...views.map(said), transcriptMarkdown(all, (id) => `name of ${id}`, english)].join('\n');
      expect(text).not.toContain('1234567890123456789');
    }),
    { numRuns: 25 },
  );
});

test('everything of a transcript is in its file, whole, and members’ words cannot become headings there', () => {
  const long = {
    ...question,
    text: `# Not a heading\n${'why '.repeat(240)}end`,
    status: 'answered' as const,
  };
  const answer = {
    kind: 'written' as const,
    text: `<b>${'because '.repeat(200)}</b>`,
    by: '41',
    at: 0,
    messageId: undefined,
  };
  const receipt = fc.sample(anyReceipt, { numRuns: 1, seed: 2 })[0]!;
  const transcript = {
    ama,
    topics: [{ tag: 'Roasting', questions: [{ ...long, answer }] }],
    parked: [],
    receipt,
  };
  const file = transcriptMarkdown(transcript, (id) => (id === '41' ? 'Rosa' : undefined), english);
  expect(file).toContain('end');
  expect(file.match(/because/gu)).toHaveLength(200);
  expect(file).toContain('**Rosa**');
  expect(file).not.toMatch(/^> # /mu);
  expect(file).not.toContain('<b>');
});

test('an answer’s markdown works in its post and in the transcript, an open code block ends with it, the file keeps both', () => {
  const text = '**Yes**, try [this](https://example.com):\n```\ngrind 20 g';
  const answer = { kind: 'written' as const, text, by: '41', at: 0, messageId: undefined };
  const answered = { ...question, text: '**Bold** of me?', status: 'answered' as const, answer };
  const receipt = fc.sample(anyReceipt, { numRuns: 1, seed: 2 })[0]!;
  const transcript = { ama, topics: [{ tag: undefined, questions: [answered] }], parked: [], receipt };
  const posts = [answerView(answered, answer, english), ...transcriptViews(transcript, english)].map(said);
  for (const post of posts) {
    expect(post).toContain(JSON.stringify(`${text}\n\`\`\``).slice(1, -1));
    expect(post).toContain(JSON.stringify('\\*\\*Bold\\*\\* of me?').slice(1, -1));
  }
  const file = transcriptMarkdown(transcript, () => 'Rosa', english);
  expect(file).toContain(`${text}\n\`\`\``);
  expect(file).toContain('\\*\\*Bold\\*\\* of me?');
});
