import type { CaseRepository } from './case-repository.ts';
import type { IdeaQueue } from './idea-queue.ts';
import type { StoredIdea } from './idea-row.ts';
import type { Lifecycle } from './lifecycle.ts';
import { criteria, type ReviewCase } from './model.ts';
import type { IdeaPolicy, IdeaService } from './ports.ts';
import { cleanReason, refuse } from './rules.ts';
import { mayBecome } from './transitions.ts';

export interface DecideServiceParts {
  cases: CaseRepository;
  queue: IdeaQueue;
  policy: IdeaPolicy;
  lifecycle: Lifecycle;
}

type DecisionCall = Parameters<IdeaService['mayDecide']>[0];

/** Reviews, and what staff decides: each with a reason that everybody can read. */
export function createDecideService(
  parts: DecideServiceParts,
): Pick<IdeaService, 'score' | 'mayDecide' | 'decide' | 'caseOf'> {
  const { cases, queue, policy, lifecycle } = parts;

  const openCaseOf = (ideaId: number): ReviewCase | undefined => {
    const review = cases.latest(ideaId);
    return review?.closedAt === undefined ? review : undefined;
  };

  /** Throws unless this may be decided now by what the presser saw: of two in one moment the second is told. */
  const checkDecision = (call: DecisionCall): StoredIdea => {
    const { ideaId, from, to, guildId } = call;
    const stored = lifecycle.loadForStaff(call);
    const { status } = stored.idea;
    if (status !== from || !mayBecome('decided', status, to)) {
      refuse('ideas.refusals.wrong-status', { from: status, to });
    }
    const have = openCaseOf(ideaId)?.scores.length;
    const need = policy.settings(guildId).reviewers;
    if (have !== undefined && have < need) refuse('ideas.refusals.scores-missing', { have, need });
    return stored;
  };

  return {
    mayDecide: (call) => checkDecision(call).idea,

    score(call) {
      const { ideaId, scores, now, actor } = call;
      lifecycle.loadForStaff(call);
      const review = openCaseOf(ideaId) ?? refuse('ideas.refusals.no-case');
      const inRange = criteria.every((each) => [1, 2, 3, 4, 5].includes(scores[each]));
      if (!inRange) refuse('ideas.refusals.score-range');
      const reason = cleanReason(call.reason);
      cases.saveScore(review.id, { reviewerId: actor.userId, scores, reason, at: now });
      queue.caseCard({ caseId: review.id, ideaId }, now);
      return cases.find(review.id) ?? review;
    },

    decide(call) {
      const { to, now, actor } = call;
      const stored = checkDecision(call);
      const reason = cleanReason(call.reason);
      lifecycle.changeStatus(stored, { cause: 'decided', to, now, actorId: actor.userId, reason });
      return lifecycle.load(call).idea;
    },

    caseOf: (ideaId) => cases.latest(ideaId),
  };
}
