import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { JobDefinition, JobQueue } from '../../jobs/define-job.ts';
import { NEVER_DEAD } from '../../jobs/deliveries.ts';
import type { HelpCount } from './help-service.ts';
import type { Retention } from './retention-service.ts';
import type { Engagement } from './service.ts';

const PURGE = 'engagement.purge';
const PURGE_EVERY = 86_400_000;

/** Old days are forgotten once a day. */
export function engagementJobs(parts: {
  engagement: Pick<Engagement, 'purge'>;
  help: Pick<HelpCount, 'purge'>;
  retention: Retention;
  writer: Writer;
  log: Logger;
}): readonly JobDefinition[] {
  const { engagement, help, retention, writer, log } = parts;
  return [
    {
      kind: PURGE,
      maxAttempts: NEVER_DEAD,
      async run(job) {
        const forgotten = await writer.write(
          () => engagement.purge(job.now) + help.purge(job.now) + retention.forgetConversations(job.now),
        );
        if (forgotten > 0) log.debug({ forgotten }, 'old days of members forgotten');
        // A day of many members goes in pieces, and others are answered in between.
        while (await writer.write(() => retention.forgetSome(job.now)));
        return { kind: 'again', at: job.now + PURGE_EVERY };
      },
    },
  ];
}

/** A write; may be repeated at every start. */
export function queueEngagementUpkeep(jobs: JobQueue, now: number): void {
  jobs.enqueue({ kind: PURGE, key: 'days', runAt: now });
}
