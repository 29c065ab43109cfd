import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface WorkThreadOptions {
  /** What it does, for errors and the log, such as "drawing". */
  name: string;
  /** Where its program is; TypeScript is read through tsx. */
  program: URL;
  /** What its program finds in `workerData`. */
  data?: unknown;
  /** It ends after this many ms without work; its heap is given back then. */
  idleMs?: number;
  /** Work that takes longer is given up, and the thread with it. */
  timeoutMs?: number;
  /** Work that may wait; the next is refused. */
  queueLimit?: number;
  maxHeapMb?: number;
}

/** What goes to the thread, and comes back: its program answers each request once. */
export interface ThreadRequest<Q> {
  id: number;
  work: Q;
}
export type ThreadAnswer<A> = { id: number } & ({ done: A } | { problem: string });

export interface WorkThread<Q, A> {
  /** Rejects where the work could not be done; nothing is tried twice. */
  run(work: Q): Promise<A>;
  close(): Promise<void>;
}

interface Job<Q, A> {
  work: Q;
  resolve(done: A): void;
  reject(error: Error): void;
}

/**
 * Work off the main thread, one piece after the other. The thread starts with the first piece, ends when idle, and is
 * replaced when it crashes or hangs; only the piece at hand is lost then.
 */
export function workThread<Q, A>(options: WorkThreadOptions): WorkThread<Q, A> {
  const { name, idleMs = 60_000, timeoutMs = 15_000, queueLimit = 200 } = options;
  const waiting: Job<Q, A>[] = [];
  let current: { job: Job<Q, A>; id: number; timer: NodeJS.Timeout } | undefined;
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let closed = false;
  let lastId = 0;

  function start(): Worker {
    const thread = startThread(options);
    thread.on('message', (answer: ThreadAnswer<A>) => {
      if (answer.id !== current?.id) return;
      if ('done' in answer) finish((job) => job.resolve(answer.done));
      else finish(failing(new Error(`${name} failed: ${answer.problem}`)));
    });
    thread.on('error', (error) => lose(thread, error));
    thread.on('exit', (code) => lose(thread, new Error(`the thread for ${name} ended with code ${code}`)));
    return thread;
  }

  function lose(thread: Worker, error: Error): void {
    if (thread !== worker) return;
    worker = undefined;
    finish(failing(error));
  }

  function finish(settle: (job: Job<Q, A>) => void): void {
    if (current) {
      clearTimeout(current.timer);
      const { job } = current;
      current = undefined;
      settle(job);
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
    const request: ThreadRequest<Q> = { id: lastId, work: job.work };
    worker.postMessage(request, []);
  }

  function giveUp(): void {
    const hung = worker;
    worker = undefined;
    void hung?.terminate();
    finish(failing(new Error(`${name} took longer than ${timeoutMs} ms`)));
  }

  async function stop(): Promise<void> {
    const thread = worker;
    worker = undefined;
    await thread?.terminate();
  }

  return {
    run(work) {
      if (closed) return Promise.reject(new Error(`${name} has ended`));
      if (waiting.length >= queueLimit) return Promise.reject(new Error(`too much waits for ${name}`));
      return new Promise((resolve, reject) => {
        waiting.push({ work, resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      clearTimeout(idle);
      const gone = failing(new Error(`${name} has ended`));
      for (const job of waiting.splice(0)) gone(job);
      finish(gone);
      await stop();
    },
  };
}

const failing =
  (error: Error) =>
  (job: { reject(error: Error): void }): void =>
    job.reject(error);

/** JavaScript when built, TypeScript (read through tsx) in development. */
function startThread({ program: url, data, maxHeapMb = 256 }: WorkThreadOptions): Worker {
  const settings = { workerData: data, resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } };
  if (url.href.endsWith('.js')) return new Worker(url, settings);
  const register = `import(${JSON.stringify(loaderUrl())}).then((tsx) => tsx.register())`;
  const program = `${register}.then(() => import(${JSON.stringify(url.href)}))`;
  return new Worker(program, { ...settings, eval: true });
}

/** The program of that name beside the file that asks: JavaScript when built, TypeScript in development. */
export function programBeside(name: string, asker: string): URL {
  return new URL(`./${name}.${asker.endsWith('.ts') ? 'ts' : 'js'}`, asker);
}

/** Through its package.json, because Node 20 passes no loader on to a thread and tsx finds its parts only as ESM. */
function loaderUrl(): string {
  const tsx = createRequire(import.meta.url).resolve('tsx/package.json');
  return new URL('./dist/esm/api/index.mjs', pathToFileURL(tsx)).href;
}
