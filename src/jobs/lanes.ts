import type { DueJob } from './repository.ts';

/**
 * Takes up to `free` due jobs, the longest due first, so that with those already running (`running`: a lane for
 * each) no lane has more than `perLane`. `due` leaves out the lanes that are full.
 */
export function takeInTurn(
  due: (limit: number, full: readonly string[]) => readonly DueJob[],
  { free, perLane, running }: { free: number; perLane: number; running: Iterable<string | null> },
): DueJob[] {
  const busy = new Map<string, number>();
  const enter = (lane: string | null) => {
    if (lane !== null) busy.set(lane, (busy.get(lane) ?? 0) + 1);
  };
  const isFull = (lane: string | null) => lane !== null && (busy.get(lane) ?? 0) >= perLane;
  for (const lane of running) enter(lane);

  const taken = new Map<number, DueJob>();
  for (;;) {
    const full = [...busy.keys()].filter(isFull);
    // Those taken are found again as long as their lane has room.
    const found = due(free, full).filter(({ id }) => !taken.has(id));
    const before = taken.size;
    for (const job of found) {
      if (taken.size >= free || isFull(job.lane)) continue;
      taken.set(job.id, job);
      enter(job.lane);
    }
    if (taken.size === before || taken.size >= free) return [...taken.values()];
  }
}
