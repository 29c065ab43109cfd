import { ComponentType } from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Poll } from '../../../src/features/polls/model.ts';
import { pollCard } from '../../../src/features/polls/poll-card-views.ts';
import { announcement, resultCard } from '../../../src/features/polls/result-views.ts';
import { partsOf } from '../../support/messages.ts';
import { anyState, everyLanguage, judge } from './hostile.ts';

describe('the public card', () => {
  test('Discord takes it for any poll in any state, in every language', () => {
    fc.assert(
      fc.property(anyState, fc.constantFrom('live', 'dead', 'none'), (state, controls) => {
        for (const t of everyLanguage) judge(pollCard(state, t, controls));
      }),
      { numRuns: 100 },
    );
  });

  test('Discord takes the result with and without its picture', () => {
    const picture = { name: 'result.png', data: Buffer.from('png'), contentType: 'image/png' };
    fc.assert(
      fc.property(anyState, fc.option(fc.nat(), { nil: undefined }), (state, members) => {
        for (const t of everyLanguage) {
          judge(resultCard(state, t, { members }));
          judge(announcement(state, t));
          if (state.result) judge(resultCard(state, t, { members, chartFile: picture.name }), [picture]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each(['_', '漢', '👨‍👩‍👧‍👦', '@', 'é'])(
    'Discord takes the largest poll of all, written in %s',
    (letter) => {
      const words = (length: number) => letter.repeat(length).slice(0, length);
      const roles = Array.from({ length: 25 }, (_, index) => String(10n ** 18n + BigInt(index)));
      const [state] = fc.sample(anyState, { numRuns: 1, seed: 1 });
      if (!state) throw new Error('no state');
      for (const kind of ['single', 'multiple', 'ranked'] as const) {
        const options = Array.from({ length: 25 }, () => ({ label: words(80), emoji: '👨‍👩‍👧‍👦' }));
        const counts = options.map(() => 20_000);
        const tally = {
          voters: 500_000,
          weight: 5_000_000,
          counts,
          weights: counts.map((each) => each * 10),
        };
        const poll: Poll = {
          ...state.poll,
          kind,
          options,
          question: words(300),
          maxChoices: 25,
          privacy: 'sealed',
          voterRoleIds: roles,
          weights: roles.map((roleId) => ({ roleId, weight: 10 })),
          quorum: 1_000_000,
          closeEarly: true,
          recurrence: 'monthly',
        };
        const totals = options.map((_, option) => ({ option, weight: 200_000 }));
        const round = { totals, eliminated: [0, 1, 2, 3, 4], exhausted: 100_000, undecided: [] };
        const result = {
          voters: 500_000,
          weight: 5_000_000,
          winners: [...options.keys()],
          tooFew: false,
          quorumMet: false,
          mean: undefined,
          rounds: kind === 'ranked' ? Array.from({ length: 24 }, () => round) : [],
          tally,
        };
        const largest = { poll, voters: 500_000, shown: tally, hidden: undefined };
        for (const t of everyLanguage) {
          judge(pollCard({ ...largest, phase: 'open', result: undefined }, t));
          judge(pollCard({ ...largest, phase: 'closed', result }, t));
          const files = [{ name: 'result.png', data: Buffer.from('png'), contentType: 'image/png' }];
          judge(resultCard({ ...largest, phase: 'closed', result }, t, { chartFile: 'result.png' }), files);
        }
      }
    },
  );

  test('no text of a member pings anybody or opens a link', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        for (const t of everyLanguage) {
          for (const { type, content } of partsOf(pollCard(state, t))) {
            if (type !== ComponentType.TextDisplay) continue;
            expect(content).not.toContain('@everyone');
            expect(content).not.toMatch(/(?<!\\)\]\(https:\/\/evil/u);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
