export interface Ticker {
  /** Runs as soon as possible: now, or right after the run that is under way. */
  wake(): void;
  /** No further run; resolves when the one under way has ended. May be called again. */
  stop(): Promise<void>;
}

export interface TickerOptions {
  /** Real milliseconds from the end of one run to the start of the next, at most 2^31 - 1. */
  everyMs: number;
  run: () => Promise<void> | void;
  /** Hears what `run` threw; the ticker goes on. */
  onError: (error: unknown) => void;
}

/**
 * Calls `run` again and again in real time, never twice at once. It does not keep the process alive. What is due
 * is for `run` to find out from its Clock: the sandbox moves that one forward, real time only polls it.
 */
export function startTicker({ everyMs, run, onError }: TickerOptions): Ticker {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const schedule = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(start, delay);
    timer.unref();
  };

  const start = (): void => {
    running = runOnce().then(() => {
      running = undefined;
      if (!stopped) schedule(again ? 0 : everyMs);
    });
  };

  const runOnce = async (): Promise<void> => {
    again = false;
    try {
      await run();
    } catch (error) {
      onError(error);
    }
  };

  schedule(everyMs);
  return {
    wake() {
      if (stopped) return;
      if (running) again = true;
      else schedule(0);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
