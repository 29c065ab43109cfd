import type { APIComponentInContainer } from 'discord-api-types/v10';
import { button, row, separator, text } from '../../discord/ui.ts';
import { channelSelect, roleSelect } from '../../discord/ui-select.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { IdeaSettings } from './model.ts';
import { ladderFor } from './rules.ts';
import { type IdeaPlace, ideaPlaces, placeTypes } from './settings-channel-check.ts';
import {
  type IdeaSetupForm,
  setupChannelId,
  setupEditId,
  setupRoleId,
  setupSwitchId,
  setupTryId,
} from './settings-custom-ids.ts';
import { block, categoryWords, heading, type IdeaSetupState, stepWords } from './settings-parts-views.ts';

/** Where ideas and what belongs to them are shown, and the role. */
export function placesPage({ settings }: IdeaSetupState, t: Translate): APIComponentInContainer[] {
  const chosen: Readonly<Record<IdeaPlace, string | undefined>> = {
    ideas: settings.channelId,
    staff: settings.staffChannelId,
    board: settings.boardChannelId,
    ledger: settings.ledgerChannelId,
  };
  return [
    ...ideaPlaces.flatMap((what) => [
      heading(t(`ideasSetup.places.${what}Title`), t(`ideasSetup.places.${what}Help`)),
      row(
        channelSelect({
          id: setupChannelId.build({ what }),
          placeholder: t(`ideasSetup.places.${what}Placeholder`),
          min: 0,
          types: placeTypes[what],
          chosen: listed(chosen[what]),
        }),
      ),
    ]),
    heading(t('ideasSetup.places.roleTitle'), t('ideasSetup.places.roleHelp')),
    row(
      roleSelect({
        id: setupRoleId.build({}),
        placeholder: t('ideasSetup.places.rolePlaceholder'),
        min: 0,
        chosen: listed(settings.shippedRoleId),
      }),
    ),
  ];
}

function listed(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}

/** What an idea needs, what follows, and a look at how past ideas would have done. */
export function goalsPage({ settings, activity }: IdeaSetupState, t: Translate): APIComponentInContainer[] {
  const { floor, reviewDays: days, reviewers } = settings;
  const { active, days: counted } = activity;
  return [
    text(
      [
        `**${t('ideasSetup.goals.title')}**`,
        `-# ${t('ideasSetup.goals.help')}`,
        ...stepLines(settings, active, t),
        t('ideasSetup.goals.floor', { floor }),
        t('ideasSetup.goals.basis', { active, days: counted }),
      ].join('\n'),
    ),
    row(
      change('goals', t, t('ideasSetup.goals.change')),
      button({ id: setupTryId.build({}), label: t('ideasSetup.goals.try') }),
    ),
    text(t('ideasSetup.goals.tryHelp')),
    separator(),
    block(
      t('ideasSetup.goals.reviewTitle'),
      [t('ideasSetup.goals.review', { days, reviewers })],
      change('review', t),
    ),
  ];
}

/** Each step with the number that it means today. */
function stepLines({ floor, ladder }: IdeaSettings, active: number, t: Translate): string[] {
  const goals = ladder.map(
    (_, place) => ladderFor({ floor, ladder: ladder.slice(0, place + 1) }, active).at(-1)!.goal,
  );
  return ladder.map((each, index) => {
    const step = stepWords(each, t);
    const goal = goals[index]!;
    const place = index + 1;
    if (goal === goals[index + 1]) return t('ideasSetup.goals.joined', { place, step });
    return t('ideasSetup.goals.stepGoal', { place, step, goal });
  });
}

function change(what: IdeaSetupForm, t: Translate, label = t('ideasSetup.change')) {
  return button({ id: setupEditId.build({ what }), label });
}

/** Who may do what, how often, and the categories. */
export function rulesPage(state: IdeaSetupState, t: Translate): APIComponentInContainer[] {
  const { settings, staffChannelId } = state;
  const { queue, anonymity, cooldownHours: hours, openPerMember: open, categories } = settings;
  const queued = queue ? t('ideasSetup.rules.queueOn') : t('ideasSetup.rules.queueOff');
  const unheard = queue && staffChannelId === undefined ? [t('ideasSetup.rules.queueNobody')] : [];
  const hidden = anonymity ? t('ideasSetup.rules.anonymityOn') : t('ideasSetup.rules.anonymityOff');
  const named = categories.map((each) => categoryWords(each)).join(' · ');
  return [
    block(t('ideasSetup.rules.queueTitle'), [queued, ...unheard], toggle('queue', queue, t)),
    separator(),
    block(t('ideasSetup.rules.anonymityTitle'), [hidden], toggle('anonymity', anonymity, t)),
    separator(),
    block(t('ideasSetup.rules.paceTitle'), [t('ideasSetup.rules.pace', { hours, open })], change('pace', t)),
    separator(),
    block(
      t('ideasSetup.rules.categoriesTitle'),
      [named || t('ideasSetup.rules.categoriesNone')],
      change('categories', t),
    ),
  ];
}

function toggle(what: 'queue' | 'anonymity', on: boolean, t: Translate) {
  const label = on ? t('ideasSetup.turnOff') : t('ideasSetup.turnOn');
  return button({ id: setupSwitchId.build({ what, to: on ? 'off' : 'on' }), label });
}
