import type { Writer } from '../database/writer.ts';
import type { JobOutcome, JobRun } from './define-job.ts';

const SECOND = 1_000;
/** The job stays until nothing has changed for so long; by then the edit has been made. */
const QUIET_AFTER = 15 * SECOND;

/** Something that stands on Discord and changes often, with a counter of its changes. */
export interface Shown {
  /** Undefined: it is gone. `open`: people may change it at any moment, so a live editor shows it. */
  progress(): { version: number; open: boolean } | undefined;
  /** The live editor was not allowed to make an edit: it is made for certain now, or waited for. */
  behind: boolean;
  /** Asks for the edit (`open`), or makes it. Resolves with what to do instead of going on, if it did not work out. */
  show(open: boolean): Promise<JobOutcome | undefined>;
  /** A write: nothing is left to be shown. False: it has changed since `version`. */
  settle(version: number): boolean;
}

interface Seen {
  version?: number;
  /** The process that asked for the edit. */
  by?: string;
}

/**
 * One run of a job that keeps such a thing up to date. Handlers ask the live editor themselves; the job is for what
 * they asked for in vain, because the process ended. `processId` is different in every process: what a former one
 * handed to its live editor may never have been shown.
 */
export async function keepShown(
  job: JobRun<unknown>,
  shown: Shown,
  { writer, processId }: { writer: Writer; processId: string },
): Promise<JobOutcome> {
  const { version: seenVersion, by, ...payload } = job.payload as Seen & Record<string, unknown>;
  const progress = shown.progress();
  if (!progress) return { kind: 'done' };
  const { version } = progress;
  const open = progress.open && !shown.behind;
  if (shown.behind || version !== seenVersion || by !== processId) {
    const instead = await shown.show(open);
    if (instead) return instead;
    if (open)
      return { kind: 'again', at: job.now + QUIET_AFTER, payload: { ...payload, version, by: processId } };
  }
  const settled = await writer.write(() => shown.settle(version));
  return settled ? { kind: 'done' } : { kind: 'again', at: job.now + SECOND, payload };
}
