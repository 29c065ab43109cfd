import type { Translate } from '../../i18n/translate.ts';
import type { Poll, RunoffRound } from './model.ts';
import { listedUpTo, optionText } from './words-views.ts';

/** Options named in a round before the rest is only counted. */
const mostNamed = 6;
const nameLength = 26;

/** The rounds of a runoff, a line each; long counts keep their first and last rounds. At most about `room` units. */
export function runoffLines(
  poll: Pick<Poll, 'options'>,
  rounds: readonly RunoffRound[],
  t: Translate,
  room: number,
): string {
  const lines = rounds.map((round, index) => roundLine(poll, round, index + 1, t));
  const length = () => lines.reduce((sum, line) => sum + line.length + 1, 0);
  let cut = false;
  while (length() > room && lines.length > 2) {
    lines.splice(Math.floor(lines.length / 2), 1);
    cut = true;
  }
  if (cut) lines.splice(Math.ceil(lines.length / 2), 0, '…');
  return lines.join('\n');
}

function roundLine(poll: Pick<Poll, 'options'>, round: RunoffRound, number: number, t: Translate): string {
  const name = (index: number) => optionText(poll.options[index], nameLength);
  const totals = round.totals
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ option, weight }) => t('polls.result.roundTotal', { option: name(option), weight }));
  let line = t('polls.result.round', { round: number, totals: listedUpTo(totals, mostNamed, t) });
  if (round.exhausted > 0) line = t('polls.result.exhausted', { line, weight: round.exhausted });
  if (round.undecided.length > 0) {
    const options = listedUpTo(round.undecided.map(name), 3, t);
    return t('polls.result.roundUndecided', { line, options });
  }
  if (round.eliminated.length === 0) return line;
  const options = listedUpTo(round.eliminated.map(name), 3, t);
  return t('polls.result.roundOut', { line, options });
}
