import { integer, snowflake } from '../../discord/custom-id.ts';
import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Reply } from '../../discord/interaction.ts';
import { inPlace, privately } from '../../discord/press.ts';
import { UserError } from '../../shared/user-error.ts';
import { contentOf, type DigestActions, digestActions, historyBody } from './actions.ts';
import { elsewhereId, explainId, historyPageId, PREVIEW, suggestionId, tableId } from './custom-ids.ts';
import { explainView } from './explain-views.ts';
import type { SuggestionKind } from './model.ts';
import { tableView } from './picture-views.ts';
import type { DigestSurfaceDeps } from './ports.ts';
import { by, on, requireManager } from './press.ts';
import { scheduleComponents } from './schedule-components.ts';
import { suggestionView } from './suggestion-views.ts';
import type { PressCall } from './surface-types.ts';

/** People and channels have ids of Discord's, ideas and questions numbers of Hearth's. */
const isOfDiscord: ReadonlySet<string> = new Set(['thank', 'wake-channel']);

/** Every button, menu and form of digests. */
export function digestComponents(deps: DigestSurfaceDeps): ComponentHandler[] {
  return [
    on(
      'button',
      suggestionId,
      (call, { digest, what }) => suggested(deps, call, digest, what),
      'defer-ephemeral',
    ),
    on('button', elsewhereId, (call, { what, id }) => {
      requireManager(deps, call);
      // No digest names a thing by anything else, and nothing else is handed on.
      if ((isOfDiscord.has(what) ? snowflake : integer).read(id) === undefined) {
        throw new UserError('digest.refusals.not-found');
      }
      return deps.doElsewhere[what](call, id);
    }),
    // Whoever sees a digest may read its pictures, and what its numbers mean.
    on(
      'button',
      tableId,
      async (call, { digest }) => privately(tableView(await contentOf(deps, call, digest), call.t)),
      'defer-ephemeral',
    ),
    on('button', explainId, (call, { block }) => inPlaceOfItself(call, block)),
    on('button', historyPageId, (call, { page }) => {
      requireManager(deps, call);
      return inPlace(call, historyBody(deps, call, page));
    }),
    ...scheduleComponents(deps),
  ];
}

const inPlaceOfItself = (call: PressCall, block: 'growth' | 'activity' | 'health'): Reply =>
  inPlace(call, explainView(block, call.t));

/** Notes who looks after it, and shows what is still to do. */
async function suggested(
  deps: DigestSurfaceDeps,
  call: PressCall,
  digestId: number,
  kind: SuggestionKind,
): Promise<Reply> {
  requireManager(deps, call);
  const content = await contentOf(deps, call, digestId);
  const suggestion = content.suggestions.find(({ what }) => what === kind);
  if (!suggestion) throw new UserError('digest.refusals.not-found');
  if (digestId !== PREVIEW) {
    await deps.writer.write(() => deps.digests.take({ ...by(call), digestId, kind }));
  }
  const since = deps.digests.find(call.guildId, digestId)?.dueAt ?? call.now;
  const left = deps.digests.stillToDo(call.guildId, suggestion, since);
  return privately(suggestionView(call.guildId, left, call.t));
}

/** What the command of digests does. */
export function digestCommandActions(deps: DigestSurfaceDeps): DigestActions {
  return digestActions(deps);
}
