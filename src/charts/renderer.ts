import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Chart, ChartRenderer } from './types.ts';
import type { DrawAnswer, DrawRequest } from './worker-messages.ts';

export interface RendererOptions {
  /** The thread ends after this many ms without work. Its heap is given back; the canvas library, once loaded, stays (about 50 MiB). */
  idleMs?: number;
  /** A chart that takes longer is given up, and its thread with it. */
  timeoutMs?: number;
  /** Charts that may wait; the next is refused. */
  queueLimit?: number;
  /** Where the fonts' packages are; by default the nearest node_modules that has them. */
  nodeModules?: string;
  /** Where the thread's program is. */
  workerUrl?: URL;
}

interface Job {
  chart: Chart;
  resolve(png: Buffer): void;
  reject(error: Error): void;
}

/**
 * Draws in a thread of its own, one chart after the other. The thread starts with the first chart, ends when
 * idle, and is replaced when it crashes or hangs; only the chart at hand is lost then.
 */
export function chartRenderer(options: RendererOptions = {}): ChartRenderer {
  const { idleMs = 60_000, timeoutMs = 15_000, queueLimit = 200 } = options;
  const waiting: Job[] = [];
  let current: { job: Job; id: number; timer: NodeJS.Timeout } | undefined;
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;
  let lastId = 0;

  function start(): Worker {
    const thread = startThread(options);
    thread.on('message', (answer: DrawAnswer) => {
      if (answer.id !== current?.id) return;
      finish(
        'png' in answer ? toBuffer(answer.png) : new Error(`the chart could not be drawn: ${answer.problem}`),
      );
    });
    thread.on('error', (error) => lose(thread, error));
    thread.on('exit', (code) => lose(thread, new Error(`the drawing thread ended with code ${code}`)));
    return thread;
  }

  function lose(thread: Worker, error: Error): void {
    if (thread !== worker) return;
    worker = undefined;
    finish(error);
  }

  function finish(outcome: Buffer | Error): void {
    if (current) {
      clearTimeout(current.timer);
      const { job } = current;
      current = undefined;
      if (outcome instanceof Error) job.reject(outcome);
      else job.resolve(outcome);
    }
    next();
  }

  function next(): void {
    if (current || closed) return;
    clearTimeout(idle);
    const job = waiting.shift();
    if (!job) {
      worker?.unref();
      idle = setTimeout(() => void stop(), idleMs).unref();
      return;
    }
    worker ??= start();
    worker.ref();
    lastId += 1;
    current = { job, id: lastId, timer: setTimeout(giveUp, timeoutMs) };
    const request: DrawRequest = { id: lastId, chart: job.chart };
    worker.postMessage(request, []);
  }

  function giveUp(): void {
    const hung = worker;
    worker = undefined;
    void hung?.terminate();
    finish(new Error(`the chart took longer than ${timeoutMs} ms`));
  }

  async function stop(): Promise<void> {
    const thread = worker;
    worker = undefined;
    await thread?.terminate();
  }

  return {
    png(chart) {
      if (closed) return Promise.reject(new Error('charts are no longer drawn'));
      if (waiting.length >= queueLimit) return Promise.reject(new Error('too many charts are waiting'));
      return new Promise((resolve, reject) => {
        waiting.push({ chart, resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      clearTimeout(idle);
      const gone = new Error('charts are no longer drawn');
      for (const job of waiting.splice(0)) job.reject(gone);
      finish(gone);
      await stop();
    },
  };
}

const toBuffer = (png: Uint8Array): Buffer => Buffer.from(png.buffer, png.byteOffset, png.byteLength);

/** The program lies beside this file: JavaScript when built, TypeScript (read through tsx) in development. */
function startThread(options: RendererOptions): Worker {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const url = options.workerUrl ?? new URL(`./worker.${extension}`, import.meta.url);
  const settings = {
    workerData: { nodeModules: options.nodeModules },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  };
  if (url.href.endsWith('.js')) return new Worker(url, settings);
  const register = `import(${JSON.stringify(loaderUrl())}).then((tsx) => tsx.register())`;
  const program = `${register}.then(() => import(${JSON.stringify(url.href)}))`;
  return new Worker(program, { ...settings, eval: true });
}

/** Through its package.json, because Node 20 passes no loader on to a thread and tsx finds its parts only as ESM. */
function loaderUrl(): string {
  const tsx = createRequire(import.meta.url).resolve('tsx/package.json');
  return new URL('./dist/esm/api/index.mjs', pathToFileURL(tsx)).href;
}
