import { plainLine } from '../../shared/text.ts';

/** As the index folds it: lower case, without accents. */
export function folded(text: string): string {
  return plainLine(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036F]+/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** The words that were typed; a long text is cut to its first ten. */
export function wordsOf(text: string): string[] {
  return [...new Set(folded(text).split(' '))].filter((word) => word !== '').slice(0, 10);
}

/** Every three characters in a row, the edge included. */
function trigramsOf(word: string, edge: string): Set<string> {
  const characters = [...`${edge}${word}${edge}`];
  return new Set(characters.slice(2).map((_, at) => characters.slice(at, at + 3).join('')));
}

/** Word by word, with an edge around each, so that their order counts for little. */
export function wordTrigrams(text: string): Set<string> {
  return new Set(wordsOf(text).flatMap((word) => [...trigramsOf(word, ' ')]));
}

/**
 * How much of one title another one holds, 0 to 1. What stands in many of the `titles` (articles, prepositions, what
 * everybody writes about) counts for little; `frequency`: in how many of them each trigram stands.
 */
export function likeness(
  title: string,
  frequency: ReadonlyMap<string, number>,
  titles: number,
): (other: string) => number {
  const weights = [...wordTrigrams(title)].map(
    (trigram) => [trigram, Math.log(1 + titles / (1 + (frequency.get(trigram) ?? 0)))] as const,
  );
  const whole = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return (other) => {
    const own = wordTrigrams(other);
    const shared = weights.reduce((sum, [trigram, weight]) => (own.has(trigram) ? sum + weight : sum), 0);
    return whole === 0 ? 0 : shared / whole;
  };
}

/**
 * The trigrams to look up, the rarest of each word in turn, until together they stand in more than `most` titles.
 * `frequency`: how many titles hold each; what is in none finds nothing.
 */
export function rarest(title: string, frequency: ReadonlyMap<string, number>, most: number): string[] {
  const often = (trigram: string) => frequency.get(trigram) ?? 0;
  const lists = wordsOf(title)
    .map((word) => [...trigramsOf(word, ' ')])
    .map((list) => list.filter((each) => frequency.has(each)).sort((a, b) => often(a) - often(b)))
    .filter((list) => list.length > 0)
    .sort((a, b) => often(a[0] ?? '') - often(b[0] ?? ''));
  const chosen = new Set<string>();
  let read = 0;
  for (let turn = 0; lists.some((list) => list.length > turn); turn += 1) {
    for (const list of lists) {
      const next = list[turn];
      if (next === undefined || chosen.has(next)) continue;
      read += often(next);
      if (read > most && chosen.size > 0) return [...chosen];
      chosen.add(next);
    }
  }
  return [...chosen];
}
