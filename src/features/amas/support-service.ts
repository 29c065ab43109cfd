import { isSecondOfDouble } from '../../discord/snowflake.ts';
import { type OnAct, unheard } from '../../shared/act.ts';
import { isReplay } from '../../shared/replay.ts';
import type { Access } from './access.ts';
import type { AmaQueue } from './ama-queue.ts';
import type { AmaRepository } from './ama-repository.ts';
import type { AmaService } from './ports.ts';
import type { QuestionRepository } from './question-repository.ts';
import { refuse, takesSupport } from './rules.ts';
import type { SupportRepository } from './support-repository.ts';

export interface SupportServiceParts {
  amas: AmaRepository;
  questions: QuestionRepository;
  support: SupportRepository;
  queue: AmaQueue;
  access: Access;
  onAct?: OnAct;
}

/**
 * Support of questions. A press runs six statements (the question, its AMA, what this person holds, theirs anew, two
 * counters), whatever the number of supporters; a seventh queues the refresh after a quiet time.
 */
export function createSupportService(parts: SupportServiceParts): Pick<AmaService, 'toggleSupport'> {
  const { amas, questions, support, queue, access, onAct = unheard } = parts;

  return {
    toggleSupport(call) {
      const { interactionId, actor, now } = call;
      const { userId } = actor;
      const { question, ...stored } = access.loadQuestion(call);
      const { id, askerId } = question;
      const { ama } = stored;
      const before = support.standing(id, userId);
      const same = { question, supporting: before.supporting, changed: false };
      if (before.interactionId !== undefined && isSamePress(interactionId, before.interactionId)) return same;
      if (!takesSupport(ama, question, now)) {
        const hidden = question.status === 'pending' && askerId !== userId;
        refuse(hidden ? 'amas.refusals.question-not-found' : 'amas.refusals.not-open-to-support');
      }
      if (askerId === userId || before.alsoAsked) refuse('amas.refusals.own-question');
      const supporting = !before.supporting;
      const by = supporting ? 1 : -1;
      support.save({ questionId: id, userId, interactionId, now }, supporting);
      if (supporting && before.interactionId === undefined) {
        onAct({ guildId: ama.guildId, userId, kind: 'supports', at: now });
      }
      questions.moveSupports(id, by);
      amas.move(ama.id, { supports: by });
      queue.refresh(stored, now);
      return { question: { ...question, supports: question.supports + by }, supporting, changed: true };
    },
  };
}

/** A replay, or the second press of an impatient finger. */
function isSamePress(id: string, last: string): boolean {
  return isReplay(id, last) || isSecondOfDouble(id, last);
}
