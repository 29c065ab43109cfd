import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageJson } from '../../../src/discord/bodies.ts';
import type { MessageBody } from '../../../src/discord/interaction.ts';
import { perkCard } from '../../../src/features/perks/card-views.ts';
import { claimedView } from '../../../src/features/perks/claim-views.ts';
import {
  codesForm,
  countForm,
  createForm,
  editForm,
  grantForm,
  linkForm,
  roleForm,
  stockForm,
} from '../../../src/features/perks/form-views.ts';
import { perkHelp } from '../../../src/features/perks/help-views.ts';
import { listView } from '../../../src/features/perks/list-views.ts';
import { mineView, showView } from '../../../src/features/perks/mine-views.ts';
import { countedActs, perkLimits } from '../../../src/features/perks/model.ts';
import { noteView, type PerkNote } from '../../../src/features/perks/note-views.ts';
import { endQuestion, panelView } from '../../../src/features/perks/panel-views.ts';
import { grantedView, importedView } from '../../../src/features/perks/receipt-views.ts';
import { checkModal } from '../../../src/sandbox/rules/validate-modal.ts';
import { problemsOfBody } from '../../support/conformance.ts';
import { everyLanguage, hostileText, judge } from '../polls/hostile.ts';
import { anyClaim, anyGrant, anyList, anyMine, anyPerk, anyView, maybe, snowflake } from './any-perk.ts';

/** Discord would take it, and so would its published schema. */
function accept(body: MessageBody): void {
  judge(body);
  expect(problemsOfBody('POST', '/channels/1/messages', messageJson(body))).toEqual([]);
}

const runs = { numRuns: 60 };
const trouble = fc.constantFrom(undefined, 'no-key' as const, 'wrong-key' as const);

describe('Discord takes', () => {
  test('the card of any perk, its panel, and the question before its end', () => {
    fc.assert(
      fc.property(anyPerk, trouble, fc.boolean(), (perk, why, hasLink) => {
        for (const t of everyLanguage) {
          accept(perkCard(perk, t));
          accept(panelView({ perk, trouble: why, hasLink }, t('perks.panel.notes.created'), t));
          accept(endQuestion(perk, t));
        }
      }),
      runs,
    );
  });

  test('what somebody can earn, one perk for one person, and the list of all', () => {
    fc.assert(
      fc.property(anyMine, anyView, anyList, (mine, view, list) => {
        for (const t of everyLanguage) {
          accept(mineView(mine, t));
          accept(showView(view, t));
          accept(listView(list, t));
        }
      }),
      runs,
    );
  });

  test('any code, link or role that is handed out', () => {
    const secret = fc.oneof(
      hostileText(perkLimits.secret),
      fc.constantFrom('AB-12', 'https://shop.example/x?y=1', 'https://not an address', 'a`b```c'),
    );
    fc.assert(
      fc.property(anyPerk, anyClaim, secret, fc.boolean(), (perk, claim, code, first) => {
        for (const t of everyLanguage) {
          accept(claimedView({ kind: 'secret', perk, claim, secret: code, first }, t));
          accept(claimedView({ kind: 'role', perk, claim, first }, t));
        }
      }),
      runs,
    );
  });

  test('what became of a file and of a grant, the help, and what admins hear', () => {
    const spots = fc.record({
      count: fc.nat({ max: 100_000 }),
      lines: fc.array(fc.nat({ max: 100_000 }), { maxLength: 10 }),
    });
    const check = fc.record({
      codes: fc.constant([]),
      blank: fc.nat({ max: 100_000 }),
      repeated: spots,
      formulas: spots,
      tooLong: spots,
      heading: fc.boolean(),
    });
    const added = fc.record({ added: fc.nat({ max: 100_000 }), known: fc.nat({ max: 100_000 }) });
    const others = fc.tuple(snowflake, hostileText(200), fc.boolean(), trouble);
    fc.assert(
      fc.property(anyPerk, added, check, anyGrant, others, (perk, total, found, grant, rest) => {
        const [id, reason, admin, why] = rest;
        for (const t of everyLanguage) {
          accept(importedView(perk, total, found, t));
          accept(grantedView(perk, grant, t));
          accept(perkHelp({ admin, trouble: why }, t));
          const notes: PerkNote[] = [
            ...(['low-stock', 'none-left', 'expires-soon', 'no-channel'] as const).map((kind) => ({
              kind,
              perk,
            })),
            { kind: 'cannot-post', perk, channelId: id, reason },
            { kind: 'cannot-give', perk, userId: id, why: { kind: 'other', reason } },
            { kind: 'cannot-take', perk, userId: id, why: { kind: 'full' } },
            { kind: 'wrong-key' },
          ];
          for (const note of notes) accept(noteView(note, t));
        }
      }),
      runs,
    );
  });

  test('every form', () => {
    fc.assert(
      fc.property(anyPerk, maybe(snowflake), hostileText(perkLimits.reason), (perk, memberId, reason) => {
        for (const t of everyLanguage) {
          checkModal(createForm('America/Argentina/ComodRivadavia', t));
          checkModal(editForm(perk, 'America/Argentina/ComodRivadavia', t));
          checkModal(stockForm(perk, t));
          checkModal(codesForm(perk, t));
          checkModal(linkForm(perk, t));
          checkModal(grantForm(perk, { memberId, reason }, t));
          checkModal(roleForm(perk, t));
          for (const act of countedActs) checkModal(countForm(perk, act, t));
        }
      }),
      runs,
    );
  });
});
