import { type Condition, type CountedAct, countedActs, perkLimits } from './model.ts';
import { conditionKey } from './panel-views.ts';
import { refuse } from './refuse.ts';

/** What was picked in the menu of conditions. */
export type ConditionChoice =
  | { kind: 'count'; act: CountedAct }
  | { kind: 'role' }
  | { kind: 'hand-picked' }
  | { kind: 'remove'; key: string };

export function conditionChoice(value: string | undefined): ConditionChoice | undefined {
  const [, verb, what = ''] = /^(add|remove)-(.+)$/u.exec(value ?? '') ?? [];
  if (verb === 'remove') return { kind: 'remove', key: what };
  const act = countedActs.find((each) => each === what);
  if (act) return { kind: 'count', act };
  return what === 'role' || what === 'hand-picked' ? { kind: what } : undefined;
}

/** With this one among them; one of the same key gives way, in its place. */
export function withCondition(conditions: readonly Condition[], added: Condition): Condition[] {
  const key = conditionKey(added);
  if (conditions.some((each) => conditionKey(each) === key)) {
    return conditions.map((each) => (conditionKey(each) === key ? added : each));
  }
  if (conditions.length >= perkLimits.conditions) {
    refuse('perks.refusals.too-many-conditions', { max: String(perkLimits.conditions) });
  }
  return [...conditions, added];
}

export function withoutCondition(conditions: readonly Condition[], key: string): Condition[] {
  return conditions.filter((each) => conditionKey(each) !== key);
}
