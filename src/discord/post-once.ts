import type { APIMessage } from 'discord-api-types/v10';
import type { Delivery, Once, Undelivered } from '../shared/delivery.ts';
import type { Failure, Result } from './failure.ts';
import type { MessageBody, OutgoingFile } from './interaction.ts';
import type { Messenger } from './messenger.ts';

/** A body that Discord finds wrong waits like a missing permission: repeating it at once helps nobody. */
export function refused({ kind, reason, retryAfterMs }: Failure): Undelivered {
  switch (kind) {
    case 'gone':
      return { kind: 'gone' };
    case 'forbidden':
    case 'bug':
      return { kind: 'forbidden', reason };
    case 'retry':
      return { kind: 'retry', reason, ...(retryAfterMs === undefined ? {} : { after: retryAfterMs }) };
    default:
      return kind satisfies never;
  }
}

export function delivered(result: Result<unknown>): Delivery {
  return result.ok ? { kind: 'sent' } : refused(result.failure);
}

/** Whether a message holds `mark` somewhere in its components, and not as the beginning of a longer word or id. */
export function holds({ components }: Pick<APIMessage, 'components'>, mark: string): boolean {
  const [first, ...afterwards] = JSON.stringify(components ?? []).split(JSON.stringify(mark).slice(1, -1));
  return first !== undefined && afterwards.some((rest) => !/^[\p{L}\p{N}]/u.test(rest));
}

/** Hearth's own message in a channel that holds `mark`: of a former try, perhaps. Looks at the last 100. */
export async function findMarked(
  messenger: Pick<Messenger, 'findOwn'>,
  channelId: string,
  mark: string,
): Promise<Delivery<{ messageId: string }> | undefined> {
  const found = await messenger.findOwn(channelId, (message) => holds(message, mark));
  if (!found.ok) return refused(found.failure);
  return found.value && { kind: 'sent', messageId: found.value.id };
}

export interface OncePost {
  channelId: string;
  body: MessageBody;
  /** Something that only this message holds in its components: a custom id, a link. */
  mark: string;
  once: Once;
  replyTo?: string | undefined;
  files?: readonly OutgoingFile[] | undefined;
}

/** Posts once: after a try that may have arrived, it is looked for first. */
export async function postOnce(
  messenger: Pick<Messenger, 'findOwn' | 'post'>,
  { channelId, body, mark, once, replyTo, files }: OncePost,
): Promise<Delivery<{ messageId: string }>> {
  const found = once.mayHaveHappened ? await findMarked(messenger, channelId, mark) : undefined;
  if (found) return found;
  const posted = await messenger.post(channelId, body, { nonce: once.nonce, replyTo, files });
  return posted.ok ? { kind: 'sent', messageId: posted.value.id } : refused(posted.failure);
}
