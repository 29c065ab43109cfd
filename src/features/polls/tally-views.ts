import type { Translate } from '../../i18n/translate.ts';
import type { Poll, PollSpec, Tally } from './model.ts';
import { choiceText, decimal, optionText, percent } from './words-views.ts';

/** Counts in words and bars of text: the live card, what a voter sees, and the table beside a picture. */

const barCells = 12;
/** A bar that shares its line with a name: short, or the line breaks on a phone. */
const shortBarCells = 6;
/** Beyond this many options an option and its bar share a line. */
const roomyOptions = 10;

/** A bar for a share from 0 to 1. Whatever has a vote shows at least one cell. */
export function bar(share: number, cells = barCells): string {
  const full = share > 0 ? Math.min(cells, Math.max(1, Math.round(share * cells))) : 0;
  return '▰'.repeat(full) + '▱'.repeat(cells - full);
}

/** UTF-16 units that an option's words may take so that all of them fit into `room`. */
function roomFor(options: number, room: number, besides: number): number {
  return Math.min(170, Math.max(14, Math.floor(room / Math.max(1, options)) - besides));
}

/** The options as a list, before anybody may see counts. At most about `room` units. */
export function optionLines(spec: Pick<PollSpec, 'kind' | 'options'>, room = 2200): string {
  if (spec.kind === 'rating') return '';
  const max = roomFor(spec.options.length, room, 6);
  return spec.options.map((option) => `• ${optionText(option, max)}`).join('\n');
}

/** The options with bars, percentages and counts. At most about `room` units. */
export function barLines(
  spec: Pick<PollSpec, 'kind' | 'options'>,
  tally: Tally,
  t: Translate,
  room = 2200,
): string {
  const roomy = spec.options.length <= roomyOptions;
  const max = roomFor(spec.options.length, room, barCells + 24);
  const lines = spec.options.map((option, index) => {
    const weight = tally.weights[index] ?? 0;
    const share = tally.weight > 0 ? weight / tally.weight : 0;
    const counted = t('polls.card.line', { percent: percent(weight, tally.weight, t), count: weight });
    const name = choiceText(spec.kind, option, index, max);
    if (spec.kind === 'rating') return `${name} ${bar(share)} ${counted}`;
    return roomy
      ? `**${name}**\n${bar(share)} ${counted}`
      : `${bar(share, shortBarCells)} ${counted} · ${name}`;
  });
  return (spec.kind === 'rating' ? lines.toReversed() : lines).join('\n');
}

/** The counts as a plain list, most first: stands beside the picture for those who cannot see it. */
export function tableLines(
  spec: Pick<PollSpec, 'kind' | 'options'>,
  tally: Tally,
  t: Translate,
  room: number,
): string {
  const max = roomFor(spec.options.length, room, 18);
  return ordered(spec, tally)
    .map((index) => {
      const weight = tally.weights[index] ?? 0;
      return t('polls.result.row', {
        option: choiceText(spec.kind, spec.options[index], index, max),
        count: weight,
        percent: percent(weight, tally.weight, t),
      });
    })
    .join('\n');
}

/** Option indexes, most first; a rating from five to one. */
export function ordered(spec: Pick<PollSpec, 'kind' | 'options'>, tally: Tally): number[] {
  const all = [...spec.options.keys()];
  if (spec.kind === 'rating') return all.toReversed();
  return all.toSorted((a, b) => (tally.weights[b] ?? 0) - (tally.weights[a] ?? 0));
}

/** The mean so far of a rating in words; undefined for other kinds or without votes. */
export function meanLine(poll: Pick<Poll, 'kind'>, tally: Tally, t: Translate): string | undefined {
  if (poll.kind !== 'rating' || tally.weight === 0) return undefined;
  const sum = tally.weights.reduce((total, weight, index) => total + weight * (index + 1), 0);
  return t('polls.card.mean', { mean: decimal(sum / tally.weight, t) });
}
