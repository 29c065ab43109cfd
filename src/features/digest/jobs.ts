import type { Writer } from '../../database/writer.ts';
import type { JobDefinition, JobOutcome, JobQueue, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD, onceOf, undelivered, wasParked } from '../../jobs/deliveries.ts';
import type { Undelivered } from '../../shared/delivery.ts';
import type { createDigestMaker } from './maker.ts';
import type { Digest, DigestContent } from './model.ts';
import type { DigestMessages, DigestService } from './ports.ts';
import type { Occurrence } from './schedule.ts';
import type { DigestQueue, DigestWork } from './service.ts';

export const digestJobs = { post: 'digest.post', extra: 'digest.extra' } as const;

/** They are counted and drawn one by one anyway; where all are due at nine, a poll still closes at nine. */
const LANE = 'digest';

/** What was said while Hearth was away is read first. An hour of looks later the digest comes all the same. */
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
const PATIENCE = 65;

export interface DigestJobParts {
  digests: DigestService & DigestWork;
  maker: Pick<ReturnType<typeof createDigestMaker>, 'make' | 'keepMonths'>;
  messages: DigestMessages;
  writer: Writer;
  isComplete: (guildId: string) => boolean;
}

export function digestJobDefinitions(parts: DigestJobParts): readonly JobDefinition[] {
  return [
    { kind: digestJobs.post, maxAttempts: NEVER_DEAD, run: (job) => post(parts, job) },
    { kind: digestJobs.extra, run: (job) => extra(parts, job) },
  ];
}

export function digestQueue(
  jobs: JobQueue,
): DigestQueue & { extra(guildId: string, digestId: number, channelId: string, at: number): void } {
  return {
    post: (guildId, runAt) => jobs.enqueue({ kind: digestJobs.post, key: guildId, runAt, lane: LANE }),
    cancel: (guildId) => jobs.cancel(digestJobs.post, guildId),
    extra: (guildId, digestId, channelId, runAt) =>
      jobs.enqueue({
        kind: digestJobs.extra,
        key: String(digestId),
        runAt,
        payload: { guildId, digestId, channelId },
        lane: LANE,
      }),
  };
}

/** Of all that are due only the latest is posted; the others are written down as skipped. */
async function post(parts: DigestJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { digests, maker } = parts;
  const { key: guildId, now } = job;
  const { channelId } = digests.settings(guildId);
  if (channelId === undefined) return { kind: 'done' };
  const latest = digests.due(guildId, now).at(-1);
  if (latest && job.attempt <= PATIENCE && !parts.isComplete(guildId)) {
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(job.attempt - 1, 10));
    return { kind: 'retry', at: now + wait, reason: 'what was missed is still being read' };
  }
  const digest = latest && (await keptFor(parts, guildId, latest, now));
  if (digest) {
    const failed = await send(parts, job, digest, channelId);
    if (failed) return failed;
  }
  // A report of these months may be asked for when they can no longer be counted.
  await maker.keepMonths(guildId, now);
  const next = digests.nextAt(guildId, now);
  return next === undefined ? { kind: 'done' } : { kind: 'again', at: next };
}

type Kept = Digest & { content: DigestContent };

/** What it says is kept before it is posted, so that a second try posts the same. */
async function keptFor(
  { digests, maker, writer }: DigestJobParts,
  guildId: string,
  occurrence: Occurrence,
  now: number,
): Promise<Kept | undefined> {
  const missed = digests.due(guildId, now).slice(0, -1);
  const known = digests.dueIn(guildId, occurrence.key);
  const content =
    known?.content ??
    (await maker.make(guildId, occurrence.period, {
      cadence: digests.settings(guildId).cadence,
      now: occurrence.at,
      skipped: missed.map(({ period }) => period),
    }));
  const kept = await writer.write(() => {
    digests.skip(guildId, missed);
    return digests.keep(guildId, occurrence, content);
  });
  return kept.status === 'due' && kept.content ? { ...kept, content: kept.content } : undefined;
}

async function extra(parts: DigestJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { guildId, digestId, channelId } = job.payload as {
    guildId: string;
    digestId: number;
    channelId: string;
  };
  const digest = parts.digests.find(guildId, digestId);
  if (digest?.status !== 'due' || !digest.content) return { kind: 'done' };
  return (await send(parts, job, { ...digest, content: digest.content }, channelId)) ?? { kind: 'done' };
}

/** Undefined: it is there. */
async function send(
  { digests, messages, writer }: DigestJobParts,
  job: JobRun<unknown>,
  digest: Kept,
  channelId: string,
): Promise<JobOutcome | undefined> {
  const delivery = await messages.post(digest, channelId, onceOf(job));
  if (delivery.kind === 'sent') {
    const { messageId } = delivery;
    await writer.write(() => digests.posted(digest.id, { channelId, messageId }));
    return undefined;
  }
  if (delivery.kind !== 'retry' && !wasParked(job))
    await messages.cannotPost(digest, channelId, reasonOf(delivery));
  // A channel that is gone waits for another to be named.
  return undelivered(
    delivery.kind === 'gone' ? { kind: 'forbidden', reason: 'the channel is gone' } : delivery,
    job,
  );
}

const reasonOf = (delivery: Undelivered): string =>
  delivery.kind === 'gone' ? 'the channel is gone' : delivery.reason;
