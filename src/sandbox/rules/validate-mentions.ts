import { type Body, flag, isSnowflake, list, model, shown } from './fields.ts';
import { at, badChoice, fault, type Spot } from './form.ts';

const KINDS = ['users', 'roles', 'everyone'];

/** Whom a message may ping. Naming a kind in `parse` and listing ids of it is a contradiction. */
export function inspectAllowedMentions(spot: Spot, body: Body): void {
  const allowed = model(spot, body, 'allowed_mentions');
  if (!allowed) return;
  const place = at(spot, 'allowed_mentions');
  flag(place, allowed, 'replied_user');
  const parse = list(place, allowed, 'parse', { max: 1521 }) ?? [];
  for (const [i, kind] of parse.entries()) {
    if (!KINDS.includes(kind as string)) badChoice(at(at(place, 'parse'), i), KINDS);
  }
  for (const kind of ['users', 'roles'] as const) {
    const ids = list(place, allowed, kind, { max: 100 }) ?? [];
    checkIds(at(place, kind), ids);
    if (ids.length === 0 || !parse.includes(kind)) continue;
    const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
    fault(place, 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message);
  }
}

/** A set of ids: every one a snowflake, none twice. */
export function checkIds(spot: Spot, ids: readonly unknown[]): void {
  if (ids.length === 0) return;
  const seen = new Set<unknown>();
  for (const [i, id] of ids.entries()) {
    if (!isSnowflake(id)) fault(at(spot, i), 'NUMBER_TYPE_COERCE', `Value "${shown(id)}" is not snowflake.`);
    else if (seen.has(id))
      fault(at(spot, i), 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value');
    seen.add(id);
  }
}
