/** Real timers as a parameter. They do not keep the process alive and know nothing of an AdjustableClock. */
export interface Timers {
  /** Calls `run` once after `ms` real milliseconds (at most 2^31 - 1); the answer cancels it. */
  after(ms: number, run: () => void): () => void;
}

export const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
