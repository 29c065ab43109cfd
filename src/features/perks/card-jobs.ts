import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD, onceOf, PATIENT_ATTEMPTS, undelivered } from '../../jobs/deliveries.ts';
import { keepShown } from '../../jobs/keep-shown.ts';
import { done, type PerkJobParts, perkOf, tellTrouble } from './job-parts.ts';
import type { Perk } from './model.ts';
import { alertsKey } from './perk-queue.ts';
import { perkJobs } from './ports.ts';

/** Posting a perk's card, keeping it up to date, taking it away, and the end of the perk. */
export function cardJobs(parts: PerkJobParts): readonly JobDefinition[] {
  return [
    { kind: perkJobs.card, maxAttempts: PATIENT_ATTEMPTS, run: (job) => post(parts, job) },
    { kind: perkJobs.takeDown, maxAttempts: PATIENT_ATTEMPTS, run: (job) => takeDown(parts, job) },
    { kind: perkJobs.refresh, maxAttempts: NEVER_DEAD, run: (job) => refresh(parts, job) },
    { kind: perkJobs.expire, maxAttempts: NEVER_DEAD, run: (job) => expire(parts, job) },
    { kind: perkJobs.alerts, maxAttempts: PATIENT_ATTEMPTS, run: (job) => alerts(parts, job) },
  ];
}

async function post(parts: PerkJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, writer } = parts;
  const perk = perkOf(parts, job);
  if (!perk || perk.channelId === undefined || perk.messageId !== undefined) return done;
  const { id, channelId } = perk;
  const before = work.progress(id)?.version;
  const delivery = await messages.post(perk, channelId, onceOf(job));
  switch (delivery.kind) {
    case 'sent': {
      const { messageId } = delivery;
      await writer.write(() => work.posted(id, { channelId, messageId }));
      // It may have changed while it was on its way.
      const posted = work.find(id);
      if (posted && work.progress(id)?.version !== before) messages.refresh(posted);
      return done;
    }
    case 'gone':
      await writer.write(() => work.posted(id, undefined));
      await tellTrouble(parts, job, { kind: 'no-channel', perk });
      return done;
    case 'forbidden':
      await tellTrouble(parts, job, { kind: 'cannot-post', perk, channelId, reason: delivery.reason });
      return undelivered(delivery, job);
    case 'retry':
      return undelivered(delivery, job);
    default:
      return delivery satisfies never;
  }
}

async function takeDown({ messages }: PerkJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { channelId, messageId } = job.payload as { channelId: string; messageId: string };
  const delivery = await messages.takeDown(channelId, messageId);
  return delivery.kind === 'sent' ? done : undelivered(delivery, job);
}

function refresh(parts: PerkJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, behind } = parts;
  const { perkId } = job.payload as { perkId: number };
  const messageId = work.find(perkId)?.messageId;
  const card = {
    progress: () => work.progress(perkId),
    behind: messageId !== undefined && behind.has(messageId),
    async show(open: boolean) {
      const perk = work.find(perkId);
      if (perk?.messageId === undefined) return undefined;
      // While people press, the live editor has the last word; otherwise the edit is made certain here.
      if (!open) return showForCertain(parts, perk, job);
      messages.refresh(perk);
      return undefined;
    },
    settle: (version: number) => work.settleRefresh(perkId, version),
  };
  return keepShown(job, card, parts);
}

/** What to do instead of going on; undefined where all is well, or nothing is left to be shown. */
async function showForCertain(
  parts: PerkJobParts,
  perk: Perk,
  job: JobRun<unknown>,
): Promise<JobOutcome | undefined> {
  const { perks, messages, writer, behind } = parts;
  const { guildId, channelId, messageId } = perk;
  if (channelId === undefined || messageId === undefined) return undefined;
  const shown = await messages.finish(perk);
  if (shown.kind !== 'forbidden') behind.delete(messageId);
  if (shown.kind === 'sent') return undefined;
  if (shown.kind === 'gone') {
    await writer.write(() => perks.placeGone({ guildId, channelId, messageIds: [messageId] }));
    return undefined;
  }
  if (shown.kind === 'forbidden') {
    await tellTrouble(parts, job, { kind: 'cannot-update', perk, channelId, reason: shown.reason });
  }
  return undelivered(shown, job);
}

async function expire({ work, messages, writer }: PerkJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { perkId } = job.payload as { perkId: number };
  const ended = await writer.write(() => work.expireDue(perkId, job.now));
  if (ended) {
    messages.refresh(ended);
    return done;
  }
  const { expiresAt, status } = work.find(perkId) ?? {};
  // Moved meanwhile.
  const later = expiresAt !== undefined && status !== 'ended' && expiresAt > job.now;
  return later ? { kind: 'again', at: expiresAt } : done;
}

/** Each at most once. Where there is no channel for it, the panel shows the same. */
async function alerts(parts: PerkJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, writer } = parts;
  const perk = perkOf(parts, job);
  if (!perk) return done;
  // Before the end there is a second job of this kind; side by side with one after a claim it would say the same twice.
  if (job.key !== alertsKey(perk.id)) {
    await writer.write(() => work.raiseAlerts(perk.id, job.now));
    return done;
  }
  for (const kind of work.alertsDue(perk.id, job.now)) {
    const delivery = await messages.note(
      perk.guildId,
      { kind, perk },
      { ...onceOf(job), nonce: `${job.nonce}${kind[0]}` },
    );
    if (delivery.kind === 'nothing') return done;
    if (delivery.kind !== 'sent') return undelivered(delivery, job);
    await writer.write(() => work.alerted(perk.id, [kind]));
  }
  return done;
}
