import type { Clock } from '../../platform/clock.ts';
import type { Timers } from '../../platform/timers.ts';
import type { HeardEvent } from './events.ts';

/** Real ms. So much of somebody's time in a voice channel is lost when the process is killed. */
const LOOK_EVERY_MS = 60_000;

/** Counts everybody who is in a voice channel once a minute, from the first on who comes. */
export function voiceClock(deps: { clock: Clock; timers: Timers; push: (event: HeardEvent) => void }) {
  const { clock, timers, push } = deps;
  let runs = false;
  const look = (): void => {
    push({ what: 'voice-look', at: clock.now() });
    timers.after(LOOK_EVERY_MS, look);
  };
  return {
    /** Nothing if it runs already. */
    start(): void {
      if (runs) return;
      runs = true;
      timers.after(LOOK_EVERY_MS, look);
    },
  };
}
