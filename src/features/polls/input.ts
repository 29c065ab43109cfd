import type { Locale } from '../../i18n/translate.ts';
import { plainLine } from '../../shared/text.ts';
import { understandTime } from '../../shared/time-text.ts';
import type { PollInput, PollOption, PollSpec, Problem } from './model.ts';
import { optionLines, readOption } from './option-text.ts';
import type { ProblemCode } from './ports.ts';
import { DAY, LONGEST, SHORTEST, SHORTEST_MINUTES } from './rules.ts';
import { fitsPeriod, shortestPeriod } from './schedule.ts';

export const limits = {
  question: 300,
  optionLabel: 80,
  fewestOptions: 2,
  mostOptions: 25,
  heaviest: 10,
  mostRoles: 25,
  mostQuorum: 1_000_000,
  /** How far ahead a poll can be scheduled. */
  opensWithin: 366 * DAY,
  timeText: 100,
} as const;

const RATINGS = 5;
const UNSAID_DURATION = DAY;

export interface InputContext {
  now: number;
  /** IANA name of the server's zone. */
  timeZone: string;
  /** The language the times were typed in. */
  locale: Locale;
}

/** What an untouched form holds. */
export const emptyInput: PollInput = {
  question: '',
  options: '',
  closes: '',
  kind: 'single',
  privacy: 'open',
  maxChoices: undefined,
  resultsShown: 'live',
  opens: '',
  voterRoleIds: [],
  weights: [],
  quorum: undefined,
  closeEarly: false,
  thread: false,
  recurrence: 'never',
};

/** The poll that the input describes, or everything that has to be corrected first, in the order of the form. */
export function understand(
  input: PollInput,
  context: InputContext,
): { spec: PollSpec | undefined; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (code, params = {}) => {
    problems.push({ code, params });
  };
  const question = readQuestion(input.question, report);
  const options = readOptions(input, report);
  const maxChoices = readMaxChoices(input, options.length, report);
  const times = readTimes(input, context, report);
  checkRoles(input, report);
  const spec: PollSpec = {
    question,
    kind: input.kind,
    options,
    maxChoices,
    privacy: input.privacy,
    resultsShown: input.resultsShown,
    ...times,
    voterRoleIds: [...new Set(input.voterRoleIds)],
    weights: input.weights,
    quorum: input.quorum,
    closeEarly: input.closeEarly,
    thread: input.thread,
    recurrence: input.recurrence,
  };
  return { spec: problems.length === 0 ? spec : undefined, problems };
}

type Report = (code: ProblemCode, params?: Problem['params']) => void;

function readQuestion(typed: string, report: Report): string {
  const question = plainLine(typed);
  if (question === '') report('polls.problems.question-missing');
  if (question.length > limits.question) {
    report('polls.problems.question-too-long', { max: limits.question, length: question.length });
  }
  return question;
}

function readOptions({ kind, options: typed }: PollInput, report: Report): PollOption[] {
  if (kind === 'rating') return Array.from({ length: RATINGS }, (_, index) => ({ label: String(index + 1) }));
  const lines = optionLines(typed);
  const count = lines.length;
  if (count < limits.fewestOptions) {
    report('polls.problems.options-too-few', { min: limits.fewestOptions, count });
  }
  if (count > limits.mostOptions) {
    report('polls.problems.options-too-many', { max: limits.mostOptions, count });
    return [];
  }
  const seen = new Set<string>();
  return lines.map(({ line, text }) => {
    const option = readOption(text);
    checkOption(option, line, seen, report);
    return option;
  });
}

function checkOption(option: PollOption, line: number, seen: Set<string>, report: Report): void {
  const { label, emoji = '' } = option;
  if (label === '') return report('polls.problems.option-empty', { line });
  if (label.length > limits.optionLabel) {
    report('polls.problems.option-too-long', { line, max: limits.optionLabel, length: label.length });
  }
  const key = `${emoji} ${label}`.normalize('NFKC').toLowerCase();
  if (seen.has(key))
    report('polls.problems.option-twice', { line, option: label.slice(0, limits.optionLabel) });
  seen.add(key);
}

function readMaxChoices({ kind, maxChoices }: PollInput, options: number, report: Report): number {
  if (kind !== 'multiple') return 1;
  if (maxChoices === undefined) return options;
  const fits = Number.isInteger(maxChoices) && maxChoices >= 1 && (options === 0 || maxChoices <= options);
  if (!fits) report('polls.problems.max-choices', { max: options });
  return maxChoices;
}

function readTimes(
  input: PollInput,
  context: InputContext,
  report: Report,
): Pick<PollSpec, 'opensAt' | 'closesAt'> {
  const { now } = context;
  const opensAt = readTime('opens', input.opens, context, report);
  if (opensAt === 'unclear') return { opensAt: undefined, closesAt: now };
  if (opensAt !== undefined && opensAt > now + limits.opensWithin) {
    report('polls.problems.opens-too-late', { days: limits.opensWithin / DAY });
  }
  // "3 days" and "friday" count from the opening.
  const opening = opensAt ?? now;
  const closesAt = readTime('closes', input.closes, { ...context, now: opening }, report);
  if (closesAt === 'unclear') return { opensAt, closesAt: opening };
  const closing = closesAt ?? opening + UNSAID_DURATION;
  if (closing < opening + SHORTEST) report('polls.problems.closes-too-soon', { minutes: SHORTEST_MINUTES });
  if (closing > opening + LONGEST) report('polls.problems.closes-too-late', { days: LONGEST / DAY });
  else
    checkPeriod(input, { firstOpensAt: opening, firstClosesAt: closing, timeZone: context.timeZone }, report);
  return { opensAt, closesAt: closing };
}

function checkPeriod(
  { recurrence }: PollInput,
  window: { firstOpensAt: number; firstClosesAt: number; timeZone: string },
  report: Report,
): void {
  if (recurrence === 'never' || fitsPeriod({ ...window, recurrence })) return;
  report('polls.problems.repeats-too-fast', { days: shortestPeriod(recurrence) });
}

/** What could not be read in a time, where the rest of it could: worth naming. */
export function unclearPart(text: string, rest: string | undefined): string | undefined {
  const isAll = text.length > limits.timeText || rest?.toLowerCase() === text.toLowerCase();
  return rest === '' || isAll ? undefined : rest;
}

/** Undefined for an empty text. */
function readTime(
  field: 'opens' | 'closes',
  typed: string,
  context: InputContext,
  report: Report,
): number | undefined | 'unclear' {
  const text = plainLine(typed);
  if (text === '') return undefined;
  const short = text.slice(0, limits.timeText);
  const read = understandTime(text, context);
  if ('at' in read) return read.at;
  if (read.problem === 'in-the-past') report(`polls.problems.${field}-in-the-past`, { text: short });
  else if (read.problem === 'half-of-day') report(`polls.problems.${field}-half-of-day`, { text: short });
  else {
    const rest = unclearPart(text, read.rest);
    if (rest === undefined) report(`polls.problems.${field}-not-understood`, { text: short });
    else report(`polls.problems.${field}-unclear`, { text: short, rest });
  }
  return 'unclear';
}

function checkRoles({ voterRoleIds, weights, quorum }: PollInput, report: Report): void {
  if (voterRoleIds.length > limits.mostRoles || weights.length > limits.mostRoles) {
    report('polls.problems.too-many-roles', { max: limits.mostRoles });
  }
  const whole = (value: number, max: number) => Number.isInteger(value) && value >= 1 && value <= max;
  if (!weights.every(({ weight }) => whole(weight, limits.heaviest))) {
    report('polls.problems.weight-range', { min: 1, max: limits.heaviest });
  }
  const twice = weights.find(({ roleId }, place) => weights.findIndex((w) => w.roleId === roleId) !== place);
  if (twice) report('polls.problems.weight-twice', { role: `<@&${twice.roleId}>` });
  if (quorum !== undefined && !whole(quorum, limits.mostQuorum)) {
    report('polls.problems.quorum-range', { min: 1, max: limits.mostQuorum });
  }
}
