import type { APIApplicationCommandOptionChoice, APIComponentInContainer } from 'discord-api-types/v10';
import type { MessageBody } from '../../discord/interaction.ts';
import { limits } from '../../discord/limits.ts';
import { button, container, row, separator, text } from '../../discord/ui.ts';
import { select } from '../../discord/ui-select.ts';
import { plain, shown, stamp } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Category } from './model.ts';
import type { IdeaPage, IdeaSummary } from './ports.ts';
import {
  listCategoryId,
  listOpenId,
  listOrderId,
  type listOrders,
  listPageId,
  listStatuses,
  listStatusId,
  searchPageId,
} from './private-custom-ids.ts';
import { statusColours, statusIcons } from './status-views.ts';
import { nameOf } from './words-views.ts';

export interface ListState {
  whose: 'all' | 'mine';
  status: (typeof listStatuses)[number];
  order: (typeof listOrders)[number];
  /** The key of a category; empty: all. */
  category: string;
}

export const openIdeas: ListState = { whose: 'all', status: 'open', order: 'new', category: '' };

/** One idea in a list, with a link to it. */
export function summaryLine(idea: IdeaSummary, t: Translate, max = 100): string {
  const { status, supporters, goal, deadline } = idea;
  const words = { icon: statusIcons[status], idea: nameOf(withoutNothing(idea), t, max) };
  if (status === 'gathering' && deadline !== undefined) {
    const progress = { have: String(supporters), goal: String(goal), relative: stamp(deadline, 'R') };
    return t('ideas.list.gathering', { ...words, ...progress });
  }
  const named = { ...words, status: t(`ideas.status.${status}`) };
  return t('ideas.list.line', { ...named, supporters: t('ideas.card.supporters', { count: supporters }) });
}

/** What waits for staff has no number yet. */
function withoutNothing(idea: IdeaSummary) {
  return { ...idea, number: idea.number > 0 ? idea.number : undefined };
}

/** `/idea list` and `/idea mine`: ten a page, filtered, and a menu that opens one. */
export function ideaList(
  page: IdeaPage<IdeaSummary>,
  state: ListState,
  categories: readonly Category[],
  t: Translate,
): MessageBody {
  const mine = state.whose === 'mine';
  const turn = (to: number, way: 'back' | 'on') =>
    listPageId.build({ ...state, page: Math.max(0, to), turn: way });
  const other = state.order === 'new' ? 'support' : 'new';
  const order = button({
    id: listOrderId.build({ ...state, order: other }),
    label: t(`ideas.list.orders.${other}`),
  });
  return {
    components: [
      container(
        [
          text(t(mine ? 'ideas.list.mine' : 'ideas.list.title')),
          ...(mine ? [] : filters(state, categories, t)),
          separator(),
          ...lines(page, t, t(emptyKey(state))),
          row(...leaves(page, turn, t), ...(page.total > 1 && !mine ? [order] : [])),
        ].filter((part) => !('components' in part) || part.components.length > 0),
        { accent: statusColours.gathering },
      ),
    ],
  };
}

function emptyKey({ whose, status, category }: ListState) {
  if (whose === 'mine') return 'ideas.list.emptyMine';
  return status === 'any' && category === '' ? 'ideas.list.empty' : 'ideas.list.emptyFilter';
}

function filters(state: ListState, categories: readonly Category[], t: Translate): APIComponentInContainer[] {
  const statuses = select({
    id: listStatusId.build(state),
    options: listStatuses.map((each) => ({
      value: each,
      label: each === 'open' || each === 'any' ? t(`ideas.list.statuses.${each}`) : t(`ideas.status.${each}`),
      emoji: each === 'open' || each === 'any' ? undefined : statusIcons[each],
      chosen: each === state.status,
    })),
  });
  if (categories.length === 0) return [row(statuses)];
  const menu = select({
    id: listCategoryId.build(state),
    options: [
      { value: '-', label: t('ideas.list.allCategories'), chosen: state.category === '' },
      ...categories.map(({ key, name, emoji }) => ({
        value: key,
        label: name,
        emoji,
        chosen: key === state.category,
      })),
    ],
  });
  return [row(statuses), row(menu)];
}

/** `/idea search`. */
export function foundIdeas(page: IdeaPage<IdeaSummary>, searched: string, t: Translate): MessageBody {
  const turn = (to: number, way: 'back' | 'on') =>
    searchPageId.build({ text: searched, page: Math.max(0, to), turn: way });
  const buttons = leaves(page, turn, t);
  return {
    components: [
      container(
        [
          text(t('ideas.list.found', { text: shown(searched, 100) })),
          separator(),
          ...lines(page, t, t('ideas.list.emptySearch')),
          ...(buttons.length > 0 ? [row(...buttons)] : []),
        ],
        { accent: statusColours.gathering },
      ),
    ],
  };
}

function lines(page: IdeaPage<IdeaSummary>, t: Translate, empty: string): APIComponentInContainer[] {
  const { rows, total } = page;
  if (rows.length === 0) return [text(empty)];
  const number = { page: String(page.page + 1), pages: String(page.pages), total };
  return [
    text(rows.map((idea) => summaryLine(idea, t)).join('\n')),
    row(
      select({
        id: listOpenId.build({}),
        placeholder: t('ideas.list.pick'),
        options: rows.map((idea) => ({
          value: String(idea.id),
          label: plain(choiceText(idea, t), limits.selectText),
          emoji: statusIcons[idea.status],
        })),
      }),
    ),
    text(t('ideas.list.page', number)),
  ];
}

function choiceText({ number, title }: IdeaSummary, t: Translate): string {
  return t('ideas.list.choice', { number: number > 0 ? String(number) : '–', title: plain(title, 80) });
}

function leaves(
  { page, pages }: IdeaPage<unknown>,
  id: (to: number, way: 'back' | 'on') => string,
  t: Translate,
) {
  if (pages <= 1) return [];
  return [
    button({ id: id(page - 1, 'back'), label: t('ideas.list.previous'), disabled: page === 0 }),
    button({ id: id(page + 1, 'on'), label: t('ideas.list.next'), disabled: page >= pages - 1 }),
  ];
}

/** For autocomplete: the number is the value, so that equal titles do not matter. */
export function ideaChoices(
  ideas: readonly IdeaSummary[],
  t: Translate,
): APIApplicationCommandOptionChoice<string>[] {
  return ideas.slice(0, limits.choices).map((idea) => ({
    name: plain(choiceText(idea, t), limits.choiceText),
    value: String(idea.number),
  }));
}
