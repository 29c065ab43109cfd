import { folded } from '../../shared/text.ts';
import type { Question } from './model.ts';
import type { Transcript } from './ports.ts';

/**
 * Answered questions by topic, each topic where its first answer was given; those without one last. Tags that differ in
 * case only are one, called as it was called first.
 */
export function topicsOf(answered: readonly Question[]): Transcript['topics'] {
  const topics = new Map<string, { tag: string | undefined; questions: Question[] }>();
  for (const question of answered.toSorted((a, b) => answeredAt(a) - answeredAt(b) || a.number - b.number)) {
    const key = question.tag === undefined ? '' : folded(question.tag);
    const topic = topics.get(key) ?? { tag: question.tag, questions: [] };
    topic.questions.push(question);
    topics.set(key, topic);
  }
  const all = [...topics.values()];
  return [...all.filter(({ tag }) => tag !== undefined), ...all.filter(({ tag }) => tag === undefined)];
}

function answeredAt({ answer, statusAt }: Question): number {
  return answer?.at ?? statusAt;
}
