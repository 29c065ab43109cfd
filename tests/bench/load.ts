import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PressResult } from '../../src/sandbox/interactions/press.ts';

/** The `index`-th press of a run, 0 and up. */
export type Press = (index: number) => Promise<PressResult>;

export interface Load {
  /** Milliseconds from dispatch to callback, of the answered ones. */
  latencies: number[];
  /** Instants of dispatch, in order (performance.now). */
  startedAt: number[];
  /** Presses without a valid answer within 3 s. */
  late: number;
  /** Presses that the sandbox would not send. */
  refused: number;
  seconds: number;
  /** How much of a core sandbox and generator took, 0 to 1 and above. */
  generatorLoad: number;
  /** 99th percentile of the delay of the generator's own event loop, ms. */
  generatorDelay: number;
}

/** `rate` presses a second, evenly, for `seconds`; each dispatched on time whether or not earlier ones are answered. */
export function paced(press: Press, rate: number, seconds: number): Promise<Load> {
  return measured(press, async (start) => {
    const began = performance.now();
    const total = Math.round(rate * seconds);
    const pending: Promise<void>[] = [];
    while (pending.length < total) {
      const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * rate) + 1);
      while (pending.length < due) pending.push(start());
      await sleep(1);
    }
    await Promise.all(pending);
  });
}

/** `width` presses under way at any time, for `seconds`. */
export function closedLoop(press: Press, width: number, seconds: number): Promise<Load> {
  return measured(press, async (start) => {
    const end = performance.now() + seconds * 1000;
    const worker = async (): Promise<void> => {
      while (performance.now() < end) await start();
    };
    await Promise.all(Array.from({ length: width }, worker));
  });
}

/** `count` presses at once. */
export function burst(press: Press, count: number): Promise<Load> {
  return measured(press, async (start) => {
    await Promise.all(Array.from({ length: count }, start));
  });
}

async function measured(press: Press, run: (start: () => Promise<void>) => Promise<void>): Promise<Load> {
  const load: Load = {
    latencies: [],
    startedAt: [],
    late: 0,
    refused: 0,
    seconds: 0,
    generatorLoad: 0,
    generatorDelay: 0,
  };
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const cpu = process.cpuUsage();
  const began = performance.now();
  await run(async () => {
    const index = load.startedAt.push(performance.now()) - 1;
    try {
      const { result, latency } = await press(index);
      if (result === 'failure') load.late += 1;
      else load.latencies.push(latency);
    } catch {
      load.refused += 1;
    }
  });
  load.seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  load.generatorLoad = (user + system) / 1e6 / load.seconds;
  load.generatorDelay = delay.percentile(99) / 1e6;
  delay.disable();
  return load;
}
