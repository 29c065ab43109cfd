import type { APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { DryRun } from './ports.ts';
import type { CategoryChange } from './settings-categories.ts';
import { type IdeaSetupPage, ideaSetupPages, setupPageId, setupUseId } from './settings-custom-ids.ts';
import { goalsPage, placesPage, rulesPage } from './settings-page-views.ts';
import { categoryWords, type IdeaSetupState, stepWords } from './settings-parts-views.ts';
import { type Goals, packGoals } from './settings-rules.ts';

const accent = 0xe8743b;

/** What just happened; `use` offers to save goals that were only tried. */
export interface SetupNote {
  words: string;
  use?: Goals;
}

/** The panel for ideas: one of three pages, none with more than 31 of Discord's 40 components. */
export function ideaSetupPanel(
  state: IdeaSetupState,
  page: IdeaSetupPage,
  t: Translate,
  note?: SetupNote,
): MessageBody {
  return {
    components: [
      container(
        [
          text(`## ${t('ideasSetup.title')}\n${intro(state, t)}`),
          tabs(page, t),
          separator(),
          ...pageParts(state, page, t),
          ...noteParts(note, t),
        ],
        { accent },
      ),
    ],
  };
}

function intro({ settings }: IdeaSetupState, t: Translate): string {
  const { channelId } = settings;
  if (channelId === undefined) return t('ideasSetup.off');
  return `${t('ideasSetup.on', { channel: `<#${channelId}>` })} ${t('ideasSetup.saved')}`;
}

function tabs(page: IdeaSetupPage, t: Translate) {
  return row(
    ...ideaSetupPages.map((each) =>
      button({
        id: setupPageId.build({ page: each }),
        label: t(`ideasSetup.pages.${each}`),
        style: each === page ? 'primary' : 'secondary',
      }),
    ),
  );
}

function pageParts(state: IdeaSetupState, page: IdeaSetupPage, t: Translate): APIComponentInContainer[] {
  switch (page) {
    case 'places':
      return placesPage(state, t);
    case 'goals':
      return goalsPage(state, t);
    case 'rules':
      return rulesPage(state, t);
    default:
      return page satisfies never;
  }
}

function noteParts(note: SetupNote | undefined, t: Translate): APIComponentInContainer[] {
  if (!note) return [];
  const { words, use } = note;
  if (!use) return [separator(), text(words)];
  const id = setupUseId.build({ goals: packGoals(use) });
  return [separator(), text(words), row(button({ id, label: t('ideasSetup.goals.use'), style: 'success' }))];
}

/** How past ideas would have done; `only`: with these goals, which are not saved. */
export function dryRunNote({ judged, reached, goal }: DryRun, t: Translate, only?: Goals): string {
  const result = t('ideasSetup.notes.tried', { judged, reached, goal });
  if (!only) return result;
  const steps = only.ladder.map((step) => stepWords(step, t)).join(', ');
  return `${t('ideasSetup.notes.triedOnly', { steps, floor: only.floor })}\n${result}`;
}

/** What became of the categories. */
export function categoriesNote({ renamed, removed }: CategoryChange, t: Translate): string {
  return [
    t('ideasSetup.notes.saved'),
    ...renamed.map(({ from, to }) =>
      t('ideasSetup.notes.renamed', { from: categoryWords(from), to: categoryWords(to) }),
    ),
    ...removed.map((each) => t('ideasSetup.notes.removed', { name: categoryWords(each) })),
  ].join('\n');
}
