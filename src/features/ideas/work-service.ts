import type { CaseRepository } from './case-repository.ts';
import type { DraftRepository } from './draft-repository.ts';
import type { EventRepository } from './event-repository.ts';
import type { IdeaQueue } from './idea-queue.ts';
import type { IdeaRepository } from './idea-repository.ts';
import type { Lifecycle } from './lifecycle.ts';
import type { Idea } from './model.ts';
import { DRAFT_MS, type IdeaWork, type Receipt } from './ports.ts';
import type { ShowcaseRepository } from './showcase-repository.ts';
import { summaryOf } from './summary.ts';
import type { SupportRepository } from './support-repository.ts';

export interface WorkServiceParts {
  ideas: IdeaRepository;
  drafts: DraftRepository;
  cases: CaseRepository;
  events: EventRepository;
  support: SupportRepository;
  showcase: ShowcaseRepository;
  queue: IdeaQueue;
  lifecycle: Lifecycle;
}

const CREDITED = 10;

/** The use cases behind the jobs. */
export function createWorkService(parts: WorkServiceParts): IdeaWork {
  return { ...cardWork(parts), ...newsWork(parts), ...caseWork(parts), ...showcaseWork(parts) };
}

type CardWork = 'find' | 'images' | 'posted' | 'expireDue' | 'progress' | 'settleRefresh' | 'purge';

function cardWork({ ideas, drafts, lifecycle }: WorkServiceParts): Pick<IdeaWork, CardWork> {
  return {
    find: (ideaId) => ideas.find(ideaId)?.idea,
    images: (ideaId) => drafts.images(ideaId),
    posted(ideaId, place) {
      ideas.savePlace(ideaId, place);
      drafts.dropImages(ideaId);
    },
    expireDue(ideaId, now) {
      const stored = ideas.find(ideaId);
      const deadline = stored?.idea.deadline;
      if (!stored || deadline === undefined) return { kind: 'nothing' };
      if (now < deadline) return { kind: 'later', at: deadline };
      // It expired at its deadline, however late the job came.
      lifecycle.changeStatus(stored, { cause: 'expired', to: 'expired', now, at: deadline });
      return { kind: 'expired' };
    },
    progress(ideaId) {
      const stored = ideas.find(ideaId);
      if (!stored) return undefined;
      const { status } = stored.idea;
      return { version: stored.version, open: status === 'gathering' || status === 'in-review' };
    },
    settleRefresh: (ideaId, version) => ideas.settleRefresh(ideaId, version),
    purge: (now) => drafts.purge(now - DRAFT_MS),
  };
}

type NewsWork = 'news' | 'event' | 'isIdeaThread' | 'openPosts' | 'told';

function newsWork({ ideas, events, support, showcase }: WorkServiceParts): Pick<IdeaWork, NewsWork> {
  return {
    news(ideaId, limit) {
      const stored = ideas.find(ideaId);
      if (!stored) return undefined;
      const untold = events.after(ideaId, stored.toldEventId);
      if (untold.length === 0) return undefined;
      const followers = support.followers(ideaId, limit);
      const others = support.countFollowers(ideaId) - followers.length;
      return { idea: stored.idea, events: untold, followers, others };
    },
    event: (eventId) => events.find(eventId),
    isIdeaThread: (threadId) => showcase.isThread(threadId),
    openPosts: (guildId) => showcase.openPosts(guildId),
    told: (ideaId, eventId) => ideas.saveTold(ideaId, eventId),
  };
}

function caseWork({
  ideas,
  cases,
  events,
  queue,
}: WorkServiceParts): Pick<IdeaWork, 'casePosted' | 'overdue' | 'escalated'> {
  return {
    casePosted: (caseId, place) => cases.savePlace(caseId, place),
    overdue(caseId, now) {
      const review = cases.find(caseId);
      if (!review || review.closedAt !== undefined || now < review.dueAt) return undefined;
      const idea = ideas.find(review.ideaId)?.idea;
      return idea && { idea, review };
    },
    escalated(caseId, now) {
      const review = cases.find(caseId);
      if (!review || review.closedAt !== undefined) return;
      // Staff is reminded every week; members are told once.
      if (!cases.wasEscalated(caseId)) {
        events.add({ ideaId: review.ideaId, at: now, kind: 'overdue' });
        queue.news(review.ideaId, now);
      }
      cases.escalate(caseId, now);
    },
  };
}

type ShowcaseWork = 'receipt' | 'ledgerPage' | 'ledgerPosted' | 'ledgerPageOf' | 'board' | 'boardPosted';

function showcaseWork({ ideas, support, showcase }: WorkServiceParts): Pick<IdeaWork, ShowcaseWork> {
  const credits = (idea: Idea): Receipt => {
    const authorId = namedAuthor(idea);
    // One more than are named: the author has a line of their own.
    const talked = showcase.commenters(idea.id, CREDITED + 1);
    return {
      idea,
      authorId,
      suggestedBy: idea.anonymous ? undefined : idea.suggestedBy,
      early: support.early(idea.id, CREDITED),
      supporters: idea.supporters,
      commenters: talked.filter(({ userId }) => userId !== authorId).slice(0, CREDITED),
    };
  };

  return {
    receipt(ideaId) {
      const idea = ideas.find(ideaId)?.idea;
      return idea?.status === 'shipped' ? credits(idea) : undefined;
    },
    ledgerPage: (guildId, page) => ({
      lines: showcase.ledgerPage(guildId, page).map(summaryOf),
      messageId: showcase.ledgerPost(guildId, page)?.messageId,
    }),
    ledgerPosted: (guildId, page, place) => showcase.saveLedgerPost(guildId, page, place),
    ledgerPageOf: (ideaId) => showcase.ledgerPageOf(ideaId),
    board: (guildId) => showcase.board(guildId),
    boardPosted: (guildId, place) => showcase.saveBoard(guildId, place),
  };
}

/** Nobody is named who did not want to be. */
function namedAuthor({ anonymous, consent, authorId }: Idea): string | undefined {
  return anonymous || consent === 'asked' || consent === 'refused' ? undefined : authorId;
}
