import { isSecondOfDouble } from '../../discord/snowflake.ts';
import { type OnAct, unheard } from '../../shared/act.ts';
import { isReplay } from '../../shared/replay.ts';
import type { Climb } from './climb.ts';
import type { IdeaQueue } from './idea-queue.ts';
import type { StoredIdea } from './idea-row.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Merge } from './model.ts';
import type { IdeaCall, IdeaPolicy, IdeaService, SupportOutcome } from './ports.ts';
import { checkTakesSupport, isOwner, isPublic, refuse } from './rules.ts';
import type { Standing, SupportRepository } from './support-repository.ts';

export interface SupportServiceParts {
  support: SupportRepository;
  queue: IdeaQueue;
  policy: IdeaPolicy;
  lifecycle: Lifecycle;
  climb: Climb;
  /** The merge of this number, which brought somebody here. */
  mergeById: (mergeId: number) => Merge | undefined;
  onAct?: OnAct;
}

type Press = IdeaCall & { ideaId: number; interactionId: string };

/**
 * Support and following. A press runs four statements (the idea with its counter, what this person holds, theirs
 * anew, the counter), whatever the number of supporters; a fifth queues the refresh after a quiet time, and some
 * more come with a rung.
 */
export function createSupportService(
  parts: SupportServiceParts,
): Pick<IdeaService, 'toggleSupport' | 'support' | 'toggleFollow' | 'ownSupport'> {
  const { support, lifecycle, climb, policy, mergeById, onAct = unheard } = parts;

  const loadPublic = (call: IdeaCall & { ideaId: number }): StoredIdea => {
    const stored = lifecycle.load(call);
    return isPublic(stored.idea) ? stored : refuse('ideas.refusals.not-found');
  };

  const outcome = (
    { idea }: StoredIdea,
    { supporting, following, viaMerge }: Standing,
    more: Partial<SupportOutcome> = {},
  ): SupportOutcome => ({
    idea,
    supporting,
    following,
    viaMerge: viaMerge === undefined ? undefined : mergeById(viaMerge),
    changed: false,
    reachedRung: undefined,
    ...more,
  });

  /** What this press makes of `before`; undefined wishes for the other of the two. */
  const press = (call: Press, wish: true | undefined): SupportOutcome => {
    const { ideaId, interactionId, actor, now } = call;
    const stored = loadPublic(call);
    const { userId } = actor;
    const before = support.standing(ideaId, userId);
    const { supportPress } = before;
    if (
      supportPress !== undefined &&
      (isReplay(interactionId, supportPress) ||
        (wish === undefined && isSecondOfDouble(interactionId, supportPress)))
    ) {
      return outcome(stored, before);
    }
    checkTakesSupport(stored.idea, userId, now);
    const supporting = wish ?? !before.supporting;
    if (supporting === before.supporting && before.viaMerge === undefined) return outcome(stored, before);
    const after = { ...before, supporting, viaMerge: undefined };
    if (supporting === before.supporting) {
      // Whom a merge brought here supports it for themselves from now on, and as long as before.
      support.stay(ideaId, userId);
      return outcome(stored, after, { changed: true });
    }
    support.saveSupport({ ideaId, userId, interactionId, now }, supporting);
    if (supporting && supportPress === undefined) {
      onAct({ guildId: stored.idea.guildId, userId, kind: 'supports', at: now });
    }
    const supporters = stored.idea.supporters + (supporting ? 1 : -1);
    const reachedRung = climb.moved(stored, supporters, now);
    const idea = reachedRung === undefined ? { ...stored.idea, supporters } : lifecycle.load(call).idea;
    return outcome({ ...stored, idea }, after, { changed: true, reachedRung });
  };

  return {
    toggleSupport: (call) => press(call, undefined),
    support: (call) => press(call, true),

    toggleFollow(call) {
      const { ideaId, interactionId, actor, now } = call;
      const stored = loadFollowable(call);
      const { userId } = actor;
      const before = support.standing(ideaId, userId);
      const { followPress } = before;
      if (
        followPress !== undefined &&
        (isReplay(interactionId, followPress) || isSecondOfDouble(interactionId, followPress))
      ) {
        return outcome(stored, before);
      }
      const following = !before.following;
      support.saveFollow({ ideaId, userId, interactionId, now }, following);
      return outcome(stored, { ...before, following }, { changed: true });
    },

    ownSupport(call) {
      const stored = loadFollowable(call);
      return outcome(stored, support.standing(call.ideaId, call.actor.userId));
    },
  };

  /** Public, or one's own, or for staff. */
  function loadFollowable(call: IdeaCall & { ideaId: number }): StoredIdea {
    const stored = lifecycle.load(call);
    const { guildId, actor } = call;
    const visible =
      isPublic(stored.idea) || isOwner(stored.idea, actor.userId) || policy.mayManage(guildId, actor);
    return visible ? stored : refuse('ideas.refusals.not-found');
  }
}
