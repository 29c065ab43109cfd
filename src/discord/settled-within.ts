import type { Timers } from '../platform/timers.ts';

/** Whether a promise is settled, one way or the other, within `ms` real milliseconds. Never rejects. */
export function settledWithin(promise: Promise<unknown>, ms: number, timers: Timers): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = timers.after(Math.max(0, ms), () => resolve(false));
    const settled = () => {
      cancel();
      resolve(true);
    };
    promise.then(settled, settled);
  });
}
