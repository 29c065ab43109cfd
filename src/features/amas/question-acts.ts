import type { Access, StoredQuestion } from './access.ts';
import type { AmaQueue, NotifyKind } from './ama-queue.ts';
import type { AmaRepository } from './ama-repository.ts';
import type { EventRepository } from './event-repository.ts';
import type { AmaEventKind, Question } from './model.ts';
import type { AmaCall } from './ports.ts';
import type { QuestionRepository } from './question-repository.ts';
import { refuse } from './rules.ts';
import { aimOf, mayTouch, movedTo, needsFor, type QuestionMove, type QuestionTouch } from './transitions.ts';

export interface QuestionActsParts {
  amas: AmaRepository;
  questions: QuestionRepository;
  events: EventRepository;
  queue: AmaQueue;
  access: Access;
}

type OfQuestion = AmaCall & { questionId: number };

export type QuestionActs = ReturnType<typeof createQuestionActs>;

/** What every act on a question begins and ends with. Writes. */
export function createQuestionActs({ amas, questions, events, queue, access }: QuestionActsParts) {
  const load = (call: OfQuestion, what: QuestionMove | QuestionTouch): StoredQuestion => {
    const right = needsFor(what);
    const stored = right === 'run' ? access.questionToRun(call) : access.questionToModerate(call);
    // What was asked stays readable after that, so it can still be taken out of sight or reworded.
    const readable = what === 'decline' || what === 'edit';
    if (stored.ama.status === 'cancelled' && !readable) refuse('amas.refusals.cancelled');
    return stored;
  };

  /** Somebody else was quicker: they are told what stands there now. */
  const tooLate = ({ question: { id, status } }: StoredQuestion): never => {
    const now = questions.find(id)?.status ?? status;
    return refuse('amas.refusals.wrong-status', { from: now, to: now });
  };

  /** Each asker of these once; not those in `except`, who know already. */
  const tell = (
    asked: readonly Question[],
    what: NotifyKind,
    now: number,
    except: ReadonlySet<string> = new Set(),
  ): void => {
    const told = new Set(except);
    for (const { id: questionId, askerId, notify } of asked) {
      if (!notify || told.has(askerId)) continue;
      told.add(askerId);
      queue.notify({ questionId, what }, now);
    }
  };

  return {
    /** The question for whoever may do that to it, if it stands where that is possible. */
    toMove(call: OfQuestion, move: QuestionMove): StoredQuestion {
      const stored = load(call, move);
      const { status: from } = stored.question;
      if (movedTo(move, from) === undefined) {
        refuse('amas.refusals.wrong-status', { from, to: aimOf(move) });
      }
      return stored;
    },
    toTouch(call: OfQuestion, touch: QuestionTouch): StoredQuestion {
      const stored = load(call, touch);
      const { status: from } = stored.question;
      if (!mayTouch(touch, from)) refuse('amas.refusals.wrong-status', { from, to: from });
      return stored;
    },

    /** Writes the trail, moves the counters and has everything shown anew. `before`: as it was loaded. */
    done(
      before: StoredQuestion,
      after: Question | undefined,
      act: { call: AmaCall; kind: AmaEventKind; supports?: number; detail?: Record<string, string | number> },
    ): Question {
      const { question, ama } = before;
      const { id: questionId, number, status: from } = question;
      if (!after) return tooLate(before);
      const { call, kind, supports = 0, detail = {} } = act;
      const { now, actor } = call;
      const leaves = from === 'pending' && after.status !== 'pending';
      amas.move(ama.id, { waiting: leaves ? -1 : 0, supports });
      events.add({
        amaId: ama.id,
        questionId,
        at: now,
        kind,
        actorId: actor.userId,
        detail: { number, ...detail },
      });
      queue.refresh(before, now);
      if (ama.status === 'closed') {
        queue.put('parked', ama.id, now);
        // Of an answer the transcript says where it stands: once it does.
        if (kind !== 'answered') queue.put('transcriptAgain', ama.id, now);
      }
      return after;
    },

    /** It is shown anew to those who run it; nobody else has to know. */
    shownAnew(before: StoredQuestion, after: Question | undefined, now: number): Question {
      if (!after) return tooLate(before);
      amas.move(before.ama.id);
      queue.refresh(before, now);
      return after;
    },

    /** Everybody who asked it, or the same in other words, hears of it. */
    tellAskers(question: Question, what: NotifyKind, now: number): void {
      tell([question, ...questions.mergedInto(question.id)], what, now);
    },
    tell,
  };
}
