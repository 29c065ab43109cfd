import type { Id } from './model.ts';

const EPOCH = 1_420_070_400_000n;

/** Snowflakes are decimal numbers of growing length: shorter is older. */
export function compareIds(a: Id, b: Id): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

export const isNewer = (a: Id, b: Id): boolean => compareIds(a, b) > 0;

/** When a snowflake was made, in unix milliseconds; 0 for anything else. */
export function timeOfId(id: Id): number {
  return /^\d{15,20}$/.test(id) ? Number((BigInt(id) >> 22n) + EPOCH) : 0;
}

let counter = 0;

/** An id for something that only this page knows, in its place among the others by time. */
export function localId(now: number): string {
  counter += 1;
  return String(((BigInt(now) - EPOCH) << 22n) | BigInt(counter % 4096));
}

/** A nonce of at most 25 characters, unlike any other of this page. */
export function newNonce(): string {
  counter += 1;
  return `${Date.now()}${String(counter).padStart(5, '0')}${Math.floor(Math.random() * 90 + 10)}`;
}
