import { programBeside, workThread } from '../../platform/work-thread.ts';
import type { MetricsQuestion } from './metrics.ts';
import type { PeriodNumbers } from './metrics-model.ts';

export interface MetricsReader {
  /** All numbers of a period; rejects where they cannot be read. */
  count(question: MetricsQuestion): Promise<PeriodNumbers>;
  /** Ends the thread; the data file may be closed then. */
  close(): Promise<void>;
}

/** Counting a year of a large server takes longer than anybody should wait for an answer, and never so long. */
const TIMEOUT_MS = 60_000;
/** Every server's digest may be due in the same minute. */
const MOST_WAITING = 20_000;

/** Counts periods in a thread of its own, so that nobody's answer waits for a digest. */
export function metricsReader(databasePath: string): MetricsReader {
  const thread = workThread<MetricsQuestion, PeriodNumbers>({
    name: 'counting a period',
    program: programBeside('reader-worker', import.meta.url),
    data: { databasePath },
    timeoutMs: TIMEOUT_MS,
    queueLimit: MOST_WAITING,
  });
  return { count: thread.run, close: thread.close };
}
