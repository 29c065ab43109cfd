import { type ComponentHandler, defineComponent } from '../../discord/define-component.ts';
import type { Call, MessageBody } from '../../discord/interaction.ts';
import { inPlace } from '../../discord/press.ts';
import { listFilterId, listFilters, listPageId } from './custom-ids.ts';
import { type ListFilter, pollList } from './list-views.ts';
import { pickedValues } from './press.ts';
import type { PollSurfaceDeps } from './surface-types.ts';

/** Where polls may be shown to this reader: what they can read, and where they are. */
export async function channelsFor(deps: PollSurfaceDeps, call: Call): Promise<readonly string[]> {
  const readable = await deps.readableChannels(call.guildId, call.actor);
  return [...(readable ?? []), call.channelId];
}

/** A page of the list; polls in channels that the reader cannot see are not on it. */
export async function listPage(
  deps: PollSurfaceDeps,
  call: Call,
  filter: ListFilter,
  page: number,
): Promise<MessageBody> {
  const { guildId, now, t } = call;
  const channelIds = await channelsFor(deps, call);
  const found = deps.polls.list({ guildId, status: filter, page, channelIds, now });
  return pollList(found, filter, guildId, t);
}

export function listComponents(deps: PollSurfaceDeps): ComponentHandler[] {
  return [
    defineComponent({
      kind: 'button',
      id: listPageId,
      ack: 'now',
      run: async (call, { page, status }) => inPlace(call, await listPage(deps, call, status, page)),
    }),
    defineComponent({
      kind: 'select',
      id: listFilterId,
      ack: 'now',
      run: async (call) => inPlace(call, await listPage(deps, call, filterFrom(pickedValues(call)[0]), 0)),
    }),
  ];
}

/** Any word; what is no filter means all. */
export function filterFrom(word: string | undefined): ListFilter {
  return listFilters.find((filter) => filter === word) ?? 'any';
}
