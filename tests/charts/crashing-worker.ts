import { parentPort } from 'node:worker_threads';
import type { ThreadRequest } from '../../src/platform/work-thread.ts';

/** A drawing thread whose behaviour is in the title of the chart. */
parentPort?.on('message', ({ id, work: { title } }: ThreadRequest<{ title: string }>) => {
  if (title === 'crash') process.exit(3);
  if (title === 'throw') throw new Error('thrown in the thread');
  if (title === 'hang') for (;;);
  if (title === 'refuse') parentPort?.postMessage({ id, problem: 'no ink' }, []);
  else parentPort?.postMessage({ id, done: Buffer.from(title) }, []);
});
