import type { AmaQueue } from './ama-queue.ts';
import { type AmaRepository, amaPlaces } from './ama-repository.ts';
import type { StoredAma } from './ama-row.ts';
import type { EventRepository } from './event-repository.ts';
import type { AmaPlaces, AmaService } from './ports.ts';
import type { QuestionRepository } from './question-repository.ts';

export interface PlaceServiceParts {
  amas: AmaRepository;
  questions: QuestionRepository;
  events: EventRepository;
  queue: AmaQueue;
}

const inAudienceChannel = [
  'messageId',
  'threadId',
  'askMessageId',
  'airMessageId',
  'transcriptMessageId',
] as const;
/** A thread has the id of the message that it was started from: who deletes one has not deleted the other. */
const messagePlaces = amaPlaces.filter((place) => place !== 'eventId' && place !== 'threadId');
const inStaffChannel = ['panelMessageId', 'queueMessageId', 'parkedMessageId'] as const;
/** What the trail tells and staff hears of; the others are put back without a word. */
const notable = new Set<keyof AmaPlaces>(['messageId', 'threadId', 'transcriptMessageId']);

/** What happens to AMAs when the things that they stand on are deleted: nothing of them is lost. */
export function createPlaceService(parts: PlaceServiceParts): Pick<AmaService, 'forgetPlace'> {
  const { amas, questions, events, queue } = parts;

  const note = (amaId: number, what: string, now: number): void => {
    const eventId = events.add({ amaId, at: now, kind: 'lost', detail: { what } });
    queue.staffNote({ amaId, eventId }, now);
  };

  const goesOn = ({ ama: { status } }: StoredAma): boolean => status !== 'closed' && status !== 'cancelled';

  /** What was cleared comes back where it is still needed. */
  const restore = (stored: StoredAma, lost: readonly (keyof AmaPlaces)[], now: number): void => {
    const { id, status } = stored.ama;
    if (status === 'closed' && lost.includes('parkedMessageId')) queue.put('parked', id, now);
    if (!goesOn(stored) && lost.includes('threadId')) {
      // The announcement leads nowhere any more.
      amas.move(id);
      queue.refresh(stored, now);
    }
    // The Ask button comes back when conversation has buried the announcement.
    const needed = lost.some((place) => place !== 'askMessageId' && place !== 'transcriptMessageId');
    if (!goesOn(stored) || !needed) return;
    amas.move(id);
    queue.put('places', id, now);
    queue.refresh(stored, now);
  };

  const forget = (stored: StoredAma, lost: readonly (keyof AmaPlaces)[]): void =>
    amas.savePlaces(stored.ama.id, Object.fromEntries(lost.map((place) => [place, undefined])));

  const forgetThing = (id: string, places: readonly (keyof AmaPlaces)[], now: number): void => {
    for (const stored of amas.findByPlace(id)) {
      const { ama } = stored;
      const lost = places.filter((place) => ama[place] === id);
      if (lost.length === 0) continue;
      forget(stored, lost);
      // They stood there: nothing leads to them by way of the next thread.
      if (lost.includes('threadId')) questions.forgetAnswers(ama.id);
      for (const place of lost) {
        if (notable.has(place)) note(ama.id, place.replace(/(?:Message)?Id$/u, ''), now);
      }
      restore(stored, lost, now);
    }
  };

  const forgetAnswer = (messageId: string, now: number): void => {
    const question = questions.findByAnswer(messageId);
    if (!question) return;
    const { id: questionId, amaId, number } = question;
    questions.forgetAnswer(questionId);
    // Whoever deleted it may have meant to: it is written down, and not posted again.
    events.add({ amaId, questionId, at: now, kind: 'lost', detail: { what: 'answer', number } });
  };

  const forgetChannel = (channelId: string, now: number): void => {
    for (const stored of amas.findByChannel(channelId)) {
      const { ama } = stored;
      const audience = ama.channelId === channelId;
      forget(stored, audience ? inAudienceChannel : []);
      forget(stored, ama.staffChannelId === channelId ? inStaffChannel : []);
      // Somebody has to say where it goes on: nothing can be posted there any more.
      if (goesOn(stored)) note(ama.id, audience ? 'channel' : 'staff-channel', now);
    }
  };

  return {
    forgetPlace({ messageId, channelId, now }) {
      if (messageId !== undefined) {
        forgetThing(messageId, messagePlaces, now);
        forgetAnswer(messageId, now);
      }
      if (channelId !== undefined) {
        forgetThing(channelId, ['threadId'], now);
        forgetChannel(channelId, now);
      }
    },
  };
}
