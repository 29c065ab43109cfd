import { folded, foldedClean } from '../../shared/text.ts';

/** The words that were typed; of a long text the first ten. */
export function wordsOf(text: string): string[] {
  return splitWords(folded(text));
}

function splitWords(text: string): string[] {
  return [...new Set(text.split(' '))].filter((word) => word !== '').slice(0, 10);
}

/** Every three characters of a word in a row, with an edge around it. */
function trigramsOf(word: string): string[] {
  // By code points, as the index does.
  const characters = Array.from(` ${word} `);
  const trigrams: string[] = [];
  for (let at = 2; at < characters.length; at += 1) {
    trigrams.push(`${characters[at - 2]}${characters[at - 1]}${characters[at]}`);
  }
  return trigrams;
}

/** Word by word, so that their order counts for little. */
export function wordTrigrams(text: string): Set<string> {
  return new Set(wordsOf(text).flatMap(trigramsOf));
}

/**
 * What a trigram tells. What stands in many of the `titles` (articles, prepositions, what everybody writes about) tells
 * little; `frequency`: in how many of them each one stands.
 */
export function weightIn(
  frequency: ReadonlyMap<string, number>,
  titles: number,
): (trigram: string) => number {
  return (trigram) => Math.log(1 + titles / (1 + (frequency.get(trigram) ?? 0)));
}

/** An even match of two titles says less than that one holds what the other tells. */
const EVENLY = 0.8;

/**
 * How alike a stored title is, 0 to 1: how much of what this one tells it holds, or how evenly the two match
 * (Dice's coefficient), because a longer title says more than a short one can hold.
 */
export function likeness(title: string, weight: (trigram: string) => number): (other: string) => number {
  const weights = new Map([...wordTrigrams(title)].map((trigram) => [trigram, weight(trigram)]));
  const whole = [...weights.values()].reduce((sum, each) => sum + each, 0);
  return (other) => {
    const own = new Set(splitWords(foldedClean(other)).flatMap(trigramsOf));
    let [shared, common] = [0, 0];
    for (const trigram of own) {
      const each = weights.get(trigram);
      if (each === undefined) continue;
      shared += each;
      common += 1;
    }
    const evenly = (2 * common) / (weights.size + own.size);
    return whole === 0 ? 0 : Math.max(shared / whole, evenly * EVENLY);
  };
}

/**
 * The trigrams to look up, the rarest of each word in turn, until together they stand in more than `most` titles.
 * `frequency`: how many titles hold each; what is in none finds nothing.
 */
export function rarest(title: string, frequency: ReadonlyMap<string, number>, most: number): string[] {
  const often = (trigram: string) => frequency.get(trigram) ?? 0;
  const lists = wordsOf(title)
    .map((word) => [...new Set(trigramsOf(word))])
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
