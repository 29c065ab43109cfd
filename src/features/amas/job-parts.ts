import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { JobRun } from '../../jobs/define-job.ts';
import { onceOf, wasParked } from '../../jobs/deliveries.ts';
import type { Undelivered } from '../../shared/delivery.ts';
import type { AmaMessages } from './messages.ts';
import type { Ama } from './model.ts';
import type { AmaNote } from './note-views.ts';
import type { AmaWork } from './ports.ts';

/** What the jobs of AMAs work with. */
export interface AmaJobParts {
  work: AmaWork;
  messages: AmaMessages;
  writer: Writer;
  log: Logger;
  /** Different in every process: what a former one handed to its live editor may never have been shown. */
  processId: string;
  /** Messages that the live editor was not allowed to edit: what they show is out of date. */
  behind: Set<string>;
}

export const SECOND = 1_000;
export const DAY = 86_400_000;
export const done = { kind: 'done' } as const;

/** The AMA of a job's payload. */
export function amaOf({ work }: Pick<AmaJobParts, 'work'>, job: JobRun<unknown>): Ama | undefined {
  return work.find((job.payload as { amaId: number }).amaId);
}

/** Something that only people of the server can mend: told once, until it is mended. */
export async function tellTrouble(
  { messages, log }: Pick<AmaJobParts, 'messages' | 'log'>,
  job: JobRun<unknown>,
  note: Exclude<AmaNote, { kind: 'event' }>,
): Promise<void> {
  if (wasParked(job)) return;
  const { kind, channelId, reason, ama } = note;
  log.warn({ kind, channelId, reason, guild: ama.guildId, ama: ama.id }, 'an AMA needs help from the server');
  await messages.staff.note(note, { ...onceOf(job), nonce: `${job.nonce}n` });
}

/** Gone is no end where something has to stand somewhere: it waits for another channel. */
export function stillNeeded(delivery: Undelivered): Undelivered {
  return delivery.kind === 'gone' ? { kind: 'forbidden', reason: 'the channel is gone' } : delivery;
}
