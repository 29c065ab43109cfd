import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTicker, type Ticker } from '../../src/platform/ticker.ts';

describe('a ticker', () => {
  let ticker: Ticker | undefined;
  const errors: unknown[] = [];
  const ticking = (run: () => Promise<void> | void) => {
    ticker = startTicker({ everyMs: 100, run, onError: (error) => errors.push(error) });
    return ticker;
  };

  beforeEach(() => {
    errors.length = 0;
    vi.useFakeTimers();
  });
  afterEach(async () => {
    await Promise.all([ticker?.stop(), vi.advanceTimersByTimeAsync(1_000)]);
    vi.useRealTimers();
  });

  it('never runs twice at once, however long a run takes', async () => {
    let atOnce = 0;
    let most = 0;
    let runs = 0;
    ticking(async () => {
      most = Math.max(most, (atOnce += 1));
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 350));
      atOnce -= 1;
    });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(most).toBe(1);
    expect(runs).toBe(5);
  });

  it('goes on after a run that failed, and says so', async () => {
    let runs = 0;
    ticking(() => {
      runs += 1;
      throw new Error(`run ${runs}`);
    });
    await vi.advanceTimersByTimeAsync(250);
    expect(runs).toBe(2);
    expect(errors.map(String)).toEqual(['Error: run 1', 'Error: run 2']);
  });

  it('runs at once when woken, and once more when woken during a run', async () => {
    let runs = 0;
    const woken = ticking(async () => {
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
    });
    woken.wake();
    await vi.advanceTimersByTimeAsync(10);
    expect(runs).toBe(1);
    woken.wake();
    woken.wake();
    await vi.advanceTimersByTimeAsync(50);
    expect(runs).toBe(2);
  });

  it('waits for the run under way when it stops, and never runs again', async () => {
    let finished = 0;
    const stopping = ticking(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      finished += 1;
    });
    await vi.advanceTimersByTimeAsync(110);
    expect(finished).toBe(0);
    const stopped = stopping.stop();
    await vi.advanceTimersByTimeAsync(50);
    await stopped;
    expect(finished).toBe(1);
    stopping.wake();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(finished).toBe(1);
  });
});
