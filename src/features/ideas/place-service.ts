import type { CaseRepository } from './case-repository.ts';
import type { DraftRepository } from './draft-repository.ts';
import type { EventRepository } from './event-repository.ts';
import type { IdeaQueue } from './idea-queue.ts';
import type { IdeaRepository } from './idea-repository.ts';
import type { Idea } from './model.ts';
import type { IdeaService } from './ports.ts';
import { isPublic, openStatuses } from './rules.ts';
import type { ShowcaseRepository } from './showcase-repository.ts';

export interface PlaceServiceParts {
  ideas: IdeaRepository;
  cases: CaseRepository;
  drafts: DraftRepository;
  events: EventRepository;
  showcase: ShowcaseRepository;
  queue: IdeaQueue;
}

/** What happens to ideas when the things that they stand on are deleted: nothing that is open is lost. */
export function createPlaceService(parts: PlaceServiceParts): Pick<IdeaService, 'forgetPlace'> {
  const { ideas, cases, drafts, events, showcase, queue } = parts;

  const lose = (idea: Idea, now: number): void => {
    const { id } = idea;
    ideas.savePlace(id, undefined);
    if (idea.imageNames.length > 0 && drafts.images(id).length === 0) ideas.dropImageNames(id);
    const eventId = events.add({ ideaId: id, at: now, kind: 'lost' });
    // A withdrawn one was most likely deleted on purpose.
    if (isPublic(idea)) queue.staffNote({ ideaId: id, what: 'lost', eventId }, now);
    if (openStatuses.includes(idea.status)) queue.post(id, now);
  };

  const forgetMessage = (messageId: string, now: number): void => {
    const stored = ideas.findByMessage(messageId);
    if (stored) lose(stored.idea, now);
    const review = cases.findByMessage(messageId);
    if (review) {
      cases.savePlace(review.id, undefined);
      if (review.closedAt === undefined) queue.caseCard({ caseId: review.id, ideaId: review.ideaId }, now);
    }
    const guildId = showcase.boardOf(messageId);
    if (guildId !== undefined) {
      showcase.saveBoard(guildId, undefined);
      queue.board(guildId, now);
    }
    const shipped = showcase.forgetLedgerPost(messageId);
    if (shipped !== undefined) queue.ledger(shipped, now);
  };

  const forgetChannel = (channelId: string, now: number): void => {
    for (const { idea } of ideas.findByChannel(channelId)) lose(idea, now);
    // Only the thread beside a card: the card goes on without it.
    const thread = ideas.findByThread(channelId)?.idea;
    if (thread?.channelId !== undefined && thread.messageId !== undefined) {
      const { channelId: home, messageId } = thread;
      ideas.savePlace(thread.id, { channelId: home, messageId, threadId: undefined });
    }
  };

  return {
    forgetPlace({ messageId, channelId, now }) {
      if (messageId !== undefined) forgetMessage(messageId, now);
      if (channelId !== undefined) forgetChannel(channelId, now);
    },
  };
}
