import { cleanLines, cutGraphemes, plainLine } from '../../shared/text.ts';
import { UserError } from '../../shared/user-error.ts';
import { type Ama, type AmaSpec, amaLimits, type Question } from './model.ts';
import { type AmaRefusalCode, MOST_WAITING } from './ports.ts';

const MIB = 1024 * 1024;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function refuse(code: AmaRefusalCode, params: Readonly<Record<string, string | number>> = {}): never {
  throw new UserError<AmaRefusalCode>(code, params);
}

/** A file that is no picture, or too large for one. */
export function refuseImage(name: string): never {
  return refuse('amas.refusals.not-an-image', {
    name: plainLine(name).slice(0, 100),
    max: amaLimits.imageBytes / MIB,
  });
}

/** UTC ms to the whole seconds that Discord keeps of an event. */
export function seconds(at: number): number {
  return Math.floor(at / 1_000);
}

/** What was typed as it is kept: no hostile characters, at most `max` UTF-16 units; refused where nothing is left. */
export function cleanRequired(text: string | undefined, max: number, missing: AmaRefusalCode): string {
  const clean = cleanLines(text ?? '', max);
  return clean === '' ? refuse(missing) : clean;
}

/**
 * What a host decided, as it is kept. Throws where a title is missing, there are too many guests or moderators have no
 * place. The order of guests stays; the host needs no rights of a guest.
 */
export function cleanSpec(spec: AmaSpec, hostId: string): AmaSpec {
  const title = cutGraphemes(plainLine(spec.title), amaLimits.title);
  if (title === '') refuse('amas.refusals.title-missing');
  const guestIds = [...new Set(spec.guestIds)].filter((id) => id !== hostId);
  if (guestIds.length > amaLimits.guests) {
    refuse('amas.refusals.too-many-guests', { max: amaLimits.guests });
  }
  if (spec.staffChannelId === '') refuse('amas.refusals.no-staff-channel');
  return { ...spec, title, guestIds, description: cleanLines(spec.description, amaLimits.description) };
}

/** Throws unless it can be held then. `begun`: it runs already, so its start is what it is. */
export function checkTimes(
  { startAt, endAt }: Pick<AmaSpec, 'startAt' | 'endAt'>,
  now: number,
  { begun = false }: { begun?: boolean } = {},
): void {
  if (!begun && startAt <= now) refuse('amas.refusals.starts-in-the-past');
  if (startAt > now + amaLimits.daysAhead * DAY) {
    refuse('amas.refusals.starts-too-late', { days: amaLimits.daysAhead });
  }
  if (endAt <= startAt || endAt <= now) refuse('amas.refusals.ends-before-start');
  if (endAt - startAt < amaLimits.shortestMinutes * MINUTE) {
    refuse('amas.refusals.too-short', { minutes: amaLimits.shortestMinutes });
  }
  if (endAt - startAt > amaLimits.longestHours * HOUR) {
    refuse('amas.refusals.too-long', { days: amaLimits.longestHours / 24 });
  }
}

/** Until when questions are taken (UTC ms); the end is a fact about time, whether or not its job has run. */
export function takesQuestionsUntil(
  { status, endAt, graceUntil }: Pick<Ama, 'status' | 'endAt' | 'graceUntil'>,
  graceMs: number,
): number {
  if (status === 'closed' || status === 'cancelled') return Number.NEGATIVE_INFINITY;
  return graceUntil ?? endAt + graceMs;
}

/**
 * Throws where nothing is taken any more. `begins`: somebody is about to write, which has to be before the end; what
 * was begun before it may arrive within the grace.
 */
export function checkTakesQuestions(ama: Ama, now: number, graceMs: number, begins = false): void {
  if (ama.status === 'cancelled') refuse('amas.refusals.cancelled');
  const over = begins
    ? ama.status === 'closing' || now >= ama.endAt
    : now >= takesQuestionsUntil(ama, graceMs);
  if (ama.status === 'closed' || over) refuse('amas.refusals.over');
}

/** Throws unless this asker may ask another one. */
export function checkMayAskAnother(
  { several }: Pick<Ama, 'several'>,
  { waiting, waitingNumber }: { waiting: number; waitingNumber: number | undefined },
): void {
  if (!several && waitingNumber !== undefined) {
    refuse('amas.refusals.one-at-a-time', { number: waitingNumber });
  }
  if (waiting >= MOST_WAITING) refuse('amas.refusals.too-many-waiting', { max: MOST_WAITING });
}

/** Whether it is over by the clock, whatever the jobs have done. */
export function isOver({ status, endAt }: Pick<Ama, 'status' | 'endAt'>, now: number): boolean {
  return status === 'closing' || status === 'closed' || status === 'cancelled' || now >= endAt;
}

/** What everybody may read. */
export const publicStatuses = ['approved', 'on-air', 'answered', 'parked'] as const;
/** What can be supported: it still competes for an answer. */
export const supportableStatuses = ['approved', 'parked', 'on-air'] as const;

/** What everybody may read of it. */
export function isPublic({ status, unreviewed }: Pick<Question, 'status' | 'unreviewed'>): boolean {
  return !unreviewed && publicStatuses.some((each) => each === status);
}

/** Whether it still competes for an answer in an AMA that goes on. */
export function takesSupport(
  ama: Pick<Ama, 'status' | 'endAt'>,
  { status }: Pick<Question, 'status'>,
  now: number,
): boolean {
  return !isOver(ama, now) && supportableStatuses.some((each) => each === status);
}
