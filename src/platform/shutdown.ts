import type { Monotonic } from './monotonic.ts';

export interface ShutdownStep {
  /** For the log, as `stop accepting interactions`. */
  name: string;
  /** Real milliseconds that it may take; what is left of the whole is an upper bound as well. */
  withinMs: number;
  run: () => Promise<void> | void;
}

export interface StepReport {
  name: string;
  outcome: 'done' | 'failed' | 'too late';
  ms: number;
  error?: unknown;
}

export interface ShutdownOptions {
  steps: readonly ShutdownStep[];
  monotonic: Monotonic;
  onStep: (report: StepReport) => void;
  /** Real milliseconds for all steps together. Default 10,000, as long as a container runtime usually waits. */
  withinMs?: number;
}

/**
 * Returns the function that ends the process in order. Steps run one after another; one that fails or takes too
 * long is reported and the next one starts, so that the store is closed whatever happened before. It never
 * rejects, and calling it again answers with the same promise.
 */
export function orderlyShutdown(options: ShutdownOptions): () => Promise<readonly StepReport[]> {
  let ending: Promise<readonly StepReport[]> | undefined;
  return () => {
    ending ??= runSteps(options);
    return ending;
  };
}

async function runSteps({ steps, monotonic, onStep, withinMs = 10_000 }: ShutdownOptions) {
  const end = monotonic() + withinMs;
  const reports: StepReport[] = [];
  for (const step of steps) {
    const left = Math.max(0, Math.min(step.withinMs, end - monotonic()));
    const report = await runStep(step, left, monotonic);
    reports.push(report);
    onStep(report);
  }
  return reports;
}

async function runStep(step: ShutdownStep, leftMs: number, monotonic: Monotonic): Promise<StepReport> {
  const startedAt = monotonic();
  const ended = (outcome: StepReport['outcome'], error?: unknown): StepReport => ({
    name: step.name,
    outcome,
    ms: Math.round(monotonic() - startedAt),
    ...(error === undefined ? {} : { error }),
  });
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<StepReport>((resolve) => {
    timer = setTimeout(() => resolve(ended('too late')), leftMs);
  });
  const run = async (): Promise<StepReport> => {
    try {
      await step.run();
      return ended('done');
    } catch (error) {
      return ended('failed', error);
    }
  };
  const report = await Promise.race([run(), tooLate]);
  clearTimeout(timer);
  return report;
}
