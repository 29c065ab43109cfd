import { cleanLines, cutGraphemes, plainLine } from '../../shared/text.ts';
import type { AmaQueue } from './ama-queue.ts';
import { type Ama, amaLimits } from './model.ts';
import type { AmaService } from './ports.ts';
import type { QuestionActs } from './question-acts.ts';
import type { QuestionChangeRepository } from './question-change-repository.ts';
import type { QuestionRepository } from './question-repository.ts';
import { cleanRequired, refuse } from './rules.ts';

export interface RunServiceParts {
  questions: QuestionRepository;
  changes: QuestionChangeRepository;
  queue: AmaQueue;
  acts: QuestionActs;
}

type Running = 'tag' | 'putOnAir' | 'takeOffAir' | 'skip' | 'park' | 'prepare' | 'answer';

/** Running the show: for the host, guests and staff. */
export function createRunService(parts: RunServiceParts): Pick<AmaService, Running> {
  const { questions, changes, queue, acts } = parts;

  const checkAirIsFree = ({ onAirId }: Ama): void => {
    const other = onAirId === undefined ? undefined : questions.find(onAirId);
    if (other) refuse('amas.refusals.somebody-on-air', { number: other.number });
  };

  return {
    tag(call) {
      const before = acts.toTouch(call, 'tag');
      const { id, status: from, tag: had } = before.question;
      const tag = cutGraphemes(plainLine(call.tag), amaLimits.tag);
      if (tag === (had ?? '')) return before.question;
      const after = changes.tag({ id, from, tag: tag === '' ? null : tag });
      return acts.done(before, after, { call, kind: 'tagged', detail: { tag } });
    },

    putOnAir(call) {
      const before = acts.toMove(call, 'put-on-air');
      const { id, status: from } = before.question;
      if (!isRunning(before.ama, call.now)) refuse('amas.refusals.not-live');
      checkAirIsFree(before.ama);
      const after = changes.move({ id, from, to: 'on-air', at: call.now });
      return acts.done(before, after, { call, kind: 'on-air' });
    },

    takeOffAir(call) {
      const before = acts.toMove(call, 'take-off-air');
      const { id, status: from } = before.question;
      const after = changes.move({ id, from, to: 'approved', at: call.now });
      return acts.done(before, after, { call, kind: 'off-air' });
    },

    skip(call) {
      const before = acts.toTouch(call, 'skip');
      const { id, status: from } = before.question;
      return acts.done(before, changes.skip({ id, from }), { call, kind: 'skipped' });
    },

    park(call) {
      const before = acts.toMove(call, 'park');
      const { id, status: from } = before.question;
      const after = acts.done(before, changes.move({ id, from, to: 'parked', at: call.now }), {
        call,
        kind: 'parked',
      });
      acts.tellAskers(after, 'parked', call.now);
      return after;
    },

    prepare(call) {
      const before = acts.toTouch(call, 'prepare');
      const { id, status: from } = before.question;
      const text = cleanLines(call.text, amaLimits.answer);
      const kept = text === '' ? { text: null, by: null } : { text, by: call.actor.userId };
      const after = changes.prepare({ id, from, ...kept });
      // It stays between those who run it until its moment comes: the trail says nothing of it.
      return acts.shownAnew(before, after, call.now);
    },

    answer(call) {
      const before = acts.toMove(call, 'answer');
      const { id, amaId, status: from, prepared } = before.question;
      const { kind, now } = call;
      const text =
        kind === 'voice'
          ? cleanLines(call.text ?? '', amaLimits.answer)
          : cleanRequired(call.text ?? prepared?.text, amaLimits.answer, 'amas.refusals.answer-missing');
      const given = changes.answer({ id, from, at: now, kind, text, by: call.actor.userId });
      const after = acts.done(before, given, { call, kind: 'answered', detail: { how: kind } });
      queue.answer({ amaId, questionId: id }, now);
      acts.tellAskers(after, 'answered', now);
      return after;
    },
  };
}

/** By the clock, whether or not the job for the start has run. In the grace the last ones are still taken up. */
function isRunning({ status, startAt }: Ama, now: number): boolean {
  return status === 'live' || status === 'closing' || (status === 'scheduled' && now >= startAt);
}
