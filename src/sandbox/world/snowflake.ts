import type { Clock } from '../../platform/clock.ts';

const DISCORD_EPOCH = 1_420_070_400_000;

/** Milliseconds since 1970 at which a snowflake was made. */
export function instantOf(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH;
}

/** The smallest snowflake of an instant (UTC ms). */
export function snowflakeAt(instant: number): bigint {
  return BigInt(Math.max(0, instant - DISCORD_EPOCH)) << 22n;
}

/** Orders snowflakes by number without parsing them. */
export function compareSnowflakes(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Makes ids that carry the clock's instant and only ever grow. */
export function snowflakes(clock: Clock): () => string {
  let last = 0n;
  return () => {
    const first = snowflakeAt(clock.now());
    last = first > last ? first : last + 1n;
    return last.toString();
  };
}
