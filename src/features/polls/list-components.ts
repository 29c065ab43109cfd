import { type ComponentHandler, defineComponent } from '../../discord/define-component.ts';
import type { Call, MessageBody } from '../../discord/interaction.ts';
import { listFilterId, listFilters, listPageId } from './custom-ids.ts';
import { type ListFilter, pollList } from './list-views.ts';
import { inPlace, pickedValues } from './press.ts';
import type { PollSurfaceDeps } from './surface-types.ts';

/** A page of the list; polls in channels that the reader cannot see are not on it. */
export function listPage(deps: PollSurfaceDeps, call: Call, filter: ListFilter, page: number): MessageBody {
  const { guildId, actor, now, t } = call;
  const channelIds = deps.readableChannels(guildId, actor);
  const found = deps.polls.list({ guildId, status: filter, page, channelIds, now });
  return pollList(found, filter, guildId, t);
}

export function listComponents(deps: PollSurfaceDeps): ComponentHandler[] {
  return [
    defineComponent({
      kind: 'button',
      id: listPageId,
      ack: 'now',
      run: (call, { page, status }) => inPlace(call, listPage(deps, call, status, page)),
    }),
    defineComponent({
      kind: 'select',
      id: listFilterId,
      ack: 'now',
      run: (call) => inPlace(call, listPage(deps, call, filterFrom(pickedValues(call)[0]), 0)),
    }),
  ];
}

/** Any word; what is no filter means all. */
export function filterFrom(word: string | undefined): ListFilter {
  return listFilters.find((filter) => filter === word) ?? 'any';
}
