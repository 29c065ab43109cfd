/** Before so many earlier periods nothing is called usual. */
const FEWEST = 3;
/** From so many on the middle tells more than the ends. */
const ENOUGH = 6;
/** Makes the median of the distances to the median comparable to a standard deviation. */
const MAD_SCALE = 1.4826;

/**
 * Where most of earlier values lie. Of three to five the least and the greatest; of six or more the median, and about a
 * standard deviation to each side, estimated from medians so that one wild week changes nothing. Never below 0; whole
 * for whole numbers. Undefined: they are too few to say.
 */
export function usualOf(past: readonly number[]): { low: number; high: number } | undefined {
  if (past.length < FEWEST) return undefined;
  if (past.length < ENOUGH) return { low: Math.min(...past), high: Math.max(...past) };
  const middle = median(past);
  const spread = MAD_SCALE * median(past.map((value) => Math.abs(value - middle)));
  const [low, high] = [Math.max(0, middle - spread), middle + spread];
  return past.every(Number.isInteger) ? { low: Math.floor(low), high: Math.ceil(high) } : { low, high };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  return (lower + upper) / 2;
}
