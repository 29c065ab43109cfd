import type { APILabelComponent, APITextDisplayComponent } from 'discord-api-types/v10';
import { limits } from '../../discord/limits.ts';
import { text } from '../../discord/ui.ts';
import { checkboxGroup, label, modal, radioGroup, textInput } from '../../discord/ui-modal.ts';
import { type Choice, roleSelect, select } from '../../discord/ui-select.ts';
import type { Translate } from '../../i18n/translate.ts';
import { draftCountingFormId, draftFormId, draftRulesFormId, parts, untilFormId } from './custom-ids.ts';
import type { Draft, PollInput, PollKind, Privacy, Recurrence, ResultsShown } from './model.ts';
import { privacyKeys, weightMentions } from './words-views.ts';

/** The forms of a poll in the making. Each opens with everything that was typed before. */

/** What the rules of a poll accept (input.ts), so that the form stops where they do. */
const longestQuestion = 300;
const longestTime = 100;
/** As many roles as a form takes; Discord's menus allow 25. */
export const mostRoles = 10;
const kinds: readonly PollKind[] = ['single', 'multiple', 'ranked', 'rating'];
const privacies: readonly Privacy[] = ['open', 'staff-blind', 'sealed'];
const resultKeys = { live: 'live', 'after-voting': 'afterVoting', 'at-closing': 'atClosing' } as const;
const results: readonly ResultsShown[] = ['live', 'after-voting', 'at-closing'];
const recurrences: readonly Recurrence[] = ['never', 'weekly', 'monthly'];

/** Question, options, closing time, kind, privacy: all that most polls need. */
export function draftForm(draft: Draft, t: Translate) {
  const { input } = draft;
  return modal({
    id: draftFormId.build({ draft: draft.id }),
    title: t('polls.form.title'),
    parts: [
      label(
        { label: t('polls.form.question'), description: t('polls.form.questionHelp') },
        textInput({
          id: parts.question,
          max: longestQuestion,
          value: input.question,
          placeholder: t('polls.form.questionPlaceholder'),
        }),
      ),
      label(
        { label: t('polls.form.options'), description: t('polls.form.optionsHelp') },
        textInput({
          id: parts.options,
          long: true,
          required: false,
          value: input.options,
          placeholder: t('polls.form.optionsPlaceholder'),
        }),
      ),
      label(
        { label: t('polls.form.closes'), description: t('polls.form.closesHelp') },
        textInput({
          id: parts.closes,
          value: input.closes,
          max: longestTime,
          placeholder: t('polls.form.closesPlaceholder'),
        }),
      ),
      label({ label: t('polls.form.kind') }, radioGroup({ id: parts.kind, options: kindChoices(input, t) })),
      label(
        { label: t('polls.form.privacy') },
        radioGroup({ id: parts.privacy, options: privacyChoices(input, t) }),
      ),
    ],
  });
}

function kindChoices(input: PollInput, t: Translate): Choice[] {
  return kinds.map((value) => ({
    value,
    label: t(`polls.kinds.${value}`),
    description: t(`polls.kinds.${value}About`),
    chosen: input.kind === value,
  }));
}

function privacyChoices(input: PollInput, t: Translate): Choice[] {
  return privacies.map((value) => ({
    value,
    label: t(`polls.privacies.${privacyKeys[value]}`),
    description: t(`polls.privacies.${privacyKeys[value]}About`),
    chosen: input.privacy === value,
  }));
}

/** Who votes when, and what is shown. */
export function rulesForm(draft: Draft, t: Translate) {
  const { input } = draft;
  const resultChoices = results.map((value) => ({
    value,
    label: t(`polls.resultsShown.${resultKeys[value]}`),
    description: t(`polls.resultsShown.${resultKeys[value]}About`),
    chosen: input.resultsShown === value,
  }));
  const repeatChoices = recurrences.map((value) => ({
    value,
    label: t(`polls.repeats.${value}`),
    chosen: input.recurrence === value,
  }));
  return modal({
    id: draftRulesFormId.build({ draft: draft.id }),
    title: t('polls.form.rulesTitle'),
    parts: [
      label({ label: t('polls.form.results') }, radioGroup({ id: parts.results, options: resultChoices })),
      label(
        { label: t('polls.form.voters'), description: t('polls.form.votersHelp') },
        roleSelect({
          id: parts.voters,
          min: 0,
          max: mostRoles,
          required: false,
          placeholder: t('polls.form.votersPlaceholder'),
          chosen: input.voterRoleIds,
        }),
      ),
      label(
        { label: t('polls.form.extras') },
        checkboxGroup({ id: parts.extras, options: extras(input, t) }),
      ),
      label(
        { label: t('polls.form.starts'), description: t('polls.form.startsHelp') },
        textInput({
          id: parts.starts,
          required: false,
          max: longestTime,
          value: input.opens,
          placeholder: t('polls.form.startsPlaceholder'),
        }),
      ),
      label({ label: t('polls.form.repeat') }, radioGroup({ id: parts.repeat, options: repeatChoices })),
    ],
  });
}

function extras(input: PollInput, t: Translate): Choice[] {
  return [
    {
      value: 'close-early',
      label: t('polls.form.closeEarly'),
      description: t('polls.form.closeEarlyAbout'),
      chosen: input.closeEarly,
    },
    {
      value: 'thread',
      label: t('polls.form.thread'),
      description: t('polls.form.threadAbout'),
      chosen: input.thread,
    },
  ];
}

/** Quorum, most choices, weights. Weights that differ by role come from the command and are only shown. */
export function countingForm(draft: Draft, t: Translate) {
  const { input } = draft;
  const several: APILabelComponent[] = input.kind === 'multiple' ? [maxChoicesPart(input, t)] : [];
  return modal({
    id: draftCountingFormId.build({ draft: draft.id }),
    title: t('polls.form.countingTitle'),
    parts: [
      label(
        { label: t('polls.form.quorum'), description: t('polls.form.quorumHelp') },
        textInput({
          id: parts.quorum,
          required: false,
          max: 10,
          value: input.quorum === undefined ? undefined : String(input.quorum),
          placeholder: t('polls.form.quorumPlaceholder'),
        }),
      ),
      ...several,
      ...weightParts(input, t),
    ],
  });
}

function maxChoicesPart(input: PollInput, t: Translate): APILabelComponent {
  const lines = input.options.split('\n').filter((line) => line.trim() !== '').length;
  const most = Math.min(Math.max(lines, 2), limits.selectOptions);
  const options = Array.from({ length: most }, (_, index) => ({
    value: String(index + 1),
    label: String(index + 1),
    chosen: input.maxChoices === index + 1,
  }));
  return label(
    { label: t('polls.form.maxChoices') },
    select({ id: parts.maxChoices, options, min: 0, required: false }),
  );
}

/** True where one form field can say it: no weights, or the same for every role. */
export function isPlainWeights(weights: PollInput['weights']): boolean {
  return weights.length <= mostRoles && weights.every((each) => each.weight === weights[0]?.weight);
}

function weightParts(input: PollInput, t: Translate): (APILabelComponent | APITextDisplayComponent)[] {
  const { weights } = input;
  if (!isPlainWeights(weights)) {
    return [text(t('polls.form.weightsMixed', { weights: weightMentions(weights, t) }))];
  }
  const options = Array.from({ length: 9 }, (_, index) => ({
    value: String(index + 2),
    label: String(index + 2),
    chosen: (weights[0]?.weight ?? 2) === index + 2,
  }));
  return [
    label(
      { label: t('polls.form.weightRoles'), description: t('polls.form.weightRolesHelp') },
      roleSelect({
        id: parts.weightRoles,
        min: 0,
        max: mostRoles,
        required: false,
        placeholder: t('polls.form.weightRolesPlaceholder'),
        chosen: weights.map((each) => each.roleId),
      }),
    ),
    label({ label: t('polls.form.weight') }, select({ id: parts.weight, options, min: 0, required: false })),
  ];
}

/** A new closing time, for extending or reopening. */
export function untilForm(poll: number, action: 'extend' | 'reopen', t: Translate) {
  return modal({
    id: untilFormId.build({ poll, action }),
    title: t(`polls.form.${action}Title`, { number: String(poll) }),
    parts: [
      label(
        { label: t('polls.form.until'), description: t('polls.form.closesHelp') },
        textInput({ id: parts.until, max: longestTime, placeholder: t('polls.form.closesPlaceholder') }),
      ),
    ],
  });
}
