import type { Chart } from '../../charts/types.ts';
import { limits } from '../../discord/limits.ts';
import { plain } from '../../discord/words.ts';
import type { Translate } from '../../i18n/translate.ts';
import { cutGraphemes } from '../../shared/text.ts';
import type { Poll, PollResult } from './model.ts';
import { ordered } from './tally-views.ts';
import { optionPlain, percent, votesText } from './words-views.ts';

interface Bar {
  option: number;
  value: number;
  note: string;
}

/** The picture of a result as plain data; undefined where there is nothing to draw. */
export function resultChart(poll: Poll, result: PollResult, t: Translate): Chart | undefined {
  if (result.voters === 0 || result.tooFew) return undefined;
  const votes = votesText(result.voters, result.weight, t);
  return {
    kind: 'bars',
    title: plain(poll.question, 300),
    bars: bars(poll, result, t).map(({ option, value, note }) => ({
      label: label(poll, option, 80),
      value,
      note,
      highlight: result.winners.includes(option),
    })),
    footer: t('polls.result.chartFooter', { number: String(poll.id), votes }),
  };
}

/** The same in words, for people who cannot see the picture. */
export function chartAlt(poll: Poll, result: PollResult, t: Translate): string {
  const spoken = bars(poll, result, t).map(({ option, note }) => `${label(poll, option, 60)} ${note}`);
  return cutGraphemes(
    t('polls.result.chartAlt', { question: plain(poll.question, 200), bars: spoken.join(', ') }),
    limits.altText,
  );
}

function label(poll: Poll, option: number, max: number): string {
  return poll.kind === 'rating' ? `${option + 1} ⭐` : optionPlain(poll.options[option], max);
}

/** A ranking shows what each option had when it was last in the race; the others their votes. */
function bars(poll: Poll, result: PollResult, t: Translate): Bar[] {
  if (poll.kind === 'ranked') return runoffBars(poll, result);
  return ordered(poll, result.tally).map((option) => {
    const value = result.tally.weights[option] ?? 0;
    const share = percent(value, result.tally.weight, t);
    return { option, value, note: t('polls.result.barNote', { count: value, percent: share }) };
  });
}

function runoffBars(poll: Poll, result: PollResult): Bar[] {
  const standing = new Map<number, { value: number; round: number }>();
  for (const [round, { totals }] of result.rounds.entries()) {
    for (const { option, weight } of totals) standing.set(option, { value: weight, round });
  }
  return [...poll.options.keys()]
    .map((option) => {
      const { value, round } = standing.get(option) ?? { value: 0, round: -1 };
      return { option, value, round };
    })
    .toSorted((a, b) => b.round - a.round || b.value - a.value)
    .map(({ option, value }) => ({ option, value, note: String(value) }));
}
