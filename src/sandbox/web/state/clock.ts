import { useEffect, useReducer } from 'preact/hooks';
import { createStore } from './store.ts';

/** How far the sandbox's clock is ahead of this browser's, in milliseconds. */
export const clock = createStore({ offset: 0 });

export const sandboxNow = (): number => Date.now() + clock.get().offset;

/** Takes the server's word for what time it is. Small differences are only the way of the packet. */
export function setSandboxNow(now: number | string | undefined): void {
  const stamp = typeof now === 'string' ? Date.parse(now) : now;
  if (stamp === undefined || Number.isNaN(stamp)) return;
  const offset = stamp - Date.now();
  if (Math.abs(offset - clock.get().offset) > 1500) clock.set(() => ({ offset }));
}

/** The sandbox's time, fresh every `everyMs` milliseconds and at once when the clock is moved. */
export function useNow(everyMs: number): number {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(() => redraw(undefined), everyMs);
    const stop = clock.subscribe(() => redraw(undefined));
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [everyMs]);
  return sandboxNow();
}
