import { describe, expect, it } from 'vitest';
import { systemMonotonic } from '../../src/platform/monotonic.ts';
import { orderlyShutdown, type StepReport } from '../../src/platform/shutdown.ts';

const forever = () => new Promise<void>(() => {});

describe('the shutdown', () => {
  it('takes its steps in order and goes on past one that fails or hangs', async () => {
    const done: string[] = [];
    const heard: StepReport[] = [];
    const shutDown = orderlyShutdown({
      monotonic: systemMonotonic,
      onStep: (report) => heard.push(report),
      steps: [
        { name: 'gateway', withinMs: 1_000, run: () => void done.push('gateway') },
        { name: 'jobs', withinMs: 1_000, run: () => Promise.reject(new Error('no')) },
        { name: 'messages', withinMs: 20, run: forever },
        { name: 'database', withinMs: 1_000, run: () => void done.push('database') },
      ],
    });
    await shutDown();
    expect(done).toEqual(['gateway', 'database']);
    expect(heard.map(({ name, outcome }) => `${name}: ${outcome}`)).toEqual([
      'gateway: done',
      'jobs: failed',
      'messages: too late',
      'database: done',
    ]);
  });

  it('never takes longer than the whole allows, but starts every step', async () => {
    let now = 0;
    const started: string[] = [];
    const hang = (name: string) => () => {
      started.push(name);
      now += 6_000;
      return forever();
    };
    const shutDown = orderlyShutdown({
      monotonic: () => now,
      onStep: () => {},
      withinMs: 5_000,
      steps: ['one', 'two', 'three'].map((name) => ({ name, withinMs: 10, run: hang(name) })),
    });
    await shutDown();
    expect(started).toEqual(['one', 'two', 'three']);
  });

  it('happens once, whoever asks for it again', async () => {
    let times = 0;
    const shutDown = orderlyShutdown({
      monotonic: systemMonotonic,
      onStep: () => {},
      steps: [{ name: 'only', withinMs: 1_000, run: () => void (times += 1) }],
    });
    await Promise.all([shutDown(), shutDown()]);
    await shutDown();
    expect(times).toBe(1);
  });
});
