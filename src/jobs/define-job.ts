/** What became of one run of a job. */
export type JobOutcome =
  | { kind: 'done' }
  /** Again at this instant (UTC ms), counted as an attempt. */
  | { kind: 'retry'; at: number; reason: string }
  /** Waits with a growing delay until somebody lifts the cause (a missing permission); admins can see why. */
  | { kind: 'parked'; reason: string }
  /** The same job, next occurrence: attempts start again at 0. */
  | { kind: 'again'; at: number; payload?: unknown };

export interface JobRun<P> {
  payload: P;
  key: string;
  /** The instant (UTC ms) it was due, which may be long ago. */
  dueAt: number;
  now: number;
  /** 1 for the first try. */
  attempt: number;
  /** The key for an exactly-once post of this occurrence: at most 25 characters, the same on every try. */
  nonce: string;
  /** True from the second try on: a former try may have reached Discord without our learning of it. */
  mayHaveHappened: boolean;
}

export interface JobDefinition<P = unknown> {
  kind: string;
  /** Tries before it becomes a dead letter. Default 10. */
  maxAttempts?: number;
  run(job: JobRun<P>): Promise<JobOutcome>;
}

export interface NewJob {
  kind: string;
  key: string;
  /** UTC ms. */
  runAt: number;
  payload?: unknown;
  /**
   * What it may have to wait for, as the id of a channel that takes an edit a second: few jobs of one lane run at
   * once, so that the others are on time. Left out: it waits for nothing of the sort.
   */
  lane?: string;
}

/** Synchronous, so that a use case enqueues inside the write that made it necessary. */
export interface JobQueue {
  /** Puts the job in or moves it: (kind, key) is unique, the latest payload and instant win. */
  enqueue(job: NewJob): void;
  cancel(kind: string, key: string): void;
  /**
   * What they were parked for was mended: parked jobs of this kind that are meant run at `runAt` (UTC ms), as the same
   * occurrence as before. Returns their keys.
   */
  resume(kind: string, runAt: number, isMeant: (job: { key: string; payload: unknown }) => boolean): string[];
}
