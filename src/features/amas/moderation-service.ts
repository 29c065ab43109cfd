import { cleanLines } from '../../shared/text.ts';
import type { Access } from './access.ts';
import type { AmaQueue } from './ama-queue.ts';
import type { BlockRepository } from './block-repository.ts';
import type { EventRepository } from './event-repository.ts';
import { amaLimits, declineReasons } from './model.ts';
import type { AmaCall, AmaPolicy, AmaService } from './ports.ts';
import type { QuestionActs } from './question-acts.ts';
import type { QuestionChangeRepository } from './question-change-repository.ts';
import { cleanRequired, refuse } from './rules.ts';

export interface ModerationServiceParts {
  events: EventRepository;
  changes: QuestionChangeRepository;
  blocks: BlockRepository;
  queue: AmaQueue;
  policy: AmaPolicy;
  access: Access;
  acts: QuestionActs;
}

type Moderating =
  | 'approve'
  | 'decline'
  | 'editQuestion'
  | 'blockAsker'
  | 'unblockAsker'
  | 'isAskerBlocked'
  | 'revealAsker'
  | 'trail';

/** So many entries of a trail are read; nobody reads on. */
const TRAIL_LENGTH = 200;

/** What the host and staff do about questions, without having to know whose they are. */
export function createModerationService(parts: ModerationServiceParts): Pick<AmaService, Moderating> {
  const { events, changes, blocks, queue, policy, access, acts } = parts;

  /** Of the question only, never of who asked it. */
  const note = (
    { questionId, actor, now }: AmaCall & { questionId: number },
    { amaId, number }: { amaId: number; number: number },
    kind: 'asker-blocked' | 'asker-unblocked' | 'asker-revealed',
  ): number => events.add({ amaId, questionId, at: now, kind, actorId: actor.userId, detail: { number } });

  return {
    approve(call) {
      const before = acts.toMove(call, 'approve');
      const { id, status: from } = before.question;
      const after = changes.move({ id, from, to: 'approved', at: call.now });
      return acts.done(before, after, { call, kind: 'approved' });
    },

    decline(call) {
      const before = acts.toMove(call, 'decline');
      const { id, status: from } = before.question;
      const { reason, now } = call;
      if (!declineReasons.includes(reason)) refuse('amas.refusals.reason-missing');
      const words = cleanLines(call.words, amaLimits.reason);
      const declined = changes.decline({ id, from, at: now, reason, words });
      const after = acts.done(before, declined, { call, kind: 'declined', detail: { reason } });
      acts.tellAskers(after, 'declined', now);
      return after;
    },

    editQuestion(call) {
      const before = acts.toTouch(call, 'edit');
      const { id, status: from } = before.question;
      const text = cleanRequired(call.text, amaLimits.question, 'amas.refusals.question-missing');
      if (text === before.question.text) return before.question;
      return acts.done(before, changes.edit({ id, from, text }), { call, kind: 'question-edited' });
    },

    blockAsker(call) {
      const { questionId, actor, now } = call;
      const { question } = access.questionToModerate(call);
      if (blocks.block({ questionId, by: actor.userId, at: now })) note(call, question, 'asker-blocked');
    },

    unblockAsker(call) {
      const { question } = access.questionToModerate(call);
      if (blocks.unblock(question.id)) note(call, question, 'asker-unblocked');
    },

    isAskerBlocked: (call) => blocks.isBlocked(access.questionToModerate(call).question.id),

    revealAsker(call) {
      if (!policy.mayReveal(call.guildId, call.actor)) refuse('amas.refusals.may-not-reveal');
      const { question } = access.loadQuestion(call);
      const eventId = note(call, question, 'asker-revealed');
      queue.staffNote({ amaId: question.amaId, eventId }, call.now);
      return question.askerId;
    },

    trail: (call) => events.newest(access.loadToModerate(call).ama.id, TRAIL_LENGTH),
  };
}
