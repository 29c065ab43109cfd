import type { MergeRepository } from './merge-repository.ts';
import type { Question } from './model.ts';
import type { AmaService } from './ports.ts';
import type { QuestionActs } from './question-acts.ts';
import type { QuestionRepository } from './question-repository.ts';
import { refuse } from './rules.ts';
import { takesMerges } from './transitions.ts';

export interface MergeServiceParts {
  questions: QuestionRepository;
  merges: MergeRepository;
  acts: QuestionActs;
}

/**
 * Two questions that are one. A merged question takes no others: of two people who merge crosswise in the same moment
 * the second one is told, and no ring can come about.
 */
export function createMergeService(parts: MergeServiceParts): Pick<AmaService, 'merge'> {
  const { questions, merges, acts } = parts;

  const askersOf = (question: Question) => [question, ...questions.mergedInto(question.id)];

  const found = (id: number) => questions.find(id) ?? refuse('amas.refusals.question-not-found');

  return {
    merge(call) {
      const { sourceId, targetId, now } = call;
      const before = acts.toMove({ ...call, questionId: sourceId }, 'merge');
      if (sourceId === targetId) refuse('amas.refusals.merge-self');
      const { question: source, ama } = before;
      const target = Number.isSafeInteger(targetId) ? questions.find(targetId) : undefined;
      if (target?.amaId !== ama.id) refuse('amas.refusals.question-not-found');
      const { number, status } = target;
      if (!takesMerges(status)) refuse('amas.refusals.merge-target', { number, status });
      const moving = askersOf(source);
      const there = askersOf(target);
      const merged = merges.merge(
        { sourceId, targetId },
        { from: source.status, targetStatus: status, at: now },
      );
      const joined = merged ? found(targetId) : target;
      const after = acts.done(before, merged ? found(sourceId) : undefined, {
        call,
        kind: 'merged',
        // Support that counts for both counts once from now on.
        supports: joined.supports - target.supports - source.supports,
        detail: { into: number },
      });
      // It has its answer already: those who were not there when it was given hear of it now.
      if (status === 'answered')
        acts.tell(moving, 'answered', now, new Set(there.map(({ askerId }) => askerId)));
      return { source: after, target: joined };
    },
  };
}
