import { declineReasons, type FairnessReceipt } from './model.ts';
import type { Outcome } from './result-repository.ts';

/**
 * What became of all questions. After the end each of them is in exactly one place: answered, parked, never
 * reviewed, declined, merged or withdrawn; together they are those that were asked.
 */
export function receiptOf(outcomes: readonly Outcome[]): FairnessReceipt {
  const of = (status: Outcome['status']) => outcomes.filter((each) => each.status === status);
  const answered = of('answered');
  const declined = of('declined');
  const firstTimers = (some: readonly Outcome[]) => some.filter((each) => each.firstTimer).length;
  return {
    asked: outcomes.length,
    askers: new Set(outcomes.map(({ askerId }) => askerId)).size,
    answered: answered.length,
    parked: of('parked').filter(({ unreviewed }) => !unreviewed).length,
    unreviewed: outcomes.filter(({ unreviewed }) => unreviewed).length,
    declined: declineReasons
      .map((reason) => ({ reason, count: declined.filter((each) => each.reason === reason).length }))
      .filter(({ count }) => count > 0),
    merged: of('merged').length,
    withdrawn: of('withdrawn').length,
    firstTimers: { answered: firstTimers(answered), asked: firstTimers(outcomes) },
    medianSupport: { answered: median(answered), declined: median(declined) },
  };
}

/** Of an even number: the middle of the two in the middle. */
function median(outcomes: readonly Outcome[]): number | undefined {
  const sorted = outcomes.map(({ supports }) => supports).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return undefined;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
