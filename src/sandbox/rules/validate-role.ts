import { asModel, type Body, bits, flag, integer, list, snowflake, text } from './fields.ts';
import { at, bodySpot, fault, type Spot, settle } from './form.ts';
import { checkIds } from './validate-mentions.ts';

/** A role to create or to change: a name of 100 characters, a colour of 24 bits. @throws DiscordError 50035 */
export function checkRole(body: unknown): void {
  const spot = bodySpot();
  const role = body === undefined || body === null ? {} : asModel(spot, body);
  if (role) {
    text(spot, role, 'name', { max: 100 });
    integer(spot, role, 'color', { min: 0, max: 0xff_ff_ff });
    bits(spot, role, 'permissions');
    flag(spot, role, 'hoist');
    flag(spot, role, 'mentionable');
  }
  settle(spot);
}

/** New positions, `[{id, position}]`. @throws DiscordError 50035 */
export function checkRolePositions(body: unknown): void {
  const spot = bodySpot();
  if (!Array.isArray(body)) fault(spot, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  const moves: readonly unknown[] = Array.isArray(body) ? body : [];
  for (const [i, value] of moves.entries()) {
    const place = at(spot, i);
    const move = asModel(place, value);
    if (!move) continue;
    snowflake(place, move, 'id', { required: true });
    integer(place, move, 'position', { min: 0 });
  }
  settle(spot);
}

/** 28 days: the longest timeout, in milliseconds. */
const MAX_TIMEOUT = 28 * 24 * 60 * 60 * 1000;

/** A change of a member: nickname of 32 characters, roles, timeout of at most 28 days from `now`. @throws DiscordError 50035 */
export function checkMemberEdit(body: unknown, now: number): void {
  const spot = bodySpot();
  const change = asModel(spot, body);
  if (change) {
    text(spot, change, 'nick', { max: 32 });
    checkIds(at(spot, 'roles'), list(spot, change, 'roles', { max: 250 }) ?? []);
    for (const key of ['mute', 'deaf']) flag(spot, change, key);
    checkTimeout(spot, change, now);
  }
  settle(spot);
}

function checkTimeout(spot: Spot, change: Body, now: number): void {
  const until = change['communication_disabled_until'];
  if (until === undefined || until === null) return;
  const place = at(spot, 'communication_disabled_until');
  const time = typeof until === 'string' ? Date.parse(until) : Number.NaN;
  if (Number.isNaN(time))
    fault(place, 'DATE_TIME_TYPE_PARSE', 'Could not parse the time. Should be ISO8601.');
  else if (time > now + MAX_TIMEOUT) {
    fault(place, 'GUILD_MEMBER_COMMUNICATION_DISABLED_UNTIL_TOO_LONG', 'A timeout lasts at most 28 days');
  }
}

/** A permission overwrite: type 0 (role) or 1 (member). @throws DiscordError 50035 */
export function checkOverwrite(body: unknown): void {
  const spot = bodySpot();
  const overwrite = asModel(spot, body);
  if (overwrite) {
    integer(spot, overwrite, 'type', { required: true, min: 0, max: 1 });
    bits(spot, overwrite, 'allow');
    bits(spot, overwrite, 'deny');
  }
  settle(spot);
}
