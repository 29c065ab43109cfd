import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { JobDefinition, JobOutcome, JobQueue, JobRun } from '../../jobs/define-job.ts';
import { NEVER_DEAD, undelivered, wasParked } from '../../jobs/deliveries.ts';
import type { Delivery, Undelivered } from '../../shared/delivery.ts';
import { type First, type FullCard, TOO_LATE_MS } from './model.ts';
import type { GuardMessages, GuardQueue, LookAt, Looked } from './ports.ts';
import type { GuardService } from './service.ts';

/** For a server, whenever something is to be looked at or shown. */
const LOOK = 'guard.look';
const PURGE = 'guard.purge';
const PURGE_EVERY = 86_400_000;
/** A flood of newcomers is looked at in pieces. */
const AT_ONCE = 20;

export interface GuardJobParts {
  guard: GuardService;
  lookAt: LookAt;
  messages: GuardMessages;
  writer: Writer;
  log: Logger;
  /** What greeters know of may be another now. */
  onLooked: () => void;
}

export function guardJobDefinitions(parts: GuardJobParts): readonly JobDefinition[] {
  const { guard, writer } = parts;
  return [
    { kind: LOOK, maxAttempts: NEVER_DEAD, run: (job) => look(parts, job) },
    {
      kind: PURGE,
      maxAttempts: NEVER_DEAD,
      async run({ now }) {
        await writer.write(() => guard.purge(now));
        return { kind: 'again', at: now + PURGE_EVERY };
      },
    },
  ];
}

export const guardQueue = (jobs: JobQueue): GuardQueue => ({
  look: (guildId, runAt) => jobs.enqueue({ kind: LOOK, key: guildId, runAt, lane: LOOK }),
});

/** A write; may be repeated at every start. */
export function queueGuardUpkeep(jobs: JobQueue, now: number): void {
  jobs.enqueue({ kind: PURGE, key: 'old', runAt: now });
}

/** Looks at what is due, then shows what has changed. */
async function look(parts: GuardJobParts, job: JobRun<unknown>): Promise<JobOutcome> {
  const { guard, lookAt, writer, onLooked } = parts;
  const { key: guildId, now } = job;
  const known = new Set(guard.behind(guildId).map(({ id }) => id));
  const found: (Looked & { first: First })[] = [];
  let failed: Undelivered | undefined;
  for (const first of guard.due(guildId, now, AT_ONCE)) {
    const looked = await lookAt(first);
    if (looked.ok) found.push({ first, ...looked.value });
    else failed ??= { kind: 'retry', reason: looked.failure.reason };
    if (failed) break;
  }
  if (found.length > 0) await writer.write(() => guard.looked(guildId, found, now));
  for (const card of guard.behind(guildId)) {
    failed ??= await show(
      parts,
      job,
      card,
      card.messageId !== undefined || known.has(card.id) || job.mayHaveHappened,
    );
  }
  onLooked();
  if (failed) return undelivered(failed, job);
  const next = guard.nextLook(guildId);
  return next === undefined ? { kind: 'done' } : { kind: 'again', at: Math.max(now, next) };
}

/** Undefined: it stands there as it is, or never will. */
async function show(
  parts: GuardJobParts,
  job: JobRun<unknown>,
  card: FullCard,
  mayBeThere: boolean,
): Promise<Undelivered | undefined> {
  const { guard, messages, writer, log } = parts;
  const { id, version } = card;
  const found = mayBeThere ? await placeOf(parts, card) : undefined;
  if (found?.kind === 'retry') return found;
  if (found?.kind !== 'sent') return post(parts, job, card);
  const edited = await messages.edit(card, found.messageId);
  if (edited.kind === 'retry') return edited;
  if (edited.kind === 'forbidden') log.warn({ card: id, reason: edited.reason }, 'a card stays as it was');
  await writer.write(() => guard.shown(id, version, found.messageId));
  return undefined;
}

/** Of a former try, perhaps. */
async function placeOf(
  { messages }: GuardJobParts,
  card: FullCard,
): Promise<Delivery<{ messageId: string }> | undefined> {
  const { messageId } = card;
  return messageId === undefined ? messages.find(card) : { kind: 'sent', messageId };
}

async function post(
  { guard, messages, writer }: GuardJobParts,
  job: JobRun<unknown>,
  card: FullCard,
): Promise<Undelivered | undefined> {
  const { id, version, madeAt, firsts } = card;
  if (job.now - madeAt > TOO_LATE_MS || firsts.every(({ status }) => status !== 'carded')) {
    await writer.write(() => guard.drop(card));
    return undefined;
  }
  const posted = await messages.post(card);
  if (posted.kind === 'sent') {
    await writer.write(() => guard.shown(id, version, posted.messageId));
    return undefined;
  }
  if (posted.kind === 'retry') return posted;
  const reason = posted.kind === 'gone' ? 'the channel is gone' : posted.reason;
  if (!wasParked(job)) await messages.cannotPost(card, reason);
  return { kind: 'forbidden', reason };
}
