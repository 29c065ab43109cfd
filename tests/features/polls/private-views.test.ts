import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownVote, rankingBallot, receipt } from '../../../src/features/polls/ballot-views.ts';
import { confirmView, detailsView } from '../../../src/features/polls/details-views.ts';
import { draftPreview } from '../../../src/features/polls/draft-views.ts';
import { countingForm, draftForm, rulesForm, untilForm } from '../../../src/features/polls/form-views.ts';
import { pollChoices, pollList } from '../../../src/features/polls/list-views.ts';
import type { Draft, PollInput } from '../../../src/features/polls/model.ts';
import { noticeView } from '../../../src/features/polls/notice-views.ts';
import type { PollState, PollSummary, VoteOutcome } from '../../../src/features/polls/ports.ts';
import { requireHere } from '../../../src/features/polls/press.ts';
import { whoVotedView } from '../../../src/features/polls/voters-views.ts';
import { checkModal } from '../../../src/sandbox/rules/validate-modal.ts';
import { anyPoll, anyState, everyLanguage, hostileText, judge } from './hostile.ts';

const runs = { numRuns: 60 };

function ballotOf(state: PollState, seed: readonly number[]): number[] {
  const options = state.poll.options.length;
  const picked = [...new Set(seed.map((each) => each % options))];
  if (state.poll.kind === 'ranked') return picked;
  return picked.slice(0, state.poll.maxChoices);
}

const anyOutcome: fc.Arbitrary<VoteOutcome> = fc
  .tuple(
    anyState,
    fc.array(fc.nat({ max: 100 }), { maxLength: 25 }),
    fc.integer({ min: 1, max: 10 }),
    fc.boolean(),
  )
  .map(([state, seed, weight, settled]) => ({
    state,
    ballot: ballotOf(state, seed),
    tally: state.shown ?? {
      voters: 9,
      weight: 9,
      counts: state.poll.options.map(() => 3),
      weights: state.poll.options.map(() => 3),
    },
    changed: true,
    weight,
    settled,
  }));

describe('what a voter sees', () => {
  test('Discord takes receipts, "My vote" and rankings', () => {
    fc.assert(
      fc.property(anyOutcome, (outcome) => {
        for (const t of everyLanguage) {
          judge(receipt(outcome, t));
          judge(ownVote(outcome, t));
          if (outcome.state.poll.kind === 'ranked')
            judge(rankingBallot(outcome.state.poll, outcome.ballot, t));
        }
      }),
      runs,
    );
  });
});

describe('the largest private views', () => {
  test.each(['_', '漢', '👨‍👩‍👧‍👦', '@'])('Discord takes them written in %s', (letter) => {
    const words = (length: number) => letter.repeat(length).slice(0, length);
    const [sample] = fc.sample(anyOutcome, { numRuns: 1, seed: 2 });
    if (!sample) throw new Error('no outcome');
    const options = Array.from({ length: 25 }, () => ({ label: words(80), emoji: '👨‍👩‍👧‍👦' }));
    const counts = options.map(() => 20_000);
    const tally = { voters: 500_000, weight: 5_000_000, counts, weights: counts };
    for (const kind of ['single', 'multiple', 'ranked'] as const) {
      const poll = {
        ...sample.state.poll,
        kind,
        options,
        question: words(300),
        maxChoices: 25,
        resultsShown: 'after-voting' as const,
      };
      const state = {
        ...sample.state,
        poll,
        phase: 'open' as const,
        hidden: 'after-voting' as const,
        shown: undefined,
        result: undefined,
      };
      const ballot = kind === 'single' ? [3] : [...options.keys()];
      const outcome: VoteOutcome = { ...sample, state, ballot, tally, weight: 10, settled: false };
      const rows = Array.from({ length: 50 }, () => ({ userId: '123456789012345678901', ballot, weight: 1 }));
      const spec = {
        ...poll,
        privacy: 'sealed' as const,
        closeEarly: true,
        quorum: 100,
        recurrence: 'weekly' as const,
      };
      for (const t of everyLanguage) {
        judge(receipt(outcome, t));
        judge(ownVote(outcome, t));
        judge(rankingBallot(poll, ballot.slice(0, 13), t));
        judge(whoVotedView(poll, { rows, page: 3, pages: 9, total: 450 }, t));
        judge(detailsView({ ...state, poll: spec }, t, true, words(300)));
        const input = { ...spec, closes: words(4000), options: words(4000), opens: '' };
        const draft = { ...poll, input, spec, problems: [], pollId: undefined };
        judge(draftPreview(draft, t, t, { otherChannel: true, noPicture: true, now: 0 }));
      }
    }
  });
});

describe('details, lists and notices', () => {
  test('Discord takes details and questions before a step', () => {
    fc.assert(
      fc.property(
        anyState,
        fc.boolean(),
        fc.option(hostileText(300), { nil: undefined }),
        (state, may, note) => {
          for (const t of everyLanguage) {
            judge(detailsView(state, t, may, note));
            for (const action of ['close', 'cancel', 'stop'] as const)
              judge(confirmView(state.poll, action, t));
          }
        },
      ),
      runs,
    );
  });

  test('Discord takes the names of fifty voters', () => {
    fc.assert(
      fc.property(anyState, fc.nat({ max: 30 }), (state, page) => {
        const rows = Array.from({ length: 50 }, (_, index) => ({
          userId: String(10n ** 18n + BigInt(index)),
          ballot: ballotOf(state, [index, index + 1, index + 2, index + 3]),
          weight: 1,
        }));
        for (const t of everyLanguage) {
          judge(whoVotedView(state.poll, { rows, page, pages: 31, total: 1550 }, t));
          judge(whoVotedView(state.poll, { rows: rows.slice(0, 1), page: 0, pages: 1, total: 1 }, t));
        }
      }),
      runs,
    );
  });

  test('Discord takes lists and suggestions', () => {
    fc.assert(
      fc.property(fc.array(anyState, { maxLength: 10 }), fc.nat({ max: 3 }), (states, page) => {
        const rows = states.map(summary);
        for (const t of everyLanguage) {
          judge(pollList({ rows, page, pages: 4, total: 40 }, 'any', '123456789012345678', t));
          judge(pollList({ rows: [], page: 0, pages: 1, total: 0 }, 'closed', '123456789012345678', t));
          for (const choice of pollChoices(rows, t)) {
            if (choice.name.length < 1 || choice.name.length > 100) throw new Error(choice.name);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('Discord takes notices', () => {
    fc.assert(
      fc.property(anyPoll, hostileText(2000), (poll, reason) => {
        for (const t of everyLanguage) {
          for (const kind of ['message-gone', 'channel-gone', 'missed'] as const)
            judge(noticeView({ kind, poll }, t));
          judge(noticeView({ kind: 'cannot-post', poll, reason }, t));
        }
      }),
      runs,
    );
  });
});

function summary({ poll, phase, voters }: PollState): PollSummary {
  const { id, question, channelId, messageId, opensAt, closesAt, closedAt } = poll;
  return { id, question, channelId, messageId, phase, opensAt, closesAt, closedAt, voters };
}

const anyDraft: fc.Arbitrary<Draft> = fc
  .tuple(anyPoll, hostileText(6000), hostileText(6000), hostileText(6000), fc.boolean())
  .map(([poll, question, options, closes, understood]) => {
    const { id, guildId, channelId, parentId, creatorId, createdAt } = poll;
    const input: PollInput = { ...poll, question, options, closes, opens: closes };
    const problems = Array.from({ length: 20 }, (_, line) => ({
      code: [
        'polls.problems.closes-not-understood',
        'polls.problems.option-twice',
        'polls.problems.weight-twice',
      ][line % 3]!,
      params: { text: closes, rest: closes, line, option: options, role: '<@&123456789012345678>' },
    }));
    const draft = { id, guildId, channelId, parentId, creatorId, createdAt, input, pollId: undefined };
    return understood ? { ...draft, spec: poll, problems: [] } : { ...draft, spec: undefined, problems };
  });

describe('a poll in the making', () => {
  test('Discord takes the preview, whatever was typed', () => {
    fc.assert(
      fc.property(anyDraft, fc.boolean(), (draft, otherChannel) => {
        for (const t of everyLanguage)
          for (const guildT of everyLanguage) {
            judge(draftPreview(draft, t, guildT, { otherChannel, noPicture: otherChannel, now: 0 }));
          }
      }),
      runs,
    );
  });

  test('Discord takes the forms, prefilled with whatever was typed', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        for (const t of everyLanguage) {
          checkModal(draftForm(draft, t));
          checkModal(rulesForm(draft, t));
          checkModal(countingForm(draft, t));
          checkModal(untilForm(draft.id, 'extend', t));
          checkModal(untilForm(draft.id, 'reopen', t));
        }
      }),
      runs,
    );
  });
});

describe('controls pressed where the poll is not', () => {
  const call = { channelId: '810000000000000009' } as never;
  const at = (channelId: string, threadId?: string) => ({ poll: { channelId, threadId } }) as never;

  test('tell nothing: the presser is sent to the channel of the poll', () => {
    expect(() => requireHere(call, at('810000000000000001'))).toThrow('polls.refusals.wrong-channel');
  });

  test('work in its channel and in its thread', () => {
    expect(() => requireHere(call, at('810000000000000009'))).not.toThrow();
    expect(() => requireHere(call, at('810000000000000001', '810000000000000009'))).not.toThrow();
  });
});
