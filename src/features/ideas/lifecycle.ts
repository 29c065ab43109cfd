import type { CaseRepository } from './case-repository.ts';
import type { EventRepository } from './event-repository.ts';
import type { IdeaQueue } from './idea-queue.ts';
import type { IdeaRepository } from './idea-repository.ts';
import type { StoredIdea } from './idea-row.ts';
import type { IdeaStatus } from './model.ts';
import type { IdeaCall, IdeaPolicy } from './ports.ts';
import { DAY, deadlineOf, refuse } from './rules.ts';
import type { ShowcaseRepository } from './showcase-repository.ts';
import { type Cause, mayBecome, movesBoard } from './transitions.ts';

export interface LifecycleParts {
  ideas: IdeaRepository;
  cases: CaseRepository;
  events: EventRepository;
  showcase: ShowcaseRepository;
  queue: IdeaQueue;
  policy: IdeaPolicy;
}

/** One change of status. */
export interface Change {
  cause: Cause;
  to: IdeaStatus;
  /** UTC ms. */
  now: number;
  /** When it happened, if not now. */
  at?: number | undefined;
  /** Left out: the clock. */
  actorId?: string | undefined;
  /** Public. Left out: the one before stays. */
  reason?: string | undefined;
  /** Only for `merged`. */
  mergedInto?: number | undefined;
}

export type Lifecycle = ReturnType<typeof createLifecycle>;

/** The one way in which the status of an idea changes, with all that comes with it. Writes. */
export function createLifecycle({ ideas, cases, events, showcase, queue, policy }: LifecycleParts) {
  const openCase = ({ idea: { id: ideaId, guildId } }: StoredIdea, now: number): void => {
    const dueAt = now + policy.settings(guildId).reviewDays * DAY;
    const caseId = cases.open(ideaId, now, dueAt);
    queue.caseCard({ caseId, ideaId }, now);
    queue.overdue({ caseId, ideaId }, dueAt);
  };

  const closeCase = (ideaId: number, now: number): number | undefined => {
    const review = cases.latest(ideaId);
    if (!review || !cases.close(review.id, now)) return undefined;
    queue.cancelOverdue(review.id);
    queue.caseCard({ caseId: review.id, ideaId }, now);
    return review.id;
  };

  /** What else has to follow from one status to another; the row itself is written already. */
  const follow = (stored: StoredIdea, to: IdeaStatus, now: number): void => {
    const { id, guildId, status: from } = stored.idea;
    queue.refresh(stored, now);
    if (from === 'gathering') queue.cancelDeadline(id);
    if (from === 'in-review') closeCase(id, now);
    if (to === 'in-review') openCase(stored, now);
    if (movesBoard(from, to)) queue.board(guildId, now);
    if (to === 'shipped') {
      if (showcase.addToLedger(id)) queue.role(id, now);
      queue.receipt(id, now);
    }
    if (to === 'shipped' || from === 'shipped') queue.ledger(id, now);
  };

  const changeStatus = (stored: StoredIdea, change: Change): void => {
    const { idea } = stored;
    const { cause, to, now, at = now, actorId, reason, mergedInto } = change;
    const from = idea.status;
    const deadline = to === 'gathering' ? deadlineOf(idea.rungs, idea.reached, at) : undefined;
    // Guarded by the store, too: whoever comes second in the same moment changes nothing.
    const written =
      mayBecome(cause, from, to) &&
      ideas.changeStatus(idea.id, from, { to, at, deadline, reason, mergedInto });
    if (!written) refuse('ideas.refusals.wrong-status', { from, to });
    if (deadline !== undefined) queue.deadline(idea.id, deadline);
    follow(stored, to, now);
    if (cause === 'merged') return;
    const detail = reason === undefined ? undefined : { reason };
    events.add({ ideaId: idea.id, at: now, kind: 'status', actorId, from, to, detail });
    if (idea.number !== undefined) queue.news(idea.id, now);
  };

  const load = ({ guildId, ideaId }: Pick<IdeaCall, 'guildId'> & { ideaId: number }): StoredIdea => {
    const stored = Number.isSafeInteger(ideaId) ? ideas.find(ideaId) : undefined;
    return stored?.idea.guildId === guildId ? stored : refuse('ideas.refusals.not-found');
  };

  return {
    /** The idea of this server, public or not, or the refusal that there is none. */
    load,

    /** The same, for staff only. */
    loadForStaff(call: IdeaCall & { ideaId: number }): StoredIdea {
      if (!policy.mayManage(call.guildId, call.actor)) refuse('ideas.refusals.may-not-manage');
      return load(call);
    },

    /**
     * Changes the status as `transitions` allow, with its event (a merge writes its own), its case, its deadline and
     * its jobs. Refused with `wrong-status` where that is not allowed, or somebody else was quicker.
     */
    changeStatus,
    /** For a status that was written together with something else: by the press that reached the last rung. */
    follow,
    closeCase,
  };
}
