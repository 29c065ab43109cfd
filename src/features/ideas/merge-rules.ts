import type { Idea } from './model.ts';
import { refuse } from './rules.ts';
import { mayBecome, takesMerges } from './transitions.ts';

/** Throws unless `source` may be merged into `target` now. */
export function checkMergeable(source: Idea, target: Idea, now: number): void {
  if (source.id === target.id) refuse('ideas.refusals.merge-self');
  const from = statusNow(source, now);
  if (!mayBecome('merged', from, 'merged')) refuse('ideas.refusals.wrong-status', { from, to: 'merged' });
  const status = statusNow(target, now);
  if (!takesMerges(status)) refuse('ideas.refusals.merge-target', { number: target.number ?? 0, status });
}

/** A deadline is a fact about time; the job only makes it visible. */
function statusNow({ status, deadline }: Idea, now: number): Idea['status'] {
  return status === 'gathering' && deadline !== undefined && now >= deadline ? 'expired' : status;
}

/** Who is not moved to this idea, because it is theirs; undefined where they did not want it to be. */
export function authorKeptOut({ authorId, consent }: Idea): string | undefined {
  return consent === 'refused' ? undefined : authorId;
}
