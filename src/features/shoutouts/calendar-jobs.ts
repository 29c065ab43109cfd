import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD, onceOf, undelivered } from '../../jobs/deliveries.ts';
import type { Undelivered } from '../../shared/delivery.ts';
import { cannotPost, type ShoutoutJobParts, stillNeeded } from './job-parts.ts';
import { monthBefore, periodsOf } from './periods.ts';
import { shoutoutJobs } from './ports.ts';
import { calendarOf } from './settings-service.ts';

/** What comes by the calendar of a server: years with us, and the month in review. */
export function calendarJobs(parts: ShoutoutJobParts): readonly JobDefinition[] {
  return [
    { kind: shoutoutJobs.years, maxAttempts: NEVER_DEAD, run: (job) => years(parts, job) },
    { kind: shoutoutJobs.roundUp, maxAttempts: NEVER_DEAD, run: (job) => roundUp(parts, job) },
  ];
}

const guildOf = (job: JobRun<unknown>): string => (job.payload as { guildId: string }).guildId;

async function years(parts: ShoutoutJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, writer, policy } = parts;
  const guildId = guildOf(job);
  const next = { kind: 'again', at: calendarOf(job.now, policy.timeZone(guildId)).years } as const;
  const { channelId } = work.settings(guildId);
  if (channelId === undefined) return next;
  await writer.write(() => work.yearsDue(guildId, job.now));
  const due = work.uncelebrated(guildId).filter(({ kind }) => kind.startsWith('year-'));
  for (const [index, milestone] of due.entries()) {
    const { nonce, mayHaveHappened } = onceOf(job);
    const delivery = await messages.year(milestone, channelId, {
      nonce: `${nonce}${index}`,
      mayHaveHappened,
    });
    if (delivery.kind === 'sent') await writer.write(() => work.celebrated([milestone]));
    else return failed(parts, job, { guildId, channelId, delivery });
  }
  return next;
}

/** Deletions that were missed while the process was down are looked up for so many shout-outs of the month. */
const LOOKED_UP = 200;

async function roundUp(parts: ShoutoutJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, policy } = parts;
  const guildId = guildOf(job);
  const timeZone = policy.timeZone(guildId);
  const next = { kind: 'again', at: calendarOf(job.now, timeZone).roundUp } as const;
  const { channelId, roundUp: wanted } = work.settings(guildId);
  // Late once, and then about the last month that is over.
  const month = monthBefore(periodsOf(job.now, timeZone).month);
  if (channelId === undefined) return next;
  await lookUpSources(parts, guildId, month, job.now);
  const data = work.roundUp(guildId, month);
  if (wanted && data.shoutouts > 0) {
    const delivery = await messages.roundUp(data, channelId, onceOf(job));
    if (delivery.kind !== 'sent') return failed(parts, job, { guildId, channelId, delivery });
  }
  const report = work.ringReport(guildId, job.now);
  if (report.rings === 0) return next;
  const once = { ...onceOf(job), nonce: `${job.nonce}r` };
  const told = await messages.rings(guildId, report, month, once);
  return told.kind === 'retry' ? undelivered(told, job) : next;
}

async function failed(
  parts: ShoutoutJobParts,
  job: JobRun<unknown>,
  what: { guildId: string; channelId: string; delivery: Undelivered },
): Promise<JobOutcome> {
  if (what.delivery.kind !== 'retry') await cannotPost(parts, job, what);
  return undelivered(stillNeeded(what.delivery), job);
}

async function lookUpSources(
  { work, shoutouts, writer, isThere }: ShoutoutJobParts,
  guildId: string,
  month: string,
  now: number,
): Promise<void> {
  for (const { source } of work.sources(guildId, month).slice(-LOOKED_UP)) {
    if (!source || (await isThere(source.channelId, source.messageId)) !== false) continue;
    const gone = { guildId, channelId: source.channelId, messageIds: [source.messageId], now };
    await writer.write(() => shoutouts.messagesGone(gone));
  }
}
