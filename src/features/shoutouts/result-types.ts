import type { BoardLine, BoardPeriod, Milestone, Shoutout } from './model.ts';

/** What is read of many shout-outs together. */
export interface Board {
  period: BoardPeriod;
  value: string | undefined;
  /** False where there are fewer than MIN_RANKED people or all have very little: then it is a list by name, no ranks. */
  ranked: boolean;
  lines: readonly BoardLine[];
  page: number;
  pages: number;
  people: number;
  shoutouts: number;
}

export const MIN_RANKED = 5;

export interface RoundUp {
  guildId: string;
  /** "2026-11", in the guild's zone. */
  month: string;
  shoutouts: number;
  givers: number;
  receivers: number;
  /** Thanked for the first time ever, in this month; hidden members are not named. */
  firstTimers: readonly string[];
  /** Most used value first; undefined value last. `examples`: up to 3 shout-outs worth reading again (first-timers' first). */
  byValue: readonly {
    value: string | undefined;
    shoutouts: number;
    people: readonly string[];
    examples: readonly Shoutout[];
  }[];
  milestones: readonly Milestone[];
}

export interface RingReport {
  shoutouts: number;
  /** Groups of 2 to 5 people who thanked mostly one another (at least 60 % of what they received, 6 or more). */
  rings: number;
  people: number;
  /** Shout-outs inside these groups. */
  inside: number;
  since: number;
}

/** Help that got replies or reactions from others, and no thanks in 30 days. */
export interface Unsung {
  userId: string;
  replies: number;
  reactions: number;
}
