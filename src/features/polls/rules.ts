import { cutGraphemes, escapeMarkdown, plainLine } from '../../shared/text.ts';
import { UserError } from '../../shared/user-error.ts';
import type { Ballot, Poll, PollSpec, Tally } from './model.ts';
import type { BallotChange, Phase, PollActor, PollState, RefusalCode } from './ports.ts';
import { isTooFew } from './tally.ts';

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
/** From opening (or from now, when it is extended) to closing. */
export const SHORTEST_MINUTES = 1;
export const SHORTEST = SHORTEST_MINUTES * MINUTE;
export const LONGEST = 366 * DAY;
/** Open and scheduled polls of one server. */
export const MOST_RUNNING = 2_000;

export function refuse(code: RefusalCode, params: Readonly<Record<string, string | number>> = {}): never {
  throw new UserError<RefusalCode>(code, params);
}

/** What somebody typed, as a parameter of a refusal: those are shown as they are, so it is cut and escaped here. */
export function asTyped(text: string): string {
  return escapeMarkdown(cutGraphemes(plainLine(text), 100));
}

/** UTC ms to the whole seconds of Discord's `<t:…>`. */
export function seconds(at: number): number {
  return Math.floor(at / 1_000);
}

/** Where a poll stands at `now`: its closing is a fact about time, whether or not a job has run yet. */
export function phaseOf(poll: Pick<Poll, 'status' | 'closesAt'>, now: number): Phase {
  if (poll.status === 'open' && now >= poll.closesAt) return 'closed';
  return poll.status;
}

/** Throws unless this person may vote in this poll at this instant, in this channel. */
export function checkMayVote(poll: Poll, actor: PollActor, channelId: string, now: number): void {
  if (channelId !== poll.channelId && channelId !== poll.threadId) {
    refuse('polls.refusals.wrong-channel', { channel: `<#${poll.channelId}>` });
  }
  checkOpen(poll, now);
  if (poll.voterRoleIds.length > 0 && !poll.voterRoleIds.some((role) => actor.roleIds.includes(role))) {
    refuse('polls.refusals.role-needed', {
      roles: poll.voterRoleIds.map((role) => `<@&${role}>`).join(', '),
    });
  }
}

function checkOpen(poll: Poll, now: number): void {
  const phase = phaseOf(poll, now);
  switch (phase) {
    case 'open':
      return;
    case 'scheduled':
      return refuse('polls.refusals.not-open-yet', { opensAt: seconds(poll.opensAt ?? poll.closesAt) });
    case 'closed':
      return refuse('polls.refusals.closed', { closedAt: seconds(poll.closedAt ?? poll.closesAt) });
    case 'cancelled':
      return refuse('polls.refusals.cancelled');
  }
}

/** The largest weight among the voter's roles, otherwise 1. */
export function weightOf(weights: PollSpec['weights'], actor: PollActor): number {
  const own = weights.filter((each) => actor.roleIds.includes(each.roleId)).map((each) => each.weight);
  return own.length > 0 ? Math.max(...own) : 1;
}

/** The ballot after `change`; [] is no vote. Throws a refusal for anything this poll does not take. */
export function changeBallot(
  spec: Pick<PollSpec, 'kind' | 'options' | 'maxChoices'>,
  ballot: Ballot,
  change: BallotChange,
): Ballot {
  switch (change.kind) {
    case 'choose':
      if (spec.kind !== 'single' && spec.kind !== 'rating') refuse('polls.refusals.wrong-kind');
      return checkBallot(spec, [change.option]);
    case 'toggle':
      if (spec.kind !== 'multiple') refuse('polls.refusals.wrong-kind');
      return checkBallot(spec, toggled(ballot, change.option));
    case 'set':
      return checkBallot(spec, change.options);
    case 'rank-next':
      if (spec.kind !== 'ranked') refuse('polls.refusals.wrong-kind');
      if (ballot.includes(change.option)) refuse('polls.refusals.already-ranked');
      return checkBallot(spec, [...ballot, change.option]);
    case 'rank-undo':
      if (spec.kind !== 'ranked') refuse('polls.refusals.wrong-kind');
      return ballot.slice(0, -1);
    case 'withdraw':
      if (ballot.length === 0) refuse('polls.refusals.nothing-to-withdraw');
      return [];
    default:
      return change satisfies never;
  }
}

function toggled(ballot: Ballot, option: number): Ballot {
  return ballot.includes(option) ? ballot.filter((each) => each !== option) : [...ballot, option];
}

function checkBallot(spec: Pick<PollSpec, 'kind' | 'options' | 'maxChoices'>, ballot: Ballot): Ballot {
  const known = (option: number) => Number.isInteger(option) && option >= 0 && option < spec.options.length;
  if (!ballot.every(known)) refuse('polls.refusals.no-such-option');
  if (new Set(ballot).size !== ballot.length) refuse('polls.refusals.already-ranked');
  const max = mostChoices(spec);
  if (ballot.length > max) refuse('polls.refusals.too-many-choices', { max });
  return spec.kind === 'ranked' ? ballot : ballot.toSorted((a, b) => a - b);
}

function mostChoices(spec: Pick<PollSpec, 'kind' | 'options' | 'maxChoices'>): number {
  switch (spec.kind) {
    case 'single':
    case 'rating':
      return 1;
    case 'multiple':
      return spec.maxChoices;
    case 'ranked':
      return spec.options.length;
    default:
      return spec.kind satisfies never;
  }
}

/** Why everybody cannot see the counts at this phase; undefined when they can. */
export function hiddenBecause(poll: Poll, phase: Phase, voters: number): PollState['hidden'] {
  if (isTooFew(poll, voters)) return 'too-few';
  if (phase === 'closed' || poll.resultsShown === 'live') return undefined;
  return poll.resultsShown;
}

/** The counts that one person may see: with `after-voting`, those who voted see them privately. */
export function tallyFor(state: PollState, tally: Tally, hasVoted: boolean): Tally | undefined {
  if (state.hidden === undefined) return state.shown;
  return state.hidden === 'after-voting' && hasVoted ? tally : undefined;
}

/** Throws unless a running or reopened poll may close at `closesAt`. */
export function checkClosingTime(
  poll: Pick<Poll, 'opensAt' | 'createdAt'>,
  closesAt: number,
  now: number,
): void {
  if (closesAt < now + SHORTEST) refuse('polls.refusals.close-too-soon');
  if (closesAt > (poll.opensAt ?? poll.createdAt) + LONGEST) {
    refuse('polls.refusals.close-too-far', { days: LONGEST / DAY });
  }
}
