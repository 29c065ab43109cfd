/** Real timers as a parameter. They do not keep the process alive and know nothing of an AdjustableClock. */
export interface Timers {
  /** Calls `run` once after `ms` real milliseconds (at most 2^31 - 1); the answer cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** Timers of a part that ends before the process does. */
export interface EndingTimers extends Timers {
  /** None runs any more, whether it is set already or not. */
  end(): void;
}

export function endingTimers(timers: Timers): EndingTimers {
  let ended = false;
  return {
    after: (ms, run) => (ended ? () => {} : timers.after(ms, () => void (ended || run()))),
    end() {
      ended = true;
    },
  };
}

export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
