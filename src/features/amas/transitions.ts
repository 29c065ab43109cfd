import type { QuestionStatus } from './model.ts';

/** What people do with a question that moves it on. `withdrawn` is its asker's; see `needs` for the others. */
export type QuestionMove =
  | 'approve'
  | 'decline'
  | 'put-on-air'
  | 'take-off-air'
  | 'park'
  | 'answer'
  | 'merge'
  | 'withdraw';

/** What changes something about it where it stands. */
export type QuestionTouch = 'edit' | 'tag' | 'prepare' | 'skip';

export type Right = 'asker' | 'moderate' | 'run';

interface Move {
  from: readonly QuestionStatus[];
  to: QuestionStatus;
  needs: Right;
}

/** Everything that is not here is refused. At the end of an AMA the clock parks what waits, whatever its status. */
const moves: Readonly<Record<QuestionMove, Move>> = {
  approve: { from: ['pending'], to: 'approved', needs: 'moderate' },
  decline: { from: ['pending', 'approved', 'parked'], to: 'declined', needs: 'moderate' },
  'put-on-air': { from: ['approved', 'parked'], to: 'on-air', needs: 'run' },
  'take-off-air': { from: ['on-air'], to: 'approved', needs: 'run' },
  park: { from: ['approved', 'on-air'], to: 'parked', needs: 'run' },
  answer: { from: ['approved', 'on-air', 'parked'], to: 'answered', needs: 'run' },
  merge: { from: ['pending', 'approved', 'parked'], to: 'merged', needs: 'run' },
  withdraw: { from: ['pending', 'approved'], to: 'withdrawn', needs: 'asker' },
};

const unanswered: readonly QuestionStatus[] = ['pending', 'approved', 'on-air', 'parked'];

/** A tag still sorts the transcript when the answer is given; other words would not be what was answered. */
const touches: Readonly<Record<QuestionTouch, { at: readonly QuestionStatus[]; needs: Right }>> = {
  edit: { at: unanswered, needs: 'moderate' },
  tag: { at: [...unanswered, 'answered'], needs: 'run' },
  prepare: { at: unanswered, needs: 'run' },
  skip: { at: ['approved'], needs: 'run' },
};

/** Where it stands afterwards; undefined: that cannot be done from here. */
export function movedTo(move: QuestionMove, from: QuestionStatus): QuestionStatus | undefined {
  const { from: allowed, to } = moves[move];
  return allowed.includes(from) ? to : undefined;
}

/** Where it would stand, whether or not it may. */
export function aimOf(move: QuestionMove): QuestionStatus {
  return moves[move].to;
}

export function mayTouch(touch: QuestionTouch, status: QuestionStatus): boolean {
  return touches[touch].at.includes(status);
}

export function needsFor(what: QuestionMove | QuestionTouch): Right {
  return what in moves ? moves[what as QuestionMove].needs : touches[what as QuestionTouch].needs;
}

const mergeTargets: ReadonlySet<QuestionStatus> = new Set([...unanswered, 'answered']);

/** Whether others can be asked together with a question that stands there. */
export function takesMerges(status: QuestionStatus): boolean {
  return mergeTargets.has(status);
}
