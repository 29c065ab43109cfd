import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { button, container, row, section, separator, text } from '../../discord/ui.ts';
import { shown, shownText } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Category, IdeaText } from './model.ts';
import type { IdeaDraft, IdeaSummary } from './ports.ts';
import { draftActionId, insteadId } from './private-custom-ids.ts';
import { statusColours, statusText } from './status-views.ts';
import { authorText, categoryText, nameOf, numberText } from './words-views.ts';

export interface DraftState {
  draft: IdeaDraft;
  similar: readonly IdeaSummary[];
  categories: readonly Category[];
  /** What could not be taken along, in whole sentences. */
  notes?: readonly string[];
}

/** UTF-16 units; with three similar ideas and the fixed words below Discord's 4,000. */
const room = { title: 160, body: 1_300, problem: 500, similar: 160, note: 200 } as const;
const MOST_SIMILAR = 3;

/** The idea as it will read, what looks like it, and what to do next. For its submitter only. */
export function draftPreview(state: DraftState, t: Translate): MessageBody {
  const { draft } = state;
  return {
    components: [
      text(t('ideas.draft.preview')),
      previewCard(state, t),
      ...similarIdeas(state, t),
      ...remarks(state, t),
      actions(draft, t),
    ],
  };
}

function previewCard({ draft, categories }: DraftState, t: Translate) {
  const { title, body, problem, creditId, userId, anonymous } = draft;
  const author = authorText(
    {
      anonymous,
      authorId: creditId ?? userId,
      suggestedBy: creditId === undefined ? undefined : userId,
      consent: creditId === undefined ? 'none' : 'asked',
    },
    t,
  );
  const words = { number: numberText(undefined, t), author };
  const category = categoryText(draft.category, categories);
  const byline =
    category === undefined
      ? t('ideas.card.byline', words)
      : t('ideas.card.bylineCategory', { ...words, category });
  const solves = shownText(problem, room.problem);
  return container(
    [
      text(`## ${shown(title, room.title)}\n-# ${byline}`),
      text(shownText(body, room.body)),
      ...(solves === '' ? [] : [text(`**${t('ideas.card.problem')}**\n${solves}`)]),
    ],
    { accent: statusColours.gathering },
  );
}

function similarIdeas({ draft, similar }: DraftState, t: Translate): APIMessageTopLevelComponent[] {
  if (similar.length === 0) return [];
  const lines = similar.slice(0, MOST_SIMILAR).map((each) =>
    section(
      t('ideas.draft.similarLine', {
        idea: nameOf(each, t, room.similar),
        status: statusText(each.status, t),
        supporters: t('ideas.card.supporters', { count: each.supporters }),
      }),
      button({
        id: insteadId.build({ draft: draft.id, idea: each.id }),
        label: t('ideas.draft.instead'),
        emoji: '👍',
      }),
    ),
  );
  return [container([text(t('ideas.draft.similar')), separator(), ...lines])];
}

function remarks({ draft, notes = [] }: DraftState, t: Translate): APIMessageTopLevelComponent[] {
  const { images, creditId, anonymous } = draft;
  const lines = [
    ...(images.length > 0 ? [t('ideas.draft.pictures', { count: images.length })] : []),
    ...notes.map((note) => `⚠️ ${shown(note, room.note)}`),
    ...(creditId === undefined ? [] : [t('ideas.draft.credit', { author: `<@${creditId}>` })]),
    ...(anonymous ? [`-# ${t('ideas.draft.unnamed')}`] : []),
  ];
  return lines.length === 0 ? [] : [text(lines.join('\n'))];
}

function actions({ id: draft }: IdeaDraft, t: Translate) {
  const each = (action: 'post' | 'edit' | 'cancel', style?: 'success' | 'danger') =>
    button({
      id: draftActionId.build({ draft, action }),
      label: t(`ideas.draft.${action}`),
      ...(style ? { style } : {}),
    });
  return row(each('post', 'success'), each('edit'), each('cancel', 'danger'));
}

/** What was typed, to copy, where it could not be taken. `refusal` is a sentence of ours. */
export function keptText(
  refusal: string,
  typed: Pick<IdeaText, 'title' | 'body' | 'problem'>,
  t: Translate,
): MessageBody {
  const lines = [
    `**${shown(typed.title, room.title)}**`,
    shownText(typed.body, 2_000),
    shownText(typed.problem, 1_000),
  ].filter((line) => line !== '' && line !== '****');
  return {
    components: [
      text(t('ideas.draft.kept', { refusal })),
      ...(lines.length === 0 ? [] : [container([text(lines.join('\n\n'))])]),
    ],
  };
}
