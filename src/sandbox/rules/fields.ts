import { at, badChoice, fault, required, type Spot } from './form.ts';

/** Readers of one field each: the value where it is fit, otherwise undefined and a fault at its spot. */

export type Body = Readonly<Record<string, unknown>>;

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as error messages quote it. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The numbers of an enum of discord-api-types. */
export function valuesOf<T extends number>(enumeration: Readonly<Record<string, string | T>>): readonly T[] {
  return Object.values(enumeration).filter((value): value is T => typeof value === 'number');
}

/** Discord counts characters, not UTF-16 units. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) length -= 1;
  }
  return length;
}

interface Need {
  /** Absent, null or blank is a fault. */
  required?: boolean;
}

/** A present value, or undefined; an absent required one is a fault. Null counts as absent, as with Discord. */
function present(spot: Spot, body: Body, key: string, need: Need): unknown {
  const value = body[key];
  if (value !== undefined && value !== null) return value;
  if (need.required) required(at(spot, key));
  return undefined;
}

export interface TextNeed extends Need {
  min?: number;
  max: number;
}

/** Text of `min` to `max` characters, counted without surrounding white space. */
export function text(spot: Spot, body: Body, key: string, need: TextNeed): string | undefined {
  const value = present(spot, body, key, need);
  if (value === undefined) return undefined;
  if (typeof value !== 'string') {
    fault(at(spot, key), 'STRING_TYPE_CONVERT', `Could not interpret "${shown(value)}" as string.`);
    return undefined;
  }
  const trimmed = value.trim();
  if (need.required && trimmed === '') {
    required(at(spot, key));
    return undefined;
  }
  // Characters are never more than units, so most texts need no counting.
  const min = need.min ?? 0;
  if (trimmed.length <= need.max && (min <= 1 ? trimmed.length >= min : lengthOf(trimmed) >= min))
    return value;
  return fits(spot, key, lengthOf(trimmed), need) ? value : undefined;
}

function fits(spot: Spot, key: string, length: number, need: { min?: number; max: number }): boolean {
  const min = need.min ?? 0;
  if (length <= need.max && length >= min) return true;
  if (min > 0)
    fault(at(spot, key), 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${need.max} in length.`);
  else fault(at(spot, key), 'BASE_TYPE_MAX_LENGTH', `Must be ${need.max} or fewer in length.`);
  return false;
}

export interface IntegerNeed extends Need {
  min?: number;
  max?: number;
}

export function integer(spot: Spot, body: Body, key: string, need: IntegerNeed = {}): number | undefined {
  const raw = present(spot, body, key, need);
  if (raw === undefined) return undefined;
  if (typeof raw !== 'number' || !Number.isInteger(raw)) {
    fault(at(spot, key), 'NUMBER_TYPE_COERCE', `Value "${shown(raw)}" is not int.`);
    return undefined;
  }
  return inRange(spot, key, raw, need);
}

/** A whole or fractional number. */
export function decimal(spot: Spot, body: Body, key: string, need: IntegerNeed = {}): number | undefined {
  const raw = present(spot, body, key, need);
  if (raw === undefined) return undefined;
  if (typeof raw !== 'number' || !Number.isFinite(raw)) {
    fault(at(spot, key), 'NUMBER_TYPE_COERCE', `Value "${shown(raw)}" is not float.`);
    return undefined;
  }
  return inRange(spot, key, raw, need);
}

function inRange(spot: Spot, key: string, value: number, need: IntegerNeed): number | undefined {
  if (need.min !== undefined && value < need.min) {
    fault(at(spot, key), 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${need.min}.`);
    return undefined;
  }
  if (need.max !== undefined && value > need.max) {
    fault(at(spot, key), 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${need.max}.`);
    return undefined;
  }
  return value;
}

/** One of a closed set of numbers or words. */
export function choice<T extends string | number>(
  spot: Spot,
  body: Body,
  key: string,
  choices: readonly T[],
  need: Need = {},
): T | undefined {
  const value = present(spot, body, key, need);
  if (value === undefined) return undefined;
  if (choices.includes(value as T)) return value as T;
  badChoice(at(spot, key), choices);
  return undefined;
}

export function flag(spot: Spot, body: Body, key: string): boolean | undefined {
  const value = body[key];
  if (value === undefined || value === null || typeof value === 'boolean') return value ?? undefined;
  fault(at(spot, key), 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
  return undefined;
}

export interface ListNeed extends Need {
  min?: number;
  max: number;
}

export function list(spot: Spot, body: Body, key: string, need: ListNeed): readonly unknown[] | undefined {
  const value = present(spot, body, key, need);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    fault(at(spot, key), 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    return undefined;
  }
  return fits(spot, key, value.length, need) ? value : undefined;
}

/** A nested object. */
export function model(spot: Spot, body: Body, key: string, need: Need = {}): Body | undefined {
  const value = present(spot, body, key, need);
  return value === undefined ? undefined : asModel(at(spot, key), value);
}

export function asModel(spot: Spot, value: unknown): Body | undefined {
  if (isBody(value)) return value;
  fault(spot, 'MODEL_TYPE_CONVERT', 'Expected an object/dictionary.');
  return undefined;
}

const SNOWFLAKE = /^\d{1,20}$/;

export function isSnowflake(value: unknown): value is string {
  return typeof value === 'string' && SNOWFLAKE.test(value);
}

export function snowflake(spot: Spot, body: Body, key: string, need: Need = {}): string | undefined {
  const value = present(spot, body, key, need);
  if (value === undefined) return undefined;
  if (isSnowflake(value)) return value;
  fault(at(spot, key), 'NUMBER_TYPE_COERCE', `Value "${shown(value)}" is not snowflake.`);
  return undefined;
}

/** A bit field written as decimal text or a safe number, as permissions are. */
export function bits(spot: Spot, body: Body, key: string, need: Need = {}): bigint | undefined {
  const value = present(spot, body, key, need);
  if (value === undefined) return undefined;
  if (isSnowflake(value)) return BigInt(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return BigInt(value);
  fault(at(spot, key), 'NUMBER_TYPE_COERCE', `Value "${shown(value)}" is not int.`);
  return undefined;
}

/** An ISO 8601 instant in UTC milliseconds. */
export function instant(spot: Spot, body: Body, key: string, need: Need = {}): number | undefined {
  const value = present(spot, body, key, need);
  if (value === undefined) return undefined;
  const time = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  fault(at(spot, key), 'DATE_TIME_TYPE_PARSE', `Could not parse ${shown(value)}. Should be ISO8601.`);
  return undefined;
}

/** An address with one of the schemes, at most `max` characters. */
export function address(
  spot: Spot,
  body: Body,
  key: string,
  schemes: readonly string[],
  need: TextNeed,
): string | undefined {
  const value = text(spot, body, key, need);
  if (value === undefined || value === '') return undefined;
  const colon = value.indexOf('://');
  const scheme = colon > 0 ? value.slice(0, colon).toLowerCase() : '';
  if (colon > 0 && !schemes.includes(scheme)) {
    const allowed = schemes.map((one) => `'${one}'`).join(', ');
    fault(
      at(spot, key),
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`,
    );
    return undefined;
  }
  if (scheme === 'attachment' ? value.length > 13 : URL.canParse(value) && colon > 0) return value;
  fault(at(spot, key), 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  return undefined;
}
