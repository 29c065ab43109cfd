import type { Logger } from 'pino';
import type { Writer } from '../../database/writer.ts';
import type { Result } from '../../discord/failure.ts';
import type { RoleGift } from '../../discord/member-roles.ts';
import type { JobRun } from '../../jobs/define-job.ts';
import { wasParked } from '../../jobs/deliveries.ts';
import type { Undelivered } from '../../shared/delivery.ts';
import type { ShoutoutMessages } from './messages.ts';
import type { ShoutoutPolicy, ShoutoutService, ShoutoutWork } from './ports.ts';

/** What the jobs of shout-outs work with. */
export interface ShoutoutJobParts {
  work: ShoutoutWork;
  shoutouts: Pick<ShoutoutService, 'messagesGone'>;
  messages: ShoutoutMessages;
  writer: Writer;
  log: Logger;
  policy: Pick<ShoutoutPolicy, 'timeZone'>;
  /** Whether a message is still there; undefined where Hearth cannot tell. */
  isThere: (channelId: string, messageId: string) => Promise<boolean | undefined>;
  rolesOf: (guildId: string, userId: string) => Promise<Result<readonly string[]>>;
  giveRole: (gift: RoleGift) => Promise<Result<undefined>>;
  takeRole: (gift: RoleGift) => Promise<Result<undefined>>;
}

export const done = { kind: 'done' } as const;

const channelIsGone = { kind: 'forbidden', reason: 'the channel is gone' } as const;

/** Gone is no end where something has to stand somewhere: it waits for another channel. */
export function stillNeeded(delivery: Undelivered): Undelivered {
  return delivery.kind === 'gone' ? channelIsGone : delivery;
}

/** Told once, until it is mended. */
export async function cannotPost(
  { messages, log }: Pick<ShoutoutJobParts, 'messages' | 'log'>,
  job: JobRun<unknown>,
  what: { guildId: string; channelId: string; delivery: { kind: string; reason?: string } },
): Promise<void> {
  if (wasParked(job)) return;
  const { guildId, channelId, delivery } = what;
  const reason = delivery.reason ?? channelIsGone.reason;
  log.warn({ guild: guildId, channelId, reason }, 'shout-outs cannot be posted');
  await messages.trouble(
    guildId,
    (t) => t('shoutouts.trouble.cannotPost', { channel: `<#${channelId}>`, reason }),
    `p${channelId}`,
  );
}
