import type { APILabelComponent, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { label, modal, radioGroup, textInput } from '../../discord/ui-modal.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { IdeaSettings } from './model.ts';
import { categoriesText } from './settings-categories.ts';
import { type IdeaSetupForm, setupParts as parts, setupFormId } from './settings-custom-ids.ts';
import { stepWords } from './settings-parts-views.ts';
import { ideaSettingsLimits as limits } from './settings-rules.ts';

/** One of the forms of the panel for ideas, filled with what is set. */
export function ideaSetupForm(
  what: IdeaSetupForm,
  settings: IdeaSettings,
  t: Translate,
): APIModalInteractionResponseCallbackData {
  const id = setupFormId.build({ what });
  return modal({ id, title: t(`ideasSetup.form.${what}Title`), parts: formParts[what](settings, t) });
}

type Parts = (settings: IdeaSettings, t: Translate) => APILabelComponent[];

const formParts: Readonly<Record<IdeaSetupForm, Parts>> = {
  goals: ({ floor, ladder }, t) => [
    label(
      { label: t('ideasSetup.form.ladder'), description: t('ideasSetup.form.ladderHelp') },
      textInput({
        id: parts.ladder,
        long: true,
        max: limits.typed,
        placeholder: t('ideasSetup.form.ladderPlaceholder'),
        value: ladder.map((step) => stepWords(step, t)).join('\n'),
      }),
    ),
    short(parts.floor, floor, t('ideasSetup.form.floor'), t('ideasSetup.form.floorHelp')),
    label(
      { label: t('ideasSetup.form.what') },
      radioGroup({
        id: parts.what,
        options: [
          {
            value: 'save',
            label: t('ideasSetup.form.save'),
            description: t('ideasSetup.form.saveHelp'),
            chosen: true,
          },
          { value: 'try', label: t('ideasSetup.form.try'), description: t('ideasSetup.form.tryHelp') },
        ],
      }),
    ),
  ],
  review: ({ reviewDays, reviewers }, t) => [
    short(parts.days, reviewDays, t('ideasSetup.form.reviewDays'), t('ideasSetup.form.reviewDaysHelp')),
    short(parts.reviewers, reviewers, t('ideasSetup.form.reviewers')),
  ],
  pace: ({ cooldownHours, openPerMember }, t) => [
    short(parts.cooldown, cooldownHours, t('ideasSetup.form.cooldown'), t('ideasSetup.form.cooldownHelp')),
    short(parts.open, openPerMember, t('ideasSetup.form.open')),
  ],
  categories: ({ categories }, t) => [
    label(
      {
        label: t('ideasSetup.form.categories', { max: limits.categories }),
        description: t('ideasSetup.form.categoriesHelp'),
      },
      textInput({
        id: parts.categories,
        long: true,
        max: 600,
        required: false,
        placeholder: t('ideasSetup.form.categoriesPlaceholder'),
        value: categoriesText(categories),
      }),
    ),
  ],
};

function short(id: string, value: number, words: string, description?: string): APILabelComponent {
  return label({ label: words, description }, textInput({ id, max: 30, value: String(value) }));
}
