import type { Cell } from '../../shared/csv.ts';
import type { Ballot, Poll, Tally } from './model.ts';
import type { ExportWords } from './ports.ts';
import { isTooFew } from './tally.ts';

/** One line of an open poll's export. */
export interface ExportedVote {
  userId: string;
  ballot: Ballot;
  weight: number;
  castAt: number;
}

/** A line per voter and chosen option: who, what, with which weight, when (UTC, ISO 8601). */
export function voteRows(
  poll: Pick<Poll, 'kind' | 'options'>,
  votes: Iterable<ExportedVote>,
  words: ExportWords,
  nameOf: (userId: string) => string | undefined,
): Cell[][] {
  const ranked = poll.kind === 'ranked';
  const titles = [words.voterId, words.voter, words.choice, ...(ranked ? [words.rank] : []), words.weight];
  const rows: Cell[][] = [[...titles, words.votedAt]];
  for (const { userId, ballot, weight, castAt } of votes) {
    for (const [place, option] of ballot.entries()) {
      const choice = optionText(poll, option);
      const rank = ranked ? [place + 1] : [];
      // A long number would be rounded by a spreadsheet, so the id is text that cannot be taken for one.
      rows.push([
        `id:${userId}`,
        nameOf(userId) ?? '',
        choice,
        ...rank,
        weight,
        new Date(castAt).toISOString(),
      ]);
    }
  }
  return rows;
}

/** Counts only; under 5 votes in a poll that is not open, not even those. */
export function countRows(
  poll: Pick<Poll, 'options' | 'privacy'>,
  tally: Tally,
  words: ExportWords,
): Cell[][] {
  const withheld = isTooFew(poll, tally.voters);
  const counts = poll.options.map((_, option): Cell[] => {
    const label = optionText(poll, option);
    if (withheld) return [label, words.tooFew, words.tooFew];
    return [label, tally.counts[option] ?? 0, tally.weights[option] ?? 0];
  });
  const total = [words.total, tally.voters, withheld ? words.tooFew : tally.weight];
  return [[words.option, words.votes, words.weight], ...counts, total];
}

function optionText(poll: Pick<Poll, 'options'>, option: number): string {
  const { label = '', emoji } = poll.options[option] ?? {};
  return emoji === undefined ? label : `${emoji} ${label}`;
}
