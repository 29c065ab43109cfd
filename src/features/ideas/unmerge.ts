import type { CaseRepository } from './case-repository.ts';
import type { Climb } from './climb.ts';
import type { IdeaQueue } from './idea-queue.ts';
import type { IdeaRepository } from './idea-repository.ts';
import type { StoredIdea } from './idea-row.ts';
import type { MergeRepository, StoredMerge } from './merge-repository.ts';
import type { Merge } from './model.ts';
import type { MoveRepository } from './move-repository.ts';
import { refuse } from './rules.ts';
import { movesBoard } from './transitions.ts';

export interface UnmergeParts {
  ideas: IdeaRepository;
  cases: CaseRepository;
  merges: MergeRepository;
  moves: MoveRepository;
  queue: IdeaQueue;
  climb: Climb;
}

/** Write. Frees the source of a merge that is marked as undone; its target keeps who came or stayed by themselves. */
export type Unmerge = (stored: StoredMerge, source: StoredIdea, now: number) => void;

export function createUnmerge({ ideas, cases, merges, moves, queue, climb }: UnmergeParts): Unmerge {
  /** The source goes back to what it was; the time that it was merged does not count. */
  const free = (stored: StoredMerge, source: StoredIdea, now: number): void => {
    const { merge, source: before } = stored;
    const away = now - merge.at;
    const deadline = before.deadline === undefined ? undefined : before.deadline + away;
    if (!merges.restore(stored, deadline)) {
      refuse('ideas.refusals.wrong-status', { from: source.idea.status, to: before.status });
    }
    const { sourceId: ideaId } = merge;
    queue.refresh(source, now);
    if (deadline !== undefined) queue.deadline(ideaId, deadline);
    if (movesBoard('merged', before.status)) queue.board(source.idea.guildId, now);
    const { caseId, caseDueAt } = before;
    if (caseId === undefined || caseDueAt === undefined || !cases.reopen(caseId, caseDueAt + away)) return;
    queue.overdue({ caseId, ideaId }, caseDueAt + away);
    queue.caseCard({ caseId, ideaId }, now);
  };

  const lower = (ideaId: number, gone: number, now: number): void => {
    const stays = ideas.find(ideaId);
    if (stays && gone > 0) climb.moved(stays, stays.idea.supporters - gone, now);
  };

  /** From the target, and from whatever that was merged into since. */
  const takeBack = ({ id, targetId }: Merge, now: number): void => {
    lower(targetId, moves.takeBack(id), now);
    for (let on = merges.standing(targetId); on; on = merges.standing(on.merge.targetId)) {
      lower(on.merge.targetId, moves.takeBackOrphans(on.merge), now);
    }
  };

  return (stored, source, now) => {
    free(stored, source, now);
    takeBack(stored.merge, now);
  };
}
