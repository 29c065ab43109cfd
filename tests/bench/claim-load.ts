import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Writer } from '../../src/database/writer.ts';
import { quantile } from './quantiles.ts';

export const MEMBERS = 5_000;
export const PER_SECOND = 1_000;
/** Flat out: so many wait for their answer at any time. */
export const AT_ONCE = 500;

/** What one member does, in one write; false: none was left. */
export type Claim = (who: number) => boolean;

export interface Load {
  /** Codes handed out a second, until the last one was. */
  rate: number;
  median: number;
  most: number;
}
type Pace = (claim: (who: number, from?: number) => Promise<void>) => Promise<unknown>;

/** Latency counts from when it was due, so that a late start is no way to look quick. */
export const paced: Pace = async (claim) => {
  const began = performance.now();
  const all: Promise<void>[] = [];
  while (all.length < MEMBERS) {
    const due = began + (all.length * 1000) / PER_SECOND;
    if (performance.now() < due) await nextTurn();
    else all.push(claim(all.length, due));
  }
  return Promise.all(all);
};
export const flatOut: Pace = (claim) => {
  let next = 0;
  const one = async (): Promise<void> => {
    for (let who = next++; who < MEMBERS; who = next++) await claim(who);
  };
  return Promise.all(Array.from({ length: AT_ONCE }, one));
};

export async function measure(writer: Writer, claim: Claim, pace: Pace): Promise<Load> {
  const took: number[] = [];
  const began = performance.now();
  let [handed, last] = [0, began];
  await pace(async (who, from = performance.now()) => {
    const got = await writer.write(() => claim(who));
    const now = performance.now();
    took.push(now - from);
    if (got) [handed, last] = [handed + 1, now];
  });
  const rate = (handed * 1000) / (last - began);
  return { rate, median: quantile(took, 0.5), most: quantile(took, 0.99) };
}
