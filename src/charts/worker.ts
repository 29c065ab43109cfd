import { parentPort, workerData } from 'node:worker_threads';
import { drawBarChart } from './draw-bar-chart.ts';
import { drawThanksCard } from './draw-thanks-card.ts';
import { openFonts } from './fonts.ts';
import type { Chart } from './types.ts';
import type { DrawAnswer, DrawRequest } from './worker-messages.ts';

/** The far side of the renderer: one chart after the other, each answered once. */
const fonts = openFonts((workerData as { nodeModules?: string } | null)?.nodeModules);

parentPort?.on('message', ({ id, chart }: DrawRequest) => {
  draw(chart).then(
    (png) => answer({ id, png }),
    (error: unknown) => answer({ id, problem: String(error) }),
  );
});

function draw(chart: Chart): Promise<Uint8Array> {
  return chart.kind === 'bars' ? drawBarChart(chart, fonts) : drawThanksCard(chart, fonts);
}

function answer(message: DrawAnswer): void {
  parentPort?.postMessage(message, []);
}
