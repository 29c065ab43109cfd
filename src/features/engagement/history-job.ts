import type { APIMessage } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { Result } from '../../discord/failure.ts';
import { compareIds } from '../../discord/id-order.ts';
import type { Access, AccessOf } from '../../discord/own-access.ts';
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

type Gap = Mark & { gapTo: string };
const isOpen = (mark: Mark | undefined): mark is Gap => mark?.gapTo !== undefined;

/** What was said while Hearth was not there is read back, page by page; each page is kept with how far it went. */
export function historyJob(parts: {
  counting: Pick<CountingService, 'applyRead' | 'nextGap' | 'setAside'>;
  /** What Hearth may read in a server now. */
  accessIn: (guildId: string) => Promise<AccessOf>;
  /** Messages after this one, in any order; at most `PAGE`. */
  readAfter: (channelId: string, after: string) => Promise<Result<readonly APIMessage[]>>;
  isStaff: IsStaff;
  /** In the write that counts them, before it does: nobody heard them when they were said. */
  onRead: (messages: readonly HeardMessage[]) => void;
  writer: Writer;
  log: Logger;
}): JobDefinition {
  const { counting, accessIn, readAfter, isStaff, onRead, writer, log } = parts;

  const pageOf = (gap: Gap, raw: readonly APIMessage[]): HistoryPage => {
    const inOrder = raw.toSorted((a, b) => compareIds(a.id, b.id));
    return {
      placeId: gap.placeId,
      messages: inOrder.map((each) => heardMessage(each, gap, isStaff) ?? { messageId: each.id }),
      readTo: raw.length < PAGE ? gap.gapTo : undefined,
    };
  };

  /** Undefined: go on. */
  const readPage = async (job: JobRun<unknown>, gap: Gap): Promise<JobOutcome | undefined> => {
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

  /** Discord would refuse. What is not seen waits; where only the history is closed, what is said from now on counts. */
  const isPassedOver = async (gap: Gap, access: Access | undefined): Promise<boolean> => {
    if (access === 'unseen') counting.setAside(gap);
    const { placeId, gapTo: readTo } = gap;
    if (access === 'hears') await writer.write(() => counting.applyRead({ placeId, messages: [], readTo }));
    return access === 'unseen' || access === 'hears';
  };

  return {
    kind: READ_HISTORY,
    maxAttempts: NEVER_DEAD,
    async run(job) {
      let access: AccessOf | undefined;
      for (let pages = 0; pages < PAGES_PER_RUN; ) {
        const gap = counting.nextGap(job.key);
        if (!isOpen(gap)) return { kind: 'done' };
        access ??= await accessIn(job.key);
        if (await isPassedOver(gap, access(gap.channelId))) continue;
        const outcome = await readPage(job, gap);
        if (outcome) return outcome;
        pages += 1;
      }
      return { kind: 'again', at: job.now };
    },
  };
}
