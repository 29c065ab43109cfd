import { parentPort } from 'node:worker_threads';
import type { DrawRequest } from '../../src/charts/worker-messages.ts';

/** A drawing thread whose behaviour is in the title of the chart. */
parentPort?.on('message', ({ id, chart }: DrawRequest) => {
  if (chart.title === 'crash') process.exit(3);
  if (chart.title === 'throw') throw new Error('thrown in the thread');
  if (chart.title === 'hang') for (;;);
  if (chart.title === 'refuse') parentPort?.postMessage({ id, problem: 'no ink' }, []);
  else parentPort?.postMessage({ id, png: Buffer.from(chart.title) }, []);
});
