import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, MessageBody } from '../../discord/interaction.ts';
import { inPlace, picked, privately } from '../../discord/press.ts';
import { foundIdeas, ideaList, type ListState } from './list-views.ts';
import { panelBody } from './panel.ts';
import { about, on } from './press.ts';
import {
  listCategoryId,
  listOpenId,
  listOrderId,
  listPageId,
  listStatuses,
  listStatusId,
  searchPageId,
} from './private-custom-ids.ts';
import { refuse } from './rules.ts';
import type { IdeaSurfaceDeps } from './surface-types.ts';

/** Leafing and filtering; each control knows the whole list that it belongs to. */
export function listComponents(deps: IdeaSurfaceDeps): ComponentHandler[] {
  return [
    on('button', listPageId, (call, { page, whose, status, order, category }) =>
      inPlace(call, listBody(deps, call, { whose, status, order, category }, page)),
    ),
    on('select', listStatusId, (call, state) => {
      const status = listStatuses.find((each) => each === picked(call)) ?? state.status;
      return inPlace(call, listBody(deps, call, { ...state, status }, 0));
    }),
    on('select', listCategoryId, (call, state) => {
      const { categories } = deps.policy.settings(call.guildId);
      const category = categories.find(({ key }) => key === picked(call))?.key ?? '';
      return inPlace(call, listBody(deps, call, { ...state, category }, 0));
    }),
    on('button', listOrderId, (call, state) => inPlace(call, listBody(deps, call, state, 0))),
    on('select', listOpenId, (call) => {
      const id = picked(call) ?? '';
      if (!/^\d{1,15}$/u.test(id)) refuse('ideas.refusals.not-found');
      return privately(panelBody(deps, call, Number(id)));
    }),
    on('button', searchPageId, (call, { text, page }) => inPlace(call, searchBody(deps, call, text, page))),
  ];
}

export function listBody(
  { ideas, policy }: IdeaSurfaceDeps,
  call: Call,
  state: ListState,
  page: number,
): MessageBody {
  const { categories } = policy.settings(call.guildId);
  const found = ideas.list({
    ...about(call),
    status: state.status,
    category: state.category === '' ? undefined : state.category,
    mine: state.whose === 'mine',
    order: state.order,
    page,
  });
  return ideaList(found, state, categories, call.t);
}

export function searchBody({ ideas }: IdeaSurfaceDeps, call: Call, text: string, page: number): MessageBody {
  return foundIdeas(ideas.search({ ...about(call), text, page }), text, call.t);
}
