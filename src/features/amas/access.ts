import type { AmaRepository } from './ama-repository.ts';
import type { StoredAma } from './ama-row.ts';
import type { Ama, Question } from './model.ts';
import type { AmaCall, AmaPolicy, Rights } from './ports.ts';
import type { QuestionRepository } from './question-repository.ts';
import { refuse } from './rules.ts';

export interface AccessParts {
  amas: AmaRepository;
  questions: QuestionRepository;
  policy: AmaPolicy;
}

type Caller = Pick<AmaCall, 'guildId' | 'actor'>;
type OfAma = Caller & { amaId: number };
type OfQuestion = Caller & { questionId: number };

/** A question together with its AMA. */
export interface StoredQuestion extends StoredAma {
  question: Question;
}

export type Access = ReturnType<typeof createAccess>;

/**
 * Who may come near what. Ids come from outside: whatever belongs to another server is not found, and rights are read
 * anew each time.
 */
export function createAccess({ amas, questions, policy }: AccessParts) {
  const rightsIn = (ama: Ama, { guildId, actor }: Caller): Rights => {
    const moderate = policy.mayManage(guildId, actor) || ama.hostId === actor.userId;
    return {
      moderate,
      run: moderate || ama.guestIds.includes(actor.userId),
      reveal: policy.mayReveal(guildId, actor),
    };
  };

  const load = ({ guildId, amaId }: Pick<OfAma, 'guildId' | 'amaId'>): StoredAma => {
    const stored = Number.isSafeInteger(amaId) ? amas.find(amaId) : undefined;
    return stored?.ama.guildId === guildId ? stored : refuse('amas.refusals.not-found');
  };
  const loadQuestion = ({
    guildId,
    questionId,
  }: Pick<OfQuestion, 'guildId' | 'questionId'>): StoredQuestion => {
    const question = Number.isSafeInteger(questionId) ? questions.find(questionId) : undefined;
    if (question?.guildId !== guildId) refuse('amas.refusals.question-not-found');
    return { ...load({ guildId, amaId: question.amaId }), question };
  };

  const checkRun = (ama: Ama, caller: Caller): void => {
    if (!rightsIn(ama, caller).run) refuse('amas.refusals.may-not-run');
  };
  const checkModerate = (ama: Ama, caller: Caller): void => {
    if (!rightsIn(ama, caller).moderate) refuse('amas.refusals.may-not-moderate');
  };

  return {
    rightsIn,
    load,
    loadQuestion,
    /** For its host, its guests and staff. */
    loadToRun(call: OfAma): StoredAma {
      const stored = load(call);
      checkRun(stored.ama, call);
      return stored;
    },
    /** For its host and staff. */
    loadToModerate(call: OfAma): StoredAma {
      const stored = load(call);
      checkModerate(stored.ama, call);
      return stored;
    },
    questionToRun(call: OfQuestion): StoredQuestion {
      const stored = loadQuestion(call);
      checkRun(stored.ama, call);
      return stored;
    },
    questionToModerate(call: OfQuestion): StoredQuestion {
      const stored = loadQuestion(call);
      checkModerate(stored.ama, call);
      return stored;
    },
  };
}
