import { programBeside, workThread } from '../platform/work-thread.ts';
import type { Chart, ChartRenderer } from './types.ts';

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

/** Draws in a thread of its own, one chart after the other. */
export function chartRenderer({ nodeModules, workerUrl, ...options }: RendererOptions = {}): ChartRenderer {
  const thread = workThread<Chart, Uint8Array>({
    ...options,
    name: 'drawing',
    program: workerUrl ?? programBeside('worker', import.meta.url),
    data: { nodeModules },
  });
  return {
    async png(chart) {
      const png = await thread.run(chart);
      return Buffer.from(png.buffer, png.byteOffset, png.byteLength);
    },
    close: thread.close,
  };
}
