import type { APILabelComponent, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { checkboxGroup, label, modal, textInput } from '../../discord/ui-modal.ts';
import { roleSelect, select } from '../../discord/ui-select.ts';
import type { Translate } from '../../i18n/translate.ts';
import {
  type MilestoneKind,
  milestoneCounts,
  type ShoutoutSettings,
  shoutoutLimits,
  type Value,
} from './model.ts';
import {
  badgeFormId,
  paceFormId,
  setupParts as parts,
  valueChangeFormId,
  valueFormId,
} from './settings-custom-ids.ts';
import { paceLimits } from './settings-input.ts';
import { milestoneText } from './words-views.ts';

type Form = APIModalInteractionResponseCallbackData;

/** A new value, or one that is there; then it can be removed too. */
export function valueForm(value: Value | undefined, t: Translate): Form {
  if (!value) {
    const title = t('shoutoutsSetup.form.valueTitle');
    return modal({ id: valueFormId.build({}), title, parts: valueFields(undefined, t) });
  }
  const removal = {
    value: 'yes',
    label: t('shoutoutsSetup.form.removeThis'),
    description: t('shoutoutsSetup.form.removeHelp'),
  };
  return modal({
    id: valueChangeFormId.build({ key: value.key }),
    title: t('shoutoutsSetup.form.valueChangeTitle'),
    parts: [
      ...valueFields(value, t),
      label(
        { label: t('shoutoutsSetup.form.remove') },
        checkboxGroup({ id: parts.remove, options: [removal] }),
      ),
    ],
  });
}

function valueFields(value: Value | undefined, t: Translate): APILabelComponent[] {
  const { valueName, valueDescription } = shoutoutLimits;
  return [
    label(
      { label: t('shoutoutsSetup.form.name'), description: t('shoutoutsSetup.form.nameHelp') },
      textInput({
        id: parts.name,
        value: value?.name,
        placeholder: t('shoutoutsSetup.form.namePlaceholder'),
        max: valueName,
      }),
    ),
    label(
      { label: t('shoutoutsSetup.form.emoji'), description: t('shoutoutsSetup.form.emojiHelp') },
      textInput({ id: parts.emoji, value: value?.emoji, placeholder: '💛', max: 64, required: false }),
    ),
    label(
      { label: t('shoutoutsSetup.form.description'), description: t('shoutoutsSetup.form.descriptionHelp') },
      textInput({
        id: parts.description,
        value: value?.description,
        max: valueDescription,
        required: false,
      }),
    ),
  ];
}

export function paceForm(settings: ShoutoutSettings, t: Translate): Form {
  const { budget, pairDays, backHours } = settings;
  const number = (what: 'budget' | 'pair' | 'back', value: number) =>
    label(
      {
        label: t(`shoutoutsSetup.form.${what}`),
        description: t(`shoutoutsSetup.form.${what}Help`, {
          min: String(paceLimits[what].min),
          max: String(paceLimits[what].max),
        }),
      },
      textInput({ id: parts[what], value: String(value), max: 20 }),
    );
  return modal({
    id: paceFormId.build({}),
    title: t('shoutoutsSetup.form.paceTitle'),
    parts: [number('budget', budget), number('pair', pairDays), number('back', backHours)],
  });
}

/** Milestones that can have a badge: at most 25, as Discord's menus. */
export const badgeMilestones: readonly MilestoneKind[] = [
  ...milestoneCounts.map((count) => `received-${count}` as const),
  ...milestoneCounts.map((count) => `given-${count}` as const),
  ...[1, 2, 3, 5, 10].map((count) => `year-${count}` as const),
];

/** A milestone that has no badge yet, and the role. */
export function badgeForm({ badges }: ShoutoutSettings, t: Translate): Form {
  const free = badgeMilestones.filter((kind) => badges.every(({ milestone }) => milestone !== kind));
  return modal({
    id: badgeFormId.build({}),
    title: t('shoutoutsSetup.form.badgeTitle'),
    parts: [
      label(
        { label: t('shoutoutsSetup.form.milestone') },
        select({
          id: parts.milestone,
          required: true,
          options: free.map((kind) => ({ value: kind, label: milestoneText(kind, t) })),
        }),
      ),
      label(
        { label: t('shoutoutsSetup.form.role'), description: t('shoutoutsSetup.form.roleHelp') },
        roleSelect({ id: parts.role, required: true }),
      ),
    ],
  });
}
