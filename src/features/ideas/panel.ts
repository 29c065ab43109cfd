import type { Call, MessageBody } from '../../discord/interaction.ts';
import type { Idea, Merge } from './model.ts';
import { ideaPanel } from './panel-views.ts';
import type { SupportOutcome } from './ports.ts';
import { about } from './press.ts';
import { isOwner, refuse } from './rules.ts';
import type { IdeaSurfaceDeps } from './surface-types.ts';
import { decisionsFrom } from './transitions.ts';

/** The panel as it is now, for whoever presses. Throws a refusal for an idea that they may not see. */
export function panelBody(deps: IdeaSurfaceDeps, call: Call, ideaId: number, note?: string): MessageBody {
  return panelOf(deps, call, deps.ideas.ownSupport({ ...about(call), ideaId }), note);
}

/** The same, where it is known already what they hold. */
export function panelOf(
  { ideas, policy }: IdeaSurfaceDeps,
  call: Call,
  own: SupportOutcome,
  note?: string,
): MessageBody {
  const { guildId, actor, now, t } = call;
  const { idea } = own;
  const { categories, reviewers } = policy.settings(guildId);
  const owner = isOwner(idea, actor.userId);
  const staff = policy.mayManage(guildId, actor);
  const state = {
    own,
    categories,
    owner,
    staff,
    review: ideas.caseOf(idea.id),
    need: reviewers,
    target: idea.mergedInto === undefined ? undefined : ideas.ideaOf(idea.mergedInto),
    merge: undoable(ideas.mergeOf(idea.id), now),
    decisions: staff ? decisionsFrom(idea.status) : [],
    now,
  };
  return ideaPanel(state, t, note);
}

/** Throws unless the presser is staff: asked before a form opens, so that nobody types for nothing. */
export function requireStaff({ policy }: IdeaSurfaceDeps, { guildId, actor }: Call): void {
  if (!policy.mayManage(guildId, actor)) refuse('ideas.refusals.may-not-manage');
}

/** The idea, for whoever may see it: everybody a public one, its author and staff any. */
export function visibleIdea({ ideas }: IdeaSurfaceDeps, call: Call, ideaId: number): Idea {
  return ideas.ownSupport({ ...about(call), ideaId }).idea;
}

function undoable(merge: Merge | undefined, now: number): Merge | undefined {
  return merge && now < merge.undoUntil ? merge : undefined;
}
