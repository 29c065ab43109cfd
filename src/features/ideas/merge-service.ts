import type { CaseRepository } from './case-repository.ts';
import type { Climb } from './climb.ts';
import type { EventRepository } from './event-repository.ts';
import type { IdeaQueue } from './idea-queue.ts';
import type { StoredIdea } from './idea-row.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { MergeRepository, StoredMerge } from './merge-repository.ts';
import { authorKeptOut, checkMergeable } from './merge-rules.ts';
import type { Idea, Merge } from './model.ts';
import type { MoveRepository } from './move-repository.ts';
import { type IdeaCall, type IdeaPolicy, type IdeaService, UNDO_MS } from './ports.ts';
import { cleanReason, isOwner, refuse } from './rules.ts';
import type { SupportRepository } from './support-repository.ts';
import type { Unmerge } from './unmerge.ts';

export interface MergeServiceParts {
  cases: CaseRepository;
  events: EventRepository;
  merges: MergeRepository;
  moves: MoveRepository;
  support: SupportRepository;
  queue: IdeaQueue;
  policy: IdeaPolicy;
  lifecycle: Lifecycle;
  climb: Climb;
  unmerge: Unmerge;
}

type Merging = 'merge' | 'undoMerge' | 'object' | 'answerMove' | 'mergeOf' | 'mergeById';

/** Two ideas that are one. The source keeps who supported it, so that undoing restores it exactly. */
export function createMergeService(parts: MergeServiceParts): Pick<IdeaService, Merging> {
  const { cases, events, merges, moves, support, queue, policy, lifecycle, climb, unmerge } = parts;

  const loadMerge = ({ guildId, mergeId }: Pick<IdeaCall, 'guildId'> & { mergeId: number }) => {
    const stored = Number.isSafeInteger(mergeId) ? merges.find(mergeId) : undefined;
    if (!stored) refuse('ideas.refusals.not-found');
    const source = lifecycle.load({ guildId, ideaId: stored.merge.sourceId });
    return { stored, source };
  };

  const found = (mergeId: number): Merge => merges.find(mergeId)?.merge ?? refuse('ideas.refusals.not-found');

  /** In the trails of both; both threads hear of it. Tells the event in the source's trail. */
  const tellBoth = (
    { id, sourceId, targetId }: Pick<Merge, 'id' | 'sourceId' | 'targetId'>,
    told: {
      kind: 'merged' | 'merge-undone' | 'objected';
      now: number;
      actorId: string;
      from?: Idea['status'];
      to?: Idea['status'];
      reason?: string | undefined;
      /** Whoever acts would be known as the author of an anonymous idea. */
      hidden?: boolean;
    },
  ): number => {
    const { kind, now, actorId, from, to, reason, hidden } = told;
    const detail = { merge: id, ...(reason === undefined ? {} : { reason }) };
    const eventId = events.add({ ideaId: sourceId, at: now, kind, actorId, from, to, detail });
    events.add({ ideaId: targetId, at: now, kind, actorId: hidden ? undefined : actorId, detail });
    queue.news(sourceId, now);
    queue.news(targetId, now);
    return eventId;
  };

  const undo = (stored: StoredMerge, source: StoredIdea, call: IdeaCall, objection?: string): Merge => {
    const { merge, source: before } = stored;
    const { now, actor } = call;
    if (merge.undoneAt !== undefined) refuse('ideas.refusals.already-undone');
    if (now >= merge.undoUntil) refuse('ideas.refusals.merge-over');
    if (!merges.undo(merge.id, { at: now, userId: actor.userId, objection })) {
      refuse('ideas.refusals.already-undone');
    }
    unmerge(stored, source, now);
    const by = {
      now,
      actorId: actor.userId,
      hidden: source.idea.anonymous && isOwner(source.idea, actor.userId),
    };
    if (objection !== undefined) {
      const eventId = tellBoth(merge, { ...by, kind: 'objected', reason: objection });
      queue.staffNote({ ideaId: merge.sourceId, what: 'objection', eventId }, now);
    }
    tellBoth(merge, { ...by, kind: 'merge-undone', from: 'merged', to: before.status });
    return found(merge.id);
  };

  return {
    merge(call) {
      const { guildId, sourceId, targetId, actor, now } = call;
      const source = lifecycle.loadForStaff({ ...call, ideaId: sourceId });
      const target = lifecycle.load({ guildId, ideaId: targetId });
      checkMergeable(source.idea, target.idea, now);
      const { status, statusAt, deadline, reason, authorId, anonymous } = source.idea;
      const review = cases.latest(sourceId);
      const open = review?.closedAt === undefined ? review : undefined;
      const between = { sourceId, targetId, by: actor.userId, at: now, undoUntil: now + UNDO_MS };
      const before = { status, statusAt, deadline, reason, caseId: open?.id, caseDueAt: open?.dueAt };
      const id = merges.add({ ...between, ...before });
      lifecycle.changeStatus(source, { cause: 'merged', to: 'merged', now, mergedInto: targetId });
      const moved = moves.moveSupporters({ id, sourceId, targetId }, authorKeptOut(target.idea));
      // Told there, an author who wants no name would be named.
      moves.moveFollowers({ id, sourceId, targetId }, anonymous ? authorId : undefined);
      const told = { kind: 'merged', now, actorId: actor.userId, from: status, to: 'merged' } as const;
      const eventId = tellBoth({ id, sourceId, targetId }, told);
      queue.staffNote({ ideaId: sourceId, what: 'merge', eventId }, now);
      if (moved > 0) climb.moved(target, target.idea.supporters + moved, now);
      return found(id);
    },

    undoMerge(call) {
      if (!policy.mayManage(call.guildId, call.actor)) refuse('ideas.refusals.may-not-manage');
      const { stored, source } = loadMerge(call);
      return undo(stored, source, call);
    },

    object(call) {
      const { stored, source } = loadMerge(call);
      if (!isOwner(source.idea, call.actor.userId)) refuse('ideas.refusals.not-yours');
      return undo(stored, source, call, cleanReason(call.reason));
    },

    answerMove(call) {
      const { ideaId, keep, now } = call;
      const { userId } = call.actor;
      const stored = lifecycle.load(call);
      const before = support.standing(ideaId, userId);
      const done = before.viaMerge !== undefined && support[keep ? 'stay' : 'leave'](ideaId, userId);
      if (!done) refuse('ideas.refusals.nothing-to-keep');
      if (!keep) climb.moved(stored, stored.idea.supporters - 1, now);
      const { idea } = lifecycle.load(call);
      const { supporting, following } = support.standing(ideaId, userId);
      return { idea, supporting, following, viaMerge: undefined, changed: true, reachedRung: undefined };
    },

    mergeOf: (ideaId) => merges.standing(ideaId)?.merge,
    mergeById: (mergeId) => merges.find(mergeId)?.merge,
  };
}
