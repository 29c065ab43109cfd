import type { Ama, Question } from './model.ts';
import type { PanelState } from './ports.ts';
import type { QuestionRepository } from './question-repository.ts';
import { ranked } from './ranking.ts';
import type { ResultRepository } from './result-repository.ts';

/** So many stand on the panel and in the queue. */
export const SHOWN = 5;

/** Ids of those that are up next, best first: all are ranked by little, and only those shown are read whole. */
export function nextIds(results: ResultRepository, amaId: number): number[] {
  return ranked(results.candidates(amaId), results.answeredAskers(amaId)).map(({ id }) => id);
}

/** What the panel shows. */
export function panelOf(
  { questions, results }: { questions: QuestionRepository; results: ResultRepository },
  ama: Ama,
): PanelState {
  const onAir: Question | undefined = ama.onAirId === undefined ? undefined : questions.find(ama.onAirId);
  const next = results.inOrder(nextIds(results, ama.id).slice(0, SHOWN));
  return { ama, onAir, next, counts: results.counts(ama.id) };
}
