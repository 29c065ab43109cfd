import type { CaseRepository } from './case-repository.ts';
import type { IdeaQueue } from './idea-queue.ts';
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

/** Reviews, and what staff decides: each with a reason that everybody can read. */
export function createDecideService(
  parts: DecideServiceParts,
): Pick<IdeaService, 'score' | 'decide' | 'caseOf'> {
  const { cases, queue, policy, lifecycle } = parts;

  const openCaseOf = (ideaId: number): ReviewCase | undefined => {
    const review = cases.latest(ideaId);
    return review?.closedAt === undefined ? review : undefined;
  };

  return {
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
      const { ideaId, from, to, now, actor, guildId } = call;
      const stored = lifecycle.loadForStaff(call);
      const { status } = stored.idea;
      // Decided on what the presser saw: of two in the same moment the second one is told.
      if (status !== from || !mayBecome('decided', status, to)) {
        refuse('ideas.refusals.wrong-status', { from: status, to });
      }
      const reason = cleanReason(call.reason);
      const have = openCaseOf(ideaId)?.scores.length;
      const need = policy.settings(guildId).reviewers;
      if (have !== undefined && have < need) refuse('ideas.refusals.scores-missing', { have, need });
      lifecycle.changeStatus(stored, { cause: 'decided', to, now, actorId: actor.userId, reason });
      return lifecycle.load(call).idea;
    },

    caseOf: (ideaId) => cases.latest(ideaId),
  };
}
