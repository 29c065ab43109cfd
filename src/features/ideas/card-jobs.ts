import type { JobDefinition, JobOutcome, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD, onceOf, PATIENT_ATTEMPTS, undelivered, wasParked } from '../../jobs/deliveries.ts';
import { keepShown } from '../../jobs/keep-shown.ts';
import type { Delivery } from '../../shared/delivery.ts';
import type { IdeaJobParts } from './job-parts.ts';
import type { Idea } from './model.ts';
import { ideaJobs } from './ports.ts';

/** Posting an idea, keeping its card and its post up to date, and its deadline. */
export function cardJobs(parts: IdeaJobParts): readonly JobDefinition[] {
  return [
    { kind: ideaJobs.post, maxAttempts: PATIENT_ATTEMPTS, run: (job) => post(parts, job) },
    { kind: ideaJobs.refresh, maxAttempts: NEVER_DEAD, run: (job) => refresh(parts, job) },
    { kind: ideaJobs.deadline, maxAttempts: NEVER_DEAD, run: (job) => expire(parts, job) },
  ];
}

/** Never lost: where there is no way to post it now, it waits, and staff is told once. */
async function post(parts: IdeaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages, writer, report } = parts;
  const { ideaId } = job.payload as { ideaId: number };
  const idea = work.find(ideaId);
  if (!idea || idea.number === undefined || idea.messageId !== undefined) return { kind: 'done' };
  const { guildId } = idea;
  const delivery = await messages.card.post(idea, onceOf(job));
  switch (delivery.kind) {
    case 'sent': {
      await writer.write(() => work.posted(ideaId, delivery.place, job.now));
      // It may have changed while it was on its way.
      const posted = work.find(ideaId);
      if (posted) messages.card.refresh(posted);
      return { kind: 'done' };
    }
    case 'no-channel':
      if (!wasParked(job)) report({ what: 'no-channel', guildId, ideaId });
      return { kind: 'parked', reason: 'the channel of ideas is gone or not set' };
    case 'forbidden':
      if (!wasParked(job)) {
        const channelId = parts.settingsOf(guildId).channelId ?? '';
        report({ what: 'cannot-post', guildId, ideaId, channelId, reason: delivery.reason });
      }
      return undelivered(delivery, job);
    case 'gone':
    case 'retry':
      return undelivered(delivery, job);
    default:
      return delivery satisfies never;
  }
}

function refresh(parts: IdeaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { work, messages } = parts;
  const { ideaId } = job.payload as { ideaId: number };
  const messageId = work.find(ideaId)?.messageId;
  const card = {
    progress: () => work.progress(ideaId),
    behind: messageId !== undefined && parts.behind.has(messageId),
    async show(open: boolean) {
      const idea = work.find(ideaId);
      if (idea?.messageId === undefined) return undefined;
      // While people press, the live editor has the last word; otherwise the edit is made certain here.
      if (open) messages.card.refresh(idea);
      const delivery = open ? await messages.post.sync(idea) : await showForCertain(parts, idea);
      return afterShowing(parts, idea, delivery, job);
    },
    settle: (version: number) => work.settleRefresh(ideaId, version),
  };
  return keepShown(job, card, parts);
}

async function showForCertain({ messages, behind }: IdeaJobParts, idea: Idea): Promise<Delivery> {
  const shown = await messages.card.finish(idea);
  if (idea.messageId !== undefined && shown.kind !== 'forbidden') behind.delete(idea.messageId);
  return shown.kind === 'sent' ? messages.post.sync(idea) : shown;
}

/** What to do instead of going on; undefined where all is well, or nothing is left to be shown. */
async function afterShowing(
  { ideas, writer, report }: IdeaJobParts,
  idea: Idea,
  delivery: Delivery,
  job: JobRun<unknown>,
): Promise<JobOutcome | undefined> {
  const { guildId, id: ideaId, messageId } = idea;
  if (delivery.kind === 'sent') return undefined;
  if (delivery.kind === 'gone') {
    if (messageId !== undefined) await writer.write(() => ideas.forgetPlace({ messageId, now: job.now }));
    return undefined;
  }
  if (delivery.kind === 'forbidden' && !wasParked(job)) {
    report({ what: 'cannot-update', guildId, ideaId, reason: delivery.reason });
  }
  return undelivered(delivery, job);
}

async function expire({ work, messages, writer }: IdeaJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { ideaId } = job.payload as { ideaId: number };
  const due = await writer.write(() => work.expireDue(ideaId, job.now));
  if (due.kind === 'later') return { kind: 'again', at: due.at };
  const idea = due.kind === 'expired' ? work.find(ideaId) : undefined;
  if (idea) messages.card.refresh(idea);
  return { kind: 'done' };
}
