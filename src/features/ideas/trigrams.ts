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

/** Every three characters in a row. */
export function trigramsOf(text: string): Set<string> {
  const characters = [...folded(text)];
  return new Set(characters.slice(2).map((_, at) => characters.slice(at, at + 3).join('')));
}

/** How much of their trigrams two texts share: 1 for the same text, 0 for nothing in common. */
export function likeness(one: string, other: string): number {
  const [a, b] = [ofWords(one), ofWords(other)];
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const each of a) if (b.has(each)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** Word by word with an edge around each, so that the order of words counts for little. */
function ofWords(text: string): Set<string> {
  return new Set(wordsOf(text).flatMap((word) => [...trigramsOf(`_${word}_`)]));
}

/**
 * The trigrams to look up, the rarest of each word in turn, until together they stand in more than `most` titles.
 * `frequency`: how many titles hold each; what is in none finds nothing.
 */
export function rarest(title: string, frequency: ReadonlyMap<string, number>, most: number): string[] {
  const often = (trigram: string) => frequency.get(trigram) ?? 0;
  const lists = wordsOf(title)
    .map((word) => [...trigramsOf(` ${word} `)])
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
