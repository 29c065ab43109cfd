import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { JobQueue } from '../../jobs/define-job.ts';
import type { Clock } from '../../platform/clock.ts';

/** Tells staff what Hearth cannot do [Trouble], key what and where. Stored: a changed name orphans what is queued. */
export const IDEA_TROUBLE = 'idea.trouble';

/** Something that only people of the server can mend. */
export type Trouble = { guildId: string } & (
  | { what: 'cannot-post'; ideaId: number; channelId: string; reason: string }
  | { what: 'no-channel'; ideaId: number }
  | { what: 'cannot-update' | 'cannot-tell'; ideaId: number; reason: string }
  | { what: 'cannot-role'; ideaId: number; roleId: string; reason: string }
  | { what: 'tags-forbidden' | 'tags-full'; channelId: string; tags: readonly string[] }
  | { what: 'cannot-pin'; channelId: string }
);

export type ReportTrouble = (trouble: Trouble) => void;

/** Queues the note; staff that has it among the last messages is not told again. Waits for nothing. */
export function troubleReporter(deps: {
  jobs: JobQueue;
  writer: Writer;
  clock: Clock;
  log: Logger;
}): ReportTrouble {
  const { jobs, writer, clock, log } = deps;
  return (trouble) => {
    const where = 'ideaId' in trouble ? String(trouble.ideaId) : trouble.channelId;
    const job = { kind: IDEA_TROUBLE, key: `${trouble.what}:${where}`, payload: trouble };
    writer
      .write(() => jobs.enqueue({ ...job, runAt: clock.now() }))
      .catch((error: unknown) => log.warn({ err: error }, 'trouble could not be noted'));
  };
}
