import type { Ballot, RunoffRound } from './model.ts';

/** Ballots that read the same, counted together. */
export interface RankedBallots {
  ranking: Ballot;
  weight: number;
}

export interface Runoff {
  /** One winner; several when they tie; none without ballots. Ascending option indexes. */
  winners: readonly number[];
  rounds: readonly RunoffRound[];
}

/** How much the search for all orders (3c) may count, so that no poll holds up the others: some 50 ms. */
const MOST_ROUNDS = 1_000;
const MOST_LOOKS = 500_000;

/**
 * Instant-runoff counting. In every round each ballot counts, with its weight, for its best option still in
 * the race; a ballot without one is exhausted. Then
 * 1. an option with more than half of the weight that is not exhausted wins;
 * 2. if two options are left and have the same weight, they tie, and both are the winners;
 * 3. otherwise the option with the least weight drops out. If several have the least:
 *    a. all of them drop out together if their weights add up to less than the next option's: even together
 *       they could not overtake it, so their order cannot matter;
 *    b. otherwise the one that had the least weight in the first round drops out; where that is equal too,
 *       the second round decides among those, and so on (forwards, from the first preferences);
 *    c. if they were equal in every round, nothing fair tells them apart and no lot is drawn: counting goes on
 *       for each of them in turn. The winners are all who win in at least one such order: one if every order
 *       agrees, otherwise a tie. The rounds shown end there (`undecided`). Where there are too many orders to
 *       try (some ten options that tie in everything), all options left tie.
 * So an earlier round can decide who drops out, but never who wins. No rule looks at an option's place in the list.
 */
export function countRunoff(options: number, ballots: readonly RankedBallots[]): Runoff {
  const all = Array.from({ length: options }, (_, option) => option);
  if (!ballots.some((each) => each.ranking.length > 0 && each.weight > 0)) return { winners: [], rounds: [] };
  const search: Search = {
    ballots,
    options,
    known: new Map(),
    roundsLeft: MOST_ROUNDS,
    looksLeft: MOST_LOOKS,
  };
  const rounds: RunoffRound[] = [];
  let race: readonly number[] = all;
  for (;;) {
    const { round, winners } = countRound(search, race, rounds);
    rounds.push(round);
    if (winners) return { winners, rounds };
    if (round.undecided.length > 0) {
      const found = winnersInAnyOrder(search, race, rounds);
      return { winners: isExhausted(search) ? race : found, rounds };
    }
    race = race.filter((option) => !round.eliminated.includes(option));
  }
}

interface Search {
  ballots: readonly RankedBallots[];
  options: number;
  /** Winners by what decides the rest of a count: who is left, and who ties in all rounds so far. */
  known: Map<string, readonly number[]>;
  roundsLeft: number;
  looksLeft: number;
}

function isExhausted({ roundsLeft, looksLeft }: Search): boolean {
  return roundsLeft <= 0 || looksLeft <= 0;
}

/** Counts one round of `race`; `before` are the rounds that led here. */
function countRound(
  search: Search,
  race: readonly number[],
  before: readonly RunoffRound[],
): { round: RunoffRound; winners: readonly number[] | undefined } {
  const { weights, exhausted } = firstPreferences(search, race);
  const totals = race.map((option) => ({ option, weight: weights[option] ?? 0 }));
  const round: RunoffRound = { totals, eliminated: [], exhausted, undecided: [] };
  const sorted = totals.toSorted((a, b) => a.weight - b.weight);
  const most = sorted.at(-1)?.weight ?? 0;
  const least = sorted[0]?.weight ?? 0;
  const active = totals.reduce((sum, each) => sum + each.weight, 0);
  if (most * 2 > active) return { round, winners: optionsWith(totals, most) };
  if (race.length === 2) return { round, winners: race };
  const last = optionsWith(totals, least);
  const next = sorted[last.length]?.weight ?? 0;
  const dropping = least * last.length < next ? last : leastBefore(last, before);
  const undecided = dropping.length > 1 && dropping !== last ? dropping : [];
  return {
    round: { ...round, eliminated: undecided.length > 0 ? [] : dropping, undecided },
    winners: undefined,
  };
}

/** Those of `tied` that earlier rounds put last, looking forwards from the first round. A new array. */
function leastBefore(tied: readonly number[], rounds: readonly RunoffRound[]): readonly number[] {
  let left = [...tied];
  for (const round of rounds) {
    const then = round.totals.filter((each) => left.includes(each.option));
    left = optionsWith(then, Math.min(...then.map((each) => each.weight)));
  }
  return left;
}

function firstPreferences(search: Search, race: readonly number[]): { weights: number[]; exhausted: number } {
  const running = new Set(race);
  const weights = Array.from({ length: search.options }, () => 0);
  let exhausted = 0;
  for (const { ranking, weight } of search.ballots) {
    const choice = ranking.find((option) => running.has(option));
    if (choice === undefined) exhausted += weight;
    else weights[choice] = (weights[choice] ?? 0) + weight;
  }
  return { weights, exhausted };
}

/** Goes on from a round that nothing decides, once for each order, and gathers the winners. */
function winnersInAnyOrder(
  search: Search,
  race: readonly number[],
  rounds: readonly RunoffRound[],
): readonly number[] {
  const key = `${race.join(',')}|${historyKey(race, rounds)}`;
  const known = search.known.get(key);
  if (known) return known;
  if (isExhausted(search)) return race;
  const found = new Set<number>();
  for (const dropped of rounds.at(-1)?.undecided ?? []) {
    for (const winner of finish(search, race, rounds, dropped)) found.add(winner);
  }
  const winners = [...found].sort((a, b) => a - b);
  search.known.set(key, winners);
  return winners;
}

function finish(
  search: Search,
  race: readonly number[],
  rounds: readonly RunoffRound[],
  dropped: number,
): readonly number[] {
  const history = [...rounds];
  let left = race.filter((option) => option !== dropped);
  for (;;) {
    search.roundsLeft -= 1;
    search.looksLeft -= search.ballots.length;
    const { round, winners } = countRound(search, left, history);
    history.push(round);
    if (winners) return winners;
    if (round.undecided.length > 0) return winnersInAnyOrder(search, left, history);
    left = left.filter((option) => !round.eliminated.includes(option));
  }
}

/** How the options left compare in the rounds so far: all that step 3b can still look at. */
function historyKey(race: readonly number[], rounds: readonly RunoffRound[]): string {
  const left = new Set(race);
  return rounds
    .map((round) =>
      round.totals
        .filter((each) => left.has(each.option))
        .map((each) => each.weight)
        .join(','),
    )
    .join(';');
}

function optionsWith(totals: RunoffRound['totals'], weight: number): number[] {
  return totals.filter((each) => each.weight === weight).map((each) => each.option);
}
