import type { JobQueue } from './define-job.ts';
import type { JobRepository } from './repository.ts';

/**
 * The queue that use cases write to, inside the write that makes the job necessary: both are kept or neither.
 * `onEnqueued` is called inside that write, before anything is committed; it may only note that there is
 * something to look for later.
 */
export function createJobQueue(
  repository: JobRepository,
  onEnqueued: (runAt: number) => void = () => {},
): JobQueue {
  return {
    enqueue({ kind, key, runAt, payload, lane }) {
      const stored = payload === undefined ? null : JSON.stringify(payload);
      repository.put({ kind, key, runAt, payload: stored, lane: lane ?? null });
      onEnqueued(runAt);
    },
    cancel: (kind, key) => repository.cancel(kind, key),
    resume(kind, runAt, isMeant) {
      const meant = repository
        .parked(kind)
        .filter(({ key, payload }) =>
          isMeant({ key, payload: payload === null ? undefined : (JSON.parse(payload) as unknown) }),
        );
      for (const { id } of meant) repository.revive(id, runAt);
      if (meant.length > 0) onEnqueued(runAt);
      return meant.map(({ key }) => key);
    },
  };
}
