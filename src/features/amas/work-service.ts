import type { AmaQueue } from './ama-queue.ts';
import type { AmaRepository } from './ama-repository.ts';
import { panelOf, SHOWN } from './board.ts';
import { createDueService, type DueServiceParts } from './due-service.ts';
import type { EventRepository } from './event-repository.ts';
import type { AmaWork } from './ports.ts';
import type { QuestionChangeRepository } from './question-change-repository.ts';
import type { QuestionRepository } from './question-repository.ts';
import type { ReminderRepository } from './reminder-repository.ts';
import type { ResultRepository } from './result-repository.ts';

export interface WorkServiceParts extends DueServiceParts {
  amas: AmaRepository;
  questions: QuestionRepository;
  changes: QuestionChangeRepository;
  results: ResultRepository;
  reminders: ReminderRepository;
  events: EventRepository;
  queue: AmaQueue;
}

/** The use cases behind the jobs. */
export function createWorkService(parts: WorkServiceParts): AmaWork {
  const { reminders, events } = parts;
  return {
    ...createDueService(parts),
    ...showing(parts),
    ...placing(parts),
    ...answering(parts),
    toRemind: (amaId, limit) => reminders.due(amaId, limit),
    reminded: (amaId, userId) => reminders.markSent(amaId, userId),
    event: (eventId) => events.find(eventId),
  };
}

type Answering = 'question' | 'answerPosted';

function answering({ amas, changes, questions, queue }: WorkServiceParts): Pick<AmaWork, Answering> {
  return {
    question: (questionId) => questions.find(questionId),
    answerPosted(questionId, messageId, now) {
      changes.saveAnswerPlace(questionId, messageId);
      const ama = amas.find(questions.find(questionId)?.amaId ?? 0)?.ama;
      if (ama?.status === 'closed') queue.put('transcriptAgain', ama.id, now);
    },
  };
}

type Showing =
  | 'find'
  | 'panel'
  | 'queue'
  | 'parked'
  | 'progress'
  | 'settleRefresh'
  | 'askingIn'
  | 'ofTeam'
  | 'ofTeamsIn';

function showing({ amas, questions, results }: WorkServiceParts): Pick<AmaWork, Showing> {
  const find = (amaId: number) => amas.find(amaId)?.ama;

  return {
    find,
    panel(amaId) {
      const ama = find(amaId);
      return ama && panelOf({ questions, results }, ama);
    },
    queue(amaId) {
      const ama = find(amaId);
      if (!ama) return undefined;
      const pending = results.oldest(amaId, 'pending', { limit: SHOWN, offset: 0 });
      return { ama, pending, waiting: ama.waiting };
    },
    parked: (amaId) => questions.ofStatus(amaId, ['parked']),
    progress(amaId) {
      const stored = amas.find(amaId);
      if (!stored) return undefined;
      const { status } = stored.ama;
      return { version: stored.version, open: status !== 'closed' && status !== 'cancelled' };
    },
    settleRefresh: (amaId, version) => amas.settleRefresh(amaId, version),
    ofTeam: (channelId) =>
      amas
        .findByChannel(channelId)
        .map(({ ama }) => ama)
        .filter(({ staffChannelId }) => staffChannelId === channelId),
    ofTeamsIn: (guildId) => amas.waitingIn(guildId).map(({ ama }) => ama),
    askingIn: (channelId) => (amas.isAsking(channelId) ? amas.asking(channelId).map(({ ama }) => ama) : []),
  };
}

function placing({ amas, questions, queue }: WorkServiceParts): Pick<AmaWork, 'placed'> {
  return {
    placed(amaId, place, now) {
      const stored = amas.find(amaId);
      if (!stored) return;
      amas.savePlaces(amaId, place);
      // The announcement leads to the thread; all other places are shown nowhere.
      if (!('threadId' in place)) return;
      // What was said elsewhere does not stand in this one.
      if (place.threadId !== stored.ama.threadId) questions.forgetAnswers(amaId);
      amas.move(amaId);
      queue.refresh(stored, now);
    },
  };
}
