import { expect, test } from 'vitest';
import { endingTimers, type Timers } from '../../src/platform/timers.ts';

test('timers of a part that has ended run no more, whether they were set before or after', () => {
  const due: (() => void)[] = [];
  const cancelled: number[] = [];
  const timers: Timers = {
    after(ms, run) {
      due.push(run);
      return () => void cancelled.push(ms);
    },
  };
  const ran: string[] = [];
  const part = endingTimers(timers);
  part.after(1, () => void ran.push('in time'));
  const cancel = part.after(2, () => void ran.push('too late'));
  due[0]?.();
  cancel();
  part.end();
  due[1]?.();
  part.after(3, () => void ran.push('after the end'))();
  due.forEach((run) => run());
  expect(ran).toEqual(['in time']);
  expect(due).toHaveLength(2);
  expect(cancelled).toEqual([2]);
});
