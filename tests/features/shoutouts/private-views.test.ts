import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageJson } from '../../../src/discord/bodies.ts';
import type { MessageBody } from '../../../src/discord/interaction.ts';
import { boardView } from '../../../src/features/shoutouts/board-views.ts';
import { shoutoutDetails } from '../../../src/features/shoutouts/details-views.ts';
import { giveForm, voidForm } from '../../../src/features/shoutouts/form-views.ts';
import { shoutoutHelp } from '../../../src/features/shoutouts/help-views.ts';
import { logView, ringsView } from '../../../src/features/shoutouts/log-views.ts';
import { shoutoutLimits } from '../../../src/features/shoutouts/model.ts';
import { keptText } from '../../../src/features/shoutouts/press.ts';
import { asksFirst, givenReceipt } from '../../../src/features/shoutouts/receipt-views.ts';
import { shoutoutSetupPages } from '../../../src/features/shoutouts/settings-custom-ids.ts';
import { badgeForm, paceForm, valueForm } from '../../../src/features/shoutouts/settings-form-views.ts';
import { shoutoutSetupPanel } from '../../../src/features/shoutouts/settings-views.ts';
import { storyView } from '../../../src/features/shoutouts/story-views.ts';
import { unsungView } from '../../../src/features/shoutouts/unsung-views.ts';
import { checkModal } from '../../../src/sandbox/rules/validate-modal.ts';
import { problemsOfBody } from '../../support/conformance.ts';
import { everyLanguage, hostileText, judge } from '../polls/hostile.ts';
import {
  anyBoard,
  anyBudget,
  anyLog,
  anyMilestones,
  anySettings,
  anyShoutout,
  anyStory,
  maybe,
  snowflake,
} from './any-shoutout.ts';

/** Discord would take it, and so would its published schema. */
function accept(body: MessageBody): void {
  judge(body);
  expect(problemsOfBody('POST', '/channels/1/messages', messageJson(body))).toEqual([]);
}

const runs = { numRuns: 60 };
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });

describe('Discord takes', () => {
  test('the receipt of any shout-out, the question about the same words, and a refusal with what was typed', () => {
    const given = fc.record({
      kind: fc.constant('given' as const),
      shoutout: anyShoutout,
      first: fc.boolean(),
      budget: anyBudget,
      milestones: anyMilestones,
    });
    fc.assert(
      fc.property(given, maybe(snowflake), instant, anyShoutout, (outcome, channelId, now, before) => {
        for (const t of everyLanguage) {
          accept(givenReceipt(outcome, { channelId, now }, t));
          accept(asksFirst({ kind: 'asks-first', draftId: before.id, before }, t));
          accept(keptText('No.', before.reason, t));
        }
      }),
      runs,
    );
  });

  test('one shout-out, whoever looks', () => {
    const rights = fc.record({ withdraw: fc.boolean(), void: fc.boolean(), voidReason: fc.boolean() });
    fc.assert(
      fc.property(anyShoutout, anySettings, rights, fc.boolean(), (shoutout, { values }, may, noted) => {
        for (const t of everyLanguage) {
          const note = noted ? t('shoutouts.details.voided') : undefined;
          accept(shoutoutDetails({ shoutout, values, rights: may, note }, t));
        }
      }),
      runs,
    );
  });

  test('any board, log and story', () => {
    fc.assert(
      fc.property(anyBoard, anySettings, anyLog, anyStory, instant, (board, settings, log, story, now) => {
        const value = settings.values[0]?.key;
        const { values } = settings;
        for (const t of everyLanguage) {
          accept(boardView({ ...board, value }, settings, t));
          accept(logView(log, { admin: true }, t));
          accept(storyView({ story, values, now, note: t('shoutouts.story.nowHidden') }, t));
        }
      }),
      runs,
    );
  });

  test('the unsung, the rings, and the help of every reader', () => {
    const people = fc.uniqueArray(fc.record({ userId: snowflake, replies: fc.nat(), reactions: fc.nat() }), {
      selector: ({ userId }) => userId,
      maxLength: 12,
    });
    const report = fc.record({
      shoutouts: fc.nat(),
      rings: fc.nat({ max: 3 }),
      people: fc.nat(),
      inside: fc.nat(),
      since: instant,
    });
    const reader = fc.record({ staff: fc.boolean(), admin: fc.boolean() });
    fc.assert(
      fc.property(people, report, anySettings, reader, (unsung, rings, settings, who) => {
        for (const t of everyLanguage) {
          accept(unsungView(unsung, t));
          accept(ringsView(rings, t));
          accept(shoutoutHelp(settings, who, t));
        }
      }),
      runs,
    );
  });

  test('every page of the settings', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        for (const t of everyLanguage) {
          for (const page of shoutoutSetupPages) {
            accept(shoutoutSetupPanel(settings, page, t, t('shoutoutsSetup.notes.saved')));
          }
        }
      }),
      runs,
    );
  });

  test('every form', () => {
    const start = fc.record({
      guildId: snowflake,
      receiverIds: fc.uniqueArray(snowflake, { maxLength: 3 }),
      source: maybe(fc.record({ channelId: snowflake, messageId: snowflake })),
      value: fc.constant(undefined),
      reason: maybe(hostileText(shoutoutLimits.reason)),
    });
    fc.assert(
      fc.property(start, anySettings, anyBudget, anyShoutout, (given, settings, budget, shoutout) => {
        for (const t of everyLanguage) {
          const value = settings.values[0];
          checkModal(giveForm({ ...given, value: value?.key }, settings, budget, t));
          checkModal(voidForm(shoutout, t));
          checkModal(valueForm(value, t));
          checkModal(paceForm(settings, t));
          checkModal(badgeForm(settings, t));
        }
      }),
      runs,
    );
  });
});
