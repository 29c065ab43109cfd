import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageJson } from '../../../src/discord/bodies.ts';
import type { MessageBody, OutgoingFile } from '../../../src/discord/interaction.ts';
import { boardView } from '../../../src/features/ideas/board-views.ts';
import { threadName } from '../../../src/features/ideas/card-messages.ts';
import { ideaCard, pictureNames } from '../../../src/features/ideas/card-views.ts';
import { caseCard, overdueView } from '../../../src/features/ideas/case-views.ts';
import { ledgerView } from '../../../src/features/ideas/ledger-views.ts';
import { type Idea, ideaEventKinds, ideaLimits, ideaStatuses } from '../../../src/features/ideas/model.ts';
import { newsView } from '../../../src/features/ideas/news-views.ts';
import { consentView, type StaffNote, staffNote } from '../../../src/features/ideas/note-views.ts';
import { receiptCard } from '../../../src/features/ideas/receipt-views.ts';
import { progressBar } from '../../../src/features/ideas/status-views.ts';
import { problemsOfBody } from '../../support/conformance.ts';
import { everyLanguage, hostileText, judge } from '../polls/hostile.ts';
import {
  anyCategories,
  anyEvent,
  anyIdea,
  anyMerge,
  anyReview,
  anySummaries,
  snowflake,
} from './any-idea.ts';

const english = everyLanguage[0]!;
const files = (names: readonly string[]): OutgoingFile[] =>
  names.map((name) => ({ name, data: Buffer.from('png'), contentType: 'image/png' }));

/** Discord would take it, and so would its published schema. */
function accept(body: MessageBody, sent?: readonly OutgoingFile[]): void {
  judge(body, sent);
  expect(problemsOfBody('POST', '/channels/1/messages', messageJson(body, sent))).toEqual([]);
}

const runs = { numRuns: 60 };

const cardState = fc.record({
  idea: anyIdea,
  categories: anyCategories,
  dueAt: fc.option(fc.nat({ max: 4_000_000_000_000 }), { nil: undefined }),
  target: fc.option(anyIdea, { nil: undefined }),
});

describe('Discord takes', () => {
  test('the card of any idea in any status, with and without its pictures and buttons', () => {
    fc.assert(
      fc.property(cardState, (state) => {
        for (const t of everyLanguage) {
          accept(ideaCard(state, t), files(pictureNames(state.idea)));
          accept(ideaCard(state, t, { controls: false, pictures: false }));
        }
      }),
      runs,
    );
  });

  test('any news, pinging nobody but those who follow', () => {
    const state = fc.record({
      idea: anyIdea,
      events: fc.array(anyEvent, { minLength: 1, maxLength: 30 }),
      followers: fc.array(snowflake, { maxLength: 120 }),
      others: fc.nat({ max: 10_000 }),
      dueAt: fc.constantFrom(undefined, 1_800_000_000_000),
      told: fc.option(fc.record({ merge: anyMerge, source: anyIdea, target: anyIdea }), { nil: undefined }),
    });
    fc.assert(
      fc.property(state, ({ told, ...news }) => {
        for (const t of everyLanguage) {
          const body = newsView({ ...news, mergeOf: () => told }, t);
          if (!body) continue;
          accept(body);
          const pinged = body.allowed_mentions?.users ?? [];
          expect(body.allowed_mentions?.parse).toEqual([]);
          expect(pinged.length).toBeLessThanOrEqual(80);
          expect(news.followers).toEqual(expect.arrayContaining(pinged));
          if (news.idea.anonymous) expect(pinged).not.toContain(news.idea.authorId);
        }
      }),
      runs,
    );
  });

  test('any case and its reminder', () => {
    fc.assert(
      fc.property(anyIdea, anyReview, fc.integer({ min: 1, max: 5 }), (idea, review, need) => {
        for (const t of everyLanguage) {
          accept(caseCard({ idea, review, need }, t));
          accept(overdueView({ idea, review, staffRoleId: need > 2 ? '1' : undefined }, t));
        }
      }),
      runs,
    );
  });

  test('any receipt, board, page of the ledger and question to an author', () => {
    const state = fc.record({
      idea: anyIdea,
      people: fc.array(snowflake, { maxLength: 12 }),
      lines: anySummaries(40),
      named: fc.boolean(),
    });
    fc.assert(
      fc.property(state, ({ idea, people, lines, named }) => {
        const receipt = {
          idea,
          authorId: named ? idea.authorId : undefined,
          suggestedBy: idea.suggestedBy,
          early: people.map((userId) => ({ userId, since: 0, viaMerge: undefined })),
          supporters: people.length,
          commenters: people.map((userId) => ({ userId, comments: 1 })),
        };
        for (const t of everyLanguage) {
          const card = receiptCard({ receipt, roleId: named ? '1' : undefined }, t);
          accept(card);
          expect(card.allowed_mentions).toBeUndefined();
          accept(boardView({ planned: lines, inProgress: lines, shipped: lines }, t));
          if (lines.length > 0) accept(ledgerView(people.length, lines, t));
          accept(consentView(idea, t));
        }
      }),
      runs,
    );
  });

  test('any note for staff', () => {
    fc.assert(
      fc.property(
        anyIdea,
        anyEvent,
        anyMerge,
        anyCategories,
        hostileText(900),
        (idea, event, merge, categories, reason) => {
          const tags = categories.map(({ name }) => name);
          const notes: StaffNote[] = [
            { kind: 'queued', idea, categories, event },
            {
              kind: 'queued',
              idea: { ...idea, status: 'queued', number: undefined },
              categories,
              event: undefined,
            },
            ...(['report', 'objection', 'revealed', 'lost'] as const).map((kind) => ({ kind, idea, event })),
            { kind: 'merge', idea, event, merge },
            { kind: 'cannot-post', idea, channelId: '1', reason },
            { kind: 'no-channel', idea },
            { kind: 'cannot-update', idea, reason },
            { kind: 'cannot-tell', idea, reason },
            { kind: 'cannot-role', idea, roleId: '1', reason },
            { kind: 'tags-full', channelId: '1', tags },
            { kind: 'tags-forbidden', channelId: '1', tags },
            { kind: 'cannot-pin', channelId: '1' },
          ];
          for (const t of everyLanguage) for (const note of notes) accept(staffNote(note, t));
        },
      ),
      runs,
    );
  });

  test.each(['_', '漢', '👨‍👩‍👧‍👦', '@', 'é', '\n', 'a\n'])(
    'the largest idea of all, written in %j',
    (letter) => {
      const words = (length: number) => letter.repeat(length).slice(0, length);
      const [idea] = fc.sample(anyIdea, { numRuns: 1, seed: 3 });
      const largest: Idea = {
        ...idea!,
        title: words(ideaLimits.title),
        body: words(ideaLimits.body),
        problem: words(ideaLimits.problem),
        reason: words(ideaLimits.reason),
        anonymous: false,
        suggestedBy: '18446744073709551615',
        consent: 'agreed',
        category: 'c',
        updates: Array.from({ length: 10 }, () => ({
          at: 4_000_000_000_000,
          text: words(ideaLimits.update),
        })),
        rungs: Array.from({ length: 5 }, () => ({ goal: 1_000_000, days: 365 })),
        basis: { active: 1_000_000, days: 28, counted: 'used-hearth' },
      };
      const categories = [{ key: 'c', name: words(40), emoji: '👨‍👩‍👧‍👦' }];
      const events = ideaEventKinds.map((kind, index) => ({
        id: 2 ** 50 + index,
        ideaId: 1,
        at: 0,
        kind,
        actorId: '18446744073709551615',
        from: 'planned' as const,
        to: 'declined' as const,
        detail: { reason: words(800), text: words(800), rung: 2, merge: 1, by: 'staff' },
      }));
      const followers = Array.from({ length: 90 }, (_, index) => String(2n ** 63n + BigInt(index)));
      for (const t of everyLanguage) {
        for (const status of ideaStatuses) {
          const state = {
            idea: { ...largest, status },
            categories,
            dueAt: 4_000_000_000_000,
            target: largest,
          };
          accept(ideaCard(state, t), files(pictureNames(largest)));
        }
        const news = { idea: largest, events, followers, others: 99_999, dueAt: 4_000_000_000_000 };
        accept(newsView({ ...news, mergeOf: () => undefined }, t)!);
      }
    },
  );
});

describe('the card says', () => {
  const [any] = fc.sample(anyIdea, { numRuns: 1, seed: 5 });
  const idea: Idea = {
    ...any!,
    number: 12,
    title: 'Oat milk in the subscription',
    body: 'Let us choose oat milk.',
    problem: 'Some of us take no milk from cows.',
    status: 'gathering',
    anonymous: false,
    suggestedBy: undefined,
    consent: 'none',
    supporters: 9,
    rungs: [
      { goal: 14, days: 14 },
      { goal: 20, days: 45 },
    ],
    reached: 0,
    basis: { active: 58, days: 28, counted: 'used-hearth' },
    deadline: 1_800_000_000_000,
    updates: [],
    imageNames: [],
    category: 'beans',
  };
  const shownAs = (over: Partial<Idea>, dueAt?: number) =>
    JSON.stringify(
      ideaCard(
        {
          idea: { ...idea, ...over },
          categories: [{ key: 'beans', name: 'Beans', emoji: '🫘' }],
          dueAt,
          target: { ...idea, number: 7, title: 'Other milk' },
        },
        english,
      ),
    );

  test('how far it is, of how many, and what was counted', () => {
    expect(shownAs({})).toContain(
      '**9 of 14 needed**, from 58 active members (people who used Hearth in the last 28 days)',
    );
    expect(shownAs({})).toContain('Next step: 20 supporters');
    expect(shownAs({})).toContain('<t:1800000000:R>');
  });

  test('by when the team answers, while it is in review', () => {
    expect(shownAs({ status: 'in-review' }, 1_900_000_000_000)).toContain('<t:1900000000:R>');
  });

  test('why it was declined, and takes no more support then', () => {
    const card = shownAs({ status: 'declined', reason: 'We tried it in 2024.' });
    expect(card).toContain('> We tried it in 2024.');
    expect(card).not.toContain('idea-support');
    expect(shownAs({})).toContain('idea-support');
  });

  test('nothing of who wrote an anonymous idea, in no status', () => {
    for (const status of ideaStatuses.filter((each) => each !== 'withdrawn')) {
      expect(shownAs({ status })).toContain(idea.authorId);
      expect(shownAs({ status, anonymous: true })).not.toContain(idea.authorId);
    }
    expect(shownAs({ anonymous: true })).toContain('Anonymous member');
  });

  test('nothing of what was taken back, but why', () => {
    const card = shownAs({ status: 'withdrawn', reason: 'It was abuse.', imageNames: ['a.png'] });
    for (const gone of [idea.title, idea.body, idea.problem, idea.authorId, 'picture-1']) {
      expect(shownAs({ imageNames: ['a.png'] })).toContain(gone);
      expect(card).not.toContain(gone);
    }
    expect(card).toContain('It was abuse.');
  });

  test('no name of somebody who did not want to be credited, but who brought it in', () => {
    const card = shownAs({ suggestedBy: '42', consent: 'refused' });
    expect(card).not.toContain(idea.authorId);
    expect(card).toContain('<@42>');
  });
});

test('a bar is full at the goal and not before, and never empty with a supporter', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.nat({ max: 20_000 }), (goal, have) => {
      const bar = progressBar(have, goal);
      expect(bar).toHaveLength(12);
      expect(bar === '▰'.repeat(12)).toBe(have >= goal);
      expect(bar.includes('▰')).toBe(have > 0);
    }),
  );
});

test('a thread is called by number and title, within 100 characters', () => {
  fc.assert(
    fc.property(anyIdea, (idea) => {
      for (const t of everyLanguage) {
        const name = threadName(idea, t);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(name.startsWith(`${idea.number} · `.trim())).toBe(true);
      }
    }),
  );
});
