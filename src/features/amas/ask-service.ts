import { type OnAct, unheard } from '../../shared/act.ts';
import { checkImages } from '../../shared/images.ts';
import type { Access, StoredQuestion } from './access.ts';
import type { AmaQueue } from './ama-queue.ts';
import type { AmaRepository } from './ama-repository.ts';
import type { StoredAma } from './ama-row.ts';
import type { ImageRepository } from './image-repository.ts';
import type { MergeRepository } from './merge-repository.ts';
import { amaLimits } from './model.ts';
import { type AmaCall, type AmaService, GRACE_MS, type ImageFile } from './ports.ts';
import type { AskerStanding, QuestionRepository } from './question-repository.ts';
import { checkMayAskAnother, checkTakesQuestions, cleanRequired, refuse, refuseImage } from './rules.ts';
import { movedTo } from './transitions.ts';

export interface AskServiceParts {
  amas: AmaRepository;
  questions: QuestionRepository;
  images: ImageRepository;
  merges: MergeRepository;
  queue: AmaQueue;
  access: Access;
  onAct?: OnAct;
}

type Asking = 'mayAsk' | 'ask' | 'withdraw' | 'setNotify' | 'images';

/**
 * Asking. A question runs six statements (the replay, the AMA, what the asker holds, the number with the counters, the
 * row, the row again), whatever the number of questions; a seventh queues the refresh after a quiet time, and one comes
 * with each picture.
 */
export function createAskService(parts: AskServiceParts): Pick<AmaService, Asking> {
  const { amas, questions, images, merges, queue, access, onAct = unheard } = parts;

  const checkAsker = (
    { ama }: StoredAma,
    { guildId, actor, now }: AmaCall,
    begins: boolean,
  ): AskerStanding => {
    checkTakesQuestions(ama, now, GRACE_MS, begins);
    const standing = questions.standing(guildId, ama.id, actor.userId);
    if (standing.blocked) refuse('amas.refusals.blocked');
    checkMayAskAnother(ama, standing);
    return standing;
  };

  const loadOwn = (call: AmaCall & { questionId: number }): StoredQuestion => {
    const stored = access.loadQuestion(call);
    return stored.question.askerId === call.actor.userId ? stored : refuse('amas.refusals.not-yours');
  };

  return {
    mayAsk(call) {
      const stored = access.load(call);
      checkAsker(stored, call, true);
      return stored.ama;
    },

    ask(call) {
      const { amaId, guildId, interactionId, actor, anonymous, now } = call;
      const known = questions.findByInteraction(interactionId);
      if (known) {
        const own = known.guildId === guildId && known.amaId === amaId && known.askerId === actor.userId;
        return own ? { question: known, first: false } : refuse('amas.refusals.question-not-found');
      }
      const stored = access.load(call);
      const { ama } = stored;
      const { firstTimer } = checkAsker(stored, call, false);
      const text = cleanRequired(call.text, amaLimits.question, 'amas.refusals.question-missing');
      if (anonymous && !ama.anonymous) refuse('amas.refusals.no-anonymous');
      if (call.images.length > 0 && !ama.attachments) refuse('amas.refusals.no-attachments');
      const pictures = checkedImages(call.images);
      const waits = ama.queue === 'review';
      const number = amas.nextNumber(amaId, waits);
      const id = questions.add({
        amaId,
        guildId,
        number,
        askerId: actor.userId,
        anonymous,
        text,
        status: waits ? 'pending' : 'approved',
        askedAt: now,
        firstTimer,
        images: pictures.length,
        interactionId,
      });
      images.add(id, pictures);
      onAct({ guildId, userId: actor.userId, kind: 'questions', at: now });
      queue.refresh(stored, now);
      const question = questions.find(id);
      return question ? { question, first: true } : refuse('amas.refusals.question-not-found');
    },

    withdraw(call) {
      const stored = loadOwn(call);
      const { question, ama } = stored;
      const { id, status: from, supports, mergedInto } = question;
      if (from === 'withdrawn') return question;
      const target = mergedInto === undefined ? undefined : questions.find(mergedInto);
      // What is answered together is answered: there is nothing left to take back.
      const stands = target?.status ?? from;
      if (movedTo('withdraw', stands) === undefined || !questions.withdraw(id, from, call.now)) {
        refuse('amas.refusals.wrong-status', { from: stands, to: 'withdrawn' });
      }
      images.drop(id);
      if (target) {
        merges.recount(target.id);
        amas.move(ama.id, { questions: -1 });
        queue.refresh(stored, call.now);
        return access.loadQuestion(call).question;
      }
      // Others may have asked the same: their question goes on, and is looked at as any other.
      const to = ama.queue === 'review' ? 'pending' : 'approved';
      const heir = merges.passOn(id, { to, at: call.now });
      amas.move(ama.id, {
        questions: -1,
        supports: (heir?.supports ?? 0) - supports,
        waiting: (from === 'pending' ? -1 : 0) + (heir && to === 'pending' ? 1 : 0),
      });
      queue.refresh(stored, call.now);
      return access.loadQuestion(call).question;
    },

    setNotify(call) {
      const { question } = loadOwn(call);
      questions.saveNotify(question.id, call.on);
      return { ...question, notify: call.on };
    },

    images: (questionId) => images.of(questionId),
  };
}

function checkedImages(files: readonly ImageFile[]): ImageFile[] {
  const { images: most, imageBytes } = amaLimits;
  return checkImages(files, { most, bytes: imageBytes, prefix: 'question' }, refuseImage);
}
