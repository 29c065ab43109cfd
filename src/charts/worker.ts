import { parentPort, workerData } from 'node:worker_threads';
import { drawBarChart } from './draw-bar-chart.ts';
import { openFonts } from './fonts.ts';
import type { DrawAnswer, DrawRequest } from './worker-messages.ts';

/** The far side of the renderer: one chart after the other, each answered once. */
const fonts = openFonts((workerData as { nodeModules?: string } | null)?.nodeModules);

parentPort?.on('message', ({ id, chart }: DrawRequest) => {
  drawBarChart(chart, fonts).then(
    (png) => answer({ id, png }),
    (error: unknown) => answer({ id, problem: String(error) }),
  );
});

function answer(message: DrawAnswer): void {
  parentPort?.postMessage(message, []);
}
