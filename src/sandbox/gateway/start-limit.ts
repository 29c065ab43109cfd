/** Session starts a day, and how many shards may identify within five seconds. */
export interface StartLimit {
  readonly total: number;
  readonly maxConcurrency: number;
  remaining(): number;
  /** Milliseconds until the count starts again. */
  resetAfter(): number;
  /** Counts an IDENTIFY: `false` where it came too soon after others of its concurrency bucket. */
  take(shardId: number): boolean;
  /** For tests of a bot that meets an exhausted limit. */
  setRemaining(count: number): void;
}

const DAY_MS = 86_400_000;
const WINDOW_MS = 5000;
const TOTAL = 1000;

export function startLimit(now: () => number, maxConcurrency: number): StartLimit {
  let used = 0;
  let resetsAt = 0;
  const latest = new Map<number, number>();
  const renew = (): void => {
    if (now() < resetsAt) return;
    used = 0;
    resetsAt = now() + DAY_MS;
  };
  return {
    total: TOTAL,
    maxConcurrency,
    remaining() {
      renew();
      return Math.max(0, TOTAL - used);
    },
    resetAfter() {
      renew();
      return resetsAt - now();
    },
    take(shardId) {
      renew();
      used += 1;
      const key = shardId % maxConcurrency;
      const before = latest.get(key);
      latest.set(key, now());
      return maxConcurrency > 1 || before === undefined || now() - before >= WINDOW_MS;
    },
    setRemaining(count) {
      renew();
      used = TOTAL - count;
    },
  };
}
