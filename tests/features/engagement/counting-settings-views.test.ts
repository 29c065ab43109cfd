import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageJson } from '../../../src/discord/bodies.ts';
import type { MessageBody } from '../../../src/discord/interaction.ts';
import { countingPanel, keepForm } from '../../../src/features/engagement/counting-settings-views.ts';
import { privacyCard } from '../../../src/features/engagement/pause-views.ts';
import { checkModal } from '../../../src/sandbox/rules/validate-modal.ts';
import { problemsOfBody } from '../../support/conformance.ts';
import { everyLanguage, hostileText, judge } from '../polls/hostile.ts';

const snowflake = fc.bigInt({ min: 10n ** 17n, max: 2n ** 64n - 1n }).map(String);
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
const months = fc.integer({ min: 1, max: 60 });
const note = fc.option(hostileText(500), { nil: undefined });
const pause = fc.option(
  fc.oneof(
    fc.record({ what: fc.constant('paused' as const), since: instant }),
    fc.record({ what: fc.constant('again' as const), from: instant }),
  ),
  { nil: undefined },
);

function accept(body: MessageBody): void {
  judge(body);
  expect(problemsOfBody('POST', '/channels/1/messages', messageJson(body))).toEqual([]);
}

test('Discord takes the card of any member', () => {
  const days = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(fc.record({ pause, days, months }), note, (state, words) => {
      for (const t of everyLanguage) accept(privacyCard(state, t, words));
    }),
    { numRuns: 60 },
  );
});

test('Discord takes the panel and the form for any choice of an admin', () => {
  const leftOut = fc.uniqueArray(snowflake, { maxLength: 30 });
  fc.assert(
    fc.property(fc.record({ leftOut, retentionMonths: months }), note, (state, words) => {
      for (const t of everyLanguage) {
        accept(countingPanel(state, t, words));
        expect(() => checkModal(keepForm(state, t))).not.toThrow();
      }
    }),
    { numRuns: 60 },
  );
});
