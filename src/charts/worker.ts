import { parentPort, workerData } from 'node:worker_threads';
import { takeBackgroundPriority } from '../platform/background-priority.ts';
import type { ThreadAnswer, ThreadRequest } from '../platform/work-thread.ts';
import { drawBarChart } from './draw-bar-chart.ts';
import { drawDigestCard } from './draw-digest-card.ts';
import { drawReport } from './draw-report.ts';
import { drawThanksCard } from './draw-thanks-card.ts';
import { openFonts } from './fonts.ts';
import type { Chart } from './types.ts';

/** The far side of the renderer: one chart after the other, each answered once. */
const fonts = openFonts((workerData as { nodeModules?: string } | null)?.nodeModules);

takeBackgroundPriority();

parentPort?.on('message', ({ id, work }: ThreadRequest<Chart>) => {
  parentPort?.postMessage(answerTo(id, work), []);
});

function answerTo(id: number, chart: Chart): ThreadAnswer<Uint8Array> {
  try {
    return { id, done: draw(chart) };
  } catch (error) {
    return { id, problem: String(error) };
  }
}

function draw(chart: Chart): Uint8Array {
  switch (chart.kind) {
    case 'bars':
      return drawBarChart(chart, fonts);
    case 'thanks':
      return drawThanksCard(chart, fonts);
    case 'trend':
    case 'heat-map':
      return drawDigestCard(chart, fonts);
    case 'report':
      return drawReport(chart, fonts);
    default:
      return chart satisfies never;
  }
}
