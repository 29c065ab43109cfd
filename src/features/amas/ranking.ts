import type { Question } from './model.ts';

/** What the next question is chosen by. */
export type Candidate = Pick<
  Question,
  'id' | 'number' | 'askerId' | 'supports' | 'alsoAsked' | 'skips' | 'firstTimer'
>;

/** Whoever has no answer in this AMA yet weighs so much more; whoever never asked before, so much more again. */
export const fairness = { unanswered: 2, firstTimer: 1.5 } as const;

/**
 * How much an answer to it would matter: everybody who wants to know it, its asker included, weighed by fairness and
 * shared by how often it was passed over. `answered`: those who have an answer in this AMA.
 */
export function weightOf(
  { askerId, supports, alsoAsked, skips, firstTimer }: Omit<Candidate, 'id' | 'number'>,
  answered: ReadonlySet<string>,
): number {
  const wanted = 1 + supports + alsoAsked;
  const fair = (answered.has(askerId) ? 1 : fairness.unanswered) * (firstTimer ? fairness.firstTimer : 1);
  return (wanted * fair) / (1 + skips);
}

/**
 * The next questions, best first; of equals the older one. Does not change what it is given. Thousands of questions
 * have few weights between them, so these are sorted and not the questions.
 */
export function ranked<T extends Candidate>(candidates: readonly T[], answered: ReadonlySet<string>): T[] {
  const byWeight = new Map<number, T[]>();
  for (const candidate of candidates) {
    const weight = weightOf(candidate, answered);
    const equals = byWeight.get(weight);
    if (equals) equals.push(candidate);
    else byWeight.set(weight, [candidate]);
  }
  return [...byWeight]
    .sort(([a], [b]) => b - a)
    .flatMap(([, equals]) => equals.sort((a, b) => a.number - b.number));
}
