import { cleanLines, cutGraphemes, plainLine } from '../../shared/text.ts';
import { UserError } from '../../shared/user-error.ts';
import {
  type Idea,
  type IdeaSettings,
  type IdeaStatus,
  type IdeaText,
  ideaLimits,
  type Rung,
} from './model.ts';
import type { IdeaRefusalCode } from './ports.ts';

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export function refuse(code: IdeaRefusalCode, params: Readonly<Record<string, string | number>> = {}): never {
  throw new UserError<IdeaRefusalCode>(code, params);
}

/** UTC ms to the whole seconds of Discord's `<t:…>`. */
export function seconds(at: number): number {
  return Math.floor(at / 1_000);
}

/**
 * What was typed as it is kept: no hostile characters, the title in one line, everything within its limit (UTF-16
 * units). Throws a refusal where a title or the idea is missing, or the category is none of the server's;
 * `keptCategory` may stay although the server no longer has it.
 */
export function cleanText(
  { title, body, problem, category }: IdeaText,
  { categories }: Pick<IdeaSettings, 'categories'>,
  keptCategory?: string,
): IdeaText {
  const clean = {
    title: cutGraphemes(plainLine(title), ideaLimits.title),
    body: cleanLines(body, ideaLimits.body),
    problem: cleanLines(problem, ideaLimits.problem),
    category,
  };
  if (clean.title === '') refuse('ideas.refusals.title-missing');
  if (clean.body === '') refuse('ideas.refusals.body-missing');
  const known =
    category === undefined || category === keptCategory || categories.some(({ key }) => key === category);
  if (!known) refuse('ideas.refusals.unknown-category');
  return clean;
}

/** A reason as it is kept; refused where it is empty. */
export function cleanReason(reason: string | undefined, max: number = ideaLimits.reason): string {
  const clean = cleanLines(reason ?? '', max);
  return clean === '' ? refuse('ideas.refusals.reason-missing') : clean;
}

/** Where a server has no ladder: the floor, in so many days. */
const DAYS_WITHOUT_LADDER = 30;

/**
 * The steps of an idea posted among so many active members. Each goal is the larger of the floor and its share,
 * rounded up, and never below the one before; equal neighbours are one step, the later one.
 */
export function ladderFor({ floor, ladder }: Pick<IdeaSettings, 'floor' | 'ladder'>, active: number): Rung[] {
  const rungs: Rung[] = [];
  for (const { percent, days } of ladder) {
    const before = rungs.at(-1);
    // Shares are whole or at most a few decimals: what floating point adds beyond that is no supporter.
    const share = Math.ceil(Number(((percent * active) / 100).toFixed(6)));
    const goal = Math.max(1, floor, share, before?.goal ?? 0);
    if (before?.goal === goal) rungs.pop();
    rungs.push({ goal, days });
  }
  return rungs.length > 0 ? rungs : [{ goal: Math.max(1, floor), days: DAYS_WITHOUT_LADDER }];
}

/** When the step after `reached` others has to be reached, if it begins at `from` (UTC ms). */
export function deadlineOf(rungs: readonly Rung[], reached: number, from: number): number {
  const rung = rungs[Math.min(reached, rungs.length - 1)];
  return from + (rung?.days ?? DAYS_WITHOUT_LADDER) * DAY;
}

/** The goal that an idea is working on, or its last one; 0 before it is posted. */
export function goalOf({ rungs, reached }: Pick<Idea, 'rungs' | 'reached'>): number {
  return rungs[Math.min(reached, rungs.length - 1)]?.goal ?? 0;
}

/** What everybody can see. */
export function isPublic({ status, number }: Pick<Idea, 'status' | 'number'>): boolean {
  return number !== undefined && status !== 'queued' && status !== 'withdrawn';
}

/** Still to be decided or done. */
export const openStatuses: readonly IdeaStatus[] = ['gathering', 'in-review', 'planned', 'in-progress'];

/**
 * Whose words it is: the author's, unless they did not want to be named; who suggested somebody else's message has a
 * say until its author agrees.
 */
export function isOwner(
  { authorId, suggestedBy, consent }: Pick<Idea, 'authorId' | 'suggestedBy' | 'consent'>,
  userId: string,
): boolean {
  if (authorId === userId) return consent !== 'refused';
  return suggestedBy === userId && consent !== 'agreed';
}

/** Throws unless this person may give or take back support now; the deadline counts by the clock. */
export function checkTakesSupport(idea: Idea, userId: string, now: number): void {
  if (idea.authorId === userId && idea.consent !== 'refused') refuse('ideas.refusals.own-idea');
  if (idea.status !== 'gathering' && idea.status !== 'in-review') {
    refuse('ideas.refusals.not-gathering', { status: idea.status });
  }
  if (idea.status === 'gathering' && idea.deadline !== undefined && now >= idea.deadline) {
    refuse('ideas.refusals.over');
  }
}

/** Throws unless a member may submit another one now. */
export function checkMaySubmit(
  { cooldownHours, openPerMember }: Pick<IdeaSettings, 'cooldownHours' | 'openPerMember'>,
  own: { open: number; lastAt: number | undefined },
  now: number,
): void {
  if (own.open >= openPerMember) refuse('ideas.refusals.too-many-open', { max: openPerMember });
  const until = (own.lastAt ?? Number.NEGATIVE_INFINITY) + cooldownHours * HOUR;
  if (now < until) refuse('ideas.refusals.cooldown', { until: Math.ceil(until / 1_000) });
}
