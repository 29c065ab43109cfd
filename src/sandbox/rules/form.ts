import { DiscordError, type ErrorTree } from '../errors.ts';

/**
 * Where a check is inside a request body. A valid body costs no allocation but the spots of its nested
 * objects: paths are only spelled out for faults.
 */
export interface Spot {
  readonly parent: Spot | undefined;
  readonly key: string | number;
  readonly faults: Fault[];
}

interface Fault {
  readonly spot: Spot;
  readonly code: string;
  readonly message: string;
}

/** The root of a body to check. */
export function bodySpot(): Spot {
  return { parent: undefined, key: '', faults: [] };
}

/** The spot of `key` (a field or a list index) inside `spot`. */
export function at(spot: Spot, key: string | number): Spot {
  return { parent: spot, key, faults: spot.faults };
}

/** Notes what is wrong at a spot, in the words of Discord's form errors. */
export function fault(spot: Spot, code: string, message: string): void {
  spot.faults.push({ spot, code, message });
}

export const required = (spot: Spot): void => fault(spot, 'BASE_TYPE_REQUIRED', 'This field is required');

export const badChoice = (spot: Spot, choices: readonly (string | number)[]): void =>
  fault(spot, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`);

/** A list of Discord's union components got a type that may not stand there. */
export const badUnion = (spot: Spot, choices: readonly number[]): void =>
  fault(
    spot,
    'UNION_TYPE_CHOICES',
    `Value of field "type" must be one of (${choices.join(', ')}${choices.length === 1 ? ',' : ''}).`,
  );

/** Throws 400, code 50035, with every fault at its path; does nothing where there is none. */
export function settle(spot: Spot): void {
  if (spot.faults.length === 0) return;
  const tree: Branch = {};
  for (const { spot: place, code, message } of spot.faults) {
    const branch = branchOf(tree, place);
    const errors = (branch[ERRORS] ?? []) as { code: string; message: string }[];
    errors.push({ code, message });
    branch[ERRORS] = errors;
  }
  throw new DiscordError(400, 50035, 'Invalid Form Body', tree as ErrorTree);
}

/** The key under which Discord lists what is wrong at a place. */
const ERRORS = '_errors';

interface Branch {
  [key: string]: Branch | { code: string; message: string }[] | undefined;
}

function branchOf(tree: Branch, spot: Spot): Branch {
  if (spot.parent === undefined) return tree;
  const above = branchOf(tree, spot.parent);
  const branch = (above[spot.key] ?? {}) as Branch;
  above[spot.key] = branch;
  return branch;
}
