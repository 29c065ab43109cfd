import { readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

/** The 19th field of proc(5) stat: the priority of that thread. */
const program = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { readFileSync, readlinkSync } = require('node:fs');
  const nice = () => {
    const stat = readFileSync('/proc/' + readlinkSync('/proc/thread-self') + '/stat', 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  };
  const before = nice();
  import(workerData.tsx).then((tsx) => tsx.register()).then(() => import(workerData.module)).then((module) => {
    module.takeBackgroundPriority();
    parentPort.postMessage({ before, after: nice() });
  });
`;

test.runIf(process.platform === 'linux')(
  'a thread steps back, and the others of the process do not',
  async () => {
    const own = getPriority();
    const data = {
      tsx: import.meta.resolve('tsx/esm/api'),
      module: new URL('../../src/platform/background-priority.ts', import.meta.url).href,
    };
    const told = await new Promise((resolve, reject) => {
      const worker = new Worker(program, { eval: true, workerData: data });
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    expect(told).toEqual({ before: own, after: 10 });
    expect(getPriority()).toBe(own);
    expect(Number(readFileSync('/proc/self/stat', 'utf8').split(') ')[1]!.split(' ')[16])).toBe(own);
  },
);
