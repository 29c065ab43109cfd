import { parentPort, workerData } from 'node:worker_threads';
import { openReader } from '../../database/open-reader.ts';
import { takeBackgroundPriority } from '../../platform/background-priority.ts';
import type { ThreadAnswer, ThreadRequest } from '../../platform/work-thread.ts';
import { createFactsRepository } from './facts-repository.ts';
import { countPeriod, type MetricsQuestion } from './metrics.ts';
import type { PeriodNumbers } from './metrics-model.ts';

/** The far side of the reader: a connection of its own that may only read, one period after the other. */
let count: ((question: MetricsQuestion) => PeriodNumbers) | undefined;

function open(): NonNullable<typeof count> {
  const { databasePath } = workerData as { databasePath: string };
  const sqlite = openReader(databasePath);
  const facts = createFactsRepository(sqlite);
  // All numbers of a period are of one moment.
  return sqlite.transaction((question: MetricsQuestion) => countPeriod(facts, question));
}

takeBackgroundPriority();

parentPort?.on('message', ({ id, work }: ThreadRequest<MetricsQuestion>) => {
  parentPort?.postMessage(answerTo(id, work), []);
});

function answerTo(id: number, question: MetricsQuestion): ThreadAnswer<PeriodNumbers> {
  try {
    // Opened with the first question: what goes wrong then can be told.
    count ??= open();
    return { id, done: count(question) };
  } catch (error) {
    return { id, problem: String(error) };
  }
}
