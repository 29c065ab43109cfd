import type { IdeaStatus } from './model.ts';
import type { Decision } from './ports.ts';

/**
 * What may become of an idea, and by whom. `restored` is the way back of a merge that is undone; everything else
 * that is not here is refused.
 */
export type Cause =
  | 'approved'
  | 'reached'
  | 'expired'
  | 'second-chance'
  | 'decided'
  | 'withdrawn'
  | 'merged'
  | 'restored';

type Table = Readonly<Record<Cause, Readonly<Partial<Record<IdeaStatus, readonly IdeaStatus[]>>>>>;

const transitions: Table = {
  approved: { queued: ['gathering'] },
  reached: { gathering: ['in-review'] },
  expired: { gathering: ['expired'] },
  'second-chance': { expired: ['gathering'] },
  // Before the goal staff can look early or decline; planning takes a review. A mistake can be taken back.
  decided: {
    gathering: ['in-review', 'declined'],
    'in-review': ['planned', 'in-progress', 'shipped', 'declined'],
    planned: ['in-progress', 'shipped', 'declined', 'in-review'],
    'in-progress': ['shipped', 'planned', 'declined', 'in-review'],
    shipped: ['in-progress'],
    declined: ['in-review'],
    expired: ['in-review'],
  },
  withdrawn: {
    queued: ['withdrawn'],
    gathering: ['withdrawn'],
    'in-review': ['withdrawn'],
    planned: ['withdrawn'],
    'in-progress': ['withdrawn'],
    shipped: ['withdrawn'],
    declined: ['withdrawn'],
    expired: ['withdrawn'],
    merged: ['withdrawn'],
  },
  merged: { gathering: ['merged'], 'in-review': ['merged'], planned: ['merged'] },
  restored: { merged: ['gathering', 'in-review', 'planned'] },
};

export function mayBecome(cause: Cause, from: IdeaStatus, to: IdeaStatus): boolean {
  return transitions[cause][from]?.includes(to) ?? false;
}

/** What staff can choose from for an idea that stands at `from`, likeliest first. */
export function decisionsFrom(from: IdeaStatus): readonly Decision[] {
  return (transitions.decided[from] ?? []) as readonly Decision[];
}

const mergeTargets: ReadonlySet<IdeaStatus> = new Set(['gathering', 'in-review', 'planned', 'in-progress']);

/** Whether others can be merged into an idea that stands there. */
export function takesMerges(status: IdeaStatus): boolean {
  return mergeTargets.has(status);
}

const onBoard: ReadonlySet<IdeaStatus> = new Set(['planned', 'in-progress', 'shipped']);

/** Whether the board shows something else after this. */
export function movesBoard(from: IdeaStatus, to: IdeaStatus): boolean {
  return onBoard.has(from) || onBoard.has(to);
}
