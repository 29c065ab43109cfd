import { cleanLines, folded } from '../../shared/text.ts';
import { type MilestoneKind, milestoneCounts, type ShoutoutSettings, shoutoutLimits } from './model.ts';
import { type GiveSpec, RENEW_MS, RENEW_NEW_MS } from './ports.ts';
import { refuse } from './refuse.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const defaultSettings: ShoutoutSettings = {
  channelId: undefined,
  values: [],
  budget: 5,
  pairDays: 7,
  backHours: 24,
  pictures: false,
  roundUp: true,
  staffOnBoards: false,
  badges: [],
};

/** What can be judged without knowing anything of the people; returns it cleaned. Throws refusals. */
export function checkSpec(spec: GiveSpec, giverId: string, settings: ShoutoutSettings): GiveSpec {
  const receivers = [...new Map(spec.receivers.map((each) => [each.userId, each])).values()];
  if (receivers.length === 0) refuse('shoutouts.refusals.nobody');
  if (receivers.length > shoutoutLimits.receivers) {
    refuse('shoutouts.refusals.too-many', { max: shoutoutLimits.receivers });
  }
  for (const { userId, bot, member } of receivers) {
    if (userId === giverId) refuse('shoutouts.refusals.yourself');
    if (bot) refuse('shoutouts.refusals.bot');
    if (!member) refuse('shoutouts.refusals.not-a-member', { user: userId });
  }
  return {
    receivers,
    value: checkedValue(spec.value, settings),
    reason: checkedReason(spec.reason),
    source: spec.source,
  };
}

function checkedReason(raw: string): string {
  const reason = cleanLines(raw, Number.MAX_SAFE_INTEGER);
  if (reason.length > shoutoutLimits.reason) {
    refuse('shoutouts.refusals.reason-too-long', { max: shoutoutLimits.reason });
  }
  if (countWords(reason) < shoutoutLimits.reasonWords) {
    refuse('shoutouts.refusals.reason-too-short', { words: shoutoutLimits.reasonWords });
  }
  return reason;
}

const words = new Intl.Segmenter('en', { granularity: 'word' });

/** Words of any script that say something; the same one again counts once. */
export function countWords(text: string): number {
  const found = new Set<string>();
  for (const { segment, isWordLike } of words.segment(text)) if (isWordLike) found.add(folded(segment));
  return found.size;
}

/** With one value there is nothing to choose, with none nothing to say. */
function checkedValue(value: string | undefined, { values }: ShoutoutSettings): string | undefined {
  const [first, ...others] = values;
  if (!first) return undefined;
  if (others.length === 0) return first.key;
  if (value === undefined) refuse('shoutouts.refusals.value-missing');
  return values.some(({ key }) => key === value) ? value : refuse('shoutouts.refusals.value-unknown');
}

/** The same for texts that differ in case, accents, marks and spaces only. */
export function wordsOf(reason: string): string {
  return folded(reason)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** When a unit of the budget is there again. */
export function returnsAt(now: number, knownBefore: boolean): number {
  return now + (knownBefore ? RENEW_MS : RENEW_NEW_MS);
}

/** Until when one has to wait for another thank-you; undefined: not at all. `lastAt`: UTC ms of the last one. */
export function waitAfter(lastAt: number | undefined, span: number, now: number): number | undefined {
  return lastAt !== undefined && lastAt + span > now ? lastAt + span : undefined;
}

export const pairSpan = ({ pairDays }: ShoutoutSettings): number => pairDays * DAY;
export const backSpan = ({ backHours }: ShoutoutSettings): number => backHours * HOUR;

/** The milestone that a count reaches, if any. */
export function milestoneAt(what: 'given' | 'received', count: number): MilestoneKind | undefined {
  return milestoneCounts.some((each) => each === count) ? `${what}-${count}` : undefined;
}

/** Whether a badge is still deserved. */
export function deserves(
  milestone: MilestoneKind,
  { given, received, years }: { given: number; received: number; years: number },
): boolean {
  const [what, number] = milestone.split('-');
  const have = { given, received, year: years }[what as 'given' | 'received' | 'year'];
  return have >= Number(number);
}
