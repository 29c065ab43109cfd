/**
 * Runs use cases. Each `work` is one synchronous function; many of them share one transaction and one fsync,
 * each in its own savepoint. The promise resolves after the commit, so whatever is acknowledged afterwards is
 * kept. It rejects with what `work` threw (that savepoint alone is rolled back), or with StorageError when
 * the group could not be committed.
 */
export interface Writer {
  write<T>(work: () => T): Promise<T>;
  /** Commits what is queued, then refuses new work. */
  close(): Promise<void>;
}

export type StorageFailure = 'busy' | 'full' | 'failed' | 'uncertain';

/**
 * Nothing of the work was kept. `busy`: another process holds the file; `full`: no disk space. One exception:
 * `uncertain`, it was written but the disk did not confirm it, so it may be kept or not.
 */
export class StorageError extends Error {
  readonly failure: StorageFailure;

  constructor(failure: StorageFailure, options?: ErrorOptions) {
    super(`the database could not save (${failure})`, options);
    this.name = 'StorageError';
    this.failure = failure;
  }
}
