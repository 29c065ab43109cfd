/** Snowflakes count milliseconds from the first second of 2015. */
const EPOCH = 1_420_070_400_000;

/**
 * Makes snowflakes for instants (UTC ms). No two are alike as long as fewer than 4,096 are asked for within
 * one millisecond; ids of later instants are greater.
 */
export function snowflakes(): (at: number) => string {
  const used = new Map<number, number>();
  return (at) => {
    const increment = used.get(at) ?? 0;
    used.set(at, increment + 1);
    return ((BigInt(at - EPOCH) << 22n) | BigInt(increment)).toString();
  };
}

export const iso = (at: number): string => new Date(at).toISOString();
