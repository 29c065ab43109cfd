import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/platform/package-root.ts';

/** A message of a community's year: when, whose, and in which conversation. No text. */
export interface YearLine {
  /** UTC ms. */
  at: number;
  /** From 0 on. */
  user: number;
  conversation: string;
}

export interface CommunityYear {
  isReal: boolean;
  /** In the order of time. */
  lines: readonly YearLine[];
  people: number;
}

const DAY = 86_400_000;
/** Whole weeks: days of the week and seasons stay. The year then begins in November 2026. */
const SHIFT_MS = 365 * 7 * DAY;

/** The year of a real community, which is kept beside the repository; where it is not, one of the same shape. */
export function communityYear(): CommunityYear {
  const file =
    process.env['HEARTH_COMMUNITY_YEAR'] ??
    path.join(packageRoot(), '..', 'shared', 'data', 'community-year.jsonl');
  const isReal = existsSync(file);
  const lines = isReal ? readYear(file) : generatedYear();
  return { isReal, lines, people: Math.max(...lines.map(({ user }) => user)) + 1 };
}

function readYear(file: string): YearLine[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { ts, user, conversation } = JSON.parse(line) as {
        ts: string;
        user: number;
        conversation: string;
      };
      return { at: Date.parse(`${ts.slice(0, 23)}Z`) + SHIFT_MS, user, conversation };
    })
    .toSorted((a, b) => a.at - b.at);
}

/** About as many people and messages: most come once, a few make most of it, and talks run into each other. */
export function generatedYear(seed = 1): YearLine[] {
  const random = mulberry(seed);
  const lines: YearLine[] = [];
  const start = Date.UTC(2026, 9, 30);
  const anybody = (day: number) => {
    // Later days have later people; the first are there the whole year, and half of all that is said is theirs.
    const arrived = 10 + Math.floor((day / 365) * 75);
    return Math.floor(random() ** 3 * arrived);
  };
  for (let talk = 0; lines.length < 1_577; talk += 1) {
    const day = Math.floor(random() * 365);
    let at = start + day * DAY + Math.floor(random() * DAY);
    const people = Array.from({ length: 1 + Math.floor(random() * 4) }, () => anybody(day));
    const length = 1 + Math.floor(random() ** 2 * 12);
    for (let message = 0; message < length; message += 1) {
      const user = people[message === 0 ? 0 : Math.floor(random() * people.length)] ?? 0;
      lines.push({ at, user, conversation: String(talk) });
      at += Math.floor(random() ** 3 * 45 * 60_000) + 1_500;
    }
  }
  return lines.toSorted((a, b) => a.at - b.at);
}

/** The same numbers for the same seed: https://github.com/cprosche/mulberry32 */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
