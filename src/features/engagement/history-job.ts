import type { APIMessage } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { Result } from '../../discord/failure.ts';
import { compareIds } from '../../discord/id-order.ts';
import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD } from '../../jobs/deliveries.ts';
import { retryDelay } from '../../jobs/outcome.ts';
import type { CountingService, HistoryPage } from './counting-service.ts';
import { heardMessage, type IsStaff } from './heard-message.ts';
import type { Mark } from './mark-repository.ts';
import type { HeardMessage } from './model.ts';

export const READ_HISTORY = 'engagement.history';

/** Discord gives no more at once: https://docs.discord.com/developers/resources/message#get-channel-messages */
export const PAGE = 100;
/** Then other jobs of the server get their turn. */
const PAGES_PER_RUN = 20;

/** What was said while Hearth was not there is read back, page by page; each page is kept with how far it went. */
export function historyJob(parts: {
  counting: Pick<CountingService, 'applyRead' | 'nextGap'>;
  /** Messages after this one, in any order; at most `PAGE`. */
  readAfter: (channelId: string, after: string) => Promise<Result<readonly APIMessage[]>>;
  isStaff: IsStaff;
  /** In the write that counts them, before it does: nobody heard them when they were said. */
  onRead: (messages: readonly HeardMessage[]) => void;
  writer: Writer;
  log: Logger;
}): JobDefinition {
  const { counting, readAfter, isStaff, onRead, writer, log } = parts;

  const pageOf = (gap: Mark & { gapTo: string }, raw: readonly APIMessage[]): HistoryPage => {
    const inOrder = raw.toSorted((a, b) => compareIds(a.id, b.id));
    return {
      placeId: gap.placeId,
      messages: inOrder.map((each) => heardMessage(each, gap, isStaff) ?? { messageId: each.id }),
      readTo: raw.length < PAGE ? gap.gapTo : undefined,
    };
  };

  /** Undefined: go on. */
  const readPage = async (job: JobRun<unknown>): Promise<JobOutcome | undefined> => {
    const gap = counting.nextGap(job.key);
    if (gap?.gapTo === undefined) return { kind: 'done' };
    const { placeId, gapTo } = gap;
    const read = await readAfter(placeId, gap.countedTo);
    if (!read.ok && read.failure.kind === 'retry') {
      const wait = read.failure.retryAfterMs ?? retryDelay(job.attempt);
      return { kind: 'retry', at: job.now + wait, reason: read.failure.reason };
    }
    if (!read.ok) log.info({ placeId, reason: read.failure.reason }, 'what was said there cannot be read');
    const page = read.ok ? pageOf({ ...gap, gapTo }, read.value) : { placeId, messages: [], readTo: gapTo };
    await writer.write(() => {
      onRead(page.messages.flatMap((message) => ('userId' in message ? message : [])));
      counting.applyRead(page);
    });
    return undefined;
  };

  return {
    kind: READ_HISTORY,
    maxAttempts: NEVER_DEAD,
    async run(job) {
      for (let pages = 0; pages < PAGES_PER_RUN; pages += 1) {
        const outcome = await readPage(job);
        if (outcome) return outcome;
      }
      return { kind: 'again', at: job.now };
    },
  };
}
