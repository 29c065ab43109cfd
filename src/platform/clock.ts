/** The only source of the present. Instants are UTC milliseconds since 1970. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that runs with the system's but can be moved forward: the sandbox and its bot share one. */
export interface AdjustableClock extends Clock {
  /** Moves the clock forward by `ms` milliseconds. A clock never goes back: a negative value throws RangeError. */
  advance(ms: number): void;
  /** Milliseconds that this clock is ahead of the system's. */
  readonly offset: number;
}

export function adjustableClock(base: Clock = systemClock): AdjustableClock {
  let offset = 0;
  return {
    now: () => base.now() + offset,
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`a clock only moves forward, not by ${ms} ms`);
      offset += ms;
    },
    get offset() {
      return offset;
    },
  };
}
