import type { Timers } from '../platform/timers.ts';

export interface Watchdog {
  /** The gateway gave a sign of life. */
  alive(): void;
  stop(): void;
}

const looks = 15;

/**
 * Calls `onSilence` once when there was no sign of life for about `silenceMs` real milliseconds. It counts its
 * own looks instead of reading a clock, so that a clock that is moved, or a computer that slept, is no silence.
 */
export function watchdog(options: { silenceMs: number; timers: Timers; onSilence: () => void }): Watchdog {
  const { silenceMs, timers, onSilence } = options;
  let silentLooks = 0;
  let cancel = timers.after(silenceMs / looks, look);

  function look() {
    silentLooks += 1;
    if (silentLooks > looks) onSilence();
    else cancel = timers.after(silenceMs / looks, look);
  }

  return {
    alive() {
      silentLooks = 0;
    },
    stop: () => cancel(),
  };
}
